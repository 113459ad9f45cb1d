"""The layer of stances: for texts, for a speaker's words, for a holder and a target."""

import json
from typing import Any

import msgspec

from dragoman.errors import Refusal
from dragoman.intake.asked import Asked
from dragoman.model import Report
from dragoman.stance_layer import stances


def asked(text: str, **fields: str) -> Asked:
    report = Report(id=text[:5], published="2022-03-10", text=text)
    return Asked(report=report, **fields)


def lines(*items: Asked | Refusal, **options: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any option
    return [json.loads(msgspec.json.encode(line)) for line in stances(items, **options)]


def test_the_stances_of_a_text() -> None:
    (line,) = lines(asked("Finland thanked Norway."))
    assert set(line) == {"id", "stances"}
    (found,) = line["stances"]
    assert (found["holder"], found["stance"], found["target"]) == ("FIN", "supports", "NOR")


def test_whom_a_speaker_criticises() -> None:
    critical, calm = lines(
        asked("Russia attacked Moldova.", holder="Moldova"),
        asked("The harbour is open.", holder="Moldova"),
    )
    assert (critical["label"], critical["target_country"]) == ("CONFLICT", "russian_federation")
    assert critical["stances"][-1]["holder"] == "MDA"
    assert (calm["label"], calm["target_country"], calm["stances"]) == ("NONE", None, [])


def test_whether_a_holder_is_for_a_target() -> None:
    for_it, against = lines(
        asked("Reyes praised the bold new tax.", holder="Reyes", target="the tax"),
        asked("Reyes denounced the tax.", holder="Reyes", target="the tax"),
    )
    assert (for_it["label"], against["label"]) == ("POS", "NEG")
    (found,) = against["stances"]
    assert (found["holder"], found["target"], found["stance"]) == ("Reyes", "the tax", "opposes")
    assert "denounced" in found["reason"]


def test_a_story_decides_for_its_sentences() -> None:
    pair = {"holder": "Reyes", "target": "Vega", "story": "s"}
    rows = [
        asked("Reyes praised Vega as a brave, honest friend and supported him.", **pair),
        asked("Then Reyes met Vega.", **pair),
        asked("Now Reyes met Vega.", **{**pair, "story": "t"}),
    ]
    assert [line["label"] for line in lines(*rows)] == ["POS", "NEG", "NEG"]
    assert [line["label"] for line in lines(*rows, together=True)] == ["POS", "POS", "NEG"]


def test_refusals_pass_and_the_order_holds() -> None:
    refusal = Refusal(source="x", code="empty", message="holds no text")
    rows = [asked("One ship sank."), refusal, asked("Two ships sank.")]
    for options in ({"jobs": 1}, {"jobs": 2}, {"together": True}):
        first, second, third = stances(rows, **options)  # type: ignore[arg-type]  # of both kinds
        assert second == refusal
        assert [msgspec.to_builtins(x)["id"] for x in (first, third)] == ["One s", "Two s"]
