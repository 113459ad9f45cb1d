"""Acts in the columns of POLECAT's files; what we do not know of an act stays empty."""

from collections.abc import Iterable, Sequence

from dragoman.codebooks.state_codes import cow_of
from dragoman.model import Party
from dragoman.publishing.exporting.events import intensity_of, quad_of
from dragoman.publishing.exporting.material import Material, Reports
from dragoman.publishing.exporting.tables import Row, Table
from dragoman.questions.events import Occurrence

SEPARATOR = ";"  # between several actors, contexts, sectors

# The names and their order are those of POLECAT's yearly files (Halterman and others, "PLOVER and
# POLECAT: A New Political Event Ontology and Dataset", 2023).
_EVENT = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
)
_PARTY = (
    "{} Name",
    "{} Country",
    "{} COW",
    "Primary {} Sector",
    "{} Sectors",
    "{} Title",
    "{} Name Raw",
    "Wikipedia {} ID",
)
_PLACE = ("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude")
_PLACE_DETAILS = ("GeoNames ID", "Raw Placename", "Feature Type")
_STORY = ("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations")
_REST = ("Language", "Version")
_NUMBERS: dict[str, type] = {"Intensity": float, "Latitude": float, "Longitude": float}
NAMES = (
    *_EVENT,
    *(name.format("Actor") for name in _PARTY),
    *(name.format("Recipient") for name in _PARTY),
    *_PLACE,
    *_PLACE_DETAILS,
    *_STORY,
    *_REST,
)


def polecat_table(material: Material) -> Table:
    """An act a row; several parties of a side are joined by `;`."""
    reports = Reports(material.connection)
    columns = {name: _NUMBERS.get(name, str) for name in NAMES}
    return Table(columns=columns, rows=(_row(one, reports) for one in material.acts()))


def _row(one: Occurrence, reports: Reports) -> Row:
    event = one.event
    report = reports.of(event.report_id)
    return (
        {
            "Event ID": event.id,
            "Event Date": one.day,
            "Event Type": event.event_type,
            "Event Mode": event.event_mode,
            "Intensity": intensity_of(event),
            "Quad Code": (quad_of(event) or "").upper(),
            "Contexts": SEPARATOR.join(event.contexts),
            "Source": report.outlet,
            "Publication Date": report.published,
            "Language": report.language,
            "Version": report.coder,
        }
        | _party_cells("Actor", event.actors, event.report_id, reports)
        | _party_cells("Recipient", event.recipients, event.report_id, reports)
        | _place_cells(one)
    )


def _party_cells(side: str, parties: Sequence[Party], report_id: str, reports: Reports) -> Row:
    sectors = dict.fromkeys(party.sector for party in parties if party.sector)
    cows = (cow_of(party.country) for party in parties)
    cells = (
        _joined(party.person or party.name for party in parties),
        _joined(party.country for party in parties),
        _joined(None if cow is None else str(cow) for cow in cows),
        next(iter(sectors), None),
        SEPARATOR.join(sectors),
        _joined(party.office for party in parties),
        _joined(reports.words(report_id, party.span) for party in parties),
        None,
    )
    return {name.format(side): cell for name, cell in zip(_PARTY, cells, strict=True)}


def _place_cells(one: Occurrence) -> Row:
    place = one.event.place
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "Country": place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": None if place.geonames_id is None else str(place.geonames_id),
    }


def _joined(parts: Iterable[str | None]) -> str:
    """Place by place with the other columns of the side; empty where all parts are."""
    texts = [part or "" for part in parts]
    return SEPARATOR.join(texts) if any(texts) else ""
