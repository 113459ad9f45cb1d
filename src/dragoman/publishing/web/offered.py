"""The forms of other programs in which views of events are offered as files."""

import msgspec

from dragoman.publishing.exporting.forms import Form


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """A form, the ending of its file, how the page calls it, and how browsers do."""

    form: Form
    ending: str
    label: str
    media_type: str


OFFERED = (
    Offered(
        form=Form.XLSX,
        ending="xlsx",
        label="Excel",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Offered(
        form=Form.PARQUET,
        ending="parquet",
        label="Parquet",
        media_type="application/vnd.apache.parquet",
    ),
    Offered(
        form=Form.POLECAT,
        ending="polecat.tsv",
        label="POLECAT",
        media_type="text/tab-separated-values; charset=utf-8",
    ),
    Offered(
        form=Form.CAMEO,
        ending="cameo.tsv",
        label="CAMEO",
        media_type="text/tab-separated-values; charset=utf-8",
    ),
    Offered(
        form=Form.FTM,
        ending="ftm.json",
        label="FollowTheMoney",
        media_type="application/jsonl; charset=utf-8",
    ),
    Offered(form=Form.PROV, ending="prov.json", label="PROV", media_type="application/json"),
    Offered(form=Form.GEXF, ending="gexf", label="GEXF network", media_type="application/gexf+xml"),
    Offered(form=Form.JSONLD, ending="jsonld", label="JSON-LD", media_type="application/ld+json"),
)
