"""Lines and parties in few words, for terminals."""

from collections.abc import Iterable

from dragoman.model import (
    Event,
    Fact,
    Line,
    Office,
    Party,
    Position,
    Report,
    Stance,
    Statement,
    Tie,
)
from dragoman.publishing.screen import one_line

SHORT_ID = 8  # digits of an id that are shown: enough for a million lines, mostly
STANCE_SIGNS: dict[Stance, str] = {
    "supports": "+",
    "opposes": "−",
    "concerned": "!",
    "neutral": "·",
}


def short(line_id: str) -> str:
    """The start of an id, as commands take it."""
    return one_line(line_id)[:SHORT_ID]


def codes(parties: Iterable[Party]) -> str:
    """The parties by code, each once; by name where no code is known."""
    return " ".join(dict.fromkeys(one_line(party.id or party.name) for party in parties))


def sides(event: Event) -> str:
    """Who → whom; `→ whom` where nobody is named as acting."""
    whom = codes(event.recipients)
    return f"{codes(event.actors)} → {whom}".lstrip() if whom else codes(event.actors)


def person(party: Party) -> str:
    """The party with its office-holder: `Mevlut Cavusoglu, foreign minister, TUR`."""
    parts = (party.person or party.name, party.office, party.id)
    return one_line(", ".join(dict.fromkeys(part for part in parts if part)))


def people(parties: Iterable[Party]) -> str:
    """Parties with their office-holders, one after the other."""
    return "; ".join(dict.fromkeys(person(party) for party in parties))


def chain(parties: Iterable[Party]) -> str:
    """Through whom words came, outermost first: `Foreign Ministry → Mevlut Cavusoglu`."""
    return " → ".join(one_line(party.person or party.name or party.id) for party in parties)


def kind_of_event(event: Event) -> str:
    """Type, mode, and how far it is told as a fact: `AGREE sign (future)`."""
    modality = "" if event.modality == "asserted" else f"({event.modality})"
    return " ".join(part for part in (event.event_type, event.event_mode, modality) if part)


def days(start: str | None, end: str | None) -> str:
    """A day, or a first and a last one."""
    if start is None or end is None or start == end:
        return start or end or ""
    return f"{start} – {end}"


def phrase(line: Line) -> str:
    """What a line says, in a few words."""
    match line:
        case Report():
            return f"{line.published} {one_line(line.title or '')}".strip()
        case Event():
            return f"{kind_of_event(line)} {sides(line)}".strip()
        case Statement():
            return chain(line.chain) or one_line(line.cue)
        case Position():
            return f"{codes(line.holders)} {STANCE_SIGNS[line.stance]} {line.issue}"
        case Tie():
            return f"{' – '.join(codes([party]) for party in line.parties)} ({line.tone})"
        case Office():
            owner = line.country or ""
            return one_line(f"{line.person}, {line.office}, {owner}".rstrip(", "))


def fields(fact: Fact) -> list[tuple[str, str]]:
    """A fact's fields as names and values, empty where they do not apply."""
    own = [("id", fact.id)]
    issues = ", ".join(getattr(fact, "issues", ()))
    match fact:
        case Event():
            own += _event_fields(fact)
        case Statement():
            own += [
                ("sources", people(fact.chain)),
                ("cue", f"{one_line(fact.cue)} ({fact.quote} words, {fact.manner})"),
                ("channel", fact.channel or ""),
                ("addressees", people(fact.addressees)),
            ]
        case Position():
            own += [
                ("holders", people(fact.holders)),
                ("position", f"{fact.stance} {fact.issue}"),
                ("day", days(fact.date_start, fact.date_end)),
            ]
        case Tie():
            own += [("parties", people(fact.parties)), ("tone", fact.tone)]
        case Office():
            own += [
                ("person", one_line(fact.person)),
                ("office", one_line(f"{fact.office} ({fact.status})")),
                ("country", fact.country or ""),
                ("post", fact.post or ""),
                ("seen", fact.seen),
            ]
    return [*own, ("issues", issues)]


def _event_fields(event: Event) -> list[tuple[str, str]]:
    place = event.place
    named = f" (“{one_line(event.date_text)}”)" if event.date_text else ""
    return [
        ("event", kind_of_event(event)),
        ("actors", people(event.actors)),
        ("recipients", people(event.recipients)),
        ("day", f"{days(event.date_start, event.date_end)}{named}".strip()),
        ("due", event.due or ""),
        ("place", one_line(", ".join(filter(None, (place.name, place.country)))) if place else ""),
        ("contexts", ", ".join(event.contexts)),
    ]
