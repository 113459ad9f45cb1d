"""In whose words: stretches of a document attributed to sources, nested to any depth.

Structural only: sources are tokens; who they are is resolution's matter. An attribution may lie
inside another's content (`the ministry said that the envoy noted …`); it names it as its parent.
"""

from collections import defaultdict
from typing import Literal

import msgspec

from dragoman.model import Channel, QuoteKind, Span
from dragoman.parsing.channels import channel_of, issuer_of
from dragoman.parsing.cues import Cue, find_cues
from dragoman.parsing.document import Document
from dragoman.parsing.framing import framed
from dragoman.parsing.speech_marks import Utterance, utterances
from dragoman.parsing.transcripts import turns

Kind = Literal["speech", "thought", "act"]
_TOUCHING = 2  # characters: a mark and a space


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Words (`start` to `end`, exactly `pieces`) that the token `source` heads the source of.

    `cue` is the word that attributes, or a mark where none does. `issuer` is who stands behind a
    source that is a document (`the statement`). `parent` is the index of the attribution whose
    content holds this one. `frame` marks an official release, or a turn of a transcript, attributed
    as a whole; the source of a turn is a `label`. An `act` is told without words of it: what was
    discussed, or agreed on.
    """

    i: int
    cue: int
    cue_text: str
    kind: Kind
    source: int | None
    start: int
    end: int
    pieces: tuple[Span, ...]
    quote: QuoteKind
    issuer: int | None = None
    addressees: tuple[int, ...] = ()
    channel: Channel | None = None
    parent: int | None = None
    frame: bool = False
    label: bool = False


class _Draft(msgspec.Struct, frozen=True):
    cue: Cue
    pieces: tuple[Span, ...]
    marks: tuple[Span, ...] = ()  # quotations that are its words, by their inner stretch
    frame: bool = False
    label: bool = False

    @property
    def hull(self) -> Span:
        """From the first to the last word of the content."""
        return Span(start=self.pieces[0].start, end=self.pieces[-1].end)


def attributions(document: Document) -> tuple[Attribution, ...]:
    """All attributions of a document, in the order of their contents, outer before inner."""
    cues = find_cues(document)
    spoken = utterances(document, cues)
    drafts = [_Draft(frame.cue, frame.pieces, frame=True) for frame in framed(document)]
    drafts.extend(_Draft(turn.cue, turn.pieces, frame=True, label=True) for turn in turns(document))
    drafts.extend(_with_marks(cues, spoken))
    drafts.sort(key=lambda draft: (draft.hull.start, -draft.hull.end, draft.cue.i))
    parents = _parents(document, drafts)
    issuers = issuer_of(document, [draft.cue for draft in drafts])
    return tuple(
        _finished(document, n, draft, parent=parents[n], issuer=issuers.get(draft.cue.i))
        for n, draft in enumerate(drafts)
    )


def _with_marks(cues: list[Cue], spoken: list[Utterance]) -> list[_Draft]:
    """Cues with what stands between their marks; a cue serves its continued paragraphs anew."""
    own: defaultdict[int, list[Span]] = defaultdict(list)
    further: list[_Draft] = []
    known = {cue.i: cue for cue in cues}
    for utterance in spoken:
        cue = known.get(utterance.cue) or Cue(
            i=utterance.cue, kind="speech", source=utterance.source, pieces=()
        )
        if utterance.continued:
            words = (utterance.quotation.inner,)
            further.append(_Draft(cue, words, words))
        else:
            own[cue.i].append(utterance.quotation.inner)
            known[cue.i] = _turned(cue, utterance)
    drafts = [
        _Draft(cue, _joined([*cue.pieces, *own[cue.i]]), tuple(own[cue.i]))
        for cue in known.values()
    ]
    return [draft for draft in [*drafts, *further] if draft.pieces]


def _turned(cue: Cue, utterance: Utterance) -> Cue:
    if cue.source is not None or utterance.source is None:
        return cue
    others = tuple(i for i in cue.addressees if i != utterance.source)
    return msgspec.structs.replace(cue, source=utterance.source, addressees=others)


def _joined(pieces: list[Span]) -> tuple[Span, ...]:
    """Pieces in order, those that overlap or touch made one."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end + _TOUCHING:
            last = joined.pop()
            joined.append(Span(start=last.start, end=max(last.end, piece.end)))
        else:
            joined.append(piece)
    return tuple(joined)


def _parents(document: Document, drafts: list[_Draft]) -> list[int | None]:
    """For each draft the smallest larger one whose content holds its cue."""
    found: list[int | None] = []
    hulls = [draft.hull for draft in drafts]
    near: list[int] = []  # those before that reach so far; the drafts come in the order of starts
    for n, draft in enumerate(drafts):
        place = document.tokens[draft.cue.i].start
        near = [m for m in near if hulls[m].end >= hulls[n].start]
        holders = [
            (hulls[m].end - hulls[m].start, m)
            for m in near
            if drafts[m].cue.i != draft.cue.i
            and hulls[m].start <= hulls[n].start
            and hulls[n].end <= hulls[m].end
            and any(piece.start <= place < piece.end for piece in drafts[m].pieces)
        ]
        found.append(min(holders)[1] if holders else None)
        near.append(n)
    return found


def _finished(
    document: Document, n: int, draft: _Draft, *, parent: int | None, issuer: int | None
) -> Attribution:
    cue = draft.cue
    return Attribution(
        i=n,
        cue=cue.i,
        cue_text=document.tokens[cue.i].text,
        kind=cue.kind,  # type: ignore[arg-type]  # the codebook's column, checked by its test
        source=cue.source,
        start=draft.hull.start,
        end=draft.hull.end,
        pieces=draft.pieces,
        quote="direct" if draft.frame else _quote(document, draft),
        issuer=issuer,
        addressees=cue.addressees,
        channel=channel_of(document, cue, draft.pieces),
        parent=parent,
        frame=draft.frame,
        label=draft.label,
    )


def _quote(document: Document, draft: _Draft) -> QuoteKind:
    """Direct where all words stand between marks, mixed where some do.

    Marks that hold the cue too are not its own: within them it tells indirectly.
    """
    place = document.tokens[draft.cue.i].start
    marks = [
        quotation
        for quotation in document.quotations
        if quotation.inner in draft.marks or not quotation.start <= place < quotation.end
    ]
    words = [
        document.tokens[i].start
        for piece in draft.pieces
        for i in document.tokens_in(piece.start, piece.end)
        if document.tokens[i].pos != "PUNCT"
    ]
    marked = sum(any(mark.start <= start < mark.end for mark in marks) for start in words)
    if not marked:
        return "indirect"
    return "direct" if marked == len(words) else "mixed"


def speakers(attributions: tuple[Attribution, ...], document: Document) -> dict[int, int]:
    """For each token within content, the token that heads the source of the innermost words.

    Where quotation marks or a release hold the token, theirs is the speaker: `we` in an indirect
    clause inside a quotation is the quotation's.
    """
    found: dict[int, int] = {}
    ranked = sorted(attributions, key=lambda a: (a.frame or a.quote != "indirect", a.start - a.end))
    for attribution in ranked:
        source = attribution.source if attribution.issuer is None else attribution.issuer
        if source is None:
            continue
        for piece in attribution.pieces:
            for i in document.tokens_in(piece.start, piece.end):
                found[i] = source
    return found
