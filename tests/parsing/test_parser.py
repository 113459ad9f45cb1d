"""Reports become documents whose offsets are the report's own."""

import shutil
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ModelError, Refusal
from dragoman.model import Report
from dragoman.parsing import parser
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from texts import parsed


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They spoke of de-escalation.", "de-escalation"),
        ("The co-operation of both goes on.", "co-operation"),
        ("They may re-open the post.", "re-open"),
        ("A U.S.-Pakistan meeting was held.", "Pakistan"),
    ],
)
def test_hyphens_join_words_and_divide_states(text: str, word: str) -> None:
    assert word in [token.text for token in parsed(text).tokens]


def test_a_hard_wrapped_line_is_no_word() -> None:
    assert all(token.text.strip() for token in parsed("The two sides\nmet.\n\nThey left.").tokens)


def test_reports_keep_their_order_and_refusals_pass() -> None:
    refusal = Refusal(source="a.txt", code="empty", message="nothing in it")
    report = Report(id="r", published="2022-03-01", text="Chad left.")
    first, second, third = parse([report, refusal, report])
    assert isinstance(first, Document)
    assert second is refusal
    assert isinstance(third, Document)


def test_a_word_without_end_is_refused() -> None:
    report = Report(id="r", published="2022-03-01", text="x" * 10_000)
    (found,) = parse([report])
    assert isinstance(found, Refusal)
    assert found.code == "too_long_sentence"


@given(st.text(max_size=300))
@settings(max_examples=30, deadline=None)
def test_tokens_and_sentences_stand_where_they_say(text: str) -> None:
    document = parsed(text)
    for token in document.tokens:
        assert document.sentences[token.sentence].first <= token.i
        assert 0 <= token.start < token.end <= len(text)
    assert [token.i for token in document.tokens] == list(range(len(document.tokens)))
    assert list(document.starts) == sorted(document.starts)


@pytest.mark.parametrize(
    ("file", "told"),
    [(None, "missing: install"), ("config.cfg", "is not the file of .*: install it again")],
)
def test_a_model_that_is_not_the_one_we_know_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str | None, told: str
) -> None:
    """Fault 53."""
    own = Path(str(import_module(parser.PACKAGE).__file__)).parent
    if file is not None:
        folder = shutil.copytree(own, tmp_path, dirs_exist_ok=True) / f"{parser.PACKAGE}-3.8.0"
        (folder / file).write_text("{}")
    package = ModuleType("package")
    package.__file__ = str(tmp_path / "__init__.py")
    monkeypatch.setattr(parser, "import_module", lambda _name: package)
    with pytest.raises(ModelError, match=told):
        parser.load.__wrapped__()
