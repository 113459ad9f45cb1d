"""The words close to the parties in the parse: what the parties hang on, and what hangs on that.

A report's sentence tells more than one act; what stands far from the parties is rarely theirs.
"""

from collections.abc import Iterator

from dragoman.judging.marked import Marked, way
from dragoman.parsing.document import Document, Token

_CLIMB = 2  # predicates over a party
_OTHER_CLAUSES = frozenset(("relcl", "advcl", "conj", "punct", "ccomp"))
_INSIDE = frozenset(("pobj", "compound", "amod", "prep", "dobj", "neg", "nmod"))


def near(marked: Marked) -> list[Token]:
    """The parties' own tokens and those close to them, in order."""
    close = set(marked.sides)
    core = _core(marked)
    for i in core - marked.sides:
        for child in marked.document.children(i):
            if child.dep not in _OTHER_CLAUSES or child.i in core:
                close.add(child.i)
                close.update(_inside(marked.document, child))
    return [token for token in marked.document.tokens if token.i in close | core]


def _core(marked: Marked) -> set[int]:
    """The way from one party to the other, and what stands over each."""
    document = marked.document
    core: set[int] = set()
    heads = [head for head in (marked.source_head, marked.target_head) if head is not None]
    if len(heads) > 1:
        core.update(token.i for part in way(document, *heads) for token in part)
    for head in heads:
        core.update(token.i for token in list(document.ancestors(head))[:_CLIMB])
    return core


def _inside(document: Document, token: Token) -> Iterator[int]:
    for child in document.children(token.i):
        if child.dep in _INSIDE:
            yield child.i
        if child.dep == "prep":
            yield from (inner.i for inner in document.children(child.i, "pobj"))
