"""A line with some of its fields changed by a person, checked against types, codebooks and text."""

from collections.abc import KeysView, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.codebooks.issues import issues
from dragoman.codebooks.plover import plover
from dragoman.errors import UsageError
from dragoman.model import Event, Fact, Party, Position, Span, Statement
from dragoman.record.rows import kind_of, parties_of

_FIXED = ("id", "report_id", "kind")  # what makes a line the one that it is


def amended(fact: Fact, changes: Mapping[str, Any], *, text: str) -> Fact:
    """The line with these fields changed; `text` is its report's.

    Raises:
        UsageError: a field is unknown or fixed, or a value is none that it may have.
    """
    _check_names(fact, changes)
    whole = msgspec.to_builtins(fact) | dict(changes)
    try:
        line = msgspec.convert(whole, type(fact))
    except msgspec.ValidationError as error:
        raise UsageError(f"{kind_of(fact)}: {error}") from None
    _check_codes(line, changes.keys())
    _check_spans(line, text)
    return line


def _check_names(fact: Fact, changes: Mapping[str, Any]) -> None:
    free = [name for name in type(fact).__struct_fields__ if name not in _FIXED]
    for name in changes:
        if name not in free:
            raise UsageError(f"{name}: no field to amend: there are {', '.join(free)}")
    if not changes:
        raise UsageError("nothing is amended: name a field and its value")


def _check_codes(line: Fact, changed: KeysView[str]) -> None:
    """Types, modes, contexts and issues that were given are those of the codebooks."""
    if isinstance(line, Event) and changed & {"event_type", "event_mode"}:
        _check_known([line.event_type], plover().types, "type")
        modes = [] if line.event_mode is None else [line.event_mode]
        _check_known(modes, plover().types[line.event_type].modes, f"mode of {line.event_type}")
    if isinstance(line, Event) and "contexts" in changed:
        _check_known(line.contexts, plover().contexts, "context")
    if isinstance(line, Event | Statement) and "issues" in changed:
        _check_known(line.issues, issues(), "issue")
    if isinstance(line, Position) and "issue" in changed:
        _check_known([line.issue], issues(), "issue")


def _check_known(given: Sequence[str], known: Mapping[str, object], what: str) -> None:
    for name in given:
        if name not in known:
            some = ", ".join(known) or "none"
            raise UsageError(f"{name}: no such {what}: there are {some}")


def _check_spans(line: Fact, text: str) -> None:
    spans = [line.span, *(party.span for party in _named(line) if party.span is not None)]
    if isinstance(line, Event) and line.content is not None:
        spans.append(line.content)
    for span in spans:
        _check_span(span, len(text))


def _named(line: Fact) -> list[Party]:
    return [party for _, _, party in parties_of(line)]


def _check_span(span: Span, length: int) -> None:
    if not 0 <= span.start < span.end <= length:
        raise UsageError(
            f"{span.start}-{span.end}: no span of the report: it has {length} characters"
        )
