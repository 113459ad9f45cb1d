"""The formats of files of tenures, by the names that a call gives them."""

from enum import StrEnum


class Source(StrEnum):
    """The formats of files of tenures."""

    CSV = "csv"
    TENURES = "jsonl"
    WIKIDATA = "wikidata"
    POPOLO = "popolo"
    FTM = "followthemoney"
    PETRARCH = "petrarch"
