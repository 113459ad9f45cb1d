"""Slots of verbs: passives turned, shared subjects filled in, prepositions gathered."""

from collections import defaultdict
from collections.abc import Iterable

from dragoman.parsing.document import Document, Token

Slots = dict[str, tuple[int, ...]]
# Clauses that share the subject of the clause over them; a finite complement has its own.
_SHARING = ("xcomp", "advcl", "conj", "acl")
# "thanked him for hosting", "quoted him as saying": after these the verb's object is who acts.
_OBJECT_CONTROL = frozenset(("as", "for", "from", "into", "of"))
_YEAR = 4  # digits
_OPENING = frozenset(("after", "before", "since", "until"))
_NAMES = {
    "nsubj": "subject",
    "advcl": "adverbial",
    "advmod": "manner",
    **dict.fromkeys(("dobj", "nsubjpass"), "object"),
    **dict.fromkeys(("attr", "acomp", "oprd"), "attribute"),
    **dict.fromkeys(("xcomp", "ccomp"), "complement"),
}


def conjuncts(document: Document, i: int) -> tuple[int, ...]:
    """Token `i` and what is joined to it by `and`, in order."""
    found = [i]
    for current in found:
        found.extend(
            child.i for child in document.children(current, "conj") if child.i not in found
        )
    return tuple(sorted(found))


def verb_slots(document: Document, verb: Token) -> Slots:
    """Slots of a verb, passives turned, shared and controlled subjects filled in."""
    slots: defaultdict[str, list[int]] = defaultdict(list)
    for child in document.children(verb.i):
        _add_child(document, slots, child)
        if child.dep in ("aux", "auxpass"):
            for grand in document.children(child.i, "nsubj", "nsubjpass"):
                _add_child(document, slots, grand)
    if "object" not in slots:
        _raise_object(document, slots)
    reduced = verb.tag == "VBN" and verb.dep == "acl" and document.tokens[verb.head].is_nominal
    if reduced and "object" not in slots:  # "the role played by Ukraine"
        slots["object"].append(verb.head)
    if "subject" not in slots and not (
        "object" in slots and (reduced or _is_passive(document, verb))
    ):
        _inherit(document, verb, slots, depth=0)
    lost = [] if "subject" in slots else _after_year(document, verb)
    if lost:
        slots["subject"].extend(lost)
    add_prepositions(document, verb, slots)
    return frozen(document, slots)


def _after_year(document: Document, verb: Token) -> list[int]:
    """`In 1974 Turkey invaded`: the parser may take the year for how many Turkeys there are."""
    before = document.tokens[verb.i - 1] if verb.i else verb
    counted = [child.text for child in document.children(before.i, "nummod")]
    year = any(len(text) == _YEAR and text.isdigit() for text in counted)
    lost = before.pos == "PROPN" and before.dep == "pobj" and before.sentence == verb.sentence
    return [before.i] if lost and year and _is_finite(document, verb) else []


def _subjects(document: Document, verb: Token) -> list[Token]:
    """A verb's own subjects; the parser may hang one on the auxiliary."""
    own = list(document.children(verb.i, "nsubj", "nsubjpass"))
    for auxiliary in document.children(verb.i, "aux", "auxpass"):
        own.extend(document.children(auxiliary.i, "nsubj", "nsubjpass"))
    return own


def _is_passive(document: Document, verb: Token) -> bool:
    return any(True for _ in document.children(verb.i, "auxpass", "nsubjpass"))


def _add_child(document: Document, slots: defaultdict[str, list[int]], child: Token) -> None:
    if is_infinitive(document, child):
        slots["infinitive"].append(child.i)
    if child.dep == "advcl" and opened(document, child, "that", "whether"):  # told, misread
        slots["complement"].append(child.i)
    elif child.dep in _NAMES:
        slots[_NAMES[child.dep]].append(_antecedent(document, child))
        if child.dep == "advcl" and opened(document, child, "if"):
            slots["if"].append(child.i)
    elif child.dep == "dative" and child.tag != "IN":
        slots["indirect"].append(child.i)
    elif child.dep == "agent":
        slots["subject"].extend(grand.i for grand in document.children(child.i, "pobj"))


def is_infinitive(document: Document, verb: Token) -> bool:
    """Whether a verb stands with `to`."""
    return verb.tag == "VB" and any(child.tag == "TO" for child in document.children(verb.i, "aux"))


def opened(document: Document, clause: Token, *words: str) -> bool:
    """Whether a clause begins with just one of the words."""
    return any(child.text.lower() in words for child in document.children(clause.i, "mark"))


def _antecedent(document: Document, token: Token) -> int:
    """For `who`, `which`, `that` of a relative clause, the noun it stands for."""
    if token.tag in ("WDT", "WP") or (token.text.lower() == "that" and token.dep != "mark"):
        clause = document.tokens[token.head]
        while clause.dep == "conj":
            clause = document.tokens[clause.head]
        if clause.dep == "relcl":
            return _person_before(document, token) or clause.head
    return token.i


def _person_before(document: Document, token: Token) -> int | None:
    """The proper name that `who` follows: the parser may hang the clause on a noun further off."""
    before = token.i - 1
    while before >= 0 and document.tokens[before].text == ",":
        before -= 1
    near = before >= 0 and document.tokens[before].sentence == token.sentence
    proper = near and document.tokens[before].pos == "PROPN"
    return before if proper and token.text.lower() == "who" else None


