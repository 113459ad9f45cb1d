"""Every act of the codebook, held to its own example: the entry that codes it, and both sides."""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from dragoman.codebooks.entries import VerbEntry, conditions, index, verbs
from dragoman.codebooks.plover import plover
from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.coding.roles import fill
from dragoman.errors import CodebookError
from dragoman.model import Report
from dragoman.parsing.document import Document
from dragoman.parsing.frames import Match, matches
from dragoman.parsing.parser import parse
from dragoman.resolution.actors import resolve
from texts import parsed

ROWS = read_table(HOUSE / "verbs.csv", VerbEntry)
# These need more than their sentence: the speaker of a statement.
BEYOND_A_SENTENCE = frozenset({"speaker"})
# Of a hundred examples the parser may get one wrong before the entries are to blame.
SHARE_CODED = 0.99


class Told:
    """What an example tells: the entries that hold of it, their sides, and all parties named."""

    def __init__(self, document: Document) -> None:
        identities = resolve(document)
        self.named = {party.id for m in identities.mentions for party in m.parties if party.id}
        self.sides: defaultdict[VerbEntry, set[str]] = defaultdict(set)
        for match in matches(document, verbs(), VerbEntry):
            self.sides[plain(match)] |= {
                party.id
                for slots in (match.entry.actor, match.entry.recipient)
                for party in fill(document, identities, match.predicate, slots).parties
            }


def plain(match: Match[VerbEntry]) -> VerbEntry:
    """The entry as the file has it: its short forms are written out when it is read."""
    return BY_EXAMPLE[match.entry.example]


BY_EXAMPLE = {row.example: row for row in ROWS}


@functools.cache
def told() -> tuple[tuple[VerbEntry, Told], ...]:
    reports = [
        Report(id=str(i), published="2022-03-01", text=row.example) for i, row in enumerate(ROWS)
    ]
    documents = [document for document in parse(reports) if isinstance(document, Document)]
    return tuple(zip(ROWS, map(Told, documents), strict=True))


def failing(holds: Callable[[VerbEntry, Told], bool]) -> list[str]:
    return [
        f"{'|'.join(row.predicate)} ({row.pos}) {row.when}: {row.example}"
        for row, example in told()
        if not BEYOND_A_SENTENCE & set(row.actor.split()) and not holds(row, example)
    ]


def test_the_entry_itself_codes_its_example() -> None:
    wrong = failing(lambda row, example: row in example.sides)
    assert len(wrong) <= (1 - SHARE_CODED) * len(ROWS), wrong


def test_both_sides_of_each_example_are_found() -> None:
    wrong = failing(lambda row, example: example.sides.get(row) == example.named)
    assert len(wrong) <= (1 - SHARE_CODED) * len(ROWS), wrong


def test_types_and_modes_are_plovers() -> None:
    types = plover().types
    assert {row.type for row in ROWS} == set(types)
    assert not [row for row in ROWS if row.mode and row.mode not in types[row.type].modes]


def test_no_two_entries_hold_in_the_same_case() -> None:
    keys = Counter(
        (lemma, row.pos, frozenset(row.when.split())) for row in ROWS for lemma in row.predicate
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_language_of_politics_is_covered() -> None:
    keys = {(lemma, row.pos, row.when) for row in ROWS for lemma in row.predicate}
    assert len(ROWS) >= 1500
    assert len(keys) >= 4500


def test_every_row_needs_a_known_side_and_names_one() -> None:
    assert {row.needs for row in ROWS} == {"actor", "both", "two"}
    assert {row.pos for row in ROWS} == {"v", "n", "a"}
    assert not [row for row in ROWS if not row.actor or not row.example.endswith(".")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Kenya fired rockets at Uganda.", "ASSAULT"),
        ("Kenya fired a rocket.", "MOBILIZE"),
        ("Kenya called on Uganda to leave.", "REQUEST"),
        ("Kenya called Uganda.", "CONSULT"),
        ("Kenya lifted the blockade of Uganda.", "RETREAT"),
        ("Kenya lifted its tariffs on Uganda.", "CONCEDE"),
        ("Kenya vowed to help Uganda.", "AGREE"),
        ("Kenya vowed to punish Uganda.", "THREATEN"),
        ("Kenya received weapons from Uganda.", "AID"),
        ("Kenya received the president of Uganda.", "CONSULT"),
        ("Kenya broke off talks with Uganda.", "SANCTION"),
        ("Kenya summoned the Ugandan ambassador.", "ACCUSE"),
        ("Kenya recalled its ambassador from Uganda.", "SANCTION"),
        ("Kenya recalled its troops from Uganda.", "RETREAT"),
    ],
)
def test_what_stands_around_a_word_decides(sentence: str, kind: str) -> None:
    first = next(matches(parsed(sentence), verbs(), VerbEntry))
    assert first.entry.type == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The premier called the plan a mistake.",
        "The court struck down the law.",
        "The ministry released a statement.",
        "The president addressed the letter himself.",
        "Kenya meets the deadline.",
        "Kenya demonstrated its skill.",
        "The fans supported the band at length, and the talks ran late.",
    ],
)
def test_everyday_senses_lack_the_sides_they_need(sentence: str) -> None:
    document = parsed(sentence)
    identities = resolve(document)
    for match in matches(document, verbs(), VerbEntry):
        actors = fill(document, identities, match.predicate, match.entry.actor).parties
        recipients = fill(document, identities, match.predicate, match.entry.recipient).parties
        assert not actors or (match.entry.needs != "actor" and not recipients), match


def test_a_condition_may_name_what_must_not_stand_there() -> None:
    (given,) = conditions("!object:fire|flag")
    assert given.negated
    assert given.words == {"fire", "flag"}


def test_an_object_stands_for_those_whose_it_is() -> None:
    acts = [entry for entry, _ in verbs().by_key["echo", "v"] if isinstance(entry, VerbEntry)]
    plain_object = next(entry for entry in acts if entry.recipient.startswith("object "))
    assert plain_object.recipient.startswith("object object>by object>poss")


def test_an_unknown_class_is_named_with_its_file() -> None:
    row = VerbEntry(predicate=("aid",), pos="v", when="object:@gods", type="AID", actor="subject")
    with pytest.raises(CodebookError, match=r"acts\.csv: row 2: class @gods .* goods"):
        index((row,), source="acts.csv")


def test_reading_gives_every_row() -> None:
    found = {entry.example for held in verbs().by_key.values() for entry, _ in held}
    assert found == {row.example for row in ROWS}
