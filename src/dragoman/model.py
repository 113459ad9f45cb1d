"""The record lines: what Dragoman writes and reads, one JSON object a line.

Each class is one `kind` of line. All are frozen; every field is always written, null or empty where
it does not apply. Offsets are Unicode code points into the report's text, the end excluded.
The terms are PLOVER's where it has one (Open Event Data Alliance, PLOVER manual).
"""

import hashlib
from typing import Any, Literal

import msgspec

Modality = Literal["asserted", "future", "hypothetical", "negated", "rumoured", "historical"]
Stance = Literal["supports", "opposes", "concerned", "neutral"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Manner = Literal["speech", "thought"]
Status = Literal["current", "former", "designate", "acting"]
Tone = Literal["positive", "negative", "mixed"]
Channel = Literal[
    "phone",
    "meeting",
    "statement",
    "press conference",
    "interview",
    "speech",
    "social media",
    "letter",
]


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A stretch of a report's text: `text[start:end]`, in code points."""

    start: int
    end: int


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event took place; coordinates in degrees, WGS 84, null where unknown."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A state or organisation, through an office-holder where one is named.

    `id` is the ISO 3166-1 alpha-3 code of a state, the codebook's code of an organisation, or
    `WORLD` for the international community. It is empty where a source has no known party
    ("a senior official"). `sector` is PLOVER's (GOV, MIL, IGO, ...).
    """

    id: str
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    person: str | None = None
    span: Span | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="report"):
    """One dated article. `id` is a hash of its content unless its source gave one.

    `flags` are notes of intake (`future_date`, `replaced_controls:3`, ...); `encoding` is that of
    the bytes read; `coder` names the version of program and codebooks that coded it.
    """

    id: str
    published: str
    text: str
    title: str | None = None
    outlet: str | None = None
    dateline: str | None = None
    url: str | None = None
    language: str = "en"
    encoding: str = "utf-8"
    flags: tuple[str, ...] = ()
    coder: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """One telling of an act between parties, in PLOVER's 16 types and their modes.

    `content` are the words of what is asked (REQUEST), promised (AGREE), refused (REJECT) or
    threatened (THREATEN), null elsewhere; `due` is the last day that they name to come.
    """

    id: str
    report_id: str
    span: Span
    trigger: str
    event_type: str
    event_mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date_start: str | None = None
    date_end: str | None = None
    date_text: str | None = None
    place: Place | None = None
    modality: Modality = "asserted"
    content: Span | None = None
    due: str | None = None
    issues: tuple[str, ...] = ()
    statement_id: str | None = None
    confidence: float = 1.0
    reason: str = ""


class Statement(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="statement"):
    """Words attributed to a chain of sources, outermost first; the last is whose words they are.

    `manner` tells words said or written from what the source wants, believes or hopes.
    """

    id: str
    report_id: str
    span: Span
    cue: str
    quote: QuoteKind
    manner: Manner = "speech"
    chain: tuple[Party, ...] = ()
    channel: Channel | None = None
    addressees: tuple[Party, ...] = ()
    within: str | None = None
    issues: tuple[str, ...] = ()


class Position(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="position"):
    """Where the holders stand on an issue, on the day of the telling."""

    id: str
    report_id: str
    span: Span
    holders: tuple[Party, ...]
    issue: str
    stance: Stance
    date_start: str | None = None
    date_end: str | None = None
    statement_id: str | None = None
    confidence: float = 1.0
    reason: str = ""


class Tie(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="tie"):
    """A relation between parties, in the report's words."""

    id: str
    report_id: str
    span: Span
    parties: tuple[Party, ...]
    words: str
    tone: Tone


class Office(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="office"):
    """An office-holder as seen in a report on the day `seen`; `post` is an ambassador's country."""

    id: str
    report_id: str
    span: Span
    person: str
    country: str | None
    office: str
    post: str | None = None
    status: Status = "current"
    seen: str


Fact = Event | Statement | Position | Tie | Office
Line = Report | Event | Statement | Position | Tie | Office
KINDS: dict[str, type[Line]] = {
    "report": Report,
    "event": Event,
    "statement": Statement,
    "position": Position,
    "tie": Tie,
    "office": Office,
}

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)


def encode(line: Line) -> bytes:
    """Write a line as compact JSON, without the newline."""
    return _encoder.encode(line)


def decode(data: bytes | str) -> Line:
    """Read a line; raises `msgspec.ValidationError` where it breaks the contract."""
    return _decoder.decode(data)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a record line, each kind told apart by `kind`."""
    return msgspec.json.schema(Line)


def line_id(*parts: str | int | None) -> str:
    """A short id that depends on nothing but the parts: 16 hexadecimal digits of BLAKE2b."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
