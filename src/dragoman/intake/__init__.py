"""Bytes to reports: text, tables, headers and datelines; nothing broken passes unsaid."""

from dragoman.intake.files import read

__all__ = ["read"]
