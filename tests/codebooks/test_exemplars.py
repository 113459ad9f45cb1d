"""The exemplars: well formed, enough of each kind, no sentence twice."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks.exemplars import _Row, exemplars, unmarked
from dragoman.codebooks.plover import plover
from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.errors import CodebookError

LEAST_OF_A_TYPE = 100
LEAST_OF_A_MODE = 5
SAME = 0.7  # share of the words of two sentences that both have, from where they are one sentence

plain = st.text(st.characters(exclude_characters="[]{}"), max_size=12)
party = plain.filter(lambda text: text.strip() != "")


def words_of(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", sentence.lower()))


@pytest.mark.parametrize("name", plover().types)
def test_a_type_has_enough_exemplars(name: str) -> None:
    assert sum(e.event_type == name for e in exemplars()) >= LEAST_OF_A_TYPE


def test_a_mode_has_enough_exemplars() -> None:
    counts = Counter((e.event_type, e.event_mode) for e in exemplars())
    modes = [(name, mode) for name, kind in plover().types.items() for mode in kind.modes]
    assert {mode: counts[mode] for mode in modes if counts[mode] < LEAST_OF_A_MODE} == {}


def test_a_file_holds_its_own_type() -> None:
    of_a_type = [e for e in exemplars() if not e.file.startswith("exemplars/plain")]
    strays = [e for e in of_a_type if e.file != f"exemplars/{e.event_type.lower()}.csv"]
    assert strays == []


def test_an_exemplar_knows_its_line() -> None:
    lines = {file: (HOUSE / file).read_text("utf-8").splitlines() for file in files()}
    for exemplar in exemplars():
        written = lines[exemplar.file][exemplar.line - 1].translate(str.maketrans("", "", '[]{}"'))
        assert exemplar.sentence.replace('"', "") in written


def files() -> set[str]:
    return {exemplar.file for exemplar in exemplars()}


def test_parties_are_words_of_the_sentence() -> None:
    for exemplar in exemplars():
        for span in (exemplar.actor, exemplar.recipient):
            words = exemplar.sentence[span.start : span.end]
            assert words == words.strip() != ""
        assert not set("[]{}") & set(exemplar.sentence)


def test_no_sentence_stands_twice() -> None:
    seen: dict[str, list[frozenset[str]]] = defaultdict(list)
    for exemplar in exemplars():
        words = words_of(exemplar.sentence)
        rarest = {word for word in words if len(word) > 6} or words
        near = {other for word in rarest for other in seen[word]}
        alike = [other for other in near if len(words & other) > SAME * len(words | other)]
        assert alike == [], exemplar.sentence
        for word in rarest:
            seen[word].append(words)


@given(st.tuples(plain, party, plain, party, plain), st.sampled_from(["[]{}", "{}[]"]))
def test_marks_are_taken_out(parts: tuple[str, str, str, str, str], marks: str) -> None:
    before, first, between, second, after = parts
    written = f"{before}{marks[0]}{first}{marks[1]}{between}{marks[2]}{second}{marks[3]}{after}"
    sentence, actor, recipient = unmarked(written)
    assert sentence == before + first + between + second + after
    told = (sentence[actor.start : actor.end], sentence[recipient.start : recipient.end])
    assert told == ((first, second) if marks.startswith("[") else (second, first))


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya expelled {Somalis}.",
        "[Kenya] expelled Somalis.",
        "[Kenya] and [Chad] expelled {Somalis}.",
        "]Kenya[ expelled {Somalis}.",
        "[ ] expelled {Somalis}.",
        "[Kenya's {army}] fired.",
        "[Kenya {Chad] Mali} fired.",
    ],
)
def test_a_sentence_without_both_parties_is_refused(sentence: str) -> None:
    with pytest.raises(ValueError, match=r"party|parties|side by side"):
        unmarked(sentence)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("EXPEL,,[Kenya] expelled {Somalis}.", "EXPEL: is no type; the types are AGREE"),
        ("AID,phone,[Kenya] fed {Somalis}.", "AID has no such mode; it has asylum"),
        ("AID,,[Kenya] fed Somalis.", "needs exactly one {party}"),
    ],
)
def test_an_error_names_the_line(tmp_path: Path, row: str, problem: str) -> None:
    file = tmp_path / "aid.csv"
    file.write_text(f"event_type,event_mode,sentence\nAID,,[A] fed {{B}}.\n{row}\n", "utf-8")
    with pytest.raises(CodebookError, match=r"aid\.csv: line 3: .*" + re.escape(problem)):
        read_table(file, _Row)
