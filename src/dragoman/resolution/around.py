"""Whose a title or noun is, by the words around it; its status; an ambassador's post."""

from dragoman.codebooks.anaphora import anaphora
from dragoman.codebooks.people import people
from dragoman.model import Status
from dragoman.parsing.document import Document, Token
from dragoman.resolution.names import Name, Names, confirm, settle_again
from dragoman.resolution.phrases import Phrase, status_of

FURTHEST = 6  # tokens between a noun and its state before it
MINISTERS = 4  # the level of ministers
SENT = frozenset(("delegation", "officials", "military", "police", "lawmakers", "diplomats"))
ABROAD = frozenset(("ambassador", "envoy"))


def look_around(document: Document, names: Names, phrases: list[Phrase]) -> None:
    """Give the phrases their owners, possessors, posts and status."""
    for phrase in phrases:
        _look_left(document, names, phrase)
        _look_right(document, names, phrase)
    settle_again(names, day=document.report.published)


def _look_left(document: Document, names: Names, phrase: Phrase) -> None:
    i = phrase.core[0] - 1
    sentence = document.tokens[phrase.core[0]].sentence
    for _ in range(FURTHEST):
        if i < 0 or document.tokens[i].sentence != sentence:
            return
        i = _before_brackets(document, i)
        token = document.tokens[i]
        name = names.at(i)
        if name is not None:
            if _is_national(phrase):
                confirm(name, names)
            if _belongs(document, phrase, name):
                _take_left(document, names, phrase, name)
                _take_pronoun(document, phrase)
            return
        if token.tag in ("POS", "PRP$"):
            _take_possessor(document, names, phrase, token)
            return
        if not _modifies(document, phrase, token):
            phrase.definite = token.lemma in ("the", "this", "that", "both")
            return
        phrase.first = i
        i -= 1


def _is_national(phrase: Phrase) -> bool:
    """Whether only a state has such an officer."""
    title = phrase.titles[0] if phrase.titles else None
    national = title is not None and title.level <= MINISTERS and title.sector == "GOV"
    return national and title is not None and not title.owner and title.unique


def _before_brackets(document: Document, i: int) -> int:
    """`Republic of Korea (ROK) Foreign Minister`: the acronym is passed over."""
    words = [token.text for token in document.tokens[max(0, i - 2) : i + 1]]
    return max(0, i - 3) if words[:1] + words[2:] == ["(", ")"] else i


def _belongs(document: Document, phrase: Phrase, name: Name) -> bool:
    """Whether a name before the noun describes it: for titles the parser errs, so order decides."""
    reading = name.readings[0] if name.readings else None
    if document.tokens[name.last].text in ("-", "/") and name.last < phrase.core[0]:
        return False
    if reading is None or phrase.titles or phrase.relation:
        return reading is None or not (reading.rung == "capital" or _is_met_at(document, name))
    return document.tokens[name.last - 1].head in range(name.first, phrase.core[1])


def _is_met_at(document: Document, name: Name) -> bool:
    """`at the G7 President Biden spoke`, as `in Moscow President Putin` did: where, not whose."""
    before = document.tokens[max(0, name.first - 2) : name.first]
    at = any(token.text.lower() in anaphora().locative.gathered for token in before)
    return at and all(reading.kind == "organisation" for reading in name.readings)


def _modifies(document: Document, phrase: Phrase, token: Token) -> bool:
    """Whether the token may stand between a noun and its state; notes what it says of status."""
    word = token.text.lower()
    status = status_of(word)
    if status:
        phrase.status = status if status != "current" else phrase.status
        return True
    if token.tag == "CD":
        phrase.counted = True
    if word == "-":
        return status_of(f"{document.tokens[token.i - 1].text.lower()}-") is not None
    ordinal = word[0].isdigit()  # "1st Vice Minister"
    describes = token.pos in ("ADJ", "NOUN", "PROPN", "NUM") or token.dep == "amod" or ordinal
    within = token.head in range(token.i, phrase.core[1])
    return describes and (within or bool(phrase.titles))


