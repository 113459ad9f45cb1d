"""A selection as conditions of SQL: the one place where the two meet."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from dragoman.codebooks.plover import event_type, plover
from dragoman.model import Modality
from dragoman.questions.selection import Selection

Value = str | int
Part = tuple[str, Sequence[Value]]
Driver = Literal["actors", "with_"]
# Each party of an act stands in act_pair by itself, too, beside nobody.
_ACTS_OF = "SELECT act FROM act_pair WHERE one = '' AND"
_IN_ACT = """
    (SELECT {what} FROM act_pair WHERE one = '' AND two IN ({marks})
    AND act_pair.event_type = act.event_type AND act_pair.day = act.day AND act = act.number)
"""
_IN_REPORT = """
    (SELECT count(DISTINCT id) FROM packed JOIN party ON party.line BETWEEN first AND last
    WHERE packed.report = report.number AND id IN ({marks}))
"""


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A condition for WHERE, `TRUE` where there is none, and the values of its marks in order."""

    where: str
    values: tuple[Value, ...]


def on_acts(
    selection: Selection,
    *,
    modalities: Sequence[Modality] = (),
    driven_by: Driver | None = "actors",
) -> Condition:
    """The condition over table `act`.

    `modalities` are those that the question takes where the selection names none; empty, all. The
    acts of the parties `driven_by` are listed, those of the others looked up act by act; with none,
    all are looked up, which is best where acts are read in the order of their days.
    """
    return _joined(
        [
            *_taking_part(selection, driven_by),
            *_persons(
                selection, "act.number IN (SELECT act FROM acting WHERE naming IN ({spelled}))"
            ),
            *_days(selection, first="act.day", last="coalesce(act.date_end, act.day)"),
            _one_of("act.event_type", _types(selection)),
            _one_of("act.event_mode", selection.modes),
            _one_of("act.modality", selection.modalities or modalities),
            *_places(selection),
            *_told(selection, "act.number", "act", "telling"),
            *_issues(selection, "act.number", "SELECT act FROM telling JOIN issue USING (line)"),
            _at_least("act.sources", selection.sources),
        ]
    )


def on_holdings(selection: Selection) -> Condition:
    """The condition over table `holding`; who holds is one of actors and `with_`.

    How many sources tell a position is no matter of one line: see `questions/stances.py`.
    """
    spoken = "SELECT line FROM party WHERE role = 'holder' AND party.line = holding.line"
    return _joined(
        [
            _one_of("holding.issue", selection.issues),
            _one_of("holding.holder", (*selection.actors, *selection.with_)),
            *_days(selection, first="holding.day", last="holding.day"),
            *_persons(selection, f"EXISTS ({spoken} AND naming IN ({{spelled}}))"),
            *_told(selection, "holding.line", "line", "position"),
        ]
    )


def on_holding_counts(selection: Selection) -> Condition:
    """The condition over table `holding_count`, which knows issues and holders."""
    holders = (*selection.actors, *selection.with_)
    return _joined([_one_of("issue", selection.issues), _one_of("holder", holders)])


def on_stood(selection: Selection) -> Condition:
    """The condition over table `stood`, which knows issues, holders and years."""
    since, until = selection.since, selection.until
    return _joined(
        [
            _one_of("issue", selection.issues),
            _one_of("holder", (*selection.actors, *selection.with_)),
            ("year >= ?", (since[:4],)) if since else ("", ()),
            ("year <= ?", (until[:4],)) if until else ("", ()),
        ]
    )


def on_statements(selection: Selection, *, day: str, by: Sequence[str] = ()) -> Condition:
    """The condition over `statement`, joined with `line` and `report`; `day` is the day's column.

    Statements that only carry on what is told are left out; one is told by all that carry it. `by`
    are parties of which one is a source, where they do not drive the query. How many independent
    sources tell it is no matter of one line: see `questions/statements.py`.
    """
    said = "SELECT 1 FROM party WHERE role = 'source' AND party.line = statement.line"
    parties = _one_of("party.id", by)
    about = "SELECT 1 FROM issue WHERE issue.line = statement.line"
    issues = _one_of("slug", selection.issues)
    return _joined(
        [
            ("NOT EXISTS (SELECT 1 FROM carrying WHERE carrying.line = statement.line)", ()),
            (f"EXISTS ({said} AND {parties[0]})" if by else "", parties[1]),
            *_days(selection, first=day, last=day),
            *_persons(selection, f"EXISTS ({said} AND naming IN ({{spelled}}))"),
            (f"EXISTS ({about} AND {issues[0]})" if issues[0] else "", issues[1]),
            *_carried_by(selection),
        ]
    )


def on_taking(selection: Selection, *, modalities: Sequence[Modality]) -> Condition:
    """The condition over table `taking`, which knows parties, whole months, types, modalities."""
    since, until = selection.since, selection.until
    return _joined(
        [
            ("month >= ?", (since[:7],)) if since else ("", ()),
            ("month <= ?", (until[:7],)) if until else ("", ()),
            ("month > ''", ()) if since or until else ("month = ''", ()),
            _one_of("id", selection.actors),
            _one_of("event_type", _types(selection)),
            _one_of("modality", selection.modalities or modalities),
        ]
    )


