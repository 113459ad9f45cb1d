"""Titles in their turn: of a named person, of one told of before, of nobody named."""

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party, Span
from dragoman.resolution import descriptions
from dragoman.resolution.draft import Reading
from dragoman.resolution.forms import Title
from dragoman.resolution.own_titles import is_own_title, speaker_at
from dragoman.resolution.parties import (
    is_state,
    name_of,
    office_name,
    person_party,
    sector_of,
    span_of,
    text_of,
)
from dragoman.resolution.persons import Person
from dragoman.resolution.phrases import Phrase


def is_joined(reading: Reading, phrase: Phrase) -> bool:
    """Whether the mention of an earlier title of the same person covers this one."""
    mention = reading.by_token.get(phrase.core[0])
    return mention is not None and mention.kind == "office" and mention.last >= phrase.last


def person_at(reading: Reading, span: tuple[int, int]) -> Person:
    """The person whose name stands there."""
    return reading.draft.bearers[span]


def read_holder(reading: Reading, phrase: Phrase) -> None:
    """A title with its holder's name."""
    assert phrase.person is not None  # noqa: S101 - the caller has looked
    document = reading.draft.document
    person = person_at(reading, phrase.person)
    _take_possessor(reading, phrase, person)
    first, last = min(phrase.first, phrase.person[0]), max(phrase.last, phrase.person[1])
    post = phrase.post.reading.id if phrase.post and phrase.post.reading else ""
    own = phrase.titles[0]
    generic = person.office is not None and (own.rank or own.level > person.office.level)
    title = person.office if generic else own
    party = person_party(person, span_of(document, first, last), title=title, post=post)
    reading.add(first, last, "office", (party,), phrase.rung or person.rung, person=person)


def _take_possessor(reading: Reading, phrase: Phrase, person: Person) -> None:
    """`its chairman` holds that office of it, and acts for it where for no other."""
    owners = owners_of(reading, phrase) if phrase.possessor is not None else ()
    if len(owners) != 1:
        return
    for held in person.held:
        if reading.draft.phrases[held.phrase] is phrase:
            held.owner = held.owner or owners[0]
    if person.owner is None:
        person.owner, person.rung = owners[0], "possessive"


def owners_of(reading: Reading, phrase: Phrase) -> tuple[str, ...]:
    """Whose the phrase is: by its words, or by a pronoun or person before it."""
    if phrase.owners or phrase.possessor is None:
        return phrase.owners
    mention = reading.by_token.get(phrase.possessor)
    if mention is None:
        return ()
    return tuple(dict.fromkeys(party.id for party in mention.parties if party.id))


def read_office(reading: Reading, phrase: Phrase) -> None:
    """A title without a name: of a person told of, else of its state."""
    document = reading.draft.document
    owners = owners_of(reading, phrase)
    span = span_of(document, phrase.first, phrase.last)
    if phrase.plural or len(owners) > 1:
        name = text_of(document, phrase.first, phrase.last) if len(owners) == 1 else ""
        parties = tuple(_unnamed(phrase, owner, span, name=name) for owner in owners)
        rung = phrase.rung or "unnamed"
        reading.add(
            phrase.first,
            phrase.last,
            "office" if owners else "description",
            parties,
            rung,
            plural=True,
        )
        return
    host = _host(reading, phrase)
    own = speaker_at(reading, phrase.core[0])
    person = descriptions.holder_of(reading.scene, phrase, owners=owners, excluded=own, host=host)
    if not owners and is_own_title(reading, phrase, person):
        owners = (reading.draft.issuer or "",)
        person = descriptions.holder_of(
            reading.scene, phrase, owners=owners, excluded=own, host=host
        )
    if person is not None and (owners or phrase.definite or phrase.possessor is not None):
        party = person_party(person, span)
        rung = "office held in this report"
        reading.add(phrase.first, phrase.last, "office", (party,), rung, person=person)
    elif owners:
        name = text_of(document, phrase.first, phrase.last)
        party = _unnamed(phrase, owners[0], span, name=name)
        reading.add(phrase.first, phrase.last, "office", (party,), phrase.rung or "possessive")
    else:
        name = text_of(document, phrase.first, phrase.last)
        reading.add(phrase.first, phrase.last, "description", (), "unnamed", name=name)


