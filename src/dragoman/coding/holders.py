"""Who holds an attitude: the state or organisation behind the words, or nobody we may name.

An office-holder speaks for the state; an outlet, an analyst, the opposition do not.
"""

from collections.abc import Iterable, Sequence

from dragoman.codebooks.attitudes import attitudes
from dragoman.codebooks.entries import light_verbs
from dragoman.codebooks.speech import speech
from dragoman.coding.content import carried_subject
from dragoman.coding.statements import innermost
from dragoman.model import Party, Statement
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate, predicate
from dragoman.parsing.slots import verb_slots
from dragoman.resolution.identities import Identities

Parties = tuple[Party, ...]
_BARE_MARKS = ("’", "'")  # of a plural's possessive
_LABELLED = ":"  # the cue of a transcript's turns
_PREDICATED = ("acomp", "oprd", "attr")  # "is united", "remains concerned"


def may_hold(party: Party) -> bool:
    """Whether a party's attitude is a state's or an organisation's."""
    rules = attitudes().holders
    if not party.id or party.sector in rules.silent:
        return False
    is_state = party.id == party.country
    return not is_state or party.sector is None or party.sector in rules.speak_for_state


def parties_at(identities: Identities, tokens: Iterable[int]) -> Parties:
    """Parties that may hold a position among those the tokens stand for, one of an id."""
    found: dict[str, Party] = {}
    for i in tokens:
        mention = identities.at(i)
        for party in mention.parties if mention and mention.rung != "place" else ():
            if may_hold(party):
                found.setdefault(party.id, party)
    return tuple(found.values())


def holders(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    found: Predicate,
    slots: str,
) -> tuple[Parties, str]:
    """Who holds the attitude of a predicate, and the slot that told."""
    empty = True
    for slot in slots.split("|"):
        if slot == "speaker":
            hearers = _is_hearers(document, found)
            return (() if hearers else speaker(document, identities, statements, found.i)), slot
        tokens = _filling(document, found, slot)
        if _is_own_voice(document, statements, tokens):
            return speaker(document, identities, statements, found.i), slot
        parties = parties_at(identities, tokens)
        if parties or any(_is_named(identities, i) for i in tokens):
            return _with_other_side(document, identities, statements, found, parties), slot
        written = [i for i in tokens if _is_document(document, i)]
        if written:
            return _authors(document, identities, statements, written[0]), slot
        empty = empty and not tokens
    if empty and not _is_agentless(document, found) and not _is_hearers(document, found):
        return speaker(document, identities, statements, found.i), "speaker"
    return (), ""


def _with_other_side(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    found: Predicate,
    parties: Parties,
) -> Parties:
    """With a "shared commitment" of one side of a talk, the other side."""
    shared = any(
        child.lemma in attitudes().holders.shared for child in document.children(found.i, "amod")
    )
    if len(parties) != 1 or not shared:
        return parties
    token = document.tokens[found.i]
    statement = innermost(statements, token.start, token.end)
    tellers = parties_at(identities, carried_subject(document, found))
    others = (*tellers, *(statement.addressees if statement else ()))
    known = {party.id: party for party in (*parties, *others) if may_hold(party)}
    return tuple(known.values())


def _is_hearers(document: Document, found: Predicate) -> bool:
    """Whether a noun stands under what the hearers do: "you spoke of the importance"."""
    if found.pos != "n":
        return False
    over = next((a for a in document.ancestors(found.i) if a.is_verb), None)
    subjects = document.children(over.i, "nsubj") if over is not None else ()
    return any(child.lemma in attitudes().holders.hearers for child in subjects)


def _is_own_voice(
    document: Document, statements: Sequence[Statement], tokens: Iterable[int]
) -> bool:
    """Whether it is a `we` in the words of a labelled speaker, or of one that no one knows."""
    own = [document.tokens[i] for i in tokens]
    own = [token for token in own if token.text.lower() in speech().first_person]
    around = [innermost(statements, token.start, token.end) for token in own]
    return any(s is not None and (s.cue == _LABELLED or not s.chain[-1].id) for s in around)


