"""Words for several parties in their turn: the two ministers, both countries, the negotiators."""

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Token
from dragoman.resolution import descriptions
from dragoman.resolution.around import listed_names
from dragoman.resolution.draft import Reading
from dragoman.resolution.joint import is_joint, titled
from dragoman.resolution.pairs import Wanted, count_of, meant, plural_phrase
from dragoman.resolution.parties import owner_party, reading_party, span_of
from dragoman.resolution.persons import Person
from dragoman.resolution.phrases import Phrase
from dragoman.resolution.pronouns import clause_subject

PAIR = 2
RUNG = "told of together"
OBJECTS = frozenset(("dobj", "dative", "pobj"))


def read_counted(reading: Reading, phrase: Phrase) -> bool:
    """`the two ministers`, `both presidents`, `the leaders`; whether the phrase was such."""
    document = reading.draft.document
    words = anaphora().descriptions
    noun = " ".join(document.tokens[i].text.lower() for i in range(*phrase.core))
    if phrase.owners or phrase.possessor is not None:
        return False
    if noun not in words.pair_person_nouns and noun not in words.taken_up:
        return False
    first, size = _counted(reading, phrase)
    bare = phrase.definite and noun in words.taken_up and _is_bare(reading, phrase)
    if size is None and not bare:
        return False
    wanted = Wanted(
        size,
        fits=lambda person: _holds(person, phrase),
        office=phrase.titles[0].office.split()[-1] if phrase.titles else "",
        strict=size is None,
        barred=barred_at(reading, document.tokens[phrase.core[1] - 1]),
    )
    parties = meant(reading.scene, first, wanted)
    reading.add(first, phrase.last, "description", parties, RUNG, plural=True)
    widen(reading, first)
    return True


def _holds(person: Person, phrase: Phrase) -> bool:
    return descriptions.fit(phrase, person) > 0


def _counted(reading: Reading, phrase: Phrase) -> tuple[int, int | None]:
    """Where the number before the noun stands, and what it says."""
    for i in range(max(0, min(phrase.first, phrase.core[0] - 1)), phrase.core[0]):
        size = count_of(reading.draft.document, i)
        if size is not None:
            return i, size
    return phrase.first, None


def _is_bare(reading: Reading, phrase: Phrase) -> bool:
    """`the ministers`, and no ministers of somebody or something."""
    tokens = reading.draft.document.tokens
    after = tokens[phrase.last].text.lower() if phrase.last < len(tokens) else ""
    return phrase.first == phrase.core[0] and after not in ("of", "from", "in", "for", "who")


def read_count(reading: Reading, token: Token) -> None:
    """`both countries`, `the two`, `the three`, `the parties`, `each other`."""
    found = plural_phrase(reading.draft.document, token)
    if found is None:
        return
    first, last, wanted = found
    wanted = msgspec.structs.replace(wanted, barred=barred_at(reading, token))
    parties = (
        _told_after(reading, token)
        or _makers(reading, wanted)
        or meant(reading.scene, first, wanted)
    )
    if wanted.states or wanted.sides:
        span = span_of(reading.draft.document, first, last)
        parties = tuple(owner_party(party.id, span) for party in parties)
    if parties:
        reading.add(first, last, "description", parties, RUNG, plural=True)
        widen(reading, first)


def _makers(reading: Reading, wanted: Wanted) -> tuple[Party, ...]:
    """`both sides`, `the two countries` of a statement that its title says two made."""
    document = reading.draft.document
    found = titled(document) if is_joint(document) and (wanted.states or wanted.sides) else ()
    ids = {party.id for party in found}
    two = len(ids) == PAIR == (wanted.size or PAIR)
    return found if two and ids.isdisjoint(wanted.barred) else ()


def _told_after(reading: Reading, token: Token) -> tuple[Party, ...]:
    """`the parties, Chad and Sudan`: their names follow."""
    document = reading.draft.document
    after = document.tokens[token.i + 1 : token.i + 2]
    if not after or after[0].text not in (",", "(", ":"):
        return ()
    listed = listed_names(document, reading.draft.names, token.i + 2, many=True)
    found = [(name, name.reading) for name in listed if name.reading is not None]
    parties = tuple(reading_party(document, only, name.first, name.last) for name, only in found)
    return parties if len(parties) > 1 else ()


def barred_at(reading: Reading, token: Token) -> frozenset[str]:
    """The parties of the clause's subject, where the words are what it acts on."""
    document = reading.draft.document
    over = document.tokens[token.head]
    apart = token.dep != "pobj" or over.text.lower() in anaphora().descriptions.apart
    if token.dep not in OBJECTS or not apart:
        return frozenset()
    subject = clause_subject(document, token)
    mention = reading.by_token.get(subject) if subject is not None else None
    return frozenset(party.id for party in mention.parties) if mention else frozenset()


def widen(reading: Reading, first: int) -> None:
    """`the commanders of the two sides`: a noun without owner before words for several."""
    document = reading.draft.document
    while first and document.tokens[first - 1].lemma in ("the", "all", "these"):
        first -= 1
    before = document.tokens[first - 1].text.lower() if first else ""
    owned = reading.by_token.get(first - 2) if before in ("of", "from") and first > 1 else None
    several = reading.mentions[-1]
    if owned is None or owned.parties or owned.kind not in ("description", "office"):
        return
    span = span_of(document, owned.first, several.last)
    parties = tuple(owner_party(party.id, span) for party in several.parties if party.id)
    reading.add(owned.first, several.last, "office", parties, RUNG, plural=True)
