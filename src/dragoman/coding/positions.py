"""Positions: who is for, against or worried about an issue, by whose words, on which day.

A word of attitude (`stances.csv`) is looked for; its content is searched for issues
(`issues.toml`); what stands between may turn it (`attitudes.toml`); its holder must be a state or
an organisation. What is only told or discussed is no position.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import get_args

import msgspec

from dragoman.codebooks.attitudes import attitudes
from dragoman.codebooks.entries import StanceEntry, stances
from dragoman.codebooks.issues import issues
from dragoman.coding.asserting import DENIED, OPEN, held
from dragoman.coding.content import roots_of
from dragoman.coding.holders import Parties, holders
from dragoman.coding.issues import IssueMatch, all_issues
from dragoman.coding.modals import has_own_modal, modal_matches
from dragoman.coding.questioners import put_to_others
from dragoman.coding.statements import innermost
from dragoman.coding.turns import Turn, head_of, is_evil, turn
from dragoman.model import Position, Span, Stance, Statement, line_id
from dragoman.parsing.document import Document
from dragoman.parsing.frames import Match, matches
from dragoman.resolution.identities import Identities

Day = tuple[str | None, str | None]
_STANCES: dict[str, Stance] = {stance: stance for stance in get_args(Stance)}
_TOPIC = "on"  # who works or agrees on an evil works against it
_OTHERS_ACCOUNT = 0.2  # how much less sure a position is that only others tell
_FAR, _FAR_UNDER_MODALS = 4, 2
_REVERSED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports"}


class _Scene(msgspec.Struct, frozen=True):
    """What all steps look at."""

    document: Document
    identities: Identities
    statements: Sequence[Statement]
    named: Mapping[int, Sequence[IssueMatch]]  # by sentence
    tokens: dict[int, bool]  # of all issues, and whether they are evils


class _Found(msgspec.Struct, frozen=True):
    cue: Match[StanceEntry]
    issue: IssueMatch
    stance: Stance
    holders: Parties
    span: Span
    confidence: float


def positions(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    *,
    day_of: Callable[[int], Day] | None = None,
) -> tuple[Position, ...]:
    """Positions of a document in the order of the text, one for each telling.

    `day_of` gives the first and last day of what a token tells; without it, the report's day.
    """
    named = tuple(one for one in all_issues(document) if not _in_name(identities, one))
    tokens = {i: is_evil(issue) for issue in named for i in range(issue.first, issue.last)}
    here: defaultdict[int, list[IssueMatch]] = defaultdict(list)
    for one in named:
        here[document.tokens[one.first].sentence].append(one)
    scene = _Scene(document, identities, statements, here, tokens)
    cues = list(_cues(document))
    words = {cue.predicate.i for cue in cues}
    asked = put_to_others(document, statements)
    outer = [
        cue for cue in cues if cue.predicate.i not in asked and not _is_within(document, cue, words)
    ]
    found = [one for cue in outer for one in _of_cue(scene, cue)]
    return tuple(_line(scene, one, day_of) for one in _once(found))


def _cues(document: Document) -> Iterator[Match[StanceEntry]]:
    for match in matches(document, stances(), StanceEntry):
        token = document.tokens[match.predicate.i]
        if token.pos != "PROPN" and not token.text.isupper():  # a name, a heading
            yield match
    yield from modal_matches(document, stances())


def _in_name(identities: Identities, issue: IssueMatch) -> bool:
    """Whether the words are an organisation's: "Islamic Cooperation" in the OIC's name."""
    mentions = [identities.at(i) for i in range(issue.first, issue.last)]
    return all(m is not None and m.kind in ("organisation", "institution") for m in mentions)


def _is_within(document: Document, cue: Match[StanceEntry], words: Collection[int]) -> bool:
    """Whether an infinitive or gerund is the content of another word: "a wish to support"."""
    verb = document.tokens[cue.predicate.i]
    over = document.tokens[verb.head]
    if over.pos == "ADP":
        over = document.tokens[over.head]
    own = any(True for _ in document.children(verb.i, "nsubj", "nsubjpass"))
    nested = verb.tag in ("VB", "VBG") and verb.dep in ("acl", "xcomp", "pcomp") and not own
    return nested and over.i != verb.i and over.i in words


def _of_cue(scene: _Scene, cue: Match[StanceEntry]) -> list[_Found]:
    """The positions that a word of attitude gives, the first with its words, the others bare."""
    reached = list(_reached(scene, cue))
    if not reached:
        return []
    who, slot = holders(
        scene.document, scene.identities, scene.statements, cue.predicate, cue.entry.holder
    )
    state = held(scene.document, cue.predicate, slot) if who else OPEN
    unsaid = cue.predicate.pos == "v" and cue.predicate.lemma in attitudes().open.unsaid
    if state == OPEN or (state == DENIED and unsaid):
        return []
    found: list[_Found] = []
    for issue, path in reached:
        stance = _stance(cue.entry, issue, path, denied=state == DENIED)
        if stance and _wants_evil_deed(scene.document, issue, stance):
            continue
        if stance and all((issue.slug, stance) != (f.issue.slug, f.stance) for f in found):
            span = issue.span if found else _heart(scene.document, cue, issue)
            sure = _confidence(issue, path, slot)
            found.append(_Found(cue, issue, stance, who, span, sure))
    return found


def _reached(scene: _Scene, cue: Match[StanceEntry]) -> Iterator[tuple[IssueMatch, Turn]]:
    roots = roots_of(scene.document, cue)
    if not roots:
        return
    clausal = any(scene.document.tokens[i].is_verb for i in roots)
    sentence = scene.document.tokens[cue.predicate.i].sentence
    for issue in scene.named.get(sentence, ()):
        i = cue.predicate.i
        path = turn(scene.document, issue, roots, cue=i, named=scene.tokens)
        own = (head_of(scene.document, issue) == i) == (i in roots)
        if cue.predicate.pos == "a" and i in range(issue.first, issue.last):
            continue  # the word only names the issue: "illegal migration"
        if clausal and cue.predicate.lemma in attitudes().open.threats and not is_evil(issue):
            continue  # "warned that sanctions would follow"
        if cue.predicate.pos == "m" and has_own_modal(scene.document, issue.first, roots):
            continue
        if path is not None and own and not path.before and path.steps <= _farthest(cue):
            yield issue, path


def _farthest(cue: Match[StanceEntry]) -> int:
    """How many words may stand between: what `should` rules soon is about something else."""
    return _FAR_UNDER_MODALS if cue.predicate.pos == "m" else _FAR


def _stance(entry: StanceEntry, issue: IssueMatch, path: Turn, *, denied: bool) -> Stance | None:
    """The stance on the issue, null where the words do not say enough."""
    told = _STANCES[entry.stance]
    if told not in _REVERSED:
        far = path.steps > 1 and not is_evil(issue)
        return None if denied or far else told
    evil = is_evil(issue)
    if denied and told == "opposes" and "speaker" not in entry.holder:
        return None  # who does not condemn is not therefore in favour
    countered = evil and entry.content == _TOPIC and not path.turned  # "work together on terrorism"
    wanted = ((told == "supports") == (path.sign > 0)) != (denied or countered)
    if wanted and evil and issues()[issue.slug].abhorred:
        return None
    if wanted and evil and (path.steps or issue.weak or path.turned or denied):
        return None
    if not wanted and not evil and told == "opposes" and (path.steps > 1 or path.lifted):
        return None  # "the fight against terrorism, trafficking, cyber security"
    return "supports" if wanted != issue.against else "opposes"


def _wants_evil_deed(document: Document, issue: IssueMatch, stance: Stance) -> bool:
    """An evil as a verb ("efforts to destabilise") is what its foes say of a party.

    An evil that the parser joins to a verb is mostly the object of another one.
    """
    head = document.tokens[head_of(document, issue)]
    deed = head.is_verb or (head.dep == "conj" and document.tokens[head.head].is_verb)
    return deed and is_evil(issue) and stance == ("opposes" if issue.against else "supports")


def _heart(document: Document, cue: Match[StanceEntry], issue: IssueMatch) -> Span:
    """From the word of attitude, or the verb that carries it, to the end of the issue's words."""
    found = cue.predicate
    first = found.verb if found.light and found.verb is not None else found.i
    edges = [first, found.i, issue.first, issue.last - 1]
    return Span(start=document.tokens[min(edges)].start, end=document.tokens[max(edges)].end)


