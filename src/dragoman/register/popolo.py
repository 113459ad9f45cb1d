"""Tenures from Popolo JSON: persons, posts, organizations and the memberships between them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.errors import IntakeError
from dragoman.register.claims import Claim


class _Name(msgspec.Struct, frozen=True):
    name: str = ""


class _Person(msgspec.Struct, frozen=True):
    id: str
    name: str = ""
    other_names: tuple[_Name, ...] = ()


class _Area(msgspec.Struct, frozen=True):
    name: str = ""


class _Organization(msgspec.Struct, frozen=True):
    id: str
    name: str = ""
    area: _Area | None = None


class _Post(msgspec.Struct, frozen=True):
    id: str
    label: str = ""
    role: str = ""
    organization_id: str = ""
    area: _Area | None = None


class _Membership(msgspec.Struct, frozen=True):
    person_id: str = ""
    organization_id: str = ""
    post_id: str = ""
    role: str = ""
    label: str = ""
    start_date: str | None = None
    end_date: str | None = None
    id: str = ""


T = TypeVar("T", _Person, _Post, _Organization)


class _Document(msgspec.Struct, frozen=True):
    persons: tuple[_Person, ...] = ()
    organizations: tuple[_Organization, ...] = ()
    posts: tuple[_Post, ...] = ()
    memberships: tuple[_Membership, ...] = ()


def popolo_claims(path: Path, text: str) -> Iterator[Claim]:
    """One claim a membership that has a role or post; plain members of a parliament have none.

    Raises:
        IntakeError: the file is no such JSON, an id stands twice, or a reference leads nowhere.
    """
    try:
        document = msgspec.json.decode(text, type=_Document)
    except (msgspec.DecodeError, RecursionError) as error:
        raise IntakeError(f"{path}: is no Popolo JSON: {error}") from None
    persons = {person.id: person for person in _unique(path, "persons", document.persons)}
    posts = {post.id: post for post in _unique(path, "posts", document.posts)}
    organizations = {one.id: one for one in _unique(path, "organizations", document.organizations)}
    for n, one in enumerate(document.memberships):
        place = f"{path}: memberships[{n}]"
        post = posts.get(one.post_id, _Post(id=""))
        held_in = organizations.get(one.organization_id or post.organization_id)
        title = one.role or post.role or post.label or one.label
        if one.person_id not in persons:
            raise IntakeError(f"{place}: no person has the id {one.person_id or '(none)'}")
        if title:
            yield _claim(place, one, persons[one.person_id], title, _owner(post, held_in))


def _claim(place: str, one: _Membership, person: _Person, title: str, owner: str) -> Claim:
    return Claim(
        place=place,
        id=one.id,
        person=person.name,
        names=tuple(other.name for other in person.other_names),
        title=title,
        owner=owner,
        since=one.start_date or "",
        until=one.end_date or "",
    )


def _owner(post: _Post, organization: _Organization | None) -> str:
    """The area's name; else the organisation's, which may be a state's government."""
    area = post.area or (organization.area if organization else None)
    return area.name if area else (organization.name if organization else "")


def _unique(path: Path, kind: str, rows: tuple[T, ...]) -> tuple[T, ...]:
    seen: dict[str, int] = {}
    for n, row in enumerate(rows):
        first = seen.setdefault(row.id, n)
        if first != n:
            raise IntakeError(f"{path}: {kind}[{n}]: id {row.id}: {kind}[{first}] has it too")
    return rows