def _raise_object(document: Document, slots: defaultdict[str, list[int]]) -> None:
    """`urged Russia to stop`: parsed as the infinitive's subject, Russia is who is urged."""
    for i in slots.get("complement", ()):
        clause = document.tokens[i]
        infinitive = any(child.tag == "TO" for child in document.children(i, "aux"))
        if clause.dep == "ccomp" and infinitive:
            slots["object"].extend(child.i for child in document.children(i, "nsubj"))


def _inherit(
    document: Document, verb: Token, slots: defaultdict[str, list[int]], *, depth: int
) -> None:
    """Fill a missing subject from the clause that a verb depends on."""
    head = document.tokens[verb.head]
    if verb.head == verb.i or depth > 6:  # noqa: PLR2004 - deeper chains are parse errors
        return
    if verb.dep in ("relcl", "acl") and head.is_nominal:
        _from_noun(document, verb, head, slots)
    elif verb.dep == "advcl" and _is_finite(document, verb):
        slots["subject"].extend(_lost_subject(document, verb))
    elif verb.dep in _SHARING and (head.is_verb or head.pos == "AUX"):
        _from_verb(document, verb, head, slots, depth)
    elif verb.dep == "pcomp" and head.dep == "prep":
        over = document.tokens[head.head]
        objects = list(document.children(over.i, "dobj", "nsubjpass"))
        if over.is_verb and objects and head.text.lower() in _OBJECT_CONTROL:
            slots["subject"].extend(child.i for child in objects)
        elif over.is_verb:
            _from_verb(document, verb, over, slots, depth)
    elif verb.dep == "xcomp" and head.pos == "ADJ":
        over = document.tokens[head.head]
        if over.is_verb or over.pos == "AUX":
            _from_verb(document, verb, over, slots, depth)


def _is_finite(document: Document, verb: Token) -> bool:
    finite = ("VBD", "VBZ", "VBP", "MD")
    return verb.tag in finite or any(c.tag in finite for c in document.children(verb.i, "aux"))


def _lost_subject(document: Document, verb: Token) -> list[int]:
    """`after Chad had left`: the parser may take the subject for what `after` governs."""
    i = min([verb.i, *(child.i for child in document.children(verb.i, "aux", "advmod", "neg"))])
    for before in (document.tokens[i - 1], *document.ancestors(i - 1)) if i else ():
        if before.dep == "pobj" and document.tokens[before.head].text.lower() in _OPENING:
            return [before.i]
    return []


def _from_noun(
    document: Document, verb: Token, noun: Token, slots: defaultdict[str, list[int]]
) -> None:
    if verb.tag in ("VBG", "VBD"):  # a past tense after a noun is its verb, misread
        slots["subject"].append(noun.i)
    elif verb.tag == "VB":  # "a promise to leave": whoever promises leaves
        slots["subject"].extend(child.i for child in document.children(noun.i, "poss"))
    if "subject" not in slots and verb.tag == "VB" and noun.dep in ("dobj", "nsubjpass"):
        over = document.tokens[noun.head]
        slots["subject"].extend(child.i for child in document.children(over.i, "nsubj"))


def _from_verb(
    document: Document, verb: Token, head: Token, slots: defaultdict[str, list[int]], depth: int
) -> None:
    passive = any(True for _ in document.children(verb.i, "auxpass"))
    if verb.dep == "xcomp":
        objects = [child.i for child in document.children(head.i, "dobj")]
        if objects:
            slots["subject"].extend(objects)
            return
    own = [_antecedent(document, child) for child in _subjects(document, head)]
    if own:
        slots["object" if passive else "subject"].extend(own)
        return
    _inherit(document, head, slots, depth=depth + 1)


def add_prepositions(document: Document, token: Token, slots: defaultdict[str, list[int]]) -> None:
    """Add a slot for each preposition under a token, named by its words."""
    for child in document.children(token.i, "prep", "dative", "prt", "agent"):
        name = child.text.lower()
        inner = list(document.children(child.i, "prep"))
        for target in document.children(child.i, "pobj", "pcomp"):
            slots[name].append(target.i)
        for nested in inner:  # "according to", "because of", "from within"
            for target in document.children(nested.i, "pobj", "pcomp"):
                slots[f"{name} {nested.text.lower()}"].append(target.i)
        for target in document.children(child.i, "pobj"):
            _add_trailing(document, target, slots)


def _add_trailing(document: Document, token: Token, slots: defaultdict[str, list[int]]) -> None:
    """`a visit to Rome with aides`, `by phone with aides`: no complement of Rome, or of phone."""
    bare = not any(True for _ in document.children(token.i, "det", "amod", "poss", "compound"))
    if token.pos != "PROPN" and not bare:
        return
    for child in document.children(token.i, "prep"):
        name = child.text.lower()
        if name not in slots and name != "of":
            slots[name].extend(target.i for target in document.children(child.i, "pobj"))


def frozen(document: Document, slots: defaultdict[str, list[int]]) -> Slots:
    """The slots as they stay, conjuncts spread out."""
    return {name: _spread(document, filled) for name, filled in slots.items() if filled}


def _spread(document: Document, filled: Iterable[int]) -> tuple[int, ...]:
    spread: list[int] = []
    for i in filled:
        spread.extend(j for j in conjuncts(document, i) if j not in spread)
    return tuple(spread)
