"""The record, asked: what happened, who stands where and with whom, what was asked, one line."""

from dragoman.questions.alignment import Alignment, alignment
from dragoman.questions.asks import Ask, asks
from dragoman.questions.comparing import Comparison, compare
from dragoman.questions.dyads import Dyad, dyad
from dragoman.questions.events import Occurrence, merged_line, timeline
from dragoman.questions.lookup import Explanation, Mark, Shown, explain, show
from dragoman.questions.search import Found, search
from dragoman.questions.selection import EVERYTHING, Selection, select
from dragoman.questions.stances import Standing, positions
from dragoman.questions.statements import Said, said_line, statements
from dragoman.questions.taking import Participant, participants

__all__ = [
    "EVERYTHING",
    "Alignment",
    "Ask",
    "Comparison",
    "Dyad",
    "Explanation",
    "Found",
    "Mark",
    "Occurrence",
    "Participant",
    "Said",
    "Selection",
    "Shown",
    "Standing",
    "alignment",
    "asks",
    "compare",
    "dyad",
    "explain",
    "merged_line",
    "participants",
    "positions",
    "said_line",
    "search",
    "select",
    "show",
    "statements",
    "timeline",
]