def _host(reading: Reading, phrase: Phrase) -> str | None:
    """`the visiting minister` is not of the state where the report last was."""
    words = {
        reading.draft.document.tokens[i].text.lower() for i in range(phrase.first, phrase.core[0])
    }
    if words.isdisjoint(anaphora().descriptions.guests):
        return None
    back = reversed(reading.mentions)
    return next((mention.parties[0].id for mention in back if mention.rung == "place"), None)


def _unnamed(phrase: Phrase, owner: str, span: Span, *, name: str = "") -> Party:
    title: Title | None = phrase.titles[0] if phrase.titles else None
    noun = phrase.common.person
    sector = title.sector if title else (noun.sector if noun and noun.sector else sector_of(owner))
    post = phrase.post.reading.id if phrase.post and phrase.post.reading else ""
    return Party(
        id=owner,
        name=name or name_of(owner),
        country=owner if is_state(owner) else None,
        sector=sector,
        office=office_name(title, post) if title else None,
        span=span,
    )


def read_counterpart(reading: Reading, phrase: Phrase) -> None:
    """`his Ukrainian counterpart (Dmytro Kuleba)` holds the office that he holds."""
    document = reading.draft.document
    holder = _possessor(reading, phrase)
    title = holder.office if holder else None
    span = span_of(document, phrase.first, phrase.last)
    if phrase.person:
        person = person_at(reading, phrase.person)
        _give_office(reading, phrase, person, title)
        last = max(phrase.last, phrase.person[1])
        party = person_party(person, span_of(document, phrase.first, last))
        reading.add(phrase.first, last, "office", (party,), "counterpart", person=person)
        return
    if document.tokens[phrase.core[1] - 1].tag == "NNS":
        _read_counterparts(reading, phrase, title)
        return
    probe = msgspec.structs.replace(phrase, titles=(title,) if title else ())
    person_or_none = descriptions.holder_of(
        reading.scene, probe, owners=phrase.owners, excluded=holder
    )
    if person_or_none is not None and title is not None:
        party = person_party(person_or_none, span)
        reading.add(
            phrase.first, phrase.last, "office", (party,), "counterpart", person=person_or_none
        )
        return
    parties = tuple(
        _unnamed(probe, owner, span, name=text_of(document, phrase.first, phrase.last))
        for owner in phrase.owners
    )
    reading.add(phrase.first, phrase.last, "office", parties, "counterpart")


def _read_counterparts(reading: Reading, phrase: Phrase, title: Title | None) -> None:
    """`her Greek and Turkish counterparts`: one of each state."""
    span = span_of(reading.draft.document, phrase.first, phrase.last)
    probe = msgspec.structs.replace(phrase, titles=(title,) if title else ())
    parties = []
    for owner in phrase.owners:
        person = descriptions.holder_of(reading.scene, probe, owners=(owner,)) if title else None
        parties.append(person_party(person, span) if person else _unnamed(probe, owner, span))
    reading.add(phrase.first, phrase.last, "office", tuple(parties), "counterpart", plural=True)


def _give_office(reading: Reading, phrase: Phrase, person: Person, title: Title | None) -> None:
    owner = phrase.owners[0] if len(phrase.owners) == 1 else person.owner
    if owner and person.owner is None:
        person.owner, person.rung = owner, "counterpart"
    if title is not None:
        person.hold(title, owner, reading.draft.numbers[id(phrase)])


def _possessor(reading: Reading, phrase: Phrase) -> Person | None:
    """The person whose counterpart it is: `his` before, else the last office-holder."""
    i = phrase.possessor if phrase.possessor is not None else phrase.first
    mention = reading.by_token.get(i)
    for seen in reversed(reading.scene.seen):
        if seen.person is None or not seen.person.held:
            continue
        if mention is None or seen.mention is mention or seen.mention.parties == mention.parties:
            return seen.person
    return None
