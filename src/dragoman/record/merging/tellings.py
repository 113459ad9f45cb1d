"""An event line as merging sees it: sides, days, manner and words, ready to be compared."""

from datetime import date
from functools import lru_cache
from itertools import combinations

import msgspec

from dragoman.codebooks.merging import merging_book
from dragoman.codebooks.plover import event_type
from dragoman.model import Event, Party
from dragoman.record.merging.words import REMEMBERED, beginning_with, numbers_in, telling_stems

WIDEST = 14  # days of an interval that still says when; what is wider is as good as undated
UNDATED = 3  # days before its report in which an act without a day may have been done
NAMED = 4  # letters in which a word and a name agree: `Ukrainian`, `Ukraine`
NEAR = UNDATED + 1  # days of a window that says nearly when


class Window(msgspec.Struct, frozen=True):
    """The days on which an act may have been done, as ordinals; `dated` if the text says so."""

    first: int
    last: int
    dated: bool

    @property
    def days(self) -> int:
        """How many days the window has."""
        return self.last - self.first + 1


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One event line, with what merging compares.

    `line` is its number in the record, `passage` its sentence, `told` the words of what is asked
    or promised (those of its span where nothing is), `people` the office-holders by party,
    `pairs` the rows that it has in act_pair, each with its way. What
    takes time is reckoned when it is asked for, and remembered: most tellings are near to no other.
    """

    line: int
    event: Event
    published: str
    outlet: str | None
    passage: str
    world: str
    manner: str | None
    window: Window | None
    actors: frozenset[str]
    recipients: frozenset[str]
    people: dict[str, tuple[Party, ...]]
    pairs: dict[tuple[str, str], int]
    told: str
    span_words: str

    @property
    def report_id(self) -> str:
        """The report that tells it."""
        return self.event.report_id

    @property
    def sides(self) -> frozenset[str]:
        """All who take part."""
        return self.actors | self.recipients

    @property
    def content(self) -> frozenset[str]:
        """What is asked, promised or done, as stems, without the names of those who take part."""
        parties = (*self.event.actors, *self.event.recipients)
        names = (f"{party.name} {party.person or ''}" for party in parties)
        return _content(self.told, " ".join(names))

    @property
    def numbers(self) -> frozenset[str]:
        """What is counted in its sentence: `12 people`."""
        return numbers_in(self.passage)

    @property
    def another(self) -> bool:
        """Whether it says that this was another time."""
        return beginning_with(self.span_words, merging_book().another)

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """Which of several tellings is the first, whatever the order in which they came."""
        event = self.event
        return self.published, event.report_id, event.span.start, event.span.end, event.id


def telling(  # noqa: PLR0913 - each is a column of the record
    event: Event,
    *,
    line: int,
    published: str,
    outlet: str | None,
    passage: str,
    span_words: str,
    content_words: str,
) -> Telling:
    """What merging compares, from an event line and the words that stand there."""
    named: dict[str, tuple[Party, ...]] = {}
    for party in (*event.actors, *event.recipients):
        if party.person or party.office:
            named[party.id] = (*named.get(party.id, ()), party)
    return Telling(
        line=line,
        event=event,
        published=published,
        outlet=outlet,
        passage=passage,
        world=merging_book().world(event.modality),
        manner=_manner(event),
        window=_window(event, published),
        actors=_codes(event.actors),
        recipients=_codes(event.recipients),
        people=named,
        pairs=pairs(event),
        told=content_words or span_words,
        span_words=span_words,
    )


def pairs(event: Event) -> dict[tuple[str, str], int]:
    """The rows of table act_pair that an event has: each pair, then each party, with its way."""
    actors = sorted(_codes(event.actors))
    recipients = sorted(_codes(event.recipients))
    mutual = event_type(event.event_type).mutual
    found: dict[tuple[str, str], int] = {}
    for actor in actors:
        for recipient in recipients:
            if actor != recipient:
                _join(found, actor, recipient, 0 if mutual else 1)
    if mutual or not recipients:
        for one, other in combinations(actors, 2):
            _join(found, one, other, 0)
    parties = sorted({*actors, *recipients})
    return found | {("", party): int(len(parties) == 1) for party in parties}


def ordinal(day: str) -> int:
    """An ISO day as a number of days."""
    return date.fromisoformat(day).toordinal()


def _join(found: dict[tuple[str, str], int], actor: str, other: str, way: int) -> None:
    key = (actor, other) if actor < other else (other, actor)
    own = way if actor < other else -way
    found[key] = own if found.get(key, own) == own else 0


def _codes(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.id or party.name for party in parties)


@lru_cache(maxsize=REMEMBERED)
def _content(told: str, names: str) -> frozenset[str]:
    taken = tuple(name[:NAMED] for name in names.casefold().split() if len(name) >= NAMED)
    return frozenset(word for word in telling_stems(told) if not word.startswith(taken))


def _manner(event: Event) -> str | None:
    book = merging_book()
    manners = () if book.kind(event.event_type).words else book.manners
    for manner in manners:
        if event.event_mode in manner.modes:
            return manner.name
    for manner in manners:
        if beginning_with(event.trigger, manner.words):
            return manner.name
    return None


def _window(event: Event, published: str) -> Window | None:
    if event.date_start is None:
        last = ordinal(published)
        return Window(last - UNDATED, last, dated=False)
    first, last = ordinal(event.date_start), ordinal(event.date_end or event.date_start)
    return Window(first, last, dated=True) if last - first < WIDEST else None
