"""Marked sentences for the tests of the judge: `[Kenya] thanked {Uganda}.`"""

from dragoman.codebooks.exemplars import Exemplar, unmarked
from dragoman.judging.marked import Marked, mark
from dragoman.model import Report
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse


def exemplar(event_type: str, sentence: str, line: int = 1) -> Exemplar:
    plain, actor, recipient = unmarked(sentence)
    return Exemplar(
        event_type=event_type,
        event_mode=None,
        sentence=plain,
        actor=actor,
        recipient=recipient,
        file="few.csv",
        line=line,
    )


def marked(sentence: str) -> Marked:
    plain, source, target = unmarked(sentence)
    (found,) = parse([Report(id="r", published="2022-03-10", text=plain)])
    assert isinstance(found, Document)
    return mark(found, source, target)


FEW = tuple(
    exemplar(event_type, sentence, line)
    for line, (event_type, sentence) in enumerate(
        [
            ("AID", "[Kenya] sent tents to {Somalia}."),
            ("AID", "[Japan] sent rice to {Nepal} on Monday."),
            ("ASSAULT", "[Rebels] shelled {the garrison}."),
            ("ASSAULT", "[The army] shelled {a village} at dawn."),
            ("SUPPORT", "[Peru] thanked {Chile} for its help."),
            ("SUPPORT", "[Mali] thanked {the bank} on Friday."),
        ],
        start=1,
    )
)
