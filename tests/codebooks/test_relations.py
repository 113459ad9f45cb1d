"""The table of the relation layer."""

from dragoman.codebooks.plover import plover
from dragoman.codebooks.relations import relations


def test_each_type_has_a_class_and_each_convention_a_type() -> None:
    types = set(plover().types)
    assert set(relations().quads) == types
    for convention in relations().convention:
        assert {convention.type, convention.label} <= types
    for amount in relations().amount:
        assert amount.types <= types
