"""One layer alone: who stands for or against whom, in each text or as each row asks.

A row may name a `holder`, whose words the text is: is another party criticised in them? It may
name a `target`, too: is the holder for or against it?
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from dragoman.codebooks.evaluative import evaluative
from dragoman.coding.criticism import criticism
from dragoman.coding.events import events
from dragoman.coding.leanings import Leaning, leanings
from dragoman.coding.parties_named import official_name, state_of, tokens_of
from dragoman.coding.positions import positions
from dragoman.coding.stances_between import StanceBetween, stances_between
from dragoman.coding.statements import statements
from dragoman.coding.ties import ties
from dragoman.coding.towards import Evidence, balance, towards
from dragoman.coding.when import calendar
from dragoman.engines import in_order
from dragoman.errors import Refusal
from dragoman.intake.asked import Asked
from dragoman.model import Fact
from dragoman.parsing.attribution import attributions, speakers
from dragoman.parsing.document import Document
from dragoman.parsing.parser import load, parse
from dragoman.resolution.actors import resolve
from dragoman.resolution.identities import Identities

LAYER = "stance"
Label = Literal["POS", "NEG", "CONFLICT", "NONE"]
_SURE, _SURER, _SUREST = 0.5, 0.1, 0.95  # confidence of an even balance, a step more, the most
_CRITICAL = 0.7


class StanceLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A text's stances, and the answer to its row.

    `label` is `POS` or `NEG` towards a target; of a speaker's words it is `CONFLICT` or `NONE`,
    with the full name of the state that is criticised.
    """

    id: str
    stances: tuple[StanceBetween, ...]
    label: Label | msgspec.UnsetType = msgspec.UNSET
    target_country: str | None | msgspec.UnsetType = msgspec.UNSET


class _Weighed(msgspec.Struct, frozen=True):
    """A line, and how far its own words lean to the target of its row."""

    line: StanceLine
    asked: Asked
    balance: float = 0.0


def stances(
    items: Iterable[Asked | Refusal], *, together: bool = False, jobs: int = 1
) -> Iterator[StanceLine | Refusal]:
    """The stances of texts in a stream, in their order; what intake refused passes through.

    Args:
        items: Texts, and what is asked of them.
        together: Whether what all rows of one story say of a holder and a target decides for each
            of them; then nothing comes before all is read.
        jobs: Processes to share the work; the result is the same for any number.

    Raises:
        ModelError: the language model is missing or is not the one we know.
    """
    load()  # before any fork, so that the processes share the model
    found = in_order(_batch, items, jobs=jobs)
    if together:
        found = _pooled(list(found))
    return (item if isinstance(item, Refusal) else item.line for item in found)


def _batch(items: list[Asked | Refusal]) -> list[_Weighed | Refusal]:
    asked = [item for item in items if isinstance(item, Asked)]
    documents = iter(parse([item.report for item in asked]))
    return [
        item if isinstance(item, Refusal) else _guarded(item, next(documents)) for item in items
    ]


def _guarded(asked: Asked, document: Document | Refusal) -> _Weighed | Refusal:
    """One text that breaks the layer must not take the run with it."""
    if isinstance(document, Refusal):
        return document
    try:
        return _weighed(asked, document)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told and the run goes on
        return Refusal(
            source=document.report.url or document.report.id,
            code="not_annotated",
            message=f"a fault of ours: {type(error).__name__}: {error}",
            remedy="send us the report",
        )


def _weighed(asked: Asked, document: Document) -> _Weighed:
    attributed = attributions(document)
    identities = resolve(document, speakers=speakers(attributed, document))
    if asked.target is not None:
        return _towards_target(asked, asked.target, document, identities)
    said = statements(document, identities, attributed)
    facts: tuple[Fact, ...] = (
        *events(document, identities, said, calendar(document)),
        *positions(document, identities, said),
        *ties(document, identities),
    )
    found = stances_between(document, identities, facts)
    if asked.holder is None:
        return _Weighed(StanceLine(id=document.report.id, stances=found), asked)
    return _Weighed(_of_speaker(asked.holder, document, identities, facts, found), asked)


def _of_speaker(
    name: str,
    document: Document,
    identities: Identities,
    facts: tuple[Fact, ...],
    found: tuple[StanceBetween, ...],
) -> StanceLine:
    """Whether the words of a holder criticise another state."""
    holder = state_of(name)
    critical = criticism(document, identities, facts, holder)
    if critical is None:
        return StanceLine(id=document.report.id, stances=found, label="NONE", target_country=None)
    stance = StanceBetween(
        holder=holder or name,
        target=critical.target,
        stance="opposes",
        start=critical.start,
        end=critical.end,
        confidence=_CRITICAL,
        reason=critical.reason,
    )
    full = official_name(critical.target) or critical.target
    return StanceLine(
        id=document.report.id,
        stances=(*found, stance),
        label="CONFLICT",
        target_country=full.lower().replace(" ", "_"),
    )


def _towards_target(
    asked: Asked, target: str, document: Document, identities: Identities
) -> _Weighed:
    lean = leanings(document)
    evidence = towards(document, tokens_of(document, identities, target), lean)
    weight = balance(evidence, lean)
    line = StanceLine(
        id=document.report.id, stances=(_stance(asked, target, document, evidence, lean),)
    )
    return _answered(_Weighed(line, asked, weight), weight)


def _stance(
    asked: Asked,
    target: str,
    document: Document,
    evidence: tuple[Evidence, ...],
    lean: Mapping[int, Leaning],
) -> StanceBetween:
    """The words that weigh most; where none stands at the target, the whole text."""
    best = max(evidence, key=lambda one: one.weight, default=None)
    word = document.tokens[best.i] if best else None
    source = lean[best.i].source if best and best.i in lean else "attitudes"
    return StanceBetween(
        holder=asked.holder or "",
        target=target,
        stance="neutral",
        start=word.start if word else 0,
        end=word.end if word else len(document.text),
        confidence=_SURE,
        reason=f"{source} ({word.text})" if word else "the words of the text together",
    )


def _answered(found: _Weighed, weight: float) -> _Weighed:
    """The line with its stance and label, as the weight of the words has them."""
    above = weight + evaluative().weights.bias
    (plain,) = found.line.stances
    stance = msgspec.structs.replace(
        plain,
        stance="supports" if above > 0 else "opposes",
        confidence=round(min(_SURE + _SURER * abs(above), _SUREST), 2),
    )
    label: Label = "POS" if above > 0 else "NEG"
    line = msgspec.structs.replace(found.line, stances=(stance,), label=label)
    return msgspec.structs.replace(found, line=line)


def _pooled(found: list[_Weighed | Refusal]) -> Iterator[_Weighed | Refusal]:
    """Who is for somebody in one sentence of a story is so in the others."""
    pools: defaultdict[tuple[str | None, ...], list[float]] = defaultdict(list)
    for item in found:
        if isinstance(item, _Weighed) and item.asked.target is not None:
            pools[_key(item.asked)].append(item.balance)
    for item in found:
        if isinstance(item, Refusal) or item.asked.target is None:
            yield item
            continue
        pool = pools[_key(item.asked)]
        yield _answered(item, sum(pool) / len(pool) ** 0.5)


def _key(asked: Asked) -> tuple[str | None, ...]:
    holder = (asked.holder or "").casefold()
    if asked.story is None or holder in evaluative().names.nobody:
        return (asked.report.id, asked.holder, asked.target)
    return (asked.story, asked.holder, asked.target)
