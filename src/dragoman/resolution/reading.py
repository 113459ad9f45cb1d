"""One pass through the text: each name, title and pronoun in its turn, referring to what came before."""

from collections.abc import Iterator

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import conjuncts
from dragoman.resolution import descriptions, pairs, pronouns
from dragoman.resolution.forms import Title
from dragoman.resolution.identities import Mention, MentionKind
from dragoman.resolution.names import Name, Names
from dragoman.resolution.pairs import last_pair
from dragoman.resolution.parties import (
    is_state,
    name_of,
    office_name,
    owner_party,
    person_party,
    reading_party,
    sector_of,
    span_of,
    text_of,
)
from dragoman.resolution.persons import Held, Person
from dragoman.resolution.phrases import Phrase, head_of
from dragoman.resolution.scene import Scene, Seen


class Draft(msgspec.Struct):
    """What is known before reading: names, titles, persons, and who speaks where."""

    document: Document
    names: Names
    phrases: list[Phrase]
    persons: list[Person]
    speakers: dict[int, int]
    issuer: str | None


class Reading(msgspec.Struct):
    """The state of the pass."""

    draft: Draft
    scene: Scene
    by_token: dict[int, Mention]
    mentions: list[Mention]

    def add(
        self,
        first: int,
        last: int,
        kind: MentionKind,
        parties: tuple[Party, ...],
        rung: str,
        *,
        person: Person | None = None,
        name: str = "",
        plural: bool = False,
        quiet: bool = False,
    ) -> None:
        """Record a mention; a quiet one is not referred back to."""
        document = self.draft.document
        head = head_of(document, first, last)
        name = name or (parties[0].name if len(parties) == 1 else text_of(document, first, last))
        mention = Mention(
            first=first, last=last, head=head, kind=kind, parties=parties, name=name, rung=rung
        )
        self.mentions.append(mention)
        for i in range(first, last):
            self.by_token[i] = mention
        if not quiet:
            self.scene.add(mention, person=person, plural=plural or len(parties) > 1)


def read(draft: Draft) -> list[Mention]:
    """All mentions of the document."""
    quoted = {
        i
        for quotation in draft.document.quotations
        for i in draft.document.tokens_in(quotation.start, quotation.end)
    }
    reading = Reading(draft, Scene(draft.document, [], quoted, draft.persons), {}, [])
    deferred: list[tuple[Token, str]] = []
    for _, _, item in sorted(_items(draft), key=lambda entry: entry[:2]):
        if isinstance(item, Phrase):
            _read_phrase(reading, item)
        elif isinstance(item, Name):
            _read_name(reading, item)
        elif isinstance(item, Token):
            kind = pronouns.pronoun_kind(draft.document, item)
            if kind in ("i", "we"):
                deferred.append((item, kind))
            elif kind:
                _read_pronoun(reading, item, kind)
            else:
                _read_count(reading, item)
        else:
            _read_person(reading, *item)
    for token, kind in deferred:
        _read_speaker(reading, token, kind)
    return reading.mentions


Item = Phrase | Name | Token | tuple[Person, tuple[int, int]]


def _items(draft: Draft) -> Iterator[tuple[int, int, Item]]:
    in_title = {i for phrase in draft.phrases if phrase.person for i in range(*phrase.person)}
    for phrase in draft.phrases:
        yield phrase.last, 1, phrase
    for name in draft.names.all:
        yield name.first, 0, name
    for person in draft.persons:
        for span in person.spans:
            if span[0] not in in_title:
                yield span[0], 0, (person, span)
    for token in draft.document.tokens:
        if pronouns.pronoun_kind(draft.document, token) or pairs.is_pair_word(token):
            yield token.i, 0, token


def _read_name(reading: Reading, name: Name) -> None:
    document = reading.draft.document
    if not name.readings:
        reading.add(name.first, name.last, "state", (), "ambiguous", quiet=True)
        return
    first = name.readings[0]
    if name.reading is None:
        kind: MentionKind = "institution" if first.kind == "institution" else "state"
        reading.add(name.first, name.last, kind, (), "ambiguous", quiet=True)
        return
    party = reading_party(document, name.reading, name.first, name.last)
    if first.kind == "institution":
        party = msgspec.structs.replace(party, name=_full_form(reading, name))
    kind = "world" if first.kind == "world" else first.kind  # type: ignore[assignment]
    rung = _rung(document, name)
    reading.add(name.first, name.last, kind, (party,), rung, quiet=rung == "place")


