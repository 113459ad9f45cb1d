"""Who takes part: each party's acts by role and quad, its first and last day, its people."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from dragoman.codebooks.plover import event_type as type_of
from dragoman.model import Modality
from dragoman.questions.conditions import Condition, on_acts, on_taking
from dragoman.questions.days import are_whole_months
from dragoman.questions.names import name_of
from dragoman.questions.planning import plan
from dragoman.questions.selection import EVERYTHING, Selection

COUNTED: tuple[Modality, ...] = ("asserted",)  # what counts as an act where nothing else is asked
PEOPLE = 5  # office-holders shown of a party

_FROM_ACTS = """
    SELECT act_party.id, act_party.role, act.event_type, count(*)
    FROM act JOIN act_party ON act_party.act = act.number
    WHERE act_party.id <> '' AND {where} GROUP BY 1, 2, 3
"""
_FROM_ROLLUP = """
    SELECT id, role, event_type, sum(acts) FROM taking WHERE {where} GROUP BY 1, 2, 3
"""
_END = "SELECT day FROM act WHERE {where} ORDER BY day {order}, number {order} LIMIT 1"
_PEOPLE = """
    SELECT person, group_concat(DISTINCT office), sum(acts) AS told
    FROM speaking JOIN naming ON naming.number = speaking.naming
    WHERE speaking.id = ? AND acts > 0 GROUP BY person ORDER BY told DESC, person LIMIT ?
"""


class Taker(msgspec.Struct, frozen=True, kw_only=True):
    """A person through whom a party takes part: the offices told, and in how many acts."""

    person: str
    offices: tuple[str, ...]
    acts: int


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """A party in the record: its acts as actor and as recipient, and by quad, in both roles.

    `first` and `last` are its first and last day, and `people` those who act for it most in the
    whole record; they are given of parties that were asked for by name.
    """

    id: str
    name: str
    acting: int
    receiving: int
    quads: dict[str, int]
    first: str | None = None
    last: str | None = None
    people: tuple[Taker, ...] = ()


def participants(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> list[Participant]:
    """Parties by the number of their acts: the selection's actors, or all who take part.

    Counts are of acts told as facts, unless the selection names other modalities.
    """
    counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for party, role, event_type, acts in _counts(connection, selection):
        if not selection.actors or party in selection.actors:
            counts[party][role, event_type] = acts
    ordered = sorted(counts, key=lambda party: (-counts[party].total(), party))
    end = None if limit is None else offset + limit
    found = [_participant(party, counts[party]) for party in ordered[offset:end]]
    return [_in_full(connection, one, selection) for one in found] if selection.actors else found


def _counts(
    connection: sqlite3.Connection, selection: Selection
) -> Iterable[tuple[str, str, str, int]]:
    plain = _of_rollup(selection)
    condition = plain or on_acts(selection, modalities=COUNTED)
    query = _FROM_ACTS if plain is None else _FROM_ROLLUP
    return connection.execute(query.format(where=condition.where), condition.values)


def _of_rollup(selection: Selection) -> Condition | None:
    """The condition over `taking`, where that knows all that is asked: whole months and types."""
    asked = {"since", "until", "types", "quads", "modalities", "actors"}
    plain = msgspec.structs.replace(
        selection, **{name: getattr(EVERYTHING, name) for name in asked}
    )
    if plain != EVERYTHING or not are_whole_months(selection.since, selection.until):
        return None
    return on_taking(selection, modalities=COUNTED)


def _participant(party: str, counted: Counter[tuple[str, str]]) -> Participant:
    quads: Counter[str] = Counter()
    for (_, event_type), acts in counted.items():
        quads[type_of(event_type).quad] += acts
    return Participant(
        id=party,
        name=name_of(party),
        acting=sum(acts for (role, _), acts in counted.items() if role == "actor"),
        receiving=sum(acts for (role, _), acts in counted.items() if role == "recipient"),
        quads=dict(sorted(quads.items())),
    )


def _in_full(connection: sqlite3.Connection, one: Participant, selection: Selection) -> Participant:
    mine = msgspec.structs.replace(selection, actors=(one.id,))
    condition = plan(connection, mine, modalities=COUNTED, wanted=1)
    ends = [
        connection.execute(_END.format(where=condition.where, order=order), condition.values)
        for order in ("", "DESC")
    ]
    first, last = (next(end, (None,))[0] for end in ends)
    people = tuple(
        Taker(person=person, offices=tuple(sorted((offices or "").split(","))), acts=acts)
        for person, offices, acts in connection.execute(_PEOPLE, (one.id, PEOPLE))
    )
    return msgspec.structs.replace(one, first=first, last=last, people=people)