def on_reports(selection: Selection) -> Condition:
    """The condition over table `report`: its day, outlet and id, who and what its lines name."""
    return _joined(
        [
            *_named(selection),
            *_days(selection, first="report.published", last="report.published"),
            _one_of("report.outlet", selection.outlets),
            _one_of("report.id", () if selection.report is None else (selection.report,)),
            *_issues(
                selection, "report.number", "SELECT report FROM line JOIN issue ON line = number"
            ),
        ]
    )


def marks(values: Sequence[object]) -> str:
    """As many marks as values, for IN."""
    return ", ".join("?" * len(values))


def _joined(parts: Iterable[Part]) -> Condition:
    found = [(text, values) for text, values in parts if text]
    return Condition(
        where=" AND ".join(text for text, _ in found) or "TRUE",
        values=tuple(value for _, values in found for value in values),
    )


def _one_of(column: str, values: Sequence[Value]) -> Part:
    return (f"{column} IN ({marks(values)})", values) if values else ("", ())


def _at_least(column: str, least: int) -> Part:
    return (f"{column} >= ?", (least,)) if least > 1 else ("", ())


def _days(selection: Selection, *, first: str, last: str) -> Iterable[Part]:
    if selection.since is not None:
        yield f"{last} >= ?", (selection.since,)
    if selection.until is not None:
        yield f"{first} <= ?", (selection.until,)


def _types(selection: Selection) -> tuple[str, ...]:
    """The types asked for, of the quads asked for; one that cannot be where none are left."""
    if not selection.quads:
        return selection.types
    among = selection.types or tuple(plover().types)
    found = tuple(name for name in among if event_type(name).quad in selection.quads)
    return found or ("",)


def _taking_part(selection: Selection, driven_by: Driver | None) -> Iterable[Part]:
    """Who takes part in an act; the whole key of act_pair is known when an act is looked up."""
    groups: dict[Driver, tuple[str, ...]] = {"actors": selection.actors, "with_": selection.with_}
    if set(selection.actors) == set(selection.with_):  # "between these five" says all at once
        if selection.actors:
            yield _two_of(selection.actors, listed=driven_by is not None)
        return
    for name, codes in groups.items():
        if codes and name == driven_by:
            yield f"act.number IN ({_ACTS_OF} two IN ({marks(codes)}))", codes
        elif codes:
            yield f"EXISTS {_IN_ACT.format(what='1', marks=marks(codes))}", codes
    if set(selection.actors) & set(selection.with_):  # two of them, and not one twice
        yield _two_of((*selection.actors, *selection.with_), listed=False)


def _two_of(codes: tuple[str, ...], *, listed: bool) -> Part:
    """Two of these take part; each has one row in act_pair for an act."""
    if listed:
        acts = f"{_ACTS_OF} two IN ({marks(codes)}) GROUP BY act HAVING count(*) > 1"
        return f"act.number IN ({acts})", codes
    return f"{_IN_ACT.format(what='count(*)', marks=marks(codes))} > 1", codes


def _named(selection: Selection) -> Iterable[Part]:
    """Who is a party of a line of a report, in whatever role."""
    actors, others = selection.actors, selection.with_
    for codes in (actors, others):
        if codes:
            yield f"{_IN_REPORT.format(marks=marks(codes))} > 0", codes
    if set(actors) & set(others):  # two of them, and not one twice
        codes = (*actors, *others)
        yield f"{_IN_REPORT.format(marks=marks(codes))} > 1", codes


def _persons(selection: Selection, text: str) -> Iterable[Part]:
    """Through whom a party takes part: the text with its namings in place of `{spelled}`."""
    if selection.persons:
        names = f"SELECT number FROM naming WHERE person IN ({marks(selection.persons)})"  # noqa: S608 - our own names
        yield text.format(spelled=names), selection.persons


def _places(selection: Selection) -> Iterable[Part]:
    town = _one_of("act.place", selection.places)
    state = _one_of("act.place_country", selection.countries)
    if town[0] and state[0]:
        yield f"({town[0]} OR {state[0]})", (*town[1], *state[1])
    else:
        yield town if town[0] else state


def _told(selection: Selection, key: str, column: str, table: str) -> Iterable[Part]:
    """By whom it is told; the table has the keys by line, and a report its lines in a row."""
    query = f"SELECT {column} FROM packed CROSS JOIN {table} ON line BETWEEN first AND last"  # noqa: S608 - our own names
    asked = {"outlet": selection.outlets}
    if selection.report is not None:
        asked["id"] = (selection.report,)
    for field, values in asked.items():
        if values:
            reports = f"SELECT number FROM report WHERE {field} IN ({marks(values)})"  # noqa: S608 - our own names
            yield f"{key} IN ({query} WHERE packed.report IN ({reports}))", values


def _carried_by(selection: Selection) -> Iterable[Part]:
    """Who tells a statement, first or carrying it on."""
    wanted = (
        ("outlet", selection.outlets),
        ("id", (selection.report,) if selection.report else ()),
    )
    for column, values in wanted:
        if values:
            told = f"report.{column} IN ({marks(values)})"
            carrying = f"""
                SELECT first FROM carrying CROSS JOIN line ON line.number = carrying.line
                CROSS JOIN report ON report.number = line.report WHERE {told}
            """  # noqa: S608 - our own names
            yield f"({told} OR statement.line IN ({carrying}))", (*values, *values)


def _issues(selection: Selection, key: str, query: str) -> Iterable[Part]:
    if selection.issues:
        yield f"{key} IN ({query} WHERE slug IN ({marks(selection.issues)}))", selection.issues
