"""What intake knows of press files, from `codebooks/intake.toml`: typed, and read once."""

from functools import cache

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml


class DateWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words of written dates; `months` gives each name its number."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    ordinals: tuple[str, ...]
    clock_words: tuple[str, ...]
    zones: tuple[str, ...]


class HeaderWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words that open header lines; `labels` has the spellings of each field."""

    machine: str
    byline: str
    byline_joints: tuple[str, ...]
    imprint: tuple[str, ...]
    joints: tuple[str, ...]
    labels: dict[str, tuple[str, ...]]


class DatelineWords(msgspec.Struct, frozen=True, kw_only=True):
    """Agencies by their mark in a dateline, capitals that are no place, small words."""

    agencies: dict[str, str]
    not_places: frozenset[str]
    small_words: frozenset[str]


class Magic(msgspec.Struct, frozen=True, kw_only=True):
    """The first bytes of a kind of file that holds no text."""

    hex: str
    name: str


class TagWords(msgspec.Struct, frozen=True, kw_only=True):
    """Names of tags: those that part paragraphs, that never close, whose content is no text.

    `hidden` are patterns of what, in a tag, keeps its element from view.
    """

    block: frozenset[str]
    inline: frozenset[str]
    unread: frozenset[str]
    empty: frozenset[str]
    hidden: tuple[str, ...]


class SegmentWords(msgspec.Struct, frozen=True, kw_only=True):
    """How a text shows that it is no plain report: by its rubric, or words inside."""

    rubrics: dict[str, tuple[str, ...]]
    corrected: tuple[str, ...]
    speakers: tuple[str, ...]
    clocks: tuple[str, ...]


class IntakeWords(msgspec.Struct, frozen=True, kw_only=True):
    """The whole codebook."""

    dates: DateWords
    headers: HeaderWords
    datelines: DatelineWords
    markup: tuple[str, ...]
    tags: TagWords
    segments: SegmentWords
    magic: tuple[Magic, ...]
    function_words: dict[str, frozenset[str]]


@cache
def intake_words() -> IntakeWords:
    """The codebook, read at the first call.

    Raises:
        CodebookError: the file breaks its type.
    """
    return read_toml(HOUSE / "intake.toml", IntakeWords)
