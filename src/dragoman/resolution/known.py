"""The state of a well-known office-holder whom the report leaves without one."""

from dragoman.codebooks.tenures import Tenure, classes_of, known_as
from dragoman.resolution.names import Names
from dragoman.resolution.persons import Person

FORMER = 25  # years that a former holder is looked for


def known_owner(person: Person, names: Names, *, day: str) -> str | None:
    """The one owner of what a bearer of the name holds on the day.

    With a title, of an office of its class; without one, where the report names the owner and one
    person alone bears the name.
    """
    rows = known_as(person.name, day) or known_as(" ".join(person.words), day)  # without "Jr."
    if person.held:
        owners = {row.owner for row in rows if _fits(person, row)}
        owners = owners or _former_owners(person, names, day=day)
    else:
        sole = len({row.person for row in rows}) == 1
        owners = {row.owner for row in rows if sole and names.salience[row.owner]}
    return owners.pop() if len(owners) == 1 else None


def _former_owners(person: Person, names: Names, *, day: str) -> set[str]:
    """Whose the person last was, for one who is out of office: `former Prime Minister Abe`."""
    name = " ".join(person.words)
    for year in range(int(day[:4]) - 1, int(day[:4]) - FORMER, -1):
        rows = known_as(name, f"{year}-07-01")
        owners = {row.owner for row in rows if _fits(person, row)}
        if owners:
            return {owner for owner in owners if names.salience[owner]}
    return set()


def _fits(person: Person, row: Tenure) -> bool:
    classes = classes_of(row.office)
    return any(held.title.office_class in classes for held in person.held)
