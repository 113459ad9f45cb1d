"""Statements in several outlets: one that was made once, in its own words or in others."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import ceil

from dragoman.codebooks.merging import denials
from dragoman.record.merging.people import is_same
from dragoman.record.merging.reading import choose
from dragoman.record.merging.tellings import ordinal
from dragoman.record.merging.voices import Voice, is_one_speaker, read_voices
from dragoman.record.merging.words import is_copy, likeness, numbers_in, plain_words, stems

NEXT = 1  # days after which a paper still tells what was said
ALIKE = 0.6  # likeness of the words of two statements from which they say the same
LETTERS = 5  # of a word by which it is sought
FEWEST = 3  # stems of a statement that may be told in other words: of fewer, chance agrees

# Who says each chosen statement, and who says what in those days: line, party or name, day, person.
_SPEAKER = "CASE party.id WHEN '' THEN naming.name ELSE party.id END"
_OURS = f"""
    SELECT chosen.line, {_SPEAKER}, report.published, naming.person
    FROM temp.chosen CROSS JOIN statement ON statement.line = chosen.line
    CROSS JOIN line ON line.number = chosen.line
    CROSS JOIN report ON report.number = line.report
    CROSS JOIN party ON party.line = statement.line AND party.role = 'source'
    CROSS JOIN naming ON naming.number = party.naming
"""  # noqa: S608 - our own words
_NEAR = f"""
    SELECT saying.line, saying.speaker, saying.day, naming.person
    FROM (
        SELECT DISTINCT {_SPEAKER} AS speaker, report.published AS day
        FROM temp.chosen CROSS JOIN statement ON statement.line = chosen.line
        CROSS JOIN line ON line.number = statement.line
        CROSS JOIN report ON report.number = line.report
        CROSS JOIN party ON party.line = statement.line AND party.role = 'source'
        CROSS JOIN naming ON naming.number = party.naming
    ) AS mine
    CROSS JOIN saying ON saying.speaker = mine.speaker
      AND saying.day BETWEEN date(mine.day, '-{NEXT} days') AND date(mine.day, '+{NEXT} days')
    CROSS JOIN party ON party.line = saying.line AND party.role = 'source'
    CROSS JOIN naming ON naming.number = party.naming AND {_SPEAKER} = saying.speaker
"""  # noqa: S608 - our own words and number

Spoken = tuple[int, str, str, str | None]
Told = tuple[str | None, int, str]  # a speaker, a day and a word


def pairs_said(connection: sqlite3.Connection, lines: Iterable[int]) -> set[tuple[int, int]]:
    """Pairs of tellings of one statement, of which one is among the lines; the lower line first."""
    chosen = set(lines)
    choose(connection, chosen)
    ours: list[Spoken] = connection.execute(_OURS).fetchall()
    near: list[Spoken] = connection.execute(_NEAR).fetchall()
    told = read_voices(connection, _worth_reading(ours, near))
    return {
        (a, b)
        for a, b in _alike(told, chosen)
        if _is_elsewhere(told[a], told[b]) and is_one_statement(told[a], told[b])
    }


def is_one_statement(one: Voice, other: Voice) -> bool:
    """Whether a speaker said this once: in the same words, or in others that say the same.

    A figure or a denial that one of the two lacks makes them two, unless they are copies; so does
    another stance on an issue.
    """
    if not is_one_speaker(one, other) or _differ(one, other):
        return False
    if is_copy(one.words, other.words):
        return True
    mine, yours = stems(one.words), stems(other.words)
    if min(len(mine), len(yours)) < FEWEST or _denies(one) != _denies(other):
        return False
    same_figures = numbers_in(one.words) == numbers_in(other.words)
    return same_figures and likeness(mine, yours) >= ALIKE


def _worth_reading(ours: Iterable[Spoken], near: Iterable[Spoken]) -> set[int]:
    """The statements near ours that may be of one speaker with one of them: texts take time."""
    people: defaultdict[tuple[str, int], set[str | None]] = defaultdict(set)
    for _, speaker, day, person in ours:
        for beside in range(ordinal(day) - NEXT, ordinal(day) + NEXT + 1):
            people[speaker, beside].add(person)
    may: dict[tuple[str, str, str | None], bool] = {}
    for _, speaker, day, person in near:
        if (speaker, day, person) not in may:
            mine = people[speaker, ordinal(day)]
            may[speaker, day, person] = any(_may_be_one(person, one) for one in mine)
    return {line for line, speaker, day, person in near if may[speaker, day, person]}


def _may_be_one(person: str | None, other: str | None) -> bool:
    if person is None or other is None:
        return person == other
    return is_same(person, other)


def _alike(told: Mapping[int, Voice], chosen: Collection[int]) -> set[tuple[int, int]]:
    """Pairs of near days that share a word which is rare in one of them, by its first letters.

    One of each pair is chosen. Who shares three of five words with another shares one of the two
    fifths that are its rarest. Stems are reckoned of such pairs alone: they take ten times as long.
    """
    words = {line: _beginnings(voice.words) for line, voice in told.items()}
    common = Counter(word for held in words.values() for word in held)
    having: defaultdict[Told, list[int]] = defaultdict(list)
    fresh: defaultdict[Told, list[int]] = defaultdict(list)
    for line, voice in told.items():
        for word in words[line]:
            having[voice.speaker, voice.ordinal, word].append(line)
            if line in chosen:
                fresh[voice.speaker, voice.ordinal, word].append(line)
    found: set[tuple[int, int]] = set()
    for line, voice in told.items():
        beside = having if line in chosen else fresh
        rarest = sorted(words[line], key=lambda word: (common[word], word))
        for word in rarest[: ceil(len(rarest) * (1 - ALIKE)) + 1]:
            for day in range(voice.ordinal - NEXT, voice.ordinal + NEXT + 1):
                others = beside.get((voice.speaker, day, word), ())
                found.update((min(line, one), max(line, one)) for one in others)
    return found


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:LETTERS] for word in text.casefold().split() if len(word) >= LETTERS)


def _is_elsewhere(one: Voice, other: Voice) -> bool:
    """Whether another report of another outlet tells it; one without outlet stands for itself."""
    return one.report_id != other.report_id and (one.outlet is None or one.outlet != other.outlet)


def _differ(one: Voice, other: Voice) -> bool:
    """Whether they tell different stances on an issue."""
    shared = one.stances.keys() & other.stances.keys()
    return any(one.stances[issue] != other.stances[issue] for issue in shared)


def _denies(voice: Voice) -> bool:
    return not denials().isdisjoint(plain_words(voice.words))