def _full_form(reading: Reading, name: Name) -> str:
    """The longest of an institution's names that the report has: `Foreign Office` for `FO`."""
    document = reading.draft.document
    row = name.readings[0].row
    own = text_of(document, name.first, name.last)
    if not own.isupper():
        return own
    forms = [
        text_of(document, other.first, other.last)
        for other in reading.draft.names.all
        if other.readings
        and other.readings[0].kind == "institution"
        and other.readings[0].row == row
    ]
    return max(forms, key=len)


def _rung(document: Document, name: Name) -> str:
    """How the name refers; a capital after `in` is a place."""
    first = name.readings[0]
    if first.rung == "capital":
        head = document.tokens[head_of(document, name.first, name.last)]
        before = document.tokens[head.head]
        locative = before.text.lower() in anaphora().locative.prepositions
        return "place" if head.dep == "pobj" and locative else "capital"
    if first.rung == "adjective" and len(name.readings) > 1:
        token = document.tokens[name.last - 1]
        if document.tokens[name.last : name.last + 1] and document.tokens[name.last].text == "-":
            return "adjective"
        people = token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "amod", "nmod")
        return "people" if people else "adjective"
    return first.rung


def _read_person(reading: Reading, person: Person, span: tuple[int, int]) -> None:
    party = person_party(person, span_of(reading.draft.document, *span))
    rung = person.rung or ("name" if person.owner else "no known party")
    reading.add(*span, "person", (party,), rung, person=person)


def _read_phrase(reading: Reading, phrase: Phrase) -> None:
    if descriptions.is_counterpart(phrase):
        _read_counterpart(reading, phrase)
    elif not phrase.titles and descriptions.is_neighbour(reading.draft.document, phrase):
        _read_neighbour(reading, phrase)
    elif descriptions.is_visitor(phrase) and not phrase.person:
        _read_visitor(reading, phrase)
    elif phrase.relation and not phrase.noun and not phrase.person:
        return
    elif phrase.person and not phrase.titles:
        _read_person(reading, _person_at(reading, phrase.person), phrase.person)
    elif phrase.person:
        if not _is_joined(reading, phrase):
            _read_holder(reading, phrase)
    elif _read_pair(reading, phrase):
        return
    elif phrase.titles or (phrase.common.person and not phrase.noun):
        _read_office(reading, phrase)
    elif phrase.noun:
        _read_noun(reading, phrase)


def _is_joined(reading: Reading, phrase: Phrase) -> bool:
    """Whether the mention of an earlier title of the same person covers this one."""
    mention = reading.by_token.get(phrase.core[0])
    return mention is not None and mention.kind == "office" and mention.last >= phrase.last


def _person_at(reading: Reading, span: tuple[int, int]) -> Person:
    return next(person for person in reading.draft.persons if span in person.spans)


def _read_holder(reading: Reading, phrase: Phrase) -> None:
    assert phrase.person is not None  # noqa: S101 - the caller has looked
    document = reading.draft.document
    person = _person_at(reading, phrase.person)
    first, last = min(phrase.first, phrase.person[0]), max(phrase.last, phrase.person[1])
    post = phrase.post.reading.id if phrase.post and phrase.post.reading else ""
    own = phrase.titles[0]
    generic = person.office is not None and (own.rank or own.level > person.office.level)
    title = person.office if generic else own
    party = person_party(person, span_of(document, first, last), title=title, post=post)
    reading.add(first, last, "office", (party,), phrase.rung or person.rung, person=person)


def _owners(reading: Reading, phrase: Phrase) -> tuple[str, ...]:
    """Whose the phrase is: by its words, or by a pronoun or person before it."""
    if phrase.owners or phrase.possessor is None:
        return phrase.owners
    mention = reading.by_token.get(phrase.possessor)
    if mention is None:
        return ()
    return tuple(dict.fromkeys(party.id for party in mention.parties if party.id))


