"""Lines are packed small and come back; the dictionary that records rely on never changes."""

import hashlib
import zlib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.model import encode
from dragoman.record.packing import pack, unpack


@given(data=st.binary())
def test_what_is_packed_comes_back(data: bytes) -> None:
    assert unpack(pack(data)) == data


def test_a_line_takes_less_than_half_of_its_json() -> None:
    for fact in factory.facts():
        assert len(pack(encode(fact))) < len(encode(fact)) / 2


def test_damage_is_told() -> None:
    with pytest.raises(zlib.error):
        unpack(b"\xff\xff\xff")


def test_records_that_were_written_can_be_read_for_ever() -> None:
    text = files("dragoman.record").joinpath("packing.txt").read_bytes()
    assert (
        hashlib.sha256(text).hexdigest()
        == "5d34013efa7743be4ee8e239d207f64539e9fe7fcceeab6028915e0e3e9a8d31"
    )
