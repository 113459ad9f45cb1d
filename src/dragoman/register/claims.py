"""What a file says of who held which office, before it is checked: claims to tenures.

Every format gives claims; here, in one place, their titles, states and days become the codebook's.
Nothing is taken from a file of which one line is wrong.
"""

from collections.abc import Iterable

import msgspec

from dragoman.errors import IntakeError
from dragoman.model import Status, line_id
from dragoman.register.days import partial_day
from dragoman.register.tenures import Tenure, order
from dragoman.register.titles import owner_of, read_title

UNNAMED = "?"  # a person whom the file knows by a number only
_STATUSES: tuple[Status, ...] = ("current", "former", "designate", "acting")


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line's say, in its own words; `place` names file and line.

    `title` may name the state ("Prime Minister of Pakistan"); `owner` is its code or name, empty
    where the file has none. With `own`, the file is ours and must name a state that we know.
    """

    place: str
    id: str = ""
    person: str
    names: tuple[str, ...] = ()
    title: str
    owner: str = ""
    post: str = ""
    since: str = ""
    until: str = ""
    status: str = ""
    sector: str | None = None
    own: bool = False


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """The tenures of a file, in their order, and how many lines are of no state that we know."""

    tenures: tuple[Tenure, ...]
    left_out: int


def settle(claims: Iterable[Claim], *, country: str | None = None) -> Imported:
    """Check claims and read them as tenures; `country` is whose the offices are where none is said.

    Raises:
        IntakeError: a claim has no person, an impossible day or interval, an id that another has,
            or, in a file of ours, an unknown state or status.
    """
    found: dict[str, Tenure] = {}
    ids: dict[str, str] = {}
    left_out = 0
    for claim in claims:
        if claim.id and ids.setdefault(claim.id, claim.place) != claim.place:
            raise IntakeError(f"{claim.place}: id {claim.id}: {ids[claim.id]} has it too")
        tenure = _tenure(claim, country)
        left_out += tenure is None
        if tenure is not None:
            found.setdefault(tenure.id, tenure)
    return Imported(tenures=tuple(sorted(found.values(), key=order)), left_out=left_out)


def _tenure(claim: Claim, country: str | None) -> Tenure | None:
    if not claim.person.strip():
        raise IntakeError(f"{claim.place}: names no person")
    given = owner_of(claim.owner) if claim.owner.strip() else country
    title, owner = read_title(claim.title, given)
    post = _known(claim, claim.post, "post") if claim.post.strip() else None
    if owner is None or claim.person == UNNAMED:
        if claim.own:
            _known(claim, claim.owner, "country")
        return None
    since, until = _interval(claim)
    person = " ".join(claim.person.split())
    own = (owner, title.office, post, person, since, until, claim.status)
    return Tenure(
        id=line_id("imported", *own),
        person=person,
        names=tuple(sorted({name.strip() for name in claim.names} - {person, ""})),
        country=owner,
        office=title.office,
        office_class=title.office_class,
        post=post,
        sector=claim.sector or title.sector,
        status=_status(claim),
        since=since,
        until=until,
        rung="imported",
        evidence=(claim.place,),
    )


def _interval(claim: Claim) -> tuple[str | None, str | None]:
    try:
        since, until = partial_day(claim.since), partial_day(claim.until)
    except ValueError as error:
        raise IntakeError(f"{claim.place}: {error}") from None
    if since and until and until < since[: len(until)]:
        raise IntakeError(f"{claim.place}: ends {until}, before it begins ({since})")
    return since, until


def _known(claim: Claim, text: str, column: str) -> str:
    found = owner_of(text)
    if found is None:
        raise IntakeError(
            f"{claim.place}: {column} {text or 'empty'}: no such state or organisation:"
            " give its code or English name"
        )
    return found


def _status(claim: Claim) -> Status:
    wanted = claim.status.strip().casefold() or "current"
    for status in _STATUSES:
        if wanted == status:
            return status
    if claim.own:
        raise IntakeError(f"{claim.place}: status {claim.status}: there are {', '.join(_STATUSES)}")
    return "current"
