"""Whether `the President` is the own one, whom an official text need not name."""

from dragoman.codebooks.speech import speech
from dragoman.codebooks.tenures import offices_of
from dragoman.resolution import descriptions
from dragoman.resolution.draft import Reading
from dragoman.resolution.forms import Title
from dragoman.resolution.homes import official_home
from dragoman.resolution.persons import Person
from dragoman.resolution.phrases import Phrase

HEADS = 2  # levels of heads of state and of government
MINISTERS = 4  # and of ministers
LEAD = 1  # the last sentence of the lead


def is_own_title(reading: Reading, phrase: Phrase, person: Person | None) -> bool:
    """Whether a bare title is that of the state whose text it is, and not of `person`."""
    draft = reading.draft
    if draft.issuer is None or not phrase.titles or phrase.possessor is not None:
        return False
    title = phrase.titles[0]
    official = official_home(draft.document) == draft.issuer
    if _is_label(reading, phrase) and official and person is None:
        return True  # "SENIOR ADMINISTRATION OFFICIAL:"
    high = title.office in offices_of(draft.issuer) and _is_high(reading, title, person)
    if not high or not _is_bare(reading, phrase, person):
        return False
    if _is_label(reading, phrase):
        return True
    ours = [one for one in draft.persons if _is_ours(reading, phrase, one)]
    if (ours and not official) or _says_own(reading, phrase, ours):
        return False
    return is_in_turn(reading, phrase.core[0]) or not _is_partner(reading, person, ours)


def _is_bare(reading: Reading, phrase: Phrase, person: Person | None) -> bool:
    """Whether it is `the President`, definite and in capitals, and no own holder has been found."""
    foreign = person is None or person.owner != reading.draft.issuer
    capital = reading.draft.document.tokens[phrase.core[0]].text[0].isupper()
    return foreign and capital and phrase.definite


def speaker_at(reading: Reading, i: int) -> Person | None:
    """Whose direct speech token `i` is in: no one speaks of themselves by their bare title."""
    source = reading.draft.speakers.get(i)
    mention = reading.by_token.get(source) if source is not None else None
    if source is None or mention is None:
        return None
    if not is_in_turn(reading, i) and i not in reading.scene.quoted:
        return None
    seen = reading.scene.of(mention)
    return seen.person if seen is not None else None


def is_in_turn(reading: Reading, i: int) -> bool:
    """Whether the words are a turn's in a transcript, whose speaker stands before a colon."""
    document, source = reading.draft.document, reading.draft.speakers.get(i)
    if source is None:
        return False
    colon = [token.text for token in document.tokens[source + 1 : source + 2]] == [":"]
    return colon or document.tokens[source].text.lower() in speech().transcripts.questioners


def _is_high(reading: Reading, title: Title, person: Person | None) -> bool:
    """A head; of ministers one of whom the official text has told nothing yet."""
    official = official_home(reading.draft.document) == reading.draft.issuer
    minister = title.level == MINISTERS and title.unique and official and person is None
    return title.level <= HEADS or minister


def _is_label(reading: Reading, phrase: Phrase) -> bool:
    """Whether the words are the label of a turn, in capitals before a colon."""
    tokens = reading.draft.document.tokens
    colon = [token.text for token in tokens[phrase.last : phrase.last + 1]] == [":"]
    return colon and tokens[phrase.core[0]].text[0].isupper()


def _is_ours(reading: Reading, phrase: Phrase, one: Person) -> bool:
    return one.owner == reading.draft.issuer and descriptions.fit(phrase, one) > 0


def _says_own(reading: Reading, phrase: Phrase, ours: list[Person]) -> bool:
    """Whether the own holder says it, who speaks of the other's."""
    source = reading.draft.speakers.get(phrase.core[0])
    mention = reading.by_token.get(source) if source is not None else None
    names = {one.name for one in ours}
    return mention is not None and any(
        party.person in names or party.office == phrase.titles[0].office
        for party in mention.parties
    )


def _is_partner(reading: Reading, person: Person | None, ours: list[Person]) -> bool:
    """Whether the lead tells of the foreign holder and not of the own one: a visit, a call."""
    foreign = person is not None and _in_lead(reading, person)
    return foreign and not any(_in_lead(reading, one) for one in ours)


def _in_lead(reading: Reading, person: Person) -> bool:
    return reading.draft.document.tokens[person.spans[0][0]].sentence <= LEAD