def _take_left(document: Document, names: Names, phrase: Phrase, name: Name) -> None:
    """The state right before, and others joined to it where the noun is plural."""
    ids = [name.reading.id] if name.reading else []
    first = name.first
    while may_be_many(phrase) and (before := _joined_before(document, names, first)) is not None:
        if before.reading:
            ids.insert(0, before.reading.id)
        first = before.first
    phrase.first = first
    phrase.owners = tuple(dict.fromkeys(ids)) or phrase.owners
    phrase.rung = "named before" if ids else phrase.rung
    _take_status(document, phrase)
    phrase.definite = phrase.first > 0 and document.tokens[phrase.first - 1].lemma == "the"


def _take_status(document: Document, phrase: Phrase) -> None:
    """`former Japanese prime minister`: the status stands before the state."""
    status = status_of(document.tokens[phrase.first - 1].text.lower()) if phrase.first else None
    if status is not None:
        phrase.status = status if status != "current" else phrase.status
        phrase.first -= 1


def _take_pronoun(document: Document, phrase: Phrase) -> None:
    """`his Ukrainian counterpart`: both words tell whose."""
    before = document.tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.tag == "PRP$":
        phrase.possessor, phrase.first = before.i, before.i


def may_be_many(phrase: Phrase) -> bool:
    """Whether several states may share the noun."""
    noun = phrase.common.noun
    return phrase.plural or phrase.relation or (noun is not None and noun.collective)


def _joined_before(document: Document, names: Names, first: int) -> Name | None:
    """The adjective joined to the one at `first`: `Chinese and Pakistani`."""
    i = first - 1
    if i < 1 or document.tokens[i].text not in ("and", ",", "&"):
        return None
    if document.tokens[i - 1].text == ",":
        i -= 1
    name = names.at(i - 1)
    if name is None or not name.readings or name.readings[0].rung != "adjective":
        return None
    same = document.tokens[i].sentence == document.tokens[first].sentence
    return name if same else None


def _left_edge(document: Document, i: int) -> tuple[int, bool]:
    """Where the noun phrase that ends at token `i` begins after its article, and if it has one."""
    first = i
    while first and document.tokens[first - 1].head in range(first, i + 1):
        first -= 1
        if document.tokens[first].tag == "DT":
            return first + 1, True
    return first, False


def _take_possessor(document: Document, names: Names, phrase: Phrase, token: Token) -> None:
    phrase.first = token.i
    if token.tag == "PRP$":
        phrase.possessor = token.i
        return
    if not token.i:
        return  # "'s counterpart": the text begins amid a sentence
    name = names.at(token.i - 1)
    if name is None:
        phrase.possessor = token.i - 1
        phrase.first, phrase.definite = _left_edge(document, token.i - 1)
        return
    if _is_national(phrase):
        confirm(name, names)
    phrase.first = name.first
    if name.reading:
        phrase.owners, phrase.rung = (name.reading.id,), "possessive"


def _look_right(document: Document, names: Names, phrase: Phrase) -> None:
    i = phrase.core[1]
    while status := _status_after(document, i):
        phrase.status = status
        i += 2 if document.tokens[i].text == "-" else 1
        phrase.last = i
    take_prepositional(document, names, phrase, i)
    take_prepositional(document, names, phrase, phrase.last)  # "ambassador of Chad to France"


def _status_after(document: Document, i: int) -> Status | None:
    words = [token.text.lower() for token in document.tokens[i : i + 2]]
    word = words[1] if words[:1] == ["-"] and len(words) > 1 else "".join(words[:1])
    return "designate" if f"-{word}" in people().status.designate else None


