"""An invented world of a million events: its states, their people, and reports about them.

What decides size and speed is as in coded press, measured on 200 press reports that `dragoman add`
had coded: .83 statements, .83 positions, .7 offices and .04 ties an event; of events 28 in 100 with
two actors, 27 without a recipient, 73 dated, 9 with a place; of statements half through two sources
and half within another; 3.4 issues an event. Those reports have 29 words an event, these 41: eight
events a report of some 330 words. Pairs of states and words of the text are in Zipf's proportions;
35 of 100 events are told again by a later report; 20 years. Everything follows from the seed.
"""

import random
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

import msgspec

from dragoman.codebooks.issues import issues
from dragoman.codebooks.plover import plover
from dragoman.codebooks.reference import states
from dragoman.model import (
    Event,
    Fact,
    Office,
    Party,
    Place,
    Position,
    Report,
    Span,
    Statement,
    Tie,
    line_id,
)

FIRST_DAY = date(2005, 1, 1)
DAYS = 20 * 365
EVENTS_A_REPORT = 8
RETOLD = 0.35  # share of events that tell what an earlier report told
RECENT = 200  # events that may be told again
VOCABULARY = 30_000
OUTLETS = 60
OFFICES = ("president", "prime minister", "foreign minister", "defense minister", "spokesperson")
SYLLABLES = [
    *("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa"),
    *("re", "si", "to", "va", "wen", "xi", "yo", "zar", "mek", "lor", "tan"),
]


