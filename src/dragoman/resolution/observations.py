"""Offices that a document shows: each person in each office, once, with the words that show it."""

from dragoman.model import Status
from dragoman.parsing.document import Document
from dragoman.resolution.forms import Title
from dragoman.resolution.identities import Observation
from dragoman.resolution.known import is_over
from dragoman.resolution.parties import is_state, office_name, span_of
from dragoman.resolution.persons import Held, Person
from dragoman.resolution.phrases import Phrase, status_of

GENERIC_LEVEL = 9  # analysts, journalists, businessmen: no offices


def observations(
    document: Document, phrases: list[Phrase], persons: list[Person]
) -> tuple[Observation, ...]:
    """All offices shown, in the order of the text."""
    found: dict[tuple[str, str, str], Observation] = {}
    for person in persons:
        for held in person.held:
            seen = _observation(document, phrases, person, held)
            key = (seen.person, seen.office, seen.status)
            posted = phrases[held.phrase].post is not None
            styled = held.title.rank and not posted and held.title is not person.office
            level = held.title.level
            if level < GENERIC_LEVEL and not styled and not _is_short(person, held.title):
                found.setdefault(key, seen)
    return tuple(sorted(found.values(), key=lambda seen: (seen.span, seen.office)))


def _observation(
    document: Document, phrases: list[Phrase], person: Person, held: Held
) -> Observation:
    phrase = phrases[held.phrase]
    post = phrase.post.reading.id if phrase.post and phrase.post.reading else None
    first = min(phrase.first, phrase.person[0]) if phrase.person else phrase.first
    last = max(phrase.last, phrase.person[1]) if phrase.person else phrase.last
    return Observation(
        person=person.name,
        country=held.owner or person.owner,
        office=office_name(held.title, post or ""),
        post=post if post and is_state(post) else None,
        status=_status(document, phrase, person, held),
        span=span_of(document, first, last),
    )


def _status(document: Document, phrase: Phrase, person: Person, held: Held) -> Status:
    """What the words say; where they say nothing, whether a known tenure is over."""
    before = (document.tokens[i].text.lower() for i in range(phrase.first, phrase.core[0]))
    said = phrase.status != "current" or any(status_of(word) for word in before)
    over = not said and is_over(person, held.title, day=document.report.published)
    return "former" if over else phrase.status


def _is_short(person: Person, title: Title) -> bool:
    """`Secretary Blinken` shows nothing that `Secretary of State Antony Blinken` does not."""
    return any(
        other.office != title.office
        and len(other.form) > len(title.form)
        and (other.form.startswith(title.form) or other.form.endswith(title.form))
        for other in person.titles
    )
