"""The record, asked: timeline, positions, one line with its words."""
