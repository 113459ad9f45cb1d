"""Ties: what a report says there is between two parties, in its own words, with the tone of it.

"enjoyed close ties with Ukraine", "the ironclad friendship between China and Pakistan", "relations
soured". A relation without any tone is no tie.
"""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.codebooks.entries import light_verbs
from dragoman.codebooks.ties import tie_words
from dragoman.coding.tie_parties import Parties, parties_of_expression, parties_of_noun
from dragoman.coding.turns import is_negated
from dragoman.model import Span, Tie, Tone, line_id
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate, predicate
from dragoman.resolution.identities import Identities


class _Found(msgspec.Struct, frozen=True):
    parties: Parties
    first: int
    last: int  # included
    tone: Tone


def ties(document: Document, identities: Identities) -> tuple[Tie, ...]:
    """The ties of a document in the order of the text, one for each telling."""
    words = tie_words()
    found: list[_Found] = []
    for token in document.tokens:
        if token.lemma in words.nouns and token.pos in ("NOUN", "PROPN"):
            found.extend(_of_noun(document, identities, token))
        else:
            found.extend(_of_expression(document, identities, token))
    return tuple(_line(document, one) for one in _joined(document, found))


def _of_noun(document: Document, identities: Identities, noun: Token) -> Iterator[_Found]:
    found = predicate(document, noun.i, light=light_verbs())
    words = [(noun.i, tie_words().nouns.tone_of(noun.lemma)), *_described(document, found)]
    tones = [(i, tone) for i, tone in words if tone]
    if not tones or _is_unreal(document, found):
        return
    parties = parties_of_noun(document, identities, found)
    if len({party.id for party in parties}) > 1:
        first = min(_left(document, i) for i, _ in (*tones, (noun.i, None)))
        last = max(i for i, _ in (*tones, (noun.i, None)))
        yield _Found(parties, first, last, _tone([tone for _, tone in tones]))


def _described(document: Document, noun: Predicate) -> Iterator[tuple[int, Tone | None]]:
    """Words that give the noun a tone: before it, said of it, or done to it."""
    tones, changes = tie_words().tones, tie_words().changes
    for child in document.children(noun.i, "amod", "compound", "nmod"):
        yield child.i, tones.tone_of(child.text.lower()) or tones.tone_of(child.lemma)
        for joined in document.children(child.i, "conj", "amod"):
            yield joined.i, tones.tone_of(joined.text.lower())
    if noun.verb is None:
        return
    yield noun.verb, changes.tone_of(document.tokens[noun.verb].lemma)
    if document.tokens[noun.i].dep in ("nsubj", "nsubjpass"):
        for child in document.children(noun.verb, "acomp", "attr", "oprd"):
            yield child.i, tones.tone_of(child.text.lower()) or tones.tone_of(child.lemma)


def _tone(tones: list[Tone]) -> Tone:
    """One tone for all words; words of both tones make it mixed."""
    return tones[0] if len(set(tones)) == 1 else "mixed"


def _left(document: Document, i: int) -> int:
    """The leftmost word of a description: "very" of "very close", "long" of "long-term"."""
    before = [
        _left(document, child.i)
        for child in document.children(i, "advmod", "amod", "compound", "npadvmod")
        if child.i < i and child.pos != "PROPN"
    ]
    return min((i, *before))


def _is_unreal(document: Document, noun: Predicate) -> bool:
    """Whether the relation is denied, wished for, or only the name of an office."""
    unreal = tie_words().unreal
    token = document.tokens[noun.i]
    if is_negated(document, token) or token.dep == "compound":
        return True
    for over in document.ancestors(noun.i):
        if over.pos in ("NOUN", "PROPN") and over.lemma in unreal.nouns:
            return True
        if over.is_verb or over.pos == "AUX":
            open_ = any(c.dep == "aux" and c.tag == "MD" for c in document.children(over.i))
            return open_ or over.lemma in unreal.verbs or is_negated(document, over)
    return False


def _of_expression(document: Document, identities: Identities, token: Token) -> Iterator[_Found]:
    for expression in tie_words().expressions:
        if token.lemma not in expression.verb:
            continue
        for noun in document.children(token.i, "dobj", "pobj", "attr"):
            modifiers = [c for c in document.children(noun.i) if c.lemma in expression.modifiers]
            fits = noun.lemma in expression.words and (modifiers or not expression.modifiers)
            parties = parties_of_expression(document, identities, token, noun) if fits else ()
            if len({party.id for party in parties}) > 1:
                yield _Found(parties, token.i, noun.i, expression.tone)
                return


def _joined(document: Document, found: Iterable[_Found]) -> list[_Found]:
    """Relations that `and` joins between the same parties are one tie."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.first, f.last)):
        before = kept[-1] if kept else None
        if before and _same(document, before, one):
            tone = _tone([before.tone, one.tone])
            kept[-1] = _Found(before.parties, before.first, max(before.last, one.last), tone)
        else:
            kept.append(one)
    return kept


def _same(document: Document, before: _Found, one: _Found) -> bool:
    between = range(before.last + 1, one.first)
    linked = all(document.tokens[i].pos in ("CCONJ", "PUNCT", "DET", "ADV") for i in between)
    same_sentence = document.tokens[before.last].sentence == document.tokens[one.first].sentence
    ids = {party.id for party in before.parties} == {party.id for party in one.parties}
    return linked and same_sentence and ids


def _line(document: Document, one: _Found) -> Tie:
    start, end = document.tokens[one.first].start, document.tokens[one.last].end
    report = document.report.id
    who = ",".join(party.id for party in one.parties)
    return Tie(
        id=line_id(report, "tie", start, end, who),
        report_id=report,
        span=Span(start=start, end=end),
        parties=one.parties,
        words=document.words(start, end),
        tone=one.tone,
    )
