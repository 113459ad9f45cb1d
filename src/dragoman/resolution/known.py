"""The state of a well-known office-holder whom the report leaves without one."""

from dragoman.codebooks.anaphora import anaphora
from dragoman.codebooks.tenures import Tenure, classes_of, formerly, known_as, offices_of
from dragoman.resolution.forms import Title
from dragoman.resolution.names import Names
from dragoman.resolution.persons import Person

HEADS = "head of state"
MINISTER = "minister"
TWO = 2  # words of a name without middle names
YEAR_AHEAD = 1  # how long before the day of office one is spoken of as elected or designate


def known_owner(person: Person, names: Names, *, day: str, home: str | None = None) -> str | None:
    """The one owner of what a bearer of the name holds on the day, or held last.

    With a title, of an office that it may mean; without one, where the report names the owner and
    one person alone bears the name. `home` is the state where the report is written.
    """
    rows = _rows(person, day)
    if not person.held:
        sole = len({row.person for row in rows}) == 1
        owners = {row.owner for row in rows if sole and names.salience[row.owner]}
        return owners.pop() if len(owners) == 1 else None
    owners = {row.owner for row in rows if _fits(person, row)}
    if not owners:
        owner = _former_owner(person, names, day=day, home=home)
        return owner or _coming_owner(person, day=day)
    return owners.pop() if len(owners) == 1 else None


def _rows(person: Person, day: str) -> tuple[Tenure, ...]:
    names = (person.name, *_spellings(person))
    return next((rows for name in names if (rows := known_as(name, day))), ())


def _spellings(person: Person) -> tuple[str, ...]:
    """The name without `Jr.`, then without middle names."""
    whole = " ".join(person.words)
    return (
        (whole,) if len(person.words) <= TWO else (whole, f"{person.words[0]} {person.words[-1]}")
    )


def _former_owner(person: Person, names: Names, *, day: str, home: str | None) -> str | None:
    """Whose the person last was, for one who is out of office: `former Prime Minister Abe`.

    A surname alone is told by the report, which names the state or is written there.
    """
    rows = next((rows for name in _spellings(person) if (rows := formerly(name, day))), ())
    for row in rows:
        told = len(person.words) > 1 or names.salience[row.owner] or row.owner == home
        if told and _fits(person, row):
            return row.owner
    return None


def _coming_owner(person: Person, *, day: str) -> str | None:
    """Whose the person will be within a year: the elected or designate."""
    next_year = f"{int(day[:4]) + YEAR_AHEAD}{day[4:]}"
    for name in _spellings(person):
        rows = [row for row in known_as(name, next_year) if row.valid_from > day]
        owners = {row.owner for row in rows if _fits(person, row)}
        if len(owners) == 1:
            return owners.pop()
    return None


def is_over(person: Person, title: Title, *, day: str) -> bool:
    """Whether the person is known to hold no more what a title says: `President Obama` in 2020."""
    if any(may_mean(title, row.office) for row in _rows(person, day)):
        return False
    rows = formerly(" ".join(person.words), day)
    return any(row.owner == person.owner and may_mean(title, row.office) for row in rows)


def _fits(person: Person, row: Tenure) -> bool:
    return any(may_mean(held.title, row.office) for held in person.held)


def may_mean(title: Title, office: str) -> bool:
    """Whether a title is that of an office or short for it: `President` of a commission."""
    if title.office_class in classes_of(office):
        return True
    return office.startswith(f"{title.office} of ") or office.endswith(f" {title.office}")


def has_office(state: str, title: Title) -> bool:
    """Whether a state may have such an officer: the United States have no prime minister."""
    if title.office_class == HEADS and state in anaphora().context.realms:
        return False
    offices = offices_of(state)
    classes = {each for office in offices for each in classes_of(office)}
    if HEADS not in classes or title.office in offices:
        return True  # a state of which we know too little
    if title.office_class == HEADS:
        return False
    if title.office_class == "head of government":
        return title.office_class in classes
    ministers = any(MINISTER in office.split() for office in offices)
    return ministers or MINISTER not in title.office.split()
