"""Plural references to two or more parties told of together: both sides, the two ministers, they."""

from itertools import combinations

from dragoman.model import Party
from dragoman.resolution.scene import Scene, Seen, ids_of, single_state

RELATING = frozenset(("and", "with", "to", "between", "on", "from", "by", "&"))


def last_pair(scene: Scene, i: int, *, persons: bool) -> tuple[Seen, Seen] | None:
    """The last two mentions of different parties in one sentence, joined or in one relation."""
    for here in scene.back(i):
        fitting = [seen for seen in here if _fits(seen, persons=persons)]
        pairs = [pair for pair in combinations(fitting, 2) if _differ(*pair)]
        if pairs:
            return max(pairs, key=lambda pair: _closeness(scene, *pair))
    return None


def _fits(seen: Seen, *, persons: bool) -> bool:
    if seen.plural or seen.mention.rung in ("place", "possession"):
        return False
    if persons:
        return seen.person is not None and bool(seen.person.held)
    return single_state(seen) is not None


def _differ(a: Seen, b: Seen) -> bool:
    if a.person is not None and a.person is b.person:
        return False
    return bool(ids_of(a) and ids_of(b)) and set(ids_of(a)).isdisjoint(ids_of(b))


def _closeness(scene: Scene, a: Seen, b: Seen) -> tuple[int, int, int]:
    """Coordination before subject and partner before neighbours in the text; the last wins."""
    tokens = scene.document.tokens
    between = {token.text.lower() for token in tokens[a.mention.last : b.mention.first]}
    near = b.mention.first - a.mention.last <= 2  # noqa: PLR2004 - "A and B", "A, and B"
    joined = near and bool(between & {"and", "&", "-", "–"})
    related = a.subject and bool(between & RELATING)
    return (2 * joined + related, a.subject, a.mention.first)


def states_of(pair: tuple[Seen, Seen]) -> tuple[Party, ...]:
    """The parties of a pair."""
    return tuple(seen.mention.parties[0] for seen in pair)


def companions(scene: Scene, i: int) -> tuple[Party, ...]:
    """All that `they` may mean: a plural just told of, or those joined in the last sentence."""
    for here in scene.back(i):
        plural = [seen for seen in here if seen.plural and seen.mention.parties]
        if plural:
            return plural[-1].mention.parties
        joined = _joined_subjects(scene, here)
        if joined:
            return joined
        met = [seen for seen in here if _fits(seen, persons=True)]
        pairs = [pair for pair in combinations(met, 2) if _differ(*pair)]
        if pairs:
            return states_of(max(pairs, key=lambda pair: _closeness(scene, *pair)))
    return ()


def _joined_subjects(scene: Scene, here: list[Seen]) -> tuple[Party, ...]:
    subjects = [seen for seen in here if seen.subject and len(seen.mention.parties) == 1]
    first = [seen for seen in subjects if scene.document.tokens[seen.mention.head].dep != "conj"]
    rest = [seen for seen in subjects if scene.document.tokens[seen.mention.head].dep == "conj"]
    if first and rest and _differ(first[0], rest[0]):
        return tuple(seen.mention.parties[0] for seen in (first[0], *rest))
    return ()
