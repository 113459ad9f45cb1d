"""Bytes to reports: text, tables, headers and datelines; nothing broken passes unsaid."""
