"""What kind of text it is, where it is no plain report: told in a flag, for who asks the record."""

import re
from functools import cache

from dragoman.intake.words import intake_words

HEAD_CHARS = 400
"""Characters in which a rubric stands."""
LONGEST_HEADLINE = 200
"""Characters of a text that may be a headline and nothing else."""
LEAST_TURNS = 2
"""Speakers' labels, or entries with a clock, from which on a text is made of them."""


def segments(text: str, *, title: str | None = None) -> tuple[str, ...]:
    """`segment:` and `briefs`, `correction`, `headline`, `liveblog`, `opinion` or `transcript`."""
    found = {
        kind
        for head in (title or "", text[:HEAD_CHARS].partition("\n")[0])
        for kind in (_rubric(head),)
        if kind
    }
    patterns = _patterns()
    if patterns["corrected"].search(text):
        found.add("correction")
    if _several(patterns["turn"], text):
        found.add("transcript")
    if _several(patterns["entry"], text):
        found.add("liveblog")
    if not found and len(text) <= LONGEST_HEADLINE and _is_headline(text):
        found.add("headline")
    return tuple(f"segment:{kind}" for kind in sorted(found))


def _rubric(line: str) -> str | None:
    """The kind that a line's first words name: `Opinion: ...`, `LIVE`, `Correction | ...`."""
    words = _patterns()["rubric"].match(line)
    if words is None:
        return None
    spelled = " ".join(words["words"].lower().split())
    rubrics = intake_words().segments.rubrics
    return next((kind for kind, names in rubrics.items() if spelled in names), None)


def _several(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.finditer(text)
    return sum(1 for _, _ in zip(range(LEAST_TURNS), found, strict=False)) == LEAST_TURNS


def _is_headline(text: str) -> bool:
    """One line without a sentence's mark."""
    return re.search(r"\n|[.!?…][\"'”’)]{0,2}(?:\s|$)", text.strip()) is None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = intake_words().segments
    clock = r"\d{1,2}[:.h]\d{2}"
    either = {
        name: "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))
        for name, listed in (
            ("rubrics", [one for names in words.rubrics.values() for one in names]),
            ("corrected", words.corrected),
            ("speakers", words.speakers),
            ("clocks", words.clocks),
        )
    }
    sources = {
        "rubric": rf"\W{{0,3}}(?P<words>{either['rubrics']})[ ]{{0,2}}(?:[:|–—\]]|-[ ]|[ ]-|$)",
        "corrected": rf"\b(?:{either['corrected']})\b",
        "turn": rf"^[ \t]{{0,4}}(?:{either['speakers']})[.:][ \t]",
        "entry": rf"^[ \t]{{0,4}}{clock}[ \t]?(?:(?:{either['clocks']})\b|[-–—:][ \t])",
    }
    return {
        name: re.compile(source, re.IGNORECASE | re.MULTILINE) for name, source in sources.items()
    }
