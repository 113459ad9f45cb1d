"""Lines are packed small and come back; the dictionary that records rely on never changes."""

import hashlib
import zlib
from importlib.resources import files

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.model import encode
from dragoman.record.packing import pack, unpack

ids = st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), max_size=300)


@given(ids=ids, text=st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_packed_comes_back(ids: list[str], text: str) -> None:
    data = msgspec.json.encode([text, ids, text])
    assert unpack(pack(data)) == data


def test_a_line_takes_less_than_half_of_its_json() -> None:
    for fact in factory.facts():
        assert len(pack(encode(fact))) < len(encode(fact)) / 2


@pytest.mark.parametrize("cut", [0, 1, 5, 40])
def test_damage_is_told(cut: int) -> None:
    with pytest.raises(zlib.error):
        unpack(pack(encode(factory.event()))[:cut])


def test_records_that_were_written_can_be_read_for_ever() -> None:
    text = files("dragoman.record").joinpath("packing.txt").read_bytes()
    assert (
        hashlib.sha256(text).hexdigest()
        == "7099d2f62aad4eb6fe12a4b2c60cffbe206f927ae2853bdb8046a0ec3371147c"
    )