def _read_office(reading: Reading, phrase: Phrase) -> None:
    document = reading.draft.document
    owners = _owners(reading, phrase)
    span = span_of(document, phrase.first, phrase.last)
    if phrase.plural or len(owners) > 1:
        name = text_of(document, phrase.first, phrase.last) if len(owners) == 1 else ""
        parties = tuple(_unnamed(phrase, owner, span, name=name) for owner in owners)
        rung = phrase.rung or "unnamed"
        reading.add(phrase.first, phrase.last, "office", parties, rung, plural=True)
        return
    person = descriptions.holder_of(reading.scene, phrase, owners=owners)
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


def _unnamed(phrase: Phrase, owner: str, span: object, *, name: str = "") -> Party:
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
        span=span,  # type: ignore[arg-type]
    )


def _read_pair(reading: Reading, phrase: Phrase) -> bool:
    """`the two ministers`, `both presidents`."""
    tokens = reading.draft.document.tokens
    before = tokens[phrase.core[0] - 1].text.lower() if phrase.core[0] else ""
    words = anaphora().descriptions
    plural = tokens[phrase.core[1] - 1].text.lower() in words.pair_person_nouns
    if before not in words.pair_counts or not plural or phrase.owners:
        return False
    first = phrase.core[0] - 1
    found = _pair_parties(reading, phrase.core[0], persons=True)
    reading.add(first, phrase.last, "description", found, "last two told of", plural=True)
    return True


def _read_count(reading: Reading, token: Token) -> None:
    """`both countries`, `the two`, `the pair`, `each other`."""
    found = pairs.pair_phrase(reading.draft.document, token)
    if found is None:
        return
    first, last, states = found
    parties = _told_after(reading, token) or _pair_parties(reading, first, persons=not states)
    if parties:
        reading.add(first, last, "description", parties, "last two told of", plural=True)


def _told_after(reading: Reading, token: Token) -> tuple[Party, ...]:
    """`the parties, Chad and Sudan`: their names follow in apposition."""
    document, names = reading.draft.document, reading.draft.names
    parties: list[Party] = []
    for child in document.children(token.i, "appos"):
        for i in conjuncts(document, child.i):
            name = names.at(i)
            if name is not None and name.reading is not None:
                parties.append(reading_party(document, name.reading, name.first, name.last))
    return tuple(parties) if len(parties) > 1 else ()


def _pair_parties(reading: Reading, i: int, *, persons: bool) -> tuple[Party, ...]:
    found = last_pair(reading.scene, i, persons=persons)
    if not found and persons:
        found = last_pair(reading.scene, i, persons=False)
    if persons:
        return found
    span = span_of(reading.draft.document, i, i + 1)
    return tuple(owner_party(party.id, span) for party in found)


def _read_counterpart(reading: Reading, phrase: Phrase) -> None:
    """`his Ukrainian counterpart (Dmytro Kuleba)` holds the office that he holds."""
    document = reading.draft.document
    holder = _possessor(reading, phrase)
    title = holder.office if holder else None
    span = span_of(document, phrase.first, phrase.last)
    if phrase.person:
        person = _person_at(reading, phrase.person)
        _give_office(reading, phrase, person, title)
        last = max(phrase.last, phrase.person[1])
        party = person_party(person, span_of(document, phrase.first, last))
        reading.add(phrase.first, last, "office", (party,), "counterpart", person=person)
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


def _give_office(reading: Reading, phrase: Phrase, person: Person, title: Title | None) -> None:
    owner = phrase.owners[0] if len(phrase.owners) == 1 else person.owner
    if owner and person.owner is None:
        person.owner, person.rung = owner, "counterpart"
    if title is not None:
        number = reading.draft.phrases.index(phrase)
        person.held.append(Held(title, owner, number))


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


def _read_noun(reading: Reading, phrase: Phrase) -> None:
    noun = phrase.noun
    assert noun is not None  # noqa: S101 - the caller has looked
    document = reading.draft.document
    owners = _owners(reading, phrase)
    span = span_of(document, phrase.first, phrase.last)
    if owners:
        name = text_of(document, phrase.first, phrase.last) if noun.collective else ""
        parties = tuple(
            owner_party(owner, span, name=name if len(owners) == 1 else "", sector=noun.sector)
            for owner in owners
        )
        thing = noun.kind == "possession"
        rung = "possession" if thing else phrase.rung or "possessive"
        kind: MentionKind = "description" if thing else "institution"
        reading.add(phrase.first, phrase.last, kind, parties, rung, quiet=thing)
    elif phrase.definite and noun.collective:
        _read_definite(reading, phrase)


