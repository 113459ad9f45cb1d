import csv
from collections import Counter

import pytest

from dragoman.codebooks.issues import Issue, check, issues, phrase_tree, with_ancestors
from dragoman.codebooks.tables import HOUSE
from dragoman.errors import CodebookError

CONTRACT = (
    "war",
    "de-escalation",
    "ceasefire",
    "dialogue",
    "mediation",
    "peacekeeping",
    "sovereignty",
    "territorial-integrity",
    "non-interference",
    "un-charter",
    "international-law",
    "human-rights",
    "evacuation",
    "border-crossing",
    "humanitarian-aid",
    "humanitarian-corridor",
    "refugees",
    "civilian-protection",
    "food-security",
    "arms-supply",
    "military-cooperation",
    "nuclear",
    "nato-enlargement",
    "alliance",
    "terrorism",
    "sanctions",
    "trade",
    "energy",
    "investment",
    "economic-impact",
    "recognition",
    "elections",
    "accountability",
    "territorial-dispute",
    "bilateral-cooperation",
    "coordination",
    "regional-peace",
    "climate",
    "health",
    "migration",
    "cyber",
)


def issue(slug: str, *phrases: str, parent: str = "") -> Issue:
    return Issue(slug=slug, name=slug, definition="What it is.", parent=parent, phrases=phrases)


@pytest.mark.parametrize("slug", CONTRACT)
def test_each_slug_of_the_contract_is_an_issue(slug: str) -> None:
    assert slug in issues()


def test_there_are_enough_issues_to_tell_positions_apart() -> None:
    assert len(issues()) >= 60


@pytest.mark.parametrize("found", issues().values(), ids=lambda found: found.slug)
def test_an_issue_is_explained_in_one_sentence(found: Issue) -> None:
    assert found.definition.endswith(".")
    assert found.definition.count(". ") == 0
    assert found.phrases


def test_phrases_are_lemmas_in_lower_case() -> None:
    phrases = [p for i in issues().values() for p in (*i.phrases, *i.against, *i.weak)]
    assert [p for p in phrases if p != p.lower() or p != " ".join(p.split())] == []


def test_ancestors_lead_to_the_widest_issue() -> None:
    assert list(with_ancestors("two-state-solution")) == [
        "two-state-solution",
        "international-order",
    ]


def test_a_missing_parent_is_refused_by_name() -> None:
    with pytest.raises(CodebookError, match="fishing: there is no parent sea"):
        check([issue("fishing", "fishery", parent="sea")])


def test_a_phrase_of_two_issues_is_refused() -> None:
    with pytest.raises(CodebookError, match="fishing: 'net' is sport's already"):
        check([issue("sport", "net"), issue("fishing", "net")])


def test_a_slug_stands_once() -> None:
    with pytest.raises(CodebookError, match="stands twice"):
        check([issue("sport", "net"), issue("sport", "ball")])


def test_decoys_end_in_no_issue() -> None:
    node = phrase_tree().then["war"].then["of"].then["word"]
    assert [ending.slug for ending in node.ends] == [""]


def test_no_two_examples_of_stances_are_the_same() -> None:
    with (HOUSE / "stances.csv").open(encoding="utf-8") as stream:
        rows = csv.DictReader(line for line in stream if not line.startswith("#"))
        examples = Counter(row["example"] for row in rows)
    assert len(examples) >= 200
    assert [example for example, n in examples.items() if n > 1 or not example] == []