def _confidence(issue: IssueMatch, path: Turn, slot: str) -> float:
    sure = 0.6 if issue.weak else 0.9
    sure -= 0.1 * (path.steps > 1) + 0.05 * (slot == "speaker")
    return round(sure, 2)


def _once(found: list[_Found]) -> list[_Found]:
    """One position for a holder and an issue's words: that of the outermost word of attitude."""
    kept: dict[tuple[frozenset[str], int], _Found] = {}
    for one in sorted(found, key=lambda f: (f.span.start, f.cue.predicate.i)):
        kept.setdefault((frozenset(p.id for p in one.holders), one.issue.first), one)
    return list(kept.values())


def _is_account(scene: _Scene, one: _Found) -> bool:
    """Whether only others tell of the attitude: "Peru said that Chile wants war"."""
    word = scene.document.tokens[one.cue.predicate.i]
    around = innermost(scene.statements, word.start, word.end)
    tellers = {source.id for source in around.chain} if around else set()
    return bool(tellers - {""}) and tellers.isdisjoint(party.id for party in one.holders)


def _line(scene: _Scene, one: _Found, day_of: Callable[[int], Day] | None) -> Position:
    report, cue = scene.document.report, one.cue.predicate
    start, end = day_of(cue.i) if day_of else (report.published, report.published)
    statement = innermost(scene.statements, one.issue.start, one.issue.end)
    words = scene.document.tokens[cue.i].text
    who = ",".join(party.id for party in one.holders)
    return Position(
        id=line_id(report.id, "position", one.span.start, one.span.end, who, one.issue.slug),
        report_id=report.id,
        span=one.span,
        holders=one.holders,
        issue=one.issue.slug,
        stance=one.stance,
        date_start=start,
        date_end=end,
        statement_id=statement.id if statement else None,
        confidence=round(one.confidence - _OTHERS_ACCOUNT * _is_account(scene, one), 2),
        reason=f"stances: {'|'.join(one.cue.entry.predicate)} ({words}); "
        f"issues: {one.issue.phrase}",
    )
