"""Long reports: the work on a text grows with its length, not with the square of it."""

import sys
from collections.abc import Callable
from types import FrameType

from dragoman.pipeline import code_document
from texts import parsed

HALF = 120
LINES = (
    "Turkish Foreign Minister Mevlut Cavusoglu met his Ukrainian counterpart Dmytro Kuleba.",
    "Kenya's President William Ruto said that we support a ceasefire, and he thanked Ghana.",
    "The minister warned that Ghana would send troops. They agreed to meet in Accra on Sunday.",
    "During the visit to Togo, Prime Minister Ali condemned the attack, and it praised the deal.",
)


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs through, those of loops each time."""
    count = 0

    def trace(_frame: FrameType, event: str, _found: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # it gives itself back, which has no type
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_twice_the_text_is_twice_the_work() -> None:
    """Fault 16: a text of 1.4 MB in short lines took eight minutes."""
    half, whole = (
        parsed("\n\n".join(LINES[n % len(LINES)] for n in range(lines)))
        for lines in (HALF, 2 * HALF)
    )
    code_document(half)  # what is loaded once does not count
    assert steps(lambda: code_document(whole)) < 2.2 * steps(lambda: code_document(half))
