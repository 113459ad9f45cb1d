"""Names joined to titles: right of the title, in apposition, left of it; titles in a row."""

from functools import cache
from itertools import pairwise

from dragoman.codebooks.anaphora import anaphora
from dragoman.codebooks.people import people
from dragoman.codebooks.reference import portfolios
from dragoman.parsing.document import Document
from dragoman.resolution.around import take_prepositional
from dragoman.resolution.names import Names
from dragoman.resolution.persons import (
    LONGEST_NAME,
    after_honorifics,
    name_end,
)
from dragoman.resolution.phrases import Phrase

LONGEST_TOPIC = 16  # tokens
LEAST = 2  # tokens of a name that no title precedes
HEADS = frozenset(("head of state", "head of government"))


def attach_names(document: Document, names: Names, phrases: list[Phrase]) -> None:
    """Give each title the name that stands right of it, in apposition, or left of it."""
    starts = {phrase.first: phrase for phrase in phrases}
    titled = {i for phrase in phrases if phrase.titles for i in range(*phrase.core)}
    for left, phrase in zip([None, *phrases], phrases, strict=False):
        if (phrase.titles or phrase.relation) and not phrase.plural:
            phrase.person = _right_name(document, names, phrase, starts) or _left_name(
                document, names, phrase, titled
            )
            if phrase.person and _is_served(document, phrase):
                _pass_on(document, left, phrase)
            if phrase.person:
                claim(names, phrase.person)
                if not phrase.owners:  # "President Idriss Deby of Chad"
                    take_prepositional(document, names, phrase, phrase.person[1], named=True)


def serve_titles(document: Document, phrases: list[Phrase]) -> None:
    """`an adviser to President Zelensky` is of Zelensky's state."""
    for left, right in pairwise(phrases):
        between = [document.tokens[i].text.lower() for i in range(left.last, right.first)]
        if left.titles and right.noun and len(right.owners) == 1 and not left.owners:
            _take_body(left, right, between)
        between = [word for word in between if word != ","]
        joined = len(between) == 1 and between[0] in anaphora().titles.serving
        if joined and left.titles and right.titles and right.person and _is_open(left):
            left.last = right.person[1]
            if not left.owners and left.possessor is None:
                left.possessor = right.person[0]


def _is_open(left: Phrase) -> bool:
    """Whether no name stands after the title yet."""
    return left.person is None or left.person[1] <= left.first


def _take_body(left: Phrase, right: Phrase, between: list[str]) -> None:
    """`spokesperson for the Mexican Government`: of the state whose body it is."""
    if between and between[0] in ("of", "for") and between[1:] in ([], ["the"]):
        left.owners, left.rung, left.last = right.owners, "named after", right.last


def _is_served(document: Document, phrase: Phrase) -> bool:
    """`Assistant to the President Liz Sherwood`: the name is the assistant's; an article tells."""
    words = [
        token.text.lower() for token in document.tokens[max(0, phrase.first - 2) : phrase.first]
    ]
    return words == ["to", "the"]


def _pass_on(document: Document, left: Phrase | None, phrase: Phrase) -> None:
    before = [token.pos for token in document.tokens[max(0, phrase.first - 3) : phrase.first]]
    if left is not None and left.titles and phrase.first - left.last in (1, 2):
        left.person, left.owners, left.rung = phrase.person, phrase.owners, phrase.rung
        phrase.person = None
    elif before[:1] in (["NOUN"], ["PROPN"]):
        phrase.person = None


def _left_name(
    document: Document, names: Names, phrase: Phrase, titled: set[int]
) -> tuple[int, int] | None:
    """`Sergei Lavrov, Russia's foreign minister,`: two words with capitals before the comma."""
    comma = phrase.first - 1 - phrase.definite
    tokens = document.tokens
    if (
        comma < LEAST
        or tokens[comma].text not in (",", "(", "—", "–")
        or not closes(document, phrase)
        or _is_address(document, phrase)
    ):
        return None
    sentence = document.sentence_of(phrase.core[0])
    for first in range(max(sentence.first, comma - LONGEST_NAME), comma - 1):
        span = range(first, comma)
        if _is_body(document, span):
            continue
        if titled.isdisjoint((*span, first - 1)) and (
            name_end(document, names, first, after_title=False) == comma
        ):
            return (after_honorifics(document, first, comma), comma)
    return None


def _is_body(document: Document, span: range) -> bool:
    """Whether the words name no person but a body or a subject: `Social Security`."""
    entities = {document.tokens[i].entity for i in span}
    words = {document.tokens[i].text.lower() for i in span}
    return "PERSON" not in entities and words <= _subjects()


@cache
def _subjects() -> frozenset[str]:
    """All words of what ministers are for."""
    return frozenset(word for row in portfolios() for form in row.forms for word in form.split())


def claim(names: Names, span: tuple[int, int]) -> None:
    """A state's name inside a person's is none: `Foreign Minister Israel Katz`."""
    for i in range(*span):
        name = names.at(i)
        if name is not None:
            names.drop(name)


