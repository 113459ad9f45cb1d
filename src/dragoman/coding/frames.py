"""Matches of entries, as parsing finds them."""

from dragoman.parsing.frames import Match as Match
from dragoman.parsing.frames import matches as matches
