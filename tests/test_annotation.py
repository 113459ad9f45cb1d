"""Layers alone, in the fields that data sets have."""

import json

import msgspec
import pytest

from dragoman.annotation import Annotated, annotate
from dragoman.errors import Refusal, UsageError
from dragoman.model import Report

TEXT = '"We want a truce," Kenyan Foreign Minister Raychelle Omamo said in Kampala on Sunday.'
REPORT = Report(id="r", published="2022-03-10", text=TEXT)


def lines_of(*layers: str, jobs: int = 1) -> dict[str, list[dict[str, object]]]:
    (found,) = annotate([REPORT], layers=layers, jobs=jobs)
    line: dict[str, list[dict[str, object]]] = json.loads(msgspec.json.encode(found))
    return line


def test_only_the_layers_asked_for_are_there() -> None:
    assert sorted(lines_of("times")) == ["id", "timexes"]
    assert sorted(lines_of("people", "quotes")) == ["id", "mentions", "quotes"]


def test_times() -> None:
    (time,) = lines_of("times")["timexes"]
    start = TEXT.index("Sunday")
    assert time == {"start": start, "end": start + 6, "type": "DATE", "value": "2022-03-06"}


def test_places() -> None:
    kenyan, kampala = lines_of("places")["places"]
    assert (kenyan["name"], kenyan["country"]) == ("Kenya", "KE")
    assert (kampala["country"], kampala["geonameid"]) == ("UG", 232422)
    assert TEXT[slice(*(kampala[key] for key in ("start", "end")))] == "Kampala"


def test_people() -> None:
    (person,) = lines_of("people")["mentions"]
    assert person["title"] == "Raychelle Omamo"
    assert (person["office"], person["country"]) == ("foreign minister", "KEN")
    assert person["type"] == "person"


def test_quotes() -> None:
    (quote,) = lines_of("quotes")["quotes"]
    start = TEXT.index("We")
    assert quote["content"] == [[start, start + 16]]
    assert quote["type"] == "direct"


def test_refusals_pass_and_the_order_holds() -> None:
    refusal = Refusal(source="x", code="empty", message="holds no text")
    items: list[Report | Refusal] = [REPORT, refusal, msgspec.structs.replace(REPORT, id="s")]
    for jobs in (1, 2):
        a, b, c = annotate(items, layers=("times", "people"), jobs=jobs)
        assert isinstance(a, Annotated)
        assert isinstance(c, Annotated)
        assert (a.id, b, c.id) == ("r", refusal, "s")
        assert a.timexes == c.timexes


def test_an_unknown_layer() -> None:
    with pytest.raises(UsageError, match="there are times, places, people, quotes"):
        annotate([REPORT], layers=("faces",))
