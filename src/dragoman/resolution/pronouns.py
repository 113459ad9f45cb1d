"""Pronouns: he, she, they, it, who by what was told before; I and we by whose words they are."""

from collections.abc import Mapping

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.resolution.identities import Mention
from dragoman.resolution.pairs import companions, last_pair, states_of
from dragoman.resolution.scene import Scene, Seen

BE_LIKE = frozenset(("be", "seem", "appear", "become"))


def pronoun_kind(document: Document, token: Token) -> str | None:
    """Which pronoun a token is, or null."""
    word = token.text.lower()
    if token.tag not in ("PRP", "PRP$", "WP", "WP$", "WDT") or word == "which":
        return None
    words = anaphora().pronouns
    if word == "us" and token.text == "US":
        return None
    for kind in ("he", "she", "they", "it", "i", "we", "who"):
        if word in getattr(words, kind):
            return kind
    return None


def person_of(scene: Scene, token: Token, kind: str, speaker: Seen | None = None) -> Seen | None:
    """The person that `he` or `she` is."""
    gender = "m" if kind == "he" else "f"

    def fits(seen: Seen) -> bool:
        if seen.person is None or seen.plural:
            return False
        if speaker is not None and seen.person is speaker.person:
            return False
        return seen.person.gender in ("", gender)

    found = scene.best(token.i, fits)
    if found is not None and found.person is not None:
        found.person.gender = gender
    return found


def thing_of(scene: Scene, token: Token) -> Seen | None:
    """The state or organisation that `it` is; null where `it` stands for no thing."""
    head = scene.document.tokens[token.head]
    if token.dep == "expl" or (token.dep == "nsubj" and head.lemma in BE_LIKE):
        return None
    if token.tag == "PRP" and _has_nearer_thing(scene.document, token):
        return None
    kinds = ("state", "organisation", "institution")

    def fits(seen: Seen) -> bool:
        single = len(seen.mention.parties) == 1 and seen.person is None
        direct = seen.mention.rung not in ("place", "adjective", "possession", "people")
        return single and direct and not seen.plural and seen.mention.kind in kinds

    return scene.best(token.i, fits)


def _has_nearer_thing(document: Document, token: Token) -> bool:
    """`cut short the trip but it went ahead`: a thing told of just before is meant."""
    first = document.sentences[token.sentence].first
    for before in reversed(document.tokens[first : token.i]):
        if before.dep in ("nsubj", "nsubjpass", "dobj") and before.is_nominal:
            return before.tag == "NN"
    return False


def group_of(scene: Scene, token: Token) -> tuple[Party, ...]:
    """All that `they` stands for."""
    own = scene.document.tokens[token.i]
    found = companions(scene, token.i)
    if found or own.tag != "PRP$":
        return found
    single = scene.best(token.i, lambda seen: bool(seen.mention.parties) and seen.plural)
    return single.mention.parties if single else ()


def relative_of(
    document: Document, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The mention that `who` follows."""
    clause = document.tokens[token.head]
    while clause.dep == "conj" and clause.head != clause.i:
        clause = document.tokens[clause.head]
    before = token.i - 1
    while before >= 0 and document.tokens[before].text == ",":
        before -= 1
    near = by_token.get(before)
    if near is not None:
        return near
    return by_token.get(clause.head) if clause.dep == "relcl" else None


def reciprocal_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Both of `each other`."""
    pair = last_pair(scene, i, persons=False)
    return states_of(pair) if pair else ()
