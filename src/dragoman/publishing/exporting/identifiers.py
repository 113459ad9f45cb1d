"""Ids of what an export names besides lines: the same party has the same one in every export."""

from dragoman.model import Party, line_id


def party_id(party: Party) -> str:
    """Of a state or organisation, by its code."""
    return f"party-{party.id}"


def person_id(party: Party) -> str:
    """Of a person, by name and state; namesakes of one state are one."""
    return f"person-{line_id('person', party.person, party.country or party.id)}"


def post_id(party: Party) -> str:
    """Of an office of a state or organisation."""
    return f"post-{line_id('post', party.office, party.country or party.id)}"


def report_id(own_id: str) -> str:
    """Of a report."""
    return f"report-{own_id}"


def act_id(own_id: str) -> str:
    """Of an act, by its first telling."""
    return f"act-{own_id}"
