"""How far two people agree who coded the same reports by hand.

Their units are paired first, by the words they anchor on; then each detail of the pairs is
compared. Both measures are 1 where they always agree, and 0 where they agree as often as by chance.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.evaluation.units import (
    EventUnit,
    HandCoded,
    OfficeUnit,
    PositionUnit,
    StatementUnit,
    TieUnit,
    Unit,
)

Pair = tuple[str, str]  # what the one says of a detail, and what the other


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """One detail of one kind of unit.

    `pairs` units stand in both, and so many `agree`. `kappa` is Cohen's ("A Coefficient of
    Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960), `alpha`
    Krippendorff's for nominal data (Content Analysis, chapter 11); null where both always say one
    and the same.
    """

    kind: str
    detail: str
    pairs: int
    agree: int
    kappa: float | None
    alpha: float | None


class Unitising(msgspec.Struct, frozen=True, kw_only=True):
    """How many units of a kind both coders see, and how many one alone does."""

    kind: str
    both: int
    one: int
    other: int

    @property
    def f1(self) -> float:
        """The share of units that both see: F1 of either against the other."""
        return 2 * self.both / max(1, 2 * self.both + self.one + self.other)


class Coders(msgspec.Struct, frozen=True, kw_only=True):
    """Two coders of the same reports: what they see, and what they say of it."""

    reports: int
    units: tuple[Unitising, ...]
    details: tuple[Agreement, ...]


def coders(one: Sequence[HandCoded], other: Sequence[HandCoded]) -> Coders:
    """Compare two files of hand-coded reports; reports that one of them lacks are passed over."""
    texts = {report.text: report for report in other}
    both = [(report, texts[report.text]) for report in one if report.text in texts]
    units: list[Unitising] = []
    details: list[Agreement] = []
    for kind in HandCoded(report="", published="", text="").units:
        paired: list[tuple[Unit, Unit]] = []
        alone = [0, 0]
        for mine, theirs in both:
            found = _paired(mine.units[kind], theirs.units[kind], mine.text)
            paired += found
            alone[0] += len(mine.units[kind]) - len(found)
            alone[1] += len(theirs.units[kind]) - len(found)
        units.append(Unitising(kind=kind, both=len(paired), one=alone[0], other=alone[1]))
        details += _agreements(kind, paired)
    return Coders(reports=len(both), units=tuple(units), details=tuple(details))


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa: each coder is granted the shares of labels that are his own."""
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(ones[label] * others[label] for label in ones) / max(1, len(pairs)) ** 2
    return _corrected(pairs, expected)


def alpha(pairs: Sequence[Pair]) -> float | None:
    """Krippendorff's alpha for nominal data of two coders; it makes up for small samples."""
    labels = Counter(label for pair in pairs for label in pair)
    total = labels.total()
    together = sum(count * (count - 1) for count in labels.values())
    return _corrected(pairs, together / max(1, total * (total - 1)))


def _corrected(pairs: Sequence[Pair], expected: float) -> float | None:
    if not pairs or expected == 1:
        return None
    seen = sum(a == b for a, b in pairs) / len(pairs)
    return (seen - expected) / (1 - expected)


def _agreements(kind: str, paired: Sequence[tuple[Unit, Unit]]) -> Iterator[Agreement]:
    said = [(_details(one), _details(other)) for one, other in paired]
    for detail in said[0][0] if said else ():
        pairs = [(one[detail], other[detail]) for one, other in said]
        yield Agreement(
            kind=kind,
            detail=detail,
            pairs=len(pairs),
            agree=sum(a == b for a, b in pairs),
            kappa=kappa(pairs),
            alpha=alpha(pairs),
        )


def _details(unit: Unit) -> dict[str, str]:
    """What a unit says, in words; of several that would be right, the first."""
    match unit:
        case EventUnit():
            return {
                "type": unit.types[0],
                "actors": _set(unit.actors),
                "recipients": _set(unit.recipients),
                "modality": unit.modality,
                "date": "/".join(unit.date or ()),
            }
        case PositionUnit():
            return {"issue": unit.issues[0], "stance": unit.stance}
        case StatementUnit():
            return {
                "speaker": unit.chain[-1],
                "quote": unit.quote,
                "channel": unit.channel or "",
            }
        case TieUnit():
            return {"parties": _set(unit.parties), "tone": unit.tone}
        case OfficeUnit():
            return {"country": unit.country or "", "office": unit.office}


def _set(codes: Iterable[str]) -> str:
    return ",".join(sorted(codes))


def _paired(units: Sequence[Unit], others: Sequence[Unit], text: str) -> list[tuple[Unit, Unit]]:
    """Units on the same words, those that say the same first, then those that share more words."""
    ranked = sorted(
        (-_alike(unit, other), -shared, at, place)
        for at, unit in enumerate(units)
        for place, other in enumerate(others)
        if (shared := _shared(unit, other, text))
    )
    pairs: dict[int, int] = {}
    for _, _, at, place in ranked:
        if at not in pairs and place not in pairs.values():
            pairs[at] = place
    return [(units[at], others[place]) for at, place in sorted(pairs.items())]


def _alike(unit: Unit, other: Unit) -> int:
    mine, theirs = _details(unit), _details(other)
    return sum(mine[detail] == theirs[detail] for detail in mine)


def _shared(unit: Unit, other: Unit, text: str) -> int:
    """Characters that both anchors hold; a position needs the same holder, an office the person."""
    if isinstance(unit, OfficeUnit) and isinstance(other, OfficeUnit):
        return int(unit.person == other.person)
    if getattr(unit, "holders", ()) != getattr(other, "holders", ()):
        return 0
    start, place = text.find(unit.anchor), text.find(other.anchor)
    ends = min(start + len(unit.anchor), place + len(other.anchor))
    return max(0, ends - max(start, place))
