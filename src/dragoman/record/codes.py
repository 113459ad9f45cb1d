"""What tables hold in fewer bytes than the lines: words of a closed list, confidences, last days.

Columns that the schema generates say them as the lines do, so only who writes needs these.
"""

# The words that have a number, which is their place; the schema lists them in the same order.
WORDS_OF: dict[str, tuple[str, ...]] = {
    "kind": ("event", "statement", "position", "tie", "office"),
    "modality": ("asserted", "future", "hypothetical", "negated", "rumoured", "historical"),
    "quote": ("direct", "indirect", "mixed"),
    "manner": ("speech", "thought"),
    "stance": ("supports", "opposes", "concerned", "neutral"),
    "status": ("current", "former", "designate", "acting"),
    "role": ("actor", "recipient", "source", "addressee", "holder", "party"),
}
_CODES = {
    column: {word: place for place, word in enumerate(words)} for column, words in WORDS_OF.items()
}
_WHOLE = 100  # hundredths


def coded(column: str, word: str) -> int | str:
    """The number of a word, or the word itself where it has none."""
    return _CODES[column].get(word, word)


def confidence_code(confidence: float) -> int | float:
    """A confidence in hundredths, where it is a whole number of them."""
    hundredths = round(confidence * _WHOLE)
    return hundredths if hundredths / _WHOLE == confidence else confidence


def last_day(first: str | None, last: str | None) -> str | None:
    """The last day where it is not the first one; empty where there is none, though a first."""
    if last == first:
        return None
    return last or ""
