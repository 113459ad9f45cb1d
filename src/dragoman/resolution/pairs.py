"""Plural references to parties told of together: both sides, the two ministers, they."""

from collections.abc import Callable, Iterable
from itertools import combinations

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.resolution.persons import Person
from dragoman.resolution.scene import Scene, Seen, ids_of, single_state

NEAREST = 2  # tokens between joined mentions: "A, and B"
NEAR = 3  # mentioning sentences that `they` reaches back


def is_pair_word(token: Token) -> bool:
    """Whether a token may head or begin words for two parties."""
    words = anaphora().descriptions
    word = token.text.lower()
    return word in words.pair_state_nouns or word in words.pair_words or word in ("two", "each")


def pair_phrase(document: Document, token: Token) -> tuple[int, int, bool] | None:
    """The stretch of words for two parties at a token, and whether they must be states."""
    words = anaphora().descriptions
    word, i = token.text.lower(), token.i
    after = document.tokens[i + 1].text.lower() if i + 1 < len(document.tokens) else ""
    if f"{word} {after}" in words.reciprocal:
        return i, i + 2, False
    if word in words.pair_state_nouns and token.tag in ("NNS", "NNPS"):
        first = _count_before(document, token)
        return None if first is None else (first, i + 1, True)
    heads = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    alone = (word in ("two", "both") and heads and after != "of") or (
        word in words.pair_words and token.tag == "NN"
    )
    before = document.tokens[i - 1].text.lower() if i else ""
    if word == "two" and before not in ("the", "these"):
        return None
    if alone and (word == "both" or before == "the"):
        return i, i + 1, False
    return None


def _count_before(document: Document, token: Token) -> int | None:
    """Where `two`, `both`, or with `parties` and `sides` `the`, stands before a noun."""
    words = anaphora().descriptions
    for child in document.children(token.i, "nummod", "det", "predet", "amod"):
        if child.text.lower() in words.pair_counts and child.i < token.i:
            return child.i
    before = document.tokens[token.i - 1] if token.i else None
    definite = before is not None and before.text.lower() == "the"
    return token.i - 1 if definite and token.text.lower() in words.party_nouns else None


def last_pair(
    scene: Scene, i: int, *, persons: bool, holds: Callable[[Person], bool] | None = None
) -> tuple[Party, ...]:
    """The last two different parties of one sentence before token `i`, joined or related."""
    for here in scene.back(i):
        if not persons:
            told = [seen for seen in here if seen.plural and _is_two_states(seen)]
            if told:
                return told[-1].mention.parties
        fitting = [seen for seen in here if _fits(scene, seen, persons=persons)]
        if holds is not None:
            fitting = [seen for seen in fitting if seen.person and holds(seen.person)]
        pairs = [pair for pair in combinations(fitting, 2) if _differ(*pair)]
        if pairs:
            return _parties(max(pairs, key=lambda pair: _closeness(scene, *pair)))
    return ()


def _is_two_states(seen: Seen) -> bool:
    parties = seen.mention.parties
    return [bool(party.country) for party in parties] == [True, True]


def _fits(scene: Scene, seen: Seen, *, persons: bool) -> bool:
    if seen.plural or seen.mention.rung in ("place", "possession"):
        return False
    if persons:
        return seen.person is not None and bool(seen.person.held)
    if seen.person is None and seen.mention.kind not in ("state", "organisation"):
        return False
    describes = scene.document.tokens[seen.mention.head].dep in ("compound", "amod", "nmod")
    return single_state(seen) is not None and (seen.person is not None or not describes)


def _differ(a: Seen, b: Seen) -> bool:
    if a.person is not None and a.person is b.person:
        return False
    return bool(ids_of(a) and ids_of(b)) and set(ids_of(a)).isdisjoint(ids_of(b))


def _closeness(scene: Scene, a: Seen, b: Seen) -> tuple[int, bool, int]:
    """Coordination before subject and partner before neighbours in the text; the last wins."""
    tokens = scene.document.tokens
    between = {token.text.lower() for token in tokens[a.mention.last : b.mention.first]}
    near = b.mention.first - a.mention.last <= NEAREST
    joined = near and bool(between & {"and", "&", "-", "–"})
    related = a.subject and bool(between & anaphora().descriptions.relating)
    return (2 * joined + related, a.subject, a.mention.first)


def _parties(several: Iterable[Seen]) -> tuple[Party, ...]:
    return tuple(party for seen in several for party in seen.mention.parties)


def companions(scene: Scene, i: int) -> tuple[Party, ...]:
    """All that `they` may mean: those joined or told of as many a sentence or two before."""
    for _, here in zip(range(NEAR), scene.back(i), strict=False):
        joined = _joined_subjects(scene, here)
        if joined:
            return joined
        plural = [seen for seen in here if seen.plural and seen.mention.parties]
        if plural:
            return plural[-1].mention.parties
        coordinated = _coordinated(scene, here)
        if coordinated:
            return coordinated
        met = [seen for seen in here if _fits(scene, seen, persons=True)]
        pairs = [pair for pair in combinations(met, 2) if _differ(*pair)]
        if pairs:
            return _parties(max(pairs, key=lambda pair: _closeness(scene, *pair)))
    return ()


def _coordinated(scene: Scene, here: list[Seen]) -> tuple[Party, ...]:
    """`Chad and Sudan`, in whatever role, the last such."""
    for seen in reversed(here):
        token = scene.document.tokens[seen.mention.head]
        left = [other for other in here if other.mention.first <= token.head < other.mention.last]
        if token.dep == "conj" and left and _differ(left[-1], seen) and seen.mention.parties:
            return _parties((left[-1], seen))
    return ()


def _joined_subjects(scene: Scene, here: list[Seen]) -> tuple[Party, ...]:
    subjects = [seen for seen in here if seen.subject and seen.mention.parties]
    subjects = [seen for seen in subjects if scene.document.tokens[seen.mention.head].dep != "poss"]
    first = [seen for seen in subjects if scene.document.tokens[seen.mention.head].dep != "conj"]
    rest = [seen for seen in subjects if scene.document.tokens[seen.mention.head].dep == "conj"]
    if first and rest and _differ(first[0], rest[0]):
        return _parties((first[0], *rest))
    return ()
