"""Learning who stands where, and the choice by what was learned."""

from pathlib import Path

import pytest

from dragoman.codebooks.exemplars import exemplars
from dragoman.errors import ModelError
from dragoman.judging.choosing import Sides, choose, read, save, shipped_sides
from dragoman.judging.learning import SEEN, fit, learn
from dragoman.judging.parties import find_pair
from dragoman.judging.standing import Standing
from dragoman.judging.training import stamp
from marked_sentences import marked


def _phrase(i: int, *features: str) -> Standing:
    return Standing(i, frozenset(features), True, frozenset(), frozenset())


@pytest.fixture(scope="module")
def sides() -> Sides:
    sentences = ("[Kenya] condemned {Uganda}.", "[The army] shelled {a village} on Sunday.")
    return learn([marked(sentence) for sentence in sentences * SEEN], stamp="few")


def test_what_is_sought_counts_and_what_is_not_counts_against() -> None:
    lesson = ([_phrase(0, "subject"), _phrase(1, "object")], [True, False])
    choice = fit([lesson] * SEEN)
    assert choice["subject"] > 0 > choice["object"]


def test_a_lesson_without_what_is_sought_teaches_nothing() -> None:
    lesson = ([_phrase(0, "subject"), _phrase(1, "object")], [True, False])
    idle = ([_phrase(0, "object")], [False])
    assert fit([lesson] * SEEN) == fit([*[lesson] * SEEN, idle])


def test_the_first_of_equals_is_chosen() -> None:
    one, share = choose({}, [_phrase(3, "subject"), _phrase(5, "object")])
    assert (one.i, share) == (3, 0.5)


def test_few_lessons_are_enough_for_plain_sentences(sides: Sides) -> None:
    found = marked("[Peru] insulted {Chile}.")
    pair = find_pair(found.document, sides=sides)
    words = [found.document.words(s.start, s.end) for s in (pair.source, pair.target) if s]
    assert words == ["Peru", "Chile"]


def test_the_same_weights_give_the_same_bytes(sides: Sides, tmp_path: Path) -> None:
    save(sides, tmp_path / "a.npz")
    save(read(tmp_path / "a.npz"), tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_shipped_weights_are_of_these_exemplars() -> None:
    assert shipped_sides().stamp == stamp(exemplars()), "run `make judge`"


def test_broken_weights_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "broken.npz").write_bytes(b"no weights")
    for name in ("broken.npz", "missing.npz"):
        with pytest.raises(ModelError, match=rf"{name}.*make judge"):
            read(tmp_path / name)
