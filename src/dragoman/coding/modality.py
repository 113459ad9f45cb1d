"""Whether an act is told as done, coming, possible, denied or rumoured: from grammar and cues."""

from dragoman.codebooks.plover import ModalityWords, modality_words
from dragoman.model import Modality
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate
from dragoman.parsing.slots import is_infinitive

_ORDER: tuple[Modality, ...] = ("negated", "rumoured", "hypothetical", "future")
_FINITE = ("VBD", "VBZ", "VBP")
_DEEPEST = 6  # clauses climbed; further up nothing bears on the act


def modality(document: Document, found: Predicate) -> Modality:
    """The modality of the act at a predicate; history is told by its date, elsewhere."""
    told = _told(document, found)
    return "rumoured" if told == "asserted" and _is_retracted(document, found.i) else told


def _is_retracted(document: Document, i: int) -> bool:
    """Whether the act is what `an earlier version of this article` said, or was `wrongly` said."""
    words = modality_words().retracted
    for over in document.ancestors(i):
        if over.lemma in words.verbs or any(
            child.lemma in words.adverbs for child in document.children(over.i, "advmod")
        ):
            return over.is_verb
        for source in document.children(over.i, "nsubj"):
            marks = {child.text.lower() for child in document.children(source.i, "amod")}
            if source.lemma in words.sources and not marks.isdisjoint(words.marks):
                return True
    return False


def _told(document: Document, found: Predicate) -> Modality:
    words = modality_words()
    token = document.tokens[found.i]
    own = _by_modifiers(document, token, words)
    if own is not None:
        return own
    if found.pos == "n" and not found.light:
        return _of_bare_noun(document, token, words)
    verb = document.tokens[found.verb if found.verb is not None else found.i]
    told = _of_clause(document, verb, words)
    return "hypothetical" if told == "asserted" and _is_asked(document, verb) else told


def _is_asked(document: Document, verb: Token) -> bool:
    """Whether it is the main clause of a question, no tag put to an assertion: `isn't it?`."""
    if not document.text[: document.sentence_of(verb.i).end].endswith("?"):
        return False
    while verb.dep in ("xcomp", "conj", "ccomp") and verb.head != verb.i:
        verb = document.tokens[verb.head]
    subjects = list(document.children(verb.i, "nsubj", "nsubjpass"))
    before = list(document.children(verb.i, "aux", "auxpass", "advmod", "attr"))
    asked = any(child.i < subject.i for child in before for subject in subjects)
    return verb.head == verb.i and (asked or not subjects)


def _by_modifiers(document: Document, token: Token, words: ModalityWords) -> Modality | None:
    near = {
        child.lemma
        for child in document.children(token.i, "neg", "advmod", "amod", "det", "cc", "preconj")
    }
    return _first(near, words.modifiers)


def _first(lemmas: set[str], table: dict[str, frozenset[str]]) -> Modality | None:
    return next((kind for kind in _ORDER if lemmas & table.get(kind, frozenset())), None)


def _of_bare_noun(document: Document, token: Token, words: ModalityWords) -> Modality:
    """`the visit will take place` has its verb's; `discussed the visit` only what prevents it."""
    head = document.tokens[token.head]
    if token.dep == "nsubj" and head.is_verb:
        return _of_clause(document, head, words)
    over = head if token.dep in ("dobj", "nsubjpass") else document.tokens[head.head]
    if token.dep in ("dobj", "pobj", "nsubjpass") and over.lemma in words.governors["hypothetical"]:
        return "hypothetical"
    return "asserted"


def _of_clause(document: Document, verb: Token, words: ModalityWords) -> Modality:
    for _ in range(_DEEPEST):
        here = _in_clause(document, verb, words)
        if here is not None:
            return here
        governor = document.tokens[verb.head]
        if governor.i == verb.i:
            return "asserted"
        governed = _by_governor(document, verb, governor, words)
        if governed is not None:
            return governed
        if verb.dep in ("ccomp", "relcl") or not governor.is_verb:
            return "asserted"
        if verb.dep in ("advcl", "conj") and not _shares(document, verb):
            return "asserted"
        verb = governor
    return "asserted"


def _shares(document: Document, verb: Token) -> bool:
    """A clause with no tense of its own has that of the clause over it."""
    return verb.tag in ("VB", "VBG", "VBN") and not any(
        child.tag in _FINITE for child in document.children(verb.i, "aux")
    )


def _in_clause(document: Document, verb: Token, words: ModalityWords) -> Modality | None:
    if any(True for _ in document.children(verb.i, "neg")):
        return "negated"
    marks = {child.text.lower() for child in document.children(verb.i, "mark")}
    found = _first(marks, words.marks)
    if found is not None:
        return found
    modifiers = {child.lemma for child in document.children(verb.i, "advmod")}
    found = _first(modifiers - {"further", "next"}, words.modifiers)
    if found is not None:
        return found
    auxiliaries = {child.lemma for child in document.children(verb.i, "aux", "auxpass")}
    if "would" in auxiliaries and _is_reported(document, verb):
        return "future"
    return _first(auxiliaries, words.auxiliaries)


def _is_reported(document: Document, verb: Token) -> bool:
    """`said that it would come`: the past's future, not a condition."""
    head = document.tokens[verb.head]
    conditional = any(
        child.text.lower() in ("if", "unless")
        for clause in document.children(verb.i, "advcl")
        for child in document.children(clause.i, "mark")
    )
    return verb.dep in ("ccomp", "acl", "relcl", "advcl") and head.i != verb.i and not conditional


def _by_governor(
    document: Document, verb: Token, governor: Token, words: ModalityWords
) -> Modality | None:
    if verb.dep == "pcomp" and governor.dep == "prep":
        governor = document.tokens[governor.head]
    if verb.dep == "advcl" and is_infinitive(document, verb):  # "remain committed to enhance"
        states = [governor, *document.children(governor.i, "acomp")]
        return _first({one.lemma for one in states if one.pos == "ADJ"}, words.governors)
    if (
        verb.dep not in ("xcomp", "ccomp", "acl", "pcomp")
        or governor.lemma in words.governors["through"]
    ):
        return None
    finite = verb.dep == "ccomp" and any(
        child.tag in _FINITE for child in document.children(verb.i, "aux", "auxpass")
    )
    found = _first({governor.lemma}, words.governors)
    if verb.dep == "ccomp" and (finite or verb.tag in _FINITE):
        return found if found in ("rumoured", "negated") else None
    if found is None and verb.dep == "acl" and is_infinitive(document, verb):
        return "hypothetical"
    return found
