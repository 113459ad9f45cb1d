"""The state of an office-holder whose title names none: from the report, then from its context."""

from collections import Counter

from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document
from dragoman.register.lookup import Register
from dragoman.resolution.context import Told, owner_by_context
from dragoman.resolution.encounters import is_met_by_us
from dragoman.resolution.homes import home_of, official_home
from dragoman.resolution.names import Names
from dragoman.resolution.persons import Held, Person
from dragoman.resolution.phrases import Phrase
from dragoman.resolution.registered import holder_owner

MINISTERS = 4  # the level of ministers: of heads in a row each has another state
BARE = frozenset(("the title's own", "context"))
SAID = frozenset(("same report", "beside", ""))


def settle_titles(document: Document, phrases: list[Phrase], names: Names) -> None:
    """Owners that the title alone tells, of several the one that the report names most."""
    for phrase in phrases:
        if phrase.titles and not phrase.owners and phrase.possessor is None:
            if _is_widened(document, phrase):
                continue
            owner = owner_of_title(phrase.titles[0].owner, names.salience)
            if owner:
                phrase.owners, phrase.rung = (owner,), "the title's own"


def _is_widened(document: Document, phrase: Phrase) -> bool:
    """`Secretary of State for Energy`: with what it is for, the title is any state's."""
    after = document.tokens[phrase.core[1] : phrase.core[1] + 1]
    return phrase.titles[0].unique and [token.text for token in after] == ["for"]


def owner_of_title(owners: tuple[str, ...], salience: Counter[str]) -> str | None:
    """The one owner, or of several the most salient in the report."""
    if len(owners) == 1:
        return owners[0]
    named = [owner for owner in owners if salience[owner]]
    return max(named, key=lambda owner: salience[owner]) if named else None


def settle_persons(
    document: Document,
    names: Names,
    phrases: list[Phrase],
    persons: list[Person],
    *,
    register: Register | None = None,
) -> None:
    """Give each office-holder a party: as a title says, a list of holders, else the context."""
    for person in persons:
        known = [held.owner for held in person.held if held.owner]
        if known:
            person.owner = Counter(known).most_common(1)[0][0]
            rungs = {phrases[held.phrase].rung for held in person.held if held.owner}
            person.rung = "the title's own" if rungs == {"the title's own"} else "same report"
    release = is_release(document)
    issuer = issuer_of(document, persons) if release else None
    home = home_of(document)
    for person in persons:
        if person.owner is None:
            person.owner, person.rung = holder_owner(
                person, names, day=document.report.published, register=register, home=home
            )
    _settle_sent(document, names, phrases, persons)
    for person in persons:
        if person.owner is None and person.held:
            person.owner = _conjoined(document, phrases, person, persons)
            person.rung = "beside" if person.owner else ""
    for person in sorted(persons, key=lambda person: person.spans[0]):
        if person.owner is None and person.held and not _is_possessed(document, phrases, person):
            person.owner = owner_by_context(
                document, names, person, persons, told=Told(issuer, phrases, release)
            )
            person.rung = "context" if person.owner else ""


def _is_possessed(document: Document, phrases: list[Phrase], person: Person) -> bool:
    """`his spokesman`: the words tell whose, once they are read; `our` is the text's own side."""
    words = anaphora().pronouns
    found = (phrases[held.phrase].possessor for held in person.held)
    possessors = [document.tokens[i].text.lower() for i in found if i is not None]
    return any(word not in words.we | words.i for word in possessors)


def is_release(document: Document) -> bool:
    """Whether a party speaks in the text itself: it says `we` outside quotation marks, or so."""
    quoted = {
        i
        for quotation in document.quotations
        for i in document.tokens_in(quotation.start, quotation.end)
    }
    words = anaphora()
    return any(
        token.lemma in words.titles.attributable
        or (token.text.lower() in words.pronouns.we and not token.text.isupper())
        for token in document.tokens
        if token.i not in quoted
    )


