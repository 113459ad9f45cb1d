"""Tenures from FollowTheMoney lines: Person, Position, and Occupancy between them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from dragoman.errors import IntakeError
from dragoman.register.claims import Claim
from dragoman.register.files import numbered, place

_READ = frozenset(("Person", "Position", "Occupancy"))


class Entity(msgspec.Struct, frozen=True):
    """One line; other schemata are passed over."""

    id: str
    schema: str
    properties: dict[str, tuple[str, ...]] = {}

    def first(self, name: str) -> str:
        """The first value of a property; empty where it has none."""
        return next(iter(self.properties.get(name, ())), "")


def ftm_claims(path: Path, text: str) -> Iterator[Claim]:
    """One claim an occupancy whose person and position stand in the file too, in any order.

    Raises:
        IntakeError: a line is no entity, an id stands twice, or a reference leads nowhere.
    """
    entities: dict[str, tuple[str, Entity]] = {}
    decoder = msgspec.json.Decoder(Entity)
    for number, line in numbered(text):
        where = place(path, number)
        try:
            entity = decoder.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            raise IntakeError(f"{where}: is no FollowTheMoney entity: {error}") from None
        if entity.id in entities:
            raise IntakeError(f"{where}: id {entity.id}: {entities[entity.id][0]} has it too")
        if entity.schema in _READ:
            entities[entity.id] = (where, entity)
    for where, entity in entities.values():
        if entity.schema == "Occupancy":
            yield _claim(where, entity, entities)


def _claim(where: str, one: Entity, entities: Mapping[str, tuple[str, Entity]]) -> Claim:
    holder, post = one.first("holder"), one.first("post")
    for name, wanted in (("holder", holder), ("post", post)):
        if wanted not in entities:
            raise IntakeError(f"{where}: {name} {wanted or '(none)'}: no entity has this id")
    person, position = entities[holder][1], entities[post][1]
    return Claim(
        place=where,
        id=one.id,
        person=person.first("name"),
        names=(*person.properties.get("name", ())[1:], *person.properties.get("alias", ())),
        title=position.first("name"),
        owner=position.first("country"),
        since=one.first("startDate"),
        until=one.first("endDate"),
        status="current",
    )
