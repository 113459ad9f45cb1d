"""Which language a text is in: its script and its commonest words, no model."""

import re

from dragoman.intake.refusing import Refused
from dragoman.intake.words import intake_words

HOUSE_LANGUAGE = "en"
"""The language that Dragoman codes."""
UNKNOWN = "und"
"""ISO 639-2's code for a language that is not determined."""
SAMPLE = 20_000
"""Characters looked at: some five pages tell."""
MIN_LETTERS = 20
"""Letters from which on the script says something."""
MIN_HITS = 5
"""Function words of another language from which on it may be that language."""
MIN_HOUSE_SHARE = 0.2
"""Share of English function words above which nothing else is looked for: prose has .3 to .45,
a text of another language below .05."""
MIN_PARAGRAPH_WORDS = 20
"""Words from which on a paragraph may be judged by itself."""

_WORD = re.compile(r"[^\W\d_]+")
# Letters past Latin: below U+0250 and at U+1E00-1EFF stand the Latin ones.
_OTHER_SCRIPT = re.compile("[^\\W\\d_\u0000-\u024f\u1e00-\u1eff]+")


def check_language(text: str, *, label: str | None = None) -> tuple[str, ...]:
    """Flags of a text that is English; `label` is what its source says, used where words do not.

    Raises:
        Refused: `language`.
    """
    sample = text[:SAMPLE]
    language = guess_language(sample)
    if language is None and label and not label.lower().startswith(HOUSE_LANGUAGE):
        language = label[:20]
    if language not in {None, HOUSE_LANGUAGE}:
        shown = "" if language == UNKNOWN else f" but seems to be '{language}'"
        raise Refused("language", f"is not in English{shown}", remedy="give an English text")
    return ("mixed_language",) if _has_foreign_paragraph(sample) else ()


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code, `und` for another script, null where there is too little to tell."""
    words = _WORD.findall(text.lower())
    letters = sum(map(len, words))
    others = 0 if text.isascii() else sum(map(len, _OTHER_SCRIPT.findall(text)))
    if letters >= MIN_LETTERS and others * 2 > letters:
        return UNKNOWN
    known = intake_words().function_words
    if sum(map(known[HOUSE_LANGUAGE].__contains__, words)) > MIN_HOUSE_SHARE * len(words):
        return HOUSE_LANGUAGE
    hits = {language: sum(map(forms.__contains__, words)) for language, forms in known.items()}
    best = max(hits, key=lambda language: (hits[language], language == HOUSE_LANGUAGE, language))
    return best if hits[best] >= MIN_HITS else None


def _has_foreign_paragraph(sample: str) -> bool:
    paragraphs = [part for part in sample.split("\n\n") if part.count(" ") >= MIN_PARAGRAPH_WORDS]
    return len(paragraphs) > 1 and any(
        guess_language(part) not in {None, HOUSE_LANGUAGE} for part in paragraphs
    )
