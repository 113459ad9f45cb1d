"""Pair hand-coded units with coded lines, and count."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dragoman.evaluation.agreement import agrees, code_of, details
from dragoman.evaluation.units import HandCoded, OfficeUnit, PositionUnit, Unit
from dragoman.model import KINDS, Fact, Line, Position, Report

TAIL = 160  # characters at the end of a text by which a report is known again
Slot = tuple[int, str]  # a line's number among its kind, and the holder of a position, else ""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of line in one report: found by which line, missed, too much.

    `text` is that of the coded report, into which spans are offsets; empty where it was not coded.
    """

    kind: str
    report: str
    text: str
    found: tuple[tuple[Unit, Fact], ...]
    missed: tuple[Unit, ...]
    spurious: tuple[Fact, ...]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of units; `accuracies` is the share of right details among what was found."""

    found: int
    missed: int
    spurious: int
    accuracies: dict[str, float]

    @property
    def precision(self) -> float:
        """Share of the lines that are right; 0 where there is none."""
        return self.found / max(1, self.found + self.spurious)

    @property
    def recall(self) -> float:
        """Share of the units that were found; 0 where there is none."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was found."""
        return 2 * self.found / max(1, 2 * self.found + self.spurious + self.missed)


def score(reports: Sequence[HandCoded], lines: Iterable[Line]) -> dict[str, Figures]:
    """Figures of each kind over all reports.

    `lines` holds the `report` lines too: spans are offsets into their texts, which may differ from
    the hand-coded ones in headers and white space. A report that was not coded is missed whole.
    """
    comparisons = list(compare(reports, lines))
    return {
        kind: figures([c for c in comparisons if c.kind == kind])
        for kind in KINDS
        if kind != "report"
    }


def compare(reports: Sequence[HandCoded], lines: Iterable[Line]) -> Iterator[Comparison]:
    """One comparison for each hand-coded report and kind of line."""
    coded: dict[str, Report] = {}
    facts: dict[str, list[Fact]] = defaultdict(list)
    for line in lines:
        if isinstance(line, Report):
            coded[ending(line.text)] = line
        else:
            facts[line.report_id].append(line)
    for report in reports:
        match = coded.get(ending(report.text))
        mine = facts[match.id] if match else []
        for kind, units in report.units.items():
            chosen = [fact for fact in mine if isinstance(fact, KINDS[kind])]
            yield _compare_kind(kind, report.report, units, chosen, match.text if match else "")


def figures(comparisons: Iterable[Comparison]) -> Figures:
    """The comparisons' counts together."""
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for comparison in comparisons:
        counts["found"] += len(comparison.found)
        counts["missed"] += len(comparison.missed)
        counts["spurious"] += len(comparison.spurious)
        for unit, fact in comparison.found:
            marks = details(unit, fact)
            seen.update(marks.keys())
            right.update(name for name, is_right in marks.items() if is_right)
    shares = {name: right[name] / seen[name] for name in sorted(seen)}
    return Figures(
        found=counts["found"],
        missed=counts["missed"],
        spurious=counts["spurious"],
        accuracies=shares,
    )


def ending(text: str) -> str:
    """The end of a text less its line breaks, by which two versions of a report are one."""
    return " ".join(text.split())[-TAIL:]


def shared_characters(unit: Unit, fact: Fact, text: str) -> int:
    """Characters that the anchor and the line's span share; an office has no anchor."""
    if isinstance(unit, OfficeUnit):
        return 1
    start = text.find(unit.anchor)
    end = start + len(unit.anchor)
    return max(0, min(end, fact.span.end) - max(start, fact.span.start)) if start >= 0 else 0


def _compare_kind(
    kind: str, report: str, units: Sequence[Unit], facts: Sequence[Fact], text: str
) -> Comparison:
    pairs = _pair(units, facts, text)
    used = {_slot(units[at], number) for at, number in pairs.items()}
    return Comparison(
        kind=kind,
        report=report,
        text=text,
        found=tuple((units[at], facts[number]) for at, number in sorted(pairs.items())),
        missed=tuple(u for at, u in enumerate(units) if u.required and at not in pairs),
        spurious=tuple(facts[number] for number, _ in _unused(facts, used)),
    )


def _unused(facts: Sequence[Fact], used: set[Slot]) -> Iterator[Slot]:
    """Slots that serve no unit; a holder named twice in a position is one too many."""
    left = set(used)
    for number, fact in enumerate(facts):
        for slot in _slots(number, fact):
            if slot in left:
                left.remove(slot)
            else:
                yield slot


def _pair(units: Sequence[Unit], facts: Sequence[Fact], text: str) -> Mapping[int, int]:
    """Which unit is served by which line: required units first, then by the largest overlap."""
    candidates = []
    for at, unit in enumerate(units):
        for number, fact in enumerate(facts):
            shared = shared_characters(unit, fact, text)
            if shared and agrees(unit, fact):
                length = 0 if isinstance(unit, OfficeUnit) else fact.span.end - fact.span.start
                candidates.append((not unit.required, -shared, length, at, number))
    pairs: dict[int, int] = {}
    used: set[Slot] = set()
    for *_, at, number in sorted(candidates):
        slot = _slot(units[at], number)
        if at not in pairs and slot not in used:
            pairs[at] = number
            used.add(slot)
    return pairs


def _slot(unit: Unit, number: int) -> Slot:
    return (number, unit.holders[0] if isinstance(unit, PositionUnit) else "")


def _slots(number: int, fact: Fact) -> list[Slot]:
    """What a line can serve: a position one unit for each holder, any other line one."""
    if isinstance(fact, Position) and fact.holders:
        return [(number, code_of(holder)) for holder in fact.holders]
    return [(number, "")]
