"""The record, asked: timeline, positions, one line with its words."""

from dragoman.questions.events import Occurrence, timeline
from dragoman.questions.lookup import Explanation, Mark, Shown, explain, show
from dragoman.questions.stances import Standing, positions

__all__ = [
    "Explanation",
    "Mark",
    "Occurrence",
    "Shown",
    "Standing",
    "explain",
    "positions",
    "show",
    "timeline",
]
