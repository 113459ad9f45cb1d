"""The state of an office-holder whom the report leaves without one: imported, known, or learned."""

from dragoman.register.lookup import Register, trusted
from dragoman.register.tenures import Tenure
from dragoman.resolution.known import known_owner
from dragoman.resolution.names import Names
from dragoman.resolution.persons import Person


def holder_owner(
    person: Person, names: Names, *, day: str, register: Register | None, home: str | None = None
) -> tuple[str | None, str]:
    """Whose office-holder a person is that no words of the report tell, and the rung that says so.

    What the user imported comes first, then the codebook's well-known holders, then what reports
    taught the register.
    """
    tenure = _tenure(person, names, day=day, register=register) if register else None
    if tenure is not None and tenure.rung == "imported":
        return tenure.country, _rung(tenure)
    owner = known_owner(person, names, day=day, home=home)
    if owner is not None:
        return owner, "known holder"
    return (None, "") if tenure is None else (tenure.country, _rung(tenure))


def _tenure(person: Person, names: Names, *, day: str, register: Register) -> Tenure | None:
    found = register.person(person.name, day)
    if person.held:
        classes = {"", *(held.title.office_class for held in person.held)}
        return trusted(one for one in found if one.office_class in classes)
    if len(person.words) == 1:
        return None  # a surname without a title may be anybody's
    return trusted(one for one in found if names.salience[one.country])


def _rung(tenure: Tenure) -> str:
    """`register, learned: Alfred Mutua, foreign minister of KEN, 2022-10-27 to 2023-09-12, ...`."""
    told = f"{tenure.said} reports" if tenure.rung == "learned" else "; ".join(tenure.evidence)
    office = f"{tenure.office or tenure.sector or 'actor'} of {tenure.country}"
    days = f"{tenure.begin or 'open'} to {tenure.end or 'open'}"
    return f"register, {tenure.rung}: {tenure.person}, {office}, {days}, {told}"
