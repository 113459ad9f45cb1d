"""Matches of entries, as parsing finds them."""

from dragoman.parsing.frames import Match, matches

__all__ = ["Match", "matches"]
