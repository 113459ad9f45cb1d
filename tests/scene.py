"""Parsed sentences with their parties put in by hand, for tests of what stands on both.

`scene("Turkey supports a truce.")` finds states by their codebook names; `said_by` makes the text
between quotation marks the words of that state.
"""

import functools
import re
from collections.abc import Iterator

from dragoman.codebooks.reference import states
from dragoman.model import Party, Report, Statement
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from dragoman.resolution.identities import Identities, Mention
from factory import party

PAIR = re.compile(r"\b(?:[Tt]he two|[Bb]oth) (?:countries|states|ministers|sides)\b|\b[Tt]hey\b")


@functools.cache
def _forms() -> dict[str, str]:
    return {
        form: row.id
        for row in states()
        for form in (row.name, *row.aliases, *row.adjectives, *row.capitals)
    }


@functools.cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_forms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def document_of(text: str) -> Document:
    (found,) = parse([Report(id="r", published="2022-03-10", text=text)])
    assert isinstance(found, Document)
    return found


def mention(document: Document, words: str, *parties: Party, start: int = 0) -> Mention:
    """The words as a mention of the parties; without parties, of nobody whom we know."""
    at = document.text.index(words, start)
    inside = document.tokens_in(at, at + len(words))
    tops = [i for i in inside if document.tokens[i].head not in inside]
    return Mention(
        first=inside.start,
        last=inside.stop,
        head=(tops or [inside.start])[0],
        kind="state",
        parties=parties,
        name=words,
        rung="name",
    )


def identities(*mentions: Mention) -> Identities:
    by_token = {i: one for one in mentions for i in range(one.first, one.last)}
    voiced = tuple(one for one in mentions if one.name == "We")
    return Identities(mentions=mentions, offices=(), by_token=by_token, voiced=voiced)


def known(document: Document, **others: Party | None) -> Identities:
    """States by name; pairs ("both countries") as the two of them; and `others` by their words."""
    found = list(_states(document))
    two = tuple({p.id: p for one in found for p in one.parties}.values())[:2]
    found += [
        mention(document, pair[0], *two, start=pair.start())
        for pair in PAIR.finditer(document.text)
    ]
    for words, other in others.items():
        found.append(mention(document, words.replace("_", " "), *((other,) if other else ())))
    return identities(*found)


def _states(document: Document) -> Iterator[Mention]:
    for form in _pattern().finditer(document.text):
        owner = party(_forms()[form[0]])
        yield mention(document, form[0], owner, start=form.start())


def quoted(document: Document, *chain: Party) -> tuple[Statement, ...]:
    """Each quotation as a statement of the last of the chain."""
    return tuple(
        Statement(
            id=f"s{quotation.start}",
            report_id=document.report.id,
            span=quotation.inner,
            cue="said",
            quote="direct",
            chain=chain,
        )
        for quotation in document.quotations
    )