def take_prepositional(
    document: Document, names: Names, phrase: Phrase, i: int, *, named: bool = False
) -> None:
    """`of Chad` tells the owner, `to France` an ambassador's post, from token `i` on."""
    if i >= len(document.tokens):
        return
    word = document.tokens[i].text.lower()
    title = phrase.titles[0] if phrase.titles else None
    if word == "of" and _is_national(phrase) and (name := names.at(i + 1)) is not None:
        confirm(name, names)
    abroad = title is not None and (title.takes_post or title.office_class in ABROAD)
    if abroad and (word in ("to", "for") or (word in ("in", "at") and not phrase.plural)):
        posts = listed_names(document, names, i + 1, many=may_be_many(phrase))
        phrase.post = phrase.post or (posts[0] if posts else None)
    elif word == "of" or (word == "for" and title is not None and not abroad and not named):
        posts = listed_names(document, names, i + 1, many=may_be_many(phrase))
        if word == "for" and (phrase.owners or _is_topic(document, posts)):
            return
        if phrase.noun is not None and phrase.possessor is not None:
            return  # "Mr Silva's leadership of the G20"
        _add_owners(phrase, posts)
    elif not named and _is_unowned(phrase) and _comes_from(phrase, word):
        posts = listed_names(document, names, i + 1, many=True)
        _add_owners(phrase, posts)
    else:
        return
    if posts:
        phrase.last = _over_office(document, _over_brackets(document, posts[-1].last))


def _is_unowned(phrase: Phrase) -> bool:
    """Whether no words before tell whose it is: in `its diplomats in Chad` they do."""
    return not phrase.owners and phrase.possessor is None


def _comes_from(phrase: Phrase, word: str) -> bool:
    """`negotiators from Chad and Mali`, `the junta in Niger`."""
    noun = phrase.noun
    seated = noun is not None and noun.kind == "government"
    sent = noun.kind in SENT if noun is not None else bool(phrase.titles or phrase.common.person)
    return (word == "from" and sent) or (word == "in" and seated)


def _is_topic(document: Document, listed: list[Name]) -> bool:
    """`minister for EU funds`: the name describes what the office is for."""
    after = document.tokens[listed[-1].last : listed[-1].last + 1] if listed else ()
    return any(token.tag in ("NN", "NNS", "NNP", "NNPS") for token in after)


def _add_owners(phrase: Phrase, listed: list[Name]) -> None:
    ids = [name.reading.id for name in listed if name.reading]
    if ids:
        phrase.owners = tuple(dict.fromkeys(ids))  # "G7 ministers of Chad and Mali" are of the two
        phrase.rung = "named after"


def listed_names(document: Document, names: Names, i: int, *, many: bool) -> list[Name]:
    """Names from token `i` on, where `many` also those joined by commas and `and`."""
    found: list[Name] = []
    while name := _name_from(document, names, i):
        found.append(name)
        i = _over_brackets(document, name.last)
        joint = i
        while joint < len(document.tokens) and document.tokens[joint].text in (",", "and", "&"):
            joint += 1
        if joint == i or not many:
            break
        i = joint
    return found


def _name_from(document: Document, names: Names, i: int) -> Name | None:
    """The name of a party that begins at token `i`, an article skipped."""
    if i < len(document.tokens) and document.tokens[i].text.lower() == "the":
        i += 1
    name = names.at(i)
    if name is None or name.first != i or not name.readings:
        return None
    plain = name.readings[0].rung in ("name", "capital")
    return name if plain or name.last == len(document.tokens) else None


def _over_office(document: Document, i: int) -> int:
    """Past what a state has: `secretary of Chad's National Security Council`."""
    tokens = document.tokens
    if i < len(tokens) and tokens[i].tag == "POS":
        i += 1
        while i < len(tokens) and tokens[i].pos in ("PROPN", "NOUN", "ADJ"):
            i += 1
    return i


def _over_brackets(document: Document, i: int) -> int:
    """Past an acronym in brackets: `the People's Republic of China (PRC)`."""
    words = [token.text for token in document.tokens[i : i + 3]]
    return i + 3 if words[:1] == ["("] and words[2:] == [")"] else i