def _right_name(
    document: Document, names: Names, phrase: Phrase, starts: dict[int, Phrase]
) -> tuple[int, int] | None:
    tokens = document.tokens
    i = phrase.last = _over_topic(document, phrase, starts)
    comma = i < len(tokens) and tokens[i].text in (",", "(")
    if comma and _is_address(document, phrase):
        return None  # "Mr. President, Congress has ..."
    i = _over_honorifics(document, i + 1 if comma else i)
    if i >= len(tokens) or i in starts or tokens[i].sentence != tokens[phrase.core[0]].sentence:
        return None
    end = name_end(document, names, i, after_title=not comma)
    end = next((j for j in range(i + 1, end) if j in starts), end)
    official = not phrase.titles or phrase.titles[0].sector == "GOV"
    if end == i or (comma and not _is_apposition(document, i, end, official=official)):
        return None
    return (i, end)


def _is_address(document: Document, phrase: Phrase) -> bool:
    """`Mr President`, `Madam Speaker`: somebody is spoken to."""
    before = document.tokens[max(0, phrase.first - 1) : phrase.core[0]]
    return any(token.text.lower() in people().honorifics for token in before)


def _over_topic(document: Document, phrase: Phrase, starts: dict[int, Phrase]) -> int:
    """Past what an office is for: `Under Secretary for Arms Control and Security Uzra Zeya`."""
    tokens = document.tokens
    i = phrase.last
    if i + 1 >= len(tokens) or tokens[i].text not in anaphora().titles.before_topics:
        return i
    sentence = tokens[i].sentence
    for j in range(i + 1, min(i + LONGEST_TOPIC, len(tokens))):
        token = tokens[j]
        inner = token.text.lower() in anaphora().titles.inside_topics
        if token.sentence != sentence or not (token.text[0].isupper() or inner):
            return i
        if token.entity == "PERSON" and not inner:
            return j
        if j + 1 in starts and token.text == "and":
            return j
    return i


def _over_honorifics(document: Document, i: int) -> int:
    """Past `Mr`, `Dr.`, `General`: as long as a capital follows."""
    words = people()
    tokens = document.tokens
    while i + 1 < len(tokens) and tokens[i].text[0].isupper():
        word = tokens[i].text.lower()
        nxt = tokens[i + 1]
        if not (word in words.honorifics or word in words.ranks):
            return i
        if nxt.text == ".":
            i += 1
        elif not nxt.text[0].isupper():
            return i
        i += 1
    return i


def _is_apposition(document: Document, first: int, end: int, *, official: bool) -> bool:
    """After a comma, a name stands for the title's holder where it closes with one too.

    What follows `Executive Director,` is as often where they are that: it must look like a person.
    """
    tokens = document.tokens
    person = any(tokens[i].entity == "PERSON" for i in range(first, end))
    long = official and end - first > 1
    closed = end >= len(tokens) or tokens[end].text in (",", ".", ")", ";", ":", "—", "–")
    verb = end < len(tokens) and (tokens[end].is_verb or tokens[end].pos == "AUX")
    return (person or long) and (closed or verb)


def share_articles(document: Document, phrases: list[Phrase]) -> None:
    """`the secretary and foreign minister`: one article for both; capitals need none."""
    by_last = {phrase.last: phrase for phrase in phrases}
    for phrase in phrases:
        if phrase.titles and phrase.first and not phrase.definite:
            left = by_last.get(phrase.first - 1)
            joined = document.tokens[phrase.first - 1].text == "and" and left is not None
            capital = document.tokens[phrase.core[0]].text[0].isupper()
            phrase.definite = (joined and left is not None and left.definite) or capital


def join_titles(document: Document, phrases: list[Phrase]) -> None:
    """Titles of one person in a row share state and name: `President and Prime Minister X`."""
    titled = [phrase for phrase in phrases if phrase.titles]
    for left, right in zip(reversed(titled[:-1]), reversed(titled[1:]), strict=True):
        if _joins(document, left, right):
            left.person = right.person
            if not right.owners and right.possessor is None:
                right.owners, right.rung = left.owners, left.rung
                right.possessor = left.possessor
            elif not left.owners and left.possessor is None:
                left.owners, left.rung = right.owners, right.rung


def _joins(document: Document, left: Phrase, right: Phrase) -> bool:
    between = [document.tokens[i].text.lower() for i in range(left.last, right.first)]
    if right.person is None or left.person is not None or left.plural or right.plural:
        return False
    joint = len(between) <= 1 and all(word in anaphora().titles.joints for word in between)
    close = right.person[0] - right.last <= 1
    classes = {left.titles[0].office_class, right.titles[0].office_class}
    two_heads = classes == HEADS
    two_persons = left.definite and between == ["and"]
    return joint and close and not two_heads and not two_persons


def closes(document: Document, phrase: Phrase) -> bool:
    """Whether an apposition ends with the phrase: a mark, a verb or `and` follows."""
    tokens = document.tokens
    if phrase.last >= len(tokens):
        return True
    after = tokens[phrase.last]
    return after.text in (",", ".", ")", ";", "—", "–", ":") or after.is_verb or after.text == "and"
