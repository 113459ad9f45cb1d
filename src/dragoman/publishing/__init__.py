"""Answers to people: command line, terminal tables, exports."""
