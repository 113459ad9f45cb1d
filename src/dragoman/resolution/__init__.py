"""Mentions to identities, as of the day of the report: parties, offices, dates, places."""
