"""Tellings to acts: what several reports, or one in several places, tell of one event."""

from dragoman.record.merging.rulings import rule
from dragoman.record.merging.stage import Merged, merge, unmerge

__all__ = ["Merged", "merge", "rule", "unmerge"]