class Act(msgspec.Struct, frozen=True):
    """What happened, before anyone tells it."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    event_type: str
    event_mode: str | None
    day: date
    dated: bool
    place: Place | None


class World:
    """The invented world: it draws from one stream of chance, so it has to be walked in order."""

    def __init__(self, seed: int = 6) -> None:
        self.chance = random.Random(seed)
        self.words = [self._word() for _ in range(VOCABULARY)]
        self.word_weights = _zipf(VOCABULARY)
        codes = [state.id for state in states()][:200]
        self.chance.shuffle(codes)
        self.codes = codes
        self.code_weights = _zipf(len(codes))
        self.people = {code: [self._person(code, office) for office in OFFICES] for code in codes}
        self.places = {code: [self._place(code) for _ in range(5)] for code in codes}
        self.types = plover().types
        self.issues = sorted(issues())
        self.recent: deque[Act] = deque(maxlen=RECENT)

    def reports(self, events: int) -> Iterator[tuple[Report, list[Fact]]]:
        """Reports that tell so many events, with their facts, day by day."""
        count = events // EVENTS_A_REPORT
        for number in range(count):
            yield self._report(number, FIRST_DAY + timedelta(days=number * DAYS // count))

    def _report(self, number: int, day: date) -> tuple[Report, list[Fact]]:
        sentences = [
            (act, f"{self._told(act)} {self._filler(self.chance.randint(20, 52))}.")
            for act in (self._act(day) for _ in range(EVENTS_A_REPORT))
        ]
        text = "\n\n".join(sentence for _, sentence in sentences)
        report = Report(
            id=line_id(number, text),
            published=day.isoformat(),
            text=text,
            title=self._filler(7),
            outlet=f"The {self.words[self.chance.randrange(OUTLETS)].capitalize()}",
            url=f"https://example.org/{number}",
            coder="benchmark",
        )
        return report, self._facts(report, sentences)

    def _facts(self, report: Report, sentences: list[tuple[Act, str]]) -> list[Fact]:
        found: dict[str, list[Fact]] = {kind: [] for kind in ("event", "said", "held", "seen")}
        start = 0
        said: Statement | None = None
        for act, sentence in sentences:
            said = self._statement(report, act, start, said) if self._happens(0.83) else None
            found["event"].append(self._event(report, act, start, said))
            found["said"] += [said] if said else []
            if self._happens(0.83):
                found["held"].append(self._position(report, act, start, said))
            if self._happens(0.04):
                found["held"].append(self._tie(report, act, start))
            if self._happens(0.72):
                found["seen"].append(self._office(report, act, start))
            start += len(sentence) + 2
        unique = {fact.id: fact for facts in found.values() for fact in facts}
        return list(unique.values())

    def _act(self, day: date) -> Act:
        if self.recent and self._happens(RETOLD):
            return self.chance.choice(self.recent)
        one, two, three = self._parties()
        event_type = self.chance.choice(sorted(self.types))
        modes = sorted(self.types[event_type].modes)
        act = Act(
            (one, three) if self._happens(0.28) else (one,),
            (two,) if self._happens(0.73) else (),
            event_type,
            self.chance.choice(modes) if modes else None,
            day - timedelta(days=self.chance.choice((0, 0, 1, 1, 2, 7))),
            self._happens(0.73),
            self.chance.choice(self.places[one.id]) if self._happens(0.09) else None,
        )
        self.recent.append(act)
        return act

    def _parties(self) -> list[Party]:
        codes: set[str] = set()
        while len(codes) < 3:  # noqa: PLR2004 - at most two on one side and one on the other
            codes |= {*self.chance.choices(self.codes, cum_weights=self.code_weights)}
        listed = sorted(codes)
        self.chance.shuffle(listed)
        return [self._acting(code) for code in listed]

    def _acting(self, code: str) -> Party:
        if self._happens(0.35):
            return _state(code)
        return self.chance.choice(self.people[code])

    def _told(self, act: Act) -> str:
        actors = " and ".join(party.name for party in act.actors)
        recipients = "".join(f" {party.name}" for party in act.recipients)
        return f"{actors} {self._trigger(act)}{recipients} {act.day:%A}"

    def _trigger(self, act: Act) -> str:
        return self.words[1000 + sorted(self.types).index(act.event_type)]

    def _event(self, report: Report, act: Act, start: int, said: Statement | None) -> Event:
        told = self._told(act)
        end = start + len(told)
        day = act.day.isoformat() if act.dated else None
        return Event(
            id=line_id(report.id, "event", start),
            report_id=report.id,
            span=Span(start=start, end=end),
            trigger=self._trigger(act),
            event_type=act.event_type,
            event_mode=act.event_mode,
            actors=tuple(_seen(party, start + told.index(party.name)) for party in act.actors),
            recipients=tuple(
                _seen(party, start + told.rindex(party.name)) for party in act.recipients
            ),
            date_start=day,
            date_end=day,
            date_text=f"{act.day:%A}" if day else None,
            place=act.place,
            content=Span(start=start, end=end) if self.types[act.event_type].wish else None,
            modality=self.chance.choice(("asserted",) * 8 + ("future", "negated")),
            issues=self._issues((0, 0, 0, 0, 1, 1, 1, 1, 2, 3)),
            statement_id=said.id if said and self._happens(0.82) else None,
            confidence=round(self.chance.uniform(0.5, 1.0), 2),
            reason=f"verbs: {self._trigger(act)} (v) when object:* is {act.event_type};"
            " actor from subject; recipient from object",
        )

    def _statement(
        self, report: Report, act: Act, start: int, before: Statement | None
    ) -> Statement:
        speaker = act.actors[0]
        through = (_state(speaker.id), speaker) if self._happens(0.53) else (speaker,)
        return Statement(
            id=line_id(report.id, "statement", start),
            report_id=report.id,
            span=Span(start=start, end=start + len(self._told(act)) + 90),
            cue="said",
            quote=self.chance.choice(("direct", "indirect", "mixed")),
            chain=tuple(_seen(party, start) for party in through),
            addressees=tuple(_seen(party, start) for party in act.recipients)
            if self._happens(0.75)
            else (),
            within=before.id if before and self._happens(0.65) else None,
            issues=self._issues((0, 0, 1, 1, 1, 2, 2, 3, 4, 7)),
        )

    def _position(self, report: Report, act: Act, start: int, said: Statement | None) -> Position:
        more = self._acting(self.chance.choices(self.codes, cum_weights=self.code_weights)[0])
        holders = (act.actors[0], more) if self._happens(0.4) else act.actors[:1]
        return Position(
            id=line_id(report.id, "position", start),
            report_id=report.id,
            span=Span(start=start, end=start + 44),
            holders=tuple(_seen(party, start) for party in holders),
            issue=self.chance.choice(self.issues),
            stance=self.chance.choice(("supports", "opposes", "concerned", "neutral")),
            date_start=act.day.isoformat(),
            date_end=act.day.isoformat(),
            statement_id=said.id if said else None,
            confidence=round(self.chance.uniform(0.5, 1.0), 2),
            reason=f"stances: {self._trigger(act)} (v) when object:* is supports; holder from"
            " subject",
        )

    def _tie(self, report: Report, act: Act, start: int) -> Tie:
        return Tie(
            id=line_id(report.id, "tie", start),
            report_id=report.id,
            span=Span(start=start, end=start + 22),
            parties=(*act.actors, *act.recipients),
            words="close ties",
            tone="positive",
        )

    def _office(self, report: Report, act: Act, start: int) -> Office:
        actor = act.actors[0]
        person = actor if actor.person else self.people[actor.id][0]
        return Office(
            id=line_id(report.id, "office", person.name),
            report_id=report.id,
            span=Span(start=start, end=start + len(person.name)),
            person=person.name,
            country=person.country,
            office=person.office or "",
            seen=report.published,
        )

    def _issues(self, counts: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self.chance.sample(self.issues, self.chance.choice(counts)))

    def _person(self, code: str, office: str) -> Party:
        name = f"{self._word().capitalize()} {self._word().capitalize()}"
        return Party(id=code, name=name, country=code, sector="GOV", office=office, person=name)

    def _place(self, code: str) -> Place:
        north, east = self.chance.uniform(-60, 70), self.chance.uniform(-180, 180)
        return Place(
            name=self._word().capitalize(),
            country=code,
            latitude=round(north, 5),
            longitude=round(east, 5),
            geonames_id=self.chance.randrange(10**7),
        )

    def _happens(self, share: float) -> bool:
        return self.chance.random() < share

    def _filler(self, count: int) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.word_weights, k=count))

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((1, 2, 2, 3, 3, 4))))


def _state(code: str) -> Party:
    return Party(id=code, name=code.capitalize(), country=code, sector="GOV")


def _seen(party: Party, start: int) -> Party:
    span = Span(start=start, end=start + len(party.name))
    return msgspec.structs.replace(party, span=span)


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))
