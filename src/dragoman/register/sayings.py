"""Whether the words that show an office-holder say whose the office is."""

from functools import lru_cache

from dragoman.register.titles import forms_of, title_of

_PLAIN = str.maketrans({"’": "'", "‘": "'", "\n": " ", "-": " ", "–": " "})


def says(words: str, *, country: str, office: str) -> bool:
    """Whether the words name the state or organisation, or the office alone tells it.

    "Kenyan Foreign Minister Alfred Mutua" names its state, "the Taoiseach" tells it; "the Foreign
    Minister, Alfred Mutua" leaves it to the report.
    """
    if title_of(office, country).owners == (country,):
        return True
    text = _spaced(words)
    return any(form in text for form in _forms(country))


@lru_cache(maxsize=1024)
def _forms(country: str) -> tuple[str, ...]:
    return tuple(_spaced(form) for form in forms_of(country))


def _spaced(text: str) -> str:
    """Words in their case between single spaces, so that a form matches as a whole."""
    kept = (c if c.isalnum() or c == "'" else " " for c in text.translate(_PLAIN))
    return f" {' '.join(''.join(kept).replace(chr(39) + 's', ' ').split())} "
