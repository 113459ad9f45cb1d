"""The options by which every question is narrowed, given to a command in one place."""

# ruff: noqa: PLC0415 - imports wait for their command

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    import sqlite3

    from dragoman.questions.selection import Selection

Names = list[str] | None


def _many(*names: str, what: str, metavar: str = "NAME") -> Any:  # noqa: ANN401 - an annotation
    help_ = f"{what} May be given more than once."
    return Annotated[Names, typer.Option(*names, metavar=metavar, help=help_)]


def _one(*names: str, what: str, metavar: str) -> Any:  # noqa: ANN401 - an annotation
    return Annotated[str | None, typer.Option(*names, metavar=metavar, help=what)]


# The options by the name of the selection's condition that they give.
OPTIONS: dict[str, Any] = {
    "actors": _many("--actor", "-a", what="A state or organisation: PAK, Pakistan."),
    "with_": _many("--with", "-w", what="Another one beside it."),
    "person": _one("--person", metavar="NAME", what="A person who takes part: Lavrov."),
    "issues": _many("--issue", "-i", metavar="ISSUE", what="What it is about: ceasefire."),
    "since": _one("--since", metavar="DAY", what="First day, month or year: 2022-02-27, 2022."),
    "until": _one("--until", metavar="DAY", what="Last day, month or year."),
    "types": _many("--type", "-t", metavar="TYPE", what="A PLOVER type: consult, assault."),
    "modes": _many("--mode", metavar="MODE", what="A mode of a type: phone, visit."),
    "quads": _many("--quad", metavar="QUAD", what="A quad: verbal-cooperation."),
    "modalities": _many("--modality", metavar="MODALITY", what="asserted, future, negated ..."),
    "places": _many("--place", what="A place, or a state for all places in it."),
    "outlets": _many("--outlet", what="An outlet that tells it."),
    "sources": Annotated[
        int, typer.Option("--sources", metavar="N", min=1, help="Told by N independent sources.")
    ],
    "report": _one("--report", metavar="ID", what="A report that tells it."),
}
OF_POSITIONS = (
    "actors",
    "with_",
    "person",
    "issues",
    "since",
    "until",
    "outlets",
    "sources",
    "report",
)
OF_STATEMENTS = tuple(name for name in OF_POSITIONS if name != "with_")
OF_REPORTS = ("actors", "with_", "issues", "since", "until", "outlets", "report")
Asked = Callable[["sqlite3.Connection"], "Selection"]


def narrowed(*, only: Iterable[str] = tuple(OPTIONS)) -> Callable[[Callable[..., None]], Any]:
    """Give a command the options of a selection, all or those of some conditions.

    The command takes `asked`, which makes the selection when it is given an open record.
    """
    names = tuple(only)

    def wrap(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:  # noqa: ANN401 - what Typer read
            conditions = {name: given.pop(name) for name in names}
            command(**given, asked=_asked(conditions))

        own = inspect.signature(command, eval_str=True).parameters
        kept = [parameter for name, parameter in own.items() if name != "asked"]
        place = next((n for n, one in enumerate(kept) if one.default is not one.empty), len(kept))
        kept[place:place] = [_parameter(name) for name in names]
        run.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]  # what Typer reads
        run.__annotations__ = {one.name: one.annotation for one in kept}
        return run

    return wrap


def _parameter(name: str) -> inspect.Parameter:
    default = 1 if name == "sources" else None
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=OPTIONS[name])


def _asked(conditions: dict[str, Any]) -> Asked:
    from dragoman.questions.selection import select

    given = {name: value for name, value in conditions.items() if value}
    return lambda connection: select(connection, **given)
