"""The base that tuning starts from."""

import pytest

from dragoman.errors import ModelError
from dragoman.judging import base


def test_a_missing_base_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "PACKAGE", "no_such_base")
    with pytest.raises(ModelError, match=r"no_such_base.*make judge"):
        base.base()


def test_the_base_is_what_was_published() -> None:
    pytest.importorskip(base.PACKAGE, reason="the base is not installed: make judge installs it")
    found = base.base()
    assert found.arrays["pieces"].shape == (len(found.known), 384)
    assert {"talks", "##s", "[CLS]", "[SEP]", "[UNK]"} <= set(found.known)
