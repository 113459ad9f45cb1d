"""The way of the data, and the one file that knows its order: read, parse, resolve, code.

    reports → parse → attributions → resolve → statements → events → positions → ties → offices

Every stage is a plain function of what came before; none reaches back.
"""

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from dragoman.codebooks.own import using
from dragoman.coding.events import events
from dragoman.coding.offices import offices
from dragoman.coding.position_days import PositionDays
from dragoman.coding.positions import positions
from dragoman.coding.statements import statements
from dragoman.coding.ties import ties
from dragoman.coding.weighing import Weighing
from dragoman.coding.weighing import weighing as weigh
from dragoman.coding.when import calendar
from dragoman.engines import in_order
from dragoman.errors import IntakeError, Refusal
from dragoman.model import Fact, Report, line_id
from dragoman.parsing.attribution import attributions, speakers
from dragoman.parsing.document import Document
from dragoman.parsing.parser import load, parse
from dragoman.register.given import Given, stamp
from dragoman.register.given import load as load_given
from dragoman.resolution.actors import resolve
from dragoman.version import coder


class Coded(msgspec.Struct, frozen=True):
    """A report and what it tells."""

    report: Report
    facts: tuple[Fact, ...]


def code(
    items: Iterable[Report | Refusal], *, jobs: int = 1, given: Given | None = None
) -> Iterator[Coded | Refusal]:
    """Code reports in a stream, in their order; what intake refused passes through.

    Args:
        items: Reports as `dragoman.read` yields them.
        jobs: Processes to share the work; the result is the same for any number.
        given: A register file, a list of actors and a codebook besides the house's own.

    Raises:
        IntakeError: a file of `given` is wrong; names file and line.
        ModelError: the language model is missing or is not the one we know.
    """
    load()  # before any fork, so that the processes share the model, and what is given
    if given is None:
        return in_order(code_batch, items, jobs=jobs, lost=_lost)
    load_given(given)
    return in_order(partial(code_batch, given=given), items, jobs=jobs, lost=_lost)


def code_text(text: str, *, published: str) -> Coded:
    """Code one text.

    Args:
        text: A report's text, as a header-less file would hold it.
        published: ISO day of the report; days in the text are read against it.

    Raises:
        IntakeError: the text cannot be coded; says why.
    """
    report = Report(id=line_id("report", published, text), published=published, text=text)
    (found,) = code_batch([report])
    if isinstance(found, Refusal):
        raise IntakeError(str(found))
    return found


def code_batch(
    items: list[Report | Refusal], *, given: Given | None = None
) -> list[Coded | Refusal]:
    """Code some reports together; the unit of work of every engine."""
    with using(None if given is None else given.codebook):
        return [
            item if isinstance(item, Refusal) else _guarded(item, given) for item in parse(items)
        ]


def weighing(report: Report, fact: Fact) -> Weighing | None:
    """Which entries held where a line of a report was coded, and why one of them won.

    The report is parsed again; what coded it must be this coder, with nothing given besides. None
    where it is not, and of lines that no such entry decides.
    """
    if report.coder != coder():
        return None
    with using(None):  # whatever else the record knows: this report was coded without
        (document,) = parse([report])
        return None if isinstance(document, Refusal) else weigh(document, fact)


def _guarded(document: Document, given: Given | None) -> Coded | Refusal:
    """One report that breaks the coder must not take a night's run with it."""
    try:
        return code_document(document, given=given)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told and the run goes on
        return Refusal(
            source=document.report.url or document.report.id,
            code="not_coded",
            message=f"a fault of ours: {type(error).__name__}: {error}",
            remedy="send us the report",
        )


def _lost(item: Report | Refusal) -> Coded | Refusal:
    """A report whose process died or hung, alone as among others."""
    if isinstance(item, Refusal):
        return item
    return Refusal(
        source=item.url or item.id,
        code="not_coded",
        message="its process ended or hung, and again when it was tried alone",
        remedy="run it by itself without --jobs; where memory is free, send us the report",
    )


def code_document(document: Document, *, given: Given | None = None) -> Coded:
    """All facts of one parsed report, in the order of the record's kinds."""
    attributed = attributions(document)
    register = None if given is None else load_given(given)
    identities = resolve(document, speakers=speakers(attributed, document), register=register)
    said = statements(document, identities, attributed)
    days = calendar(document)
    facts: tuple[Fact, ...] = (
        *events(document, identities, said, days),
        *said,
        *positions(document, identities, said, day_of=PositionDays(days, said).of),
        *ties(document, identities),
        *offices(document, identities),
    )
    return Coded(msgspec.structs.replace(document.report, coder=stamp(coder(), given)), facts)
