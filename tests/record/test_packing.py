"""A report's lines are packed small and come back; the dictionary never changes."""

import hashlib
import zlib
from importlib.resources import files

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.model import Fact, encode
from dragoman.record.packing import Start, pack, unpack
from dragoman.record.rows import kind_of

ids = st.text("0123456789abcdef", min_size=16, max_size=16)
texts = st.text(st.characters(exclude_categories=["Cs"]))
PACKED = pack(factory.REPORT.id, [encode(fact) for fact in factory.facts()])


def start(fact: Fact) -> Start:
    return Start(fact.id, kind_of(fact), fact.span.start, fact.span.end)


@given(facts=st.lists(st.tuples(ids | texts, ids | texts, texts), max_size=40), report=ids | texts)
def test_what_is_packed_comes_back(facts: list[tuple[str, str, str]], report: str) -> None:
    lines = [
        factory.event(id=own, report_id=report, statement_id=other, reason=text)
        for own, other, text in facts
    ]
    data = [encode(line) for line in lines]
    unpacked = unpack(pack(report, data))
    assert unpacked.lines([start(line) for line in lines]) == data
    assert [unpacked.line(at, start(line)) for at, line in enumerate(lines)] == data


def test_lines_take_less_than_a_third_of_their_json() -> None:
    assert len(PACKED) < sum(len(encode(fact)) for fact in factory.facts()) / 3


@pytest.mark.parametrize("cut", [0, 1, 9, 40, len(PACKED) - 1])
def test_damage_is_told(cut: int) -> None:
    with pytest.raises(zlib.error):
        unpack(PACKED[:cut])


@given(at=st.integers(0, len(PACKED) - 1), to=st.integers(1, 255))
def test_a_byte_that_changed_is_told(at: int, to: int) -> None:
    damaged = bytearray(PACKED)
    damaged[at] ^= to
    with pytest.raises(zlib.error):
        unpack(bytes(damaged)).lines([start(fact) for fact in factory.facts()])


def test_rows_that_differ_from_what_was_packed_are_told() -> None:
    starts = [start(fact) for fact in factory.facts()]
    changed = msgspec.structs.replace(starts[0], span_end=starts[0].span_end + 1)
    for wrong in ([changed, *starts[1:]], starts[1:]):
        with pytest.raises(zlib.error, match="rows"):
            unpack(PACKED).lines(wrong)


def test_records_that_were_written_can_be_read_for_ever() -> None:
    text = files("dragoman.record").joinpath("packing.txt").read_bytes()
    assert (
        hashlib.sha256(text).hexdigest()
        == "7099d2f62aad4eb6fe12a4b2c60cffbe206f927ae2853bdb8046a0ec3371147c"
    )
