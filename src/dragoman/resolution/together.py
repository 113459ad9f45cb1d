"""What a report tells of together: parties in a list, and the two sides of one act."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document
from dragoman.resolution.encounters import clause_of
from dragoman.resolution.groups import lists, outermost
from dragoman.resolution.scene import Scene, Seen, Together, ids_of

Unit = tuple[Seen, ...]


class Worths(NamedTuple):
    """How likely words for several parties mean each kind of set; tuned by hand on press texts."""

    listed: float = 3.0  # "Chad, Mali and Niger"
    met: float = 3.0  # "Chad met Mali", "talks with Mali"
    joined: float = 2.0  # "Chad-Mali relations"
    related: float = 1.5  # "Chad accused Mali"
    beside: float = 0.5  # in one sentence
    main: float = 1.5  # the first set of the report
    distance: float = -0.5  # for each sentence back,
    farthest: int = 6  # up to so many


WORTHS = Worths()


def told_together(scene: Scene, i: int, *, back: int) -> Iterator[Together]:
    """All sets before token `i` in the last `back` sentences, and the first of the report."""
    last = scene.document.tokens[i].sentence
    main, number = False, -1
    while number < last:
        number = max(number + 1, last - back) if main else number + 1
        found = _sets(scene, number, i)
        leads = not main and any(each.acts or each.worth >= WORTHS.met for each in found)
        main = main or leads
        for each in found:
            if leads or number >= last - back:
                yield each._replace(worth=_weighed(each, last, leads=leads))


def _weighed(told: Together, sentence: int, *, leads: bool) -> float:
    away = WORTHS.distance * min(sentence - told.sentence, WORTHS.farthest)
    main = leads and (told.acts or told.worth >= WORTHS.met)
    return told.worth + away + (WORTHS.main if main else 0)


def _sets(scene: Scene, number: int, i: int) -> list[Together]:
    """All sets of a sentence before token `i`; those of an earlier one are remembered."""
    whole = scene.document.tokens[i].sentence > number
    if whole and number in scene.together:
        return scene.together[number]
    here = [seen for seen in scene.in_sentence(number) if seen.mention.last <= i]
    units = _units(scene.document, here)
    found = [*_wholes(scene.document, number, units), *_pairs(scene.document, number, units)]
    if whole:
        scene.together[number] = found
    return found


def _units(document: Document, here: list[Seen]) -> list[Unit]:
    """Each list, and each mention that is in none."""
    by_place = {(seen.mention.first, seen.mention.last): seen for seen in here}
    mentions = outermost([seen.mention for seen in here])
    listed = lists(document, mentions)
    inside = {mention.first for each in listed for mention in each}
    pronouns = [seen.mention for seen in here if _is_personal(document, seen)]
    alone = [(mention,) for mention in (*mentions, *pronouns) if mention.first not in inside]
    together = sorted([*listed, *alone], key=lambda each: each[0].first)
    return [tuple(by_place[(m.first, m.last)] for m in each) for each in together]


def _is_personal(document: Document, seen: Seen) -> bool:
    """`he`, `they`, and `their` of several, but no `his`."""
    personal = document.tokens[seen.mention.head].tag == "PRP"
    return seen.mention.kind == "pronoun" and (personal or seen.plural)


def _wholes(document: Document, number: int, units: Iterable[Unit]) -> Iterator[Together]:
    """Lists, and words that stand for several already."""
    for unit in units:
        if len(unit) > 1 or unit[0].plural:
            acts = clause_of(document, unit[0].mention.head) >= 0
            yield Together(unit, WORTHS.listed, number, acts)


def _pairs(document: Document, number: int, units: list[Unit]) -> Iterator[Together]:
    plain = [unit for unit in units if _is_agent(document, unit)]
    for a, b in combinations(units, 2):
        if not _differ(a, b):
            continue
        if _is_joined(document, a, b):
            yield Together((*a, *b), WORTHS.joined, number, acts=False)
        elif a in plain and b in plain:
            worth = act_between(document, a, b)
            yield Together((*a, *b), worth, number, worth > WORTHS.beside)


def _is_agent(document: Document, unit: Unit) -> bool:
    """Whether it stands for itself and describes no other noun."""
    mention = unit[0].mention
    describes = document.tokens[mention.head].dep in ("compound", "amod", "nmod")
    person = unit[0].person is not None
    return mention.rung not in ("place", "possession", "adjective") and (person or not describes)


def _differ(a: Unit, b: Unit) -> bool:
    persons = {seen.person.number for seen in a if seen.person}
    if any(seen.person and seen.person.number in persons for seen in b):
        return False
    ours = {each for seen in a for each in ids_of(seen)}
    return ours.isdisjoint(each for seen in b for each in ids_of(seen))


def _is_joined(document: Document, a: Unit, b: Unit) -> bool:
    between = document.tokens[a[-1].mention.last : b[0].mention.first]
    return [token.text for token in between] in (["-"], ["–"], ["/"])


def act_between(document: Document, a: Unit, b: Unit) -> float:
    """What the act whose subject is the first and partner the second is worth."""
    verb = clause_of(document, a[0].mention.head)
    words = anaphora().descriptions
    over = _verb_over(document, b[0].mention.head, verb) if verb >= 0 else None
    if over is None:
        return WORTHS.beside
    preposition, lemmas = over
    several = len(a) > 1 or a[0].plural  # who "met with Mali" may themselves be the two sides
    meets = not lemmas.isdisjoint(words.meeting) and preposition in ("", "with", "to")
    meets = meets and not several
    return WORTHS.met if meets else WORTHS.related


def _verb_over(document: Document, i: int, subject_of: int) -> tuple[str, set[str]] | None:
    """The preposition and the words between a partner and the verb, or a verb joined to it."""
    token = document.tokens[i]
    while token.dep in ("conj", "appos", "compound", "flat") and token.head != token.i:
        token = document.tokens[token.head]
    preposition = ""
    if token.dep == "pobj":
        token = document.tokens[token.head]
        preposition = token.text.lower()
    elif token.dep not in ("dobj", "dative"):
        return None
    lemmas: set[str] = set()
    done = False
    while token.i not in (token.head, subject_of):
        token = document.tokens[token.head]
        if not done:
            lemmas.add(token.lemma)
        done = done or token.is_verb
        if token.is_verb and token.i != subject_of and not _shares(document, token.i):
            return None
    known = not preposition or preposition in anaphora().descriptions.relating
    return (preposition, lemmas) if token.i == subject_of and known else None


def _shares(document: Document, verb: int) -> bool:
    """Whether a verb has the subject of the one over it: `arrived and met`, `came to meet`."""
    token = document.tokens[verb]
    own = any(True for _ in document.children(verb, "nsubj", "nsubjpass"))
    return token.dep in ("conj", "xcomp", "advcl") and not own
