"""Attributions with their sources known: the statements of a report, each with its chain.

One line a speaker. Where a release, a ministry or a spokesperson only relays what someone said,
the words are the speaker's and the relay is a link of the chain. What a speaker says of his own
wishes, or of his own state's, inside his own words is no statement of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from dragoman.coding.chains import Chain, Node, nodes
from dragoman.coding.conversations import Conversation, conversation_of, conversations
from dragoman.coding.issues import slugs_in
from dragoman.coding.sources import parties_at
from dragoman.model import Span, Statement, line_id
from dragoman.parsing.attribution import Attribution
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities

_EMPTY = ("PRON", "DET", "PUNCT", "PART", "SCONJ", "ADP", "ADV", "AUX")
_BLOCK = 1_024  # characters: most statements are shorter


class Said(tuple[Statement, ...]):  # noqa: SLOT001 - what is found out once is kept beside
    """Statements that are asked many times which of them hold a stretch of a long text."""

    @cached_property
    def _by_block(self) -> dict[int, list[Statement]]:
        found: defaultdict[int, list[Statement]] = defaultdict(list)
        for statement in self:
            for block in range(statement.span.start // _BLOCK, statement.span.end // _BLOCK + 1):
                found[block].append(statement)
        return found

    def near(self, offset: int) -> Sequence[Statement]:
        """All that hold an offset, and some beside it, in their order."""
        return self._by_block.get(offset // _BLOCK, ())


def statements(
    document: Document, identities: Identities, attributions: Sequence[Attribution]
) -> Said:
    """The statements of a document, in the order of their words, outer before inner.

    What has no source at all (`it was reported that`) is no statement; what has an unknown one
    (`a senior official`) is, with the source's words for a name.
    """
    found: list[Statement] = []
    first_line: dict[int, str] = {}
    talks = conversations(document, identities)
    chained = nodes(document, identities, attributions)
    for node in chained:
        if not node.speaks or not _has_words(document, node.attribution):
            continue
        within = _within(node, chained, first_line)
        lines = [
            _line(document, identities, node, chain, within=within, talks=talks)
            for chain in node.chains
        ]
        first_line.setdefault(node.attribution.i, lines[0].id)
        found.extend(lines)
    return Said(_once(found))


def innermost(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The statement with the fewest words whose span holds the stretch, or null."""
    near = statements.near(start) if isinstance(statements, Said) else statements
    holding = [s for s in near if s.span.start <= start and end <= s.span.end]
    return min(holding, key=lambda s: s.span.end - s.span.start, default=None)


def _has_words(document: Document, attribution: Attribution) -> bool:
    """Whether there is more in the content than pronouns (`said so`, `promised it`)."""
    return any(
        document.tokens[i].pos not in _EMPTY
        for piece in attribution.pieces
        for i in document.tokens_in(piece.start, piece.end)
    )


def _within(node: Node, chained: Sequence[Node], first_line: dict[int, str]) -> str | None:
    parent = node.attribution.parent
    while parent is not None:
        if parent in first_line:
            return first_line[parent]
        parent = chained[parent].attribution.parent
    return None


def _line(  # noqa: PLR0913 - a line is put together here and nowhere else
    document: Document,
    identities: Identities,
    node: Node,
    chain: Chain,
    *,
    within: str | None,
    talks: Sequence[Conversation],
) -> Statement:
    attribution = node.attribution
    talk = conversation_of(document, talks, attribution, chain[-1])
    named = [p for i in attribution.addressees for p in parties_at(document, identities, i)]
    partners = talk.others(chain[-1]) if talk is not None and not named else ()
    span = Span(start=attribution.start, end=attribution.end)
    return Statement(
        id=line_id(
            document.report.id, "statement", span.start, span.end, *(link.name for link in chain)
        ),
        report_id=document.report.id,
        span=span,
        cue=attribution.cue_text,
        quote=attribution.quote,
        manner="thought" if attribution.kind == "thought" else "speech",
        chain=chain,
        channel=node.channel or (talk.channel if talk is not None else None),
        addressees=tuple(named) or partners,
        within=within,
        issues=slugs_in(document, span.start, span.end),
    )


def _once(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Lines without doubles: two cues may share words and speaker (`warned and cautioned that`)."""
    kept: dict[tuple[Span, tuple[str, ...]], Statement] = {}
    for line in found:
        kept.setdefault((line.span, tuple(link.name for link in line.chain)), line)
    known = {line.id for line in kept.values()}
    return tuple(
        line if line.within in known else msgspec.structs.replace(line, within=None)
        for line in kept.values()
    )
