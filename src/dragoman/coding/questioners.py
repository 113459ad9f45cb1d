"""What reporters put to a speaker: it is nobody's position, and asks or promises nothing."""

from collections.abc import Sequence

from dragoman.codebooks.speech import speech
from dragoman.model import Statement
from dragoman.parsing.document import Document


def put_to_others(document: Document, statements: Sequence[Statement]) -> frozenset[int]:
    """Tokens in the turns of those who ask."""
    asking = speech().transcripts.questioners
    turns = [s.span for s in statements if s.chain and s.chain[0].name.lower() in asking]
    return frozenset(i for span in turns for i in document.tokens_in(span.start, span.end))
