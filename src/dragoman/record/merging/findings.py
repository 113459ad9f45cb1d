"""What a question about two tellings finds."""

import msgspec

NEVER = float("-inf")  # the value that rules out that two tellings are one act


class Finding(msgspec.Struct, frozen=True):
    """A value from -1 (against) to 1 (for), or `NEVER`, and the words that say why."""

    value: float
    says: str
