"""Acts as flat rows in our own columns, with PLOVER's and CAMEO's measures beside them."""

from dragoman.codebooks.cameo import cameo_of
from dragoman.codebooks.plover import plover
from dragoman.model import Event
from dragoman.publishing.exporting.material import Material, Reports
from dragoman.publishing.exporting.tables import Row, Table
from dragoman.publishing.merged import merged_columns, merged_row
from dragoman.questions.events import Occurrence

_MEASURES: dict[str, type] = {
    "day": str,
    "quad": str,
    "intensity": float,
    "cameo": str,
    "cameo_root": str,
    "cameo_quad": int,
    "goldstein": float,
}


def event_table(material: Material) -> Table:
    """An act a row: its event line flat, who tells it, its quad and intensity, its CAMEO code."""
    reports = Reports(material.connection)
    rows = (_row(one, reports) for one in material.acts())
    return Table(columns=merged_columns() | _MEASURES, rows=rows)


def intensity_of(event: Event) -> float | None:
    """PLOVER's scale, -10 (conflict) to 10 (cooperation): the mode's, else the type's."""
    kind = plover().types.get(event.event_type)
    if kind is None:
        return None
    mode = kind.modes.get(event.event_mode or "")
    return kind.score if mode is None or mode.score is None else mode.score


def quad_of(event: Event) -> str | None:
    """PLOVER's quad; None of a type that it does not have."""
    kind = plover().types.get(event.event_type)
    return None if kind is None else kind.quad


def _row(one: Occurrence, reports: Reports) -> Row:
    event = one.event
    report = reports.of(event.report_id)
    row = merged_row(one) | {
        "published": report.published,
        "day": one.day,
        "quad": quad_of(event),
        "intensity": intensity_of(event),
    }
    if event.content is not None:
        row["content"] = reports.words(event.report_id, event.content)
    code = cameo_of(event)
    if code is not None:
        row |= {
            "cameo": code.cameo,
            "cameo_root": code.root,
            "cameo_quad": code.quad,
            "goldstein": code.goldstein,
        }
    return row
