"""Acts as directed dyads in CAMEO's codes and GDELT's columns, one source and one target a row."""

from collections.abc import Iterator
from itertools import permutations, product

from dragoman.codebooks.cameo import CameoRow, cameo_of
from dragoman.codebooks.plover import plover
from dragoman.model import Event, Party
from dragoman.publishing.exporting.material import Material, Reports, known
from dragoman.publishing.exporting.tables import Row, Table
from dragoman.questions.events import Occurrence

_BASE = 3  # digits of a code that name its base code

COLUMNS: dict[str, type] = {
    "GLOBALEVENTID": str,
    "SQLDATE": str,
    "Actor1Code": str,
    "Actor1Name": str,
    "Actor1CountryCode": str,
    "Actor1Type1Code": str,
    "Actor2Code": str,
    "Actor2Name": str,
    "Actor2CountryCode": str,
    "Actor2Type1Code": str,
    "EventCode": str,
    "EventText": str,
    "EventBaseCode": str,
    "EventRootCode": str,
    "QuadClass": int,
    "GoldsteinScale": float,
    "NumMentions": int,
    "NumSources": int,
    "NumArticles": int,
    "ActionGeo_FullName": str,
    "ActionGeo_CountryCode": str,
    "ActionGeo_Lat": float,
    "ActionGeo_Long": float,
    "ActionGeo_FeatureID": str,
    "SOURCEURL": str,
}


def dyad_table(material: Material) -> Table:
    """Each act as one row for each of its dyads; what CAMEO has no code for is left out."""
    reports = Reports(material.connection)
    rows = (row for one in material.acts() for row in _rows(one, reports))
    return Table(columns=COLUMNS, rows=rows)


def dyads_of(event: Event) -> Iterator[tuple[Party, Party | None]]:
    """Who acts on whom. Those who did it together are each a source of the other, as in CAMEO.

    One party that acts on nobody known has no target.
    """
    actors, recipients = known(event.actors), known(event.recipients)
    kind = plover().types.get(event.event_type)
    if recipients:
        yield from product(actors, recipients)
    elif len(actors) > 1 and kind is not None and kind.mutual:
        yield from permutations(actors, 2)
    else:
        yield from ((actor, None) for actor in actors)


def _rows(one: Occurrence, reports: Reports) -> Iterator[Row]:
    code = cameo_of(one.event)
    if code is None:
        return
    told = _event_cells(one, code) | {"SOURCEURL": reports.of(one.event.report_id).url}
    for source, target in dyads_of(one.event):
        yield told | _party_cells("Actor1", source) | _party_cells("Actor2", target)


def _event_cells(one: Occurrence, code: CameoRow) -> Row:
    place = one.event.place
    row: Row = {
        "GLOBALEVENTID": one.event.id,
        "SQLDATE": one.day.replace("-", ""),
        "EventCode": code.cameo,
        "EventText": code.name,
        "EventBaseCode": code.cameo[:_BASE],
        "EventRootCode": code.root,
        "QuadClass": code.quad,
        "GoldsteinScale": code.goldstein,
        "NumMentions": len(one.tellings),
        "NumSources": one.sources,
        "NumArticles": len(one.reports),
    }
    if place is not None:
        row |= {
            "ActionGeo_FullName": place.name,
            "ActionGeo_CountryCode": place.country,
            "ActionGeo_Lat": place.latitude,
            "ActionGeo_Long": place.longitude,
            "ActionGeo_FeatureID": None if place.geonames_id is None else str(place.geonames_id),
        }
    return row


def _party_cells(side: str, party: Party | None) -> Row:
    if party is None:
        return {}
    return {
        f"{side}Code": _code(party),
        f"{side}Name": (party.person or party.name).upper(),
        f"{side}CountryCode": party.country,
        f"{side}Type1Code": party.sector,
    }


def _code(party: Party) -> str:
    """A state and what of it acts (`TURGOV`), or a kind of organisation and which (`IGOUN`)."""
    if party.id == party.country:
        return f"{party.id}{party.sector or ''}"
    return f"{party.sector or ''}{party.id}"
