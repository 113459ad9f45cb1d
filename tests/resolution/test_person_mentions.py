"""Names of people where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Report
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from dragoman.resolution.actors import resolve
from dragoman.resolution.person_mentions import PersonMention, find_persons
from dragoman.resolution.places import find_places


def persons_of(text: str) -> tuple[PersonMention, ...]:
    (document,) = parse([Report(id="r", published="2022-03-10", text=text)])
    assert isinstance(document, Document)
    identities = resolve(document)
    return find_persons(document, identities, find_places(document, identities))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Foreign Minister Ana Silva met Peter Brown in Oslo.", ["Ana Silva", "Peter Brown"]),
        ("Peter Brown spoke. Brown later left.", ["Peter Brown", "Brown"]),
        ("Ms Florence Austin lives in Austin, Texas.", ["Florence Austin"]),
        ("The ferry sank near Oslo on Sunday.", []),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert [mention.name for mention in persons_of(text)] == names


def test_titles_are_left_out_and_the_party_is_known() -> None:
    (mention,) = persons_of("Kenya's foreign minister, Raychelle Omamo, spoke.")
    assert mention.name == "Raychelle Omamo"
    assert mention.mention is not None
    assert [party.id for party in mention.mention.parties] == ["KEN"]


@given(st.text(max_size=200))
@settings(max_examples=25, deadline=None)
def test_any_text_has_its_persons_within_it(text: str) -> None:
    found = persons_of(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
