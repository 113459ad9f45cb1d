"""Each entry of the cue codebook finds itself in its own example."""

import pytest

from dragoman.codebooks.entries import CueEntry
from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.parsing.attribution import attributions
from dragoman.parsing.cues import find_cues
from texts import parsed

ENTRIES = read_table(HOUSE / "cues.csv", CueEntry)
KINDS = {"speech", "thought", "act"}
LEAST = 250


def test_the_codebook_knows_many_words() -> None:
    assert len({lemma for entry in ENTRIES for lemma in entry.predicate}) >= LEAST


def test_kinds_and_parts_of_speech_are_known() -> None:
    assert {entry.kind for entry in ENTRIES} == KINDS
    assert {entry.pos for entry in ENTRIES} == {"v", "n", "a"}


@pytest.mark.parametrize(
    "entry",
    [entry for entry in ENTRIES if entry.content],
    ids=lambda entry: f"{entry.predicate[0]} {entry.when}",
)
def test_an_entry_finds_its_word_in_its_example(entry: CueEntry) -> None:
    document = parsed(entry.example)
    words = {lemma.split(" ")[0] for lemma in entry.predicate}
    found = {document.tokens[cue.i].lemma for cue in find_cues(document) if cue.pieces}
    assert words & found


def test_a_word_without_content_of_its_own_waits_for_marks() -> None:
    assert attributions(parsed("The senator asked.")) == ()
    assert len(attributions(parsed("“Where is the fleet?” the senator asked."))) == 1


def test_one_who_asks_not_to_be_named_says_nothing_by_that() -> None:
    document = parsed("A sailor who asked not to be named said that the fleet was gone.")
    assert [one.cue_text for one in attributions(document)] == ["said"]
