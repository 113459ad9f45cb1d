"""Actors that a user adds for a run: invented or overlooked states, organisations, institutions.

An actor list is checked as a whole: every actor has its own id and its own names on a day, and who
acts for whom leads to somebody and never in a circle.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from dragoman.codebooks.reference import sectors
from dragoman.errors import IntakeError
from dragoman.model import line_id
from dragoman.register.tenures import Tenure
from dragoman.register.titles import owner_of

Kind = Literal["state", "organisation", "institution", "person"]
MOST_FORMS = 500_000
"""Names of an actor list, aliases included; the automaton of so many takes half a minute."""


class Actor(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One actor; `place` names file and line.

    A `state` or `organisation` is a party of its own, with its `id`. An `institution` acts for its
    `country`, which is a code, a name or another actor's id, and so does a `person`, whose days
    are those in office. `party` is the code that an actor of another's list goes by, which several
    may have; else it is the id. Validity is a closed interval of ISO days, months or years.
    """

    place: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: Kind = "organisation"
    country: str | None = None
    sector: str | None = None
    party: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


def checked(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors with each `country` followed to the party that is acted for.

    Raises:
        IntakeError: an id or a name is another's, a sector or country is unknown, or countries
            lead in a circle: names the line.
    """
    found = tuple(actors)
    by_id: dict[str, Actor] = {}
    for actor in found:
        first = by_id.setdefault(actor.id, actor)
        if first is not actor:
            raise IntakeError(f"{actor.place}: id {actor.id}: {first.place} has it too")
    _check_names(found)
    known = {row.code for row in sectors()}
    for actor in found:
        if actor.sector is not None and actor.sector not in known:
            raise IntakeError(
                f"{actor.place}: sector {actor.sector}: there are {', '.join(sorted(known))}"
            )
    return tuple(msgspec.structs.replace(actor, country=_country(actor, by_id)) for actor in found)


def tenures_of(actors: Iterable[Actor]) -> list[Tenure]:
    """The persons among the actors, as people in an office that the list does not name."""
    return [
        Tenure(
            id=line_id("actor", actor.id),
            person=actor.name,
            names=actor.aliases,
            country=actor.country or "",
            office="",
            sector=actor.sector,
            since=actor.valid_from,
            until=actor.valid_to,
            rung="imported",
            evidence=(actor.place,),
        )
        for actor in actors
        if actor.kind == "person"
    ]


def _check_names(actors: tuple[Actor, ...]) -> None:
    """A name may be of several actors at different times, or of several persons."""
    if sum(len(actor.forms) for actor in actors) > MOST_FORMS:
        raise IntakeError(f"{actors[0].place}: the list has more than {MOST_FORMS} names")
    by_form: dict[str, list[Actor]] = {}
    for actor in actors:
        for form in {} if actor.kind == "person" else dict.fromkeys(actor.forms):
            for other in by_form.setdefault(form, []):
                if _overlap(actor, other) and not _are_one(actor, other):
                    raise IntakeError(f"{actor.place}: name {form}: {other.place} has it too")
            by_form[form].append(actor)


def _are_one(a: Actor, b: Actor) -> bool:
    """Whether two entries of another's list are one party, told twice."""
    return a.party is not None and (a.party, a.country) == (b.party, b.country)


def _overlap(a: Actor, b: Actor) -> bool:
    return not (_ends_before(a, b) or _ends_before(b, a))


def _ends_before(a: Actor, b: Actor) -> bool:
    return bool(a.valid_to and b.valid_from and a.valid_to < b.valid_from[: len(a.valid_to)])


def _country(actor: Actor, by_id: Mapping[str, Actor]) -> str | None:
    """Whom an institution or person acts for in the end; of others, where they are at home."""
    path: list[Actor] = [actor]
    while path[-1].country:
        wanted = path[-1].country
        after = by_id.get(wanted)
        if after in path:
            circle = " > ".join(one.id for one in (*path, path[0]))
            raise IntakeError(f"{actor.place}: country leads in a circle: {circle}")
        if after is None:
            return _known(actor, wanted)
        path.append(after)
        if after.kind in ("state", "organisation"):
            return after.id
    if actor.kind in ("institution", "person"):
        raise IntakeError(f"{path[-1].place}: kind {actor.kind}: name its country")
    return None


def _known(actor: Actor, wanted: str) -> str:
    found = owner_of(wanted)
    if found is None:
        raise IntakeError(
            f"{actor.place}: country {wanted}: no such state, organisation or id in this list"
        )
    return found
