"""Words for several parties told of together: both sides, the two ministers, the three, they."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.resolution.persons import Person
from dragoman.resolution.scene import Scene, Seen, Together
from dragoman.resolution.together import WORTHS, told_together

REACH = 12  # sentences that counted words reach back, the first set of the report apart
NEAR = 2  # sentences that `they` reaches back
FIT = -1.5  # what it costs, less than nothing, holders of the office to be "the ministers",
UNFIT = 1.0  # what it costs holders of other offices,
STATES = 1.5  # and states to be "the leaders"
UNKNOWN = 1.0  # what it costs a set that one of its parties is unknown
LEAST = 2


class Wanted(msgspec.Struct, frozen=True):
    """What words for several parties say of them: how many, of what kind, and who is not meant.

    `fits` tells holders of the office in question; `office` is its last word in the singular.
    """

    size: int | None = None
    states: bool = False
    sides: bool = False  # states or other parties, not persons
    fits: Callable[[Person], bool] | None = None
    office: str = ""
    strict: bool = False  # none but holders of the office
    barred: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()  # who must be one of them


def count_of(document: Document, i: int) -> int | None:
    """How many a definite number at a token says: `both`, `the two`, `all three`."""
    words = anaphora().descriptions
    word = document.tokens[i].text.lower()
    before = document.tokens[i - 1].text.lower() if i else ""
    definite = word == "both" or before in words.before_counts
    return words.counts.get(word) if definite else None


def is_plural_word(token: Token) -> bool:
    """Whether a token may head or begin words for several parties."""
    words = anaphora().descriptions
    word = token.text.lower()
    return word in words.pair_state_nouns or word in words.alone or word in (*words.counts, "each")


def plural_phrase(document: Document, token: Token) -> tuple[int, int, Wanted] | None:
    """The stretch of words for several parties at a token, and what they want."""
    words = anaphora().descriptions
    word, i = token.text.lower(), token.i
    after = document.tokens[i + 1].text.lower() if i + 1 < len(document.tokens) else ""
    if f"{word} {after}" in words.reciprocal:
        return i, i + 2, Wanted(LEAST)
    if word in words.pair_state_nouns and token.tag in ("NNS", "NNPS"):
        return _counted_noun(document, token)
    if word in words.alone and token.tag == "NN" and _after_the(document, i):
        return i, i + 1, Wanted(words.alone[word])
    heads = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "poss") and after != "of"
    size = count_of(document, i) if heads else None
    return None if size is None else (i, i + 1, Wanted(size))


def _after_the(document: Document, i: int) -> bool:
    return i > 0 and document.tokens[i - 1].text.lower() == "the"


def _counted_noun(document: Document, token: Token) -> tuple[int, int, Wanted] | None:
    """`both sides`, `the three countries`, and with parties and sides also `the parties`."""
    parties = token.text.lower() in anaphora().descriptions.party_nouns
    kind = Wanted(sides=True) if parties else Wanted(states=True)
    for child in document.children(token.i, "nummod", "det", "predet", "amod"):
        size = count_of(document, child.i) if child.i < token.i else None
        if size is not None:
            return child.i, token.i + 1, msgspec.structs.replace(kind, size=size)
    bare = parties and _after_the(document, token.i)
    return (token.i - 1, token.i + 1, kind) if bare else None


def meant(scene: Scene, i: int, wanted: Wanted) -> tuple[Party, ...]:
    """The parties of the likeliest set before token `i`; none where one of them is unknown."""
    best: tuple[float, int] | None = None
    chosen: tuple[Party, ...] = ()
    for order, told in enumerate(told_together(scene, i, back=REACH)):
        parties = _parties(told.seen, wanted)
        cost = _cost(told, wanted, parties)
        if cost is None:
            continue
        worth = (told.worth - cost, order)
        if worth[0] > 0 and (best is None or worth > best):
            best, chosen = worth, parties
    return () if _has_unknown(chosen) else chosen


def _parties(seen: Iterable[Seen], wanted: Wanted) -> tuple[Party, ...]:
    """Each party once; persons of one state stay apart where persons are meant."""
    found: dict[tuple[str, str | None], Party] = {}
    for each in seen:
        for party in each.mention.parties:
            found.setdefault((party.id, None if wanted.states else party.person), party)
    return tuple(found.values())


def _has_unknown(parties: tuple[Party, ...]) -> bool:
    return any(not party.id for party in parties)


def _cost(told: Together, wanted: Wanted, parties: tuple[Party, ...]) -> float | None:
    """What counts against a set; null where it cannot be meant."""
    ids = {party.id for party in parties}
    number = len(parties)
    plural = wanted.strict and any(seen.plural for seen in told.seen)  # "ministers of the OIC"
    if number != wanted.size if wanted.size else number < LEAST and not plural:
        return None
    if not (ids.isdisjoint(wanted.barred) and wanted.among <= ids):
        return None
    if wanted.states and not all(party.country or not party.id for party in parties):
        return None
    one = len(ids) < number and (wanted.sides or wanted.states)
    unfit = _unfit(told, wanted)
    fit = unfit == FIT or (unfit == STATES and told.worth >= WORTHS.listed)
    if one or (wanted.strict and not fit):
        return None
    return unfit + (UNKNOWN if _has_unknown(parties) else 0)


def _unfit(told: Together, wanted: Wanted) -> float:
    """What it costs the mentions of a set; of those who met, one may hold a lesser office."""
    if wanted.fits is None:
        return 0
    costs = sorted(_cost_of(each, wanted) for each in told.seen)
    peers = told.acts and told.worth >= WORTHS.met + WORTHS.distance * WORTHS.farthest
    return costs[0] if peers and costs[-1] == UNFIT else costs[-1]


def _cost_of(seen: Seen, wanted: Wanted) -> float:
    """What it costs one of a set to be a holder of the office."""
    parties = seen.mention.parties
    named = all(party.office and wanted.office in party.office.split() for party in parties)
    before = seen.plural and seen.mention.kind in ("description", "pronoun")
    if named or (seen.person is not None and wanted.fits is not None and wanted.fits(seen.person)):
        return FIT
    if before and any(party.person for party in parties):
        return 0
    return UNFIT if any(party.office for party in parties) else STATES


def companions(scene: Scene, i: int, *, barred: frozenset[str]) -> tuple[Party, ...]:
    """All that `they` may mean: the last told of together, subjects first; none if unsure."""
    best: tuple[float, int] | None = None
    chosen: tuple[Party, ...] = ()
    sentence = scene.document.tokens[i].sentence
    for order, told in enumerate(_near(scene, i)):
        parties = _parties(told.seen, Wanted())
        several = len(parties) >= LEAST or told.seen[0].plural
        if not (several and barred.isdisjoint(party.id for party in parties)):
            continue
        worth = (told.worth + told.acts - (sentence - told.sentence), order)
        if best is None or worth > best:
            best, chosen = worth, parties
    return () if _has_unknown(chosen) else chosen


def _near(scene: Scene, i: int) -> Iterator[Together]:
    """Sets of the last sentences: lists, and who acted together."""
    sentence = scene.document.tokens[i].sentence
    for told in told_together(scene, i, back=NEAR):
        persons = all(seen.person is not None for seen in told.seen)
        enough = WORTHS.related if persons else WORTHS.met
        away = WORTHS.distance * (sentence - told.sentence)
        if sentence - told.sentence <= NEAR and told.worth >= enough + away:
            yield told