def speaker(
    document: Document, identities: Identities, statements: Sequence[Statement], i: int
) -> Parties:
    """Whose words a token is among: the last source of the innermost statement."""
    owner = _believer(document, identities, i)
    if owner:
        return owner
    token = document.tokens[i]
    statement = innermost(statements, token.start, token.end)
    if statement is None:
        return _issuer(document, identities, statements, i)
    sources = [s.chain[-1] for s in statements if s.span == statement.span and s.chain]
    known = (party for source in sources for party in _members(document, identities, source))
    found = {party.id: party for party in known if may_hold(party)}
    return tuple(found.values())


def _members(document: Document, identities: Identities, source: Party) -> Parties:
    """A source, or, where it is a group without a name of its own, those whom its words name."""
    if source.id or source.span is None:
        return (source,)
    inside = document.tokens_in(source.span.start, source.span.end)
    named = (identities.at(i) for i in inside)
    return tuple(party for mention in named if mention for party in mention.parties)


def _issuer(
    document: Document, identities: Identities, statements: Sequence[Statement], i: int
) -> Parties:
    """Who says "we" nearest before a token, outside all quotations: the text is theirs."""
    words = attitudes().holders.first_person
    said = [m for m in identities.voiced if document.tokens[m.head].lemma in words and m.parties]
    before = sorted(said, key=lambda mention: (mention.head > i, abs(mention.head - i)))
    for mention in before:
        token = document.tokens[mention.head]
        if innermost(statements, token.start, token.end) is None:
            return parties_at(identities, (mention.head,))
    return ()


def _believer(document: Document, identities: Identities, i: int) -> Parties:
    """`Oman's view that …`: the owner of the noun that a clause belongs to."""
    for token in (document.tokens[i], *document.ancestors(i)):
        over = document.tokens[token.head]
        belief = over.lemma in attitudes().holders.beliefs
        if token.dep in ("acl", "ccomp") and belief:
            return parties_at(identities, (c.i for c in document.children(over.i, "poss")))
        if token.dep in ("ccomp", "relcl"):
            return ()
    return ()


def _filling(document: Document, found: Predicate, slot: str) -> tuple[int, ...]:
    token = document.tokens[found.i]
    if slot == "carrier":
        return carried_subject(document, found)
    if slot == "poss":
        owners = found.slots.get(slot, ())
        return tuple(j for i in owners for j in (*_owner_before(document, i), i))
    if found.slots.get(slot) or slot not in ("subject", "object") or token.dep not in _PREDICATED:
        return found.slots.get(slot, ())
    return verb_slots(document, document.tokens[token.head]).get("subject", ())


def _owner_before(document: Document, i: int) -> tuple[int, ...]:
    """`the United States' and Latvia's`: after a bare mark the parser loses the first owner."""
    before = i - 1
    while before > 1 and document.tokens[before].dep in ("compound", "det"):
        before -= 1
    joined = before > 1 and document.tokens[before].pos == "CCONJ"
    marked = joined and document.tokens[before - 1].text in _BARE_MARKS
    return (before - 2,) if marked else ()


def _is_named(identities: Identities, i: int) -> bool:
    """Whether a token stands for somebody, even if for no party that may hold a position."""
    mention = identities.at(i)
    return mention is not None and mention.rung != "place"


def _is_document(document: Document, i: int) -> bool:
    return document.tokens[i].lemma in attitudes().holders.documents


def _authors(
    document: Document, identities: Identities, statements: Sequence[Statement], i: int
) -> Parties:
    """The author of a text that "condemned" or "called for": the communique of the summit."""
    slots = predicate(document, i, light=light_verbs()).slots
    for name in ("poss", "modifier", *attitudes().holders.authors):
        parties = parties_at(identities, slots.get(name, ()))
        if parties:
            return parties
    issued = [c.i for c in document.children(i, "acl")]
    for verb in issued:
        parties = parties_at(
            identities, verb_slots(document, document.tokens[verb]).get("subject", ())
        )
        if parties:
            return parties
    return speaker(document, identities, statements, i)


def _is_agentless(document: Document, found: Predicate) -> bool:
    """Whether a passive hides who holds the attitude: "the attack was condemned"."""
    return found.pos == "v" and any(
        True for _ in document.children(found.i, "auxpass", "nsubjpass")
    )