def _read_neighbour(reading: Reading, phrase: Phrase) -> None:
    mention = reading.by_token.get(phrase.possessor) if phrase.possessor is not None else None
    own = mention.parties[0].id if mention and mention.parties else None
    found = descriptions.neighbour_of(reading.scene, phrase.first, own)
    _add_seen(reading, phrase.first, phrase.last, found, "neighbour")


def _read_visitor(reading: Reading, phrase: Phrase) -> None:
    found = descriptions.visitor_of(reading.scene, phrase.first)
    if found is not None and found.person is not None and phrase.definite:
        party = person_party(
            found.person, span_of(reading.draft.document, phrase.first, phrase.last)
        )
        reading.add(
            phrase.first, phrase.last, "description", (party,), "visitor", person=found.person
        )


def _read_definite(reading: Reading, phrase: Phrase) -> None:
    """`the country`, `the alliance`, `the ministry`."""
    word = reading.draft.document.tokens[phrase.core[1] - 1].text.lower()
    words = anaphora().descriptions
    if word in words.state:
        found = descriptions.state_of(reading.scene, phrase.first)
    elif word in words.organisation:
        found = descriptions.organisation_of(reading.scene, phrase.first)
    else:
        same = phrase.noun.kind if phrase.noun else ""
        found = (
            reading.scene.best(
                phrase.first,
                lambda seen: seen.mention.kind == "institution"
                and word in seen.mention.name.lower(),
            )
            if same
            else None
        )
    _add_seen(reading, phrase.first, phrase.last, found, "description")


def _add_seen(reading: Reading, first: int, last: int, found: Seen | None, rung: str) -> None:
    if found is None or not found.mention.parties:
        return
    span = span_of(reading.draft.document, first, last)
    parties = tuple(
        owner_party(party.id, span, sector=party.sector) for party in found.mention.parties
    )
    reading.add(first, last, "description", parties, rung)


def _read_pronoun(reading: Reading, token: Token, kind: str) -> None:
    scene, i = reading.scene, token.i
    span = span_of(reading.draft.document, i, i + 1)
    if kind in ("he", "she"):
        speaker = _speaker(reading, token)
        found = pronouns.person_of(scene, token, kind, speaker)
        if found is not None and found.person is not None:
            party = person_party(found.person, span)
            reading.add(i, i + 1, "pronoun", (party,), "pronoun", person=found.person)
    elif kind == "it":
        found = pronouns.thing_of(scene, token)
        if found is not None:
            party = msgspec.structs.replace(found.mention.parties[0], span=span)
            reading.add(i, i + 1, "pronoun", (party,), "pronoun")
    elif kind == "they":
        parties = pronouns.group_of(scene, token)
        if parties:
            reading.add(i, i + 1, "pronoun", parties, "pronoun", plural=True)
    elif kind == "who":
        mention = pronouns.relative_of(reading.draft.document, token, reading.by_token)
        if mention is not None and mention.parties:
            reading.add(i, i + 1, "pronoun", mention.parties, "relative", quiet=True)


def _speaker(reading: Reading, token: Token) -> Seen | None:
    """Within quotation marks, `he` is another than who speaks."""
    source = reading.draft.speakers.get(token.i)
    if source is None or token.i not in reading.scene.quoted:
        return None
    mention = reading.by_token.get(source)
    return next((seen for seen in reading.scene.seen if seen.mention is mention), None)


def _read_speaker(reading: Reading, token: Token, kind: str) -> None:
    """`I` is who speaks, `we` their state; outside speech, who issued the text."""
    source = reading.draft.speakers.get(token.i)
    mention = reading.by_token.get(source) if source is not None else None
    span = span_of(reading.draft.document, token.i, token.i + 1)
    rung = "speaker"
    if mention is not None and mention.parties:
        parties = mention.parties
    elif token.i not in reading.scene.quoted and reading.draft.issuer:
        parties, rung = (owner_party(reading.draft.issuer, span),), "issuer"
    else:
        return
    if kind == "we":
        parties = tuple(owner_party(party.id, span) for party in parties if party.id)
    reading.add(token.i, token.i + 1, "pronoun", parties, rung, quiet=True)