def issuer_of(document: Document, persons: list[Person]) -> str | None:
    """The party that speaks in a release: of the first holder whose state was left unsaid.

    Where a government's own page says otherwise, it is that government's state.
    """
    official = official_home(document)
    if official is not None:
        return official
    bare = [person for person in persons if person.owner and _is_bare(document, person)]
    first = min(bare, key=lambda person: person.spans[0], default=None)
    return first.owner if first else None


def _is_bare(document: Document, person: Person) -> bool:
    """Whether the text leaves the holder's state unsaid; a known holder's, where it begins."""
    if not person.held or person.rung in BARE:
        return bool(person.held)
    begins = document.tokens[person.spans[0][0]].sentence == 0
    unsaid = person.rung not in SAID and begins
    return unsaid and not is_met_by_us(document, person)


def _conjoined(
    document: Document, phrases: list[Phrase], person: Person, persons: list[Person]
) -> str | None:
    """`Afghan President Ghani and Chairman Abdullah`: the second is of the first's state."""
    for held in person.held:
        phrase = phrases[held.phrase]
        before = document.tokens[phrase.first - 1] if phrase.first else None
        if before is None or before.text not in ("and", ","):
            continue
        for other in persons:
            ends = {span[1] for span in other.spans}
            listed = before.text == "and" or (held.title.level >= MINISTERS and phrase.person)
            ends |= {end + 1 for end in ends if _is_comma(document, end)}  # ", and"
            if listed and before.i in ends and other.owner and not _same_class(other, held):
                return None if _is_mutual(document, before.head) else other.owner
    return None


def _settle_sent(
    document: Document, names: Names, phrases: list[Phrase], persons: list[Person]
) -> None:
    """Members of a delegation are of its state, whatever their titles alone would tell."""
    bodies = _bodies(document, names, phrases)
    for person in persons:
        if person.held and (person.owner is None or person.rung == "the title's own"):
            owner = _sent(document, person, bodies)
            if owner:
                person.owner, person.rung = owner, "beside"
                for held in person.held:
                    held.owner = owner


def _bodies(document: Document, names: Names, phrases: list[Phrase]) -> list[tuple[int, str]]:
    """Where delegations and the like end, each with its party, the last first."""
    bodies = [
        (phrase.last, phrase.owners[0])
        for phrase in phrases
        if phrase.noun is not None and phrase.noun.collective and len(phrase.owners) == 1
    ]
    represented = [
        (name.last, name.reading.id)
        for name in names.all
        if name.reading is not None
        and name.first
        and document.tokens[name.first - 1].lemma == "represent"
    ]
    return sorted((*bodies, *represented), reverse=True)


def _sent(document: Document, person: Person, bodies: list[tuple[int, str]]) -> str | None:
    """`a Zambian delegation that included Foreign Minister Kakubo`: of whom they are part.

    Likewise `representing Zambia were Foreign Minister Kakubo and ...`.
    """
    firsts: dict[int, list[int]] = {}
    for first, _ in person.spans:
        firsts.setdefault(document.tokens[first].sentence, []).append(first)
    for end, owner in bodies:
        here = firsts.get(document.tokens[end - 1].sentence, ())
        if any(_is_list(document, end, first) for first in here if end <= first):
            return owner
    return None


def _is_list(document: Document, end: int, first: int) -> bool:
    """Whether all that stands between lists what belongs together: `led by`, `that included`."""
    start = max(0, end - 3)  # "Representing Chad were"
    between = document.tokens[start:first]
    verbs = {token.lemma for token in between if token.tag.startswith("VB")}
    verbs |= {token.lemma for token in between if token.lemma == "include"}
    including = anaphora().context.including
    return not verbs.isdisjoint(including) and verbs <= including | {"be"}


def _is_mutual(document: Document, i: int) -> bool:
    """Whether the two are subjects of an act between them, which tells nothing of one state."""
    token = document.tokens[i]
    while token.dep in ("conj", "compound", "appos") and token.head != token.i:
        token = document.tokens[token.head]
    verb = document.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma in anaphora().context.mutual


def _same_class(other: Person, held: Held) -> bool:
    return any(title.title.office_class == held.title.office_class for title in other.held)


def _is_comma(document: Document, i: int) -> bool:
    return [token.text for token in document.tokens[i : i + 1]] == [","]
