"""What one marked party did to the other: what frames and judge say, with the reason."""

from collections.abc import Sequence

import msgspec

from dragoman.codebooks.plover import plover
from dragoman.codebooks.relations import relations
from dragoman.judging import encoder_file
from dragoman.judging.candidates import Candidate, candidates
from dragoman.judging.conventions import amounts_to
from dragoman.judging.encoder import odds
from dragoman.judging.features import features
from dragoman.judging.judge import Verdict, judge
from dragoman.judging.marked import Marked
from dragoman.judging.weights import shipped

_CONTENT = ("complement", "for", "to", "on")  # slots that hold what is asked or promised
NEUTRAL = "Neutral"  # the fifth of five classes: no act
_AGREED = 0.95  # the most that frames and judge together are sure


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A type of PLOVER with its class of four and of five, 0 to 1 how sure, and why."""

    label: str
    quad: str
    penta: str
    confidence: float
    reason: str


class Answer(msgspec.Struct, frozen=True):
    """What the frames alone say: one label, and the candidate that says it."""

    label: str
    candidate: Candidate


def relate(marked: Marked) -> Relation:
    """Say what the source did to the target.

    The judge sees what the frames found, so it decides; where the frames alone give the same
    answer, their entry is the reason.
    """
    found = candidates(marked)
    read = odds(encoder_file.shipped(), marked)
    verdict = judge(shipped(), features(marked, found), read)
    answer = framed(marked, found)
    if answer is not None and _fold(answer.label) == _fold(verdict.type):
        return _relation(answer.label, _sure(verdict), _entry(marked, answer), told=True)
    against = f"; {_entry(marked, answer)}" if answer is not None else "; frames are silent"
    near = ", ".join(verdict.nearest) or "none"
    reason = f"judge: most like {near}{against}"
    return _relation(verdict.type, _share(verdict), reason, told=answer is not None)


def framed(marked: Marked, found: Sequence[Candidate]) -> Answer | None:
    """The frames' answer: entries that hold both parties, where all agree."""
    inside = _content(marked, found)
    held = [
        (amounts_to(marked, one), one)
        for one in found
        if one.entry.type and one.source and one.target and not one.turned
        if one.predicate.i not in inside
    ]
    labels = {_fold(label) for label, _ in held}
    if len(labels) != 1 or None in labels:
        return None
    label, candidate = held[0]
    return None if label is None else Answer(label, candidate)


def _content(marked: Marked, found: Sequence[Candidate]) -> set[int]:
    """Tokens within what the source asks, promises, refuses or threatens."""
    inside: set[int] = set()
    for one in found:
        kind = plover().types.get(one.entry.type)
        if kind is not None and kind.content and one.source and not one.turned:
            for slot in _CONTENT:
                for i in one.predicate.slots.get(slot, ()):
                    inside.update(marked.document.subtree(i))
    return inside


def _fold(label: str | None) -> str | None:
    """CONCEDE and RETREAT are one class of the PLV set."""
    return None if label is None else relations().folded.get(label, label)


def _sure(verdict: Verdict) -> float:
    return min(_AGREED, (1 + _share(verdict)) / 2)


def _share(verdict: Verdict) -> float:
    """The probability of the likeliest type and of what counts as the same."""
    return sum(share for name, share in verdict.ranked if _fold(name) == _fold(verdict.type))


def _entry(marked: Marked, answer: Answer) -> str:
    one = answer.candidate
    when = f" when {one.entry.when}" if one.entry.when else ""
    words = marked.document.tokens[one.predicate.i].text
    told = "" if one.modality == "asserted" else f", {one.modality}"
    return f"verbs: {one.predicate.lemma}{when} is {one.entry.type}{told}, by “{words}”"


def _relation(label: str, confidence: float, reason: str, *, told: bool) -> Relation:
    """`told`: an entry holds both parties, so that there is an act."""
    table = relations()
    quad = table.quads[label]
    neutral = not told and confidence < table.neutral_below
    return Relation(
        label=label,
        quad=quad,
        penta=NEUTRAL if neutral else table.penta.get(label, quad),
        confidence=round(confidence, 2),
        reason=reason,
    )
