"""What an act between the parties amounts to, as the relation layer counts."""

from collections.abc import Sequence

from dragoman.codebooks.relations import Convention, relations
from dragoman.judging.candidates import Candidate
from dragoman.judging.marked import Marked

_OBJECTS = ("object", "of", "with", "by", "to")  # slots of what is acted on


def amounts_to(marked: Marked, candidate: Candidate) -> str | None:
    """The label of a candidate, its modality and the layer's conventions heeded; null if unsure."""
    kind = _by_convention(marked, candidate)
    for amount in relations().amount:
        if candidate.modality in amount.modalities and candidate.entry.type in amount.types:
            return amount.label
    return kind


def convened(marked: Marked, label: str, found: Sequence[Candidate]) -> str:
    """An exemplar's type as the layer counts it: a signed agreement is SUPPORT."""
    for candidate in found:
        done = candidate.modality == "asserted" and candidate.entry.type == label
        if done and candidate.source:
            return _by_convention(marked, candidate)
    return label


def _by_convention(marked: Marked, candidate: Candidate) -> str:
    kind = candidate.entry.type
    held = (one for one in relations().convention if _holds(marked, candidate, one))
    return next((one.label for one in held), kind)


def _holds(marked: Marked, candidate: Candidate, one: Convention) -> bool:
    found = candidate.predicate
    if one.type != candidate.entry.type or found.lemma not in one.predicates:
        return False
    objects = (i for slot in _OBJECTS for i in found.slots.get(slot, ()))
    lemmas = {marked.document.tokens[i].lemma for i in objects}
    return not one.objects or not lemmas.isdisjoint(one.objects)
