"""Quotation marks and the words of speech beside them: whose words stand between the marks.

A quotation belongs to the cue whose content it overlaps; else to the nearest cue outside the marks
in its sentence; else it goes on where the last one of its paragraph ended, or a whole paragraph of
quotation goes on with the last speaker. Marks around a few words in a clause are no speech.
"""

import re

import msgspec

from dragoman.parsing.cues import Cue
from dragoman.parsing.document import Document, Quotation, Token

_ENDS_SPEECH = (",", ".", "?", "!", "…", "-", "—")
_CLOSES_SENTENCE = re.compile(r"[.?!…][\"'”’]*$")
_LONG = 6  # words: marks around so many hold speech, not a name or a term
_SHORT = 3  # words: a verb and its object between marks are told in the source's words
_NEAR = 200  # characters between the marks and their cue
_SIGNATURE = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\n]{1,80})(?=\n|$)")


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """Words between marks and their cue; the source stands alone where no cue is."""

    quotation: Quotation
    cue: int
    source: int | None
    kind: str = "speech"
    continued: bool = False  # a further paragraph of the same speaker


def utterances(document: Document, cues: list[Cue]) -> list[Utterance]:
    """Quotations that are speech, each with its cue; in the text's order."""
    outside = [cue for cue in cues if _quotation_at(document, cue.i) is None]
    found: list[Utterance] = []
    for quotation in document.quotations:
        last = found[-1] if found else None
        linked = (
            _overlapping(document, quotation, outside)
            or _predicate_inside(document, quotation)
            or _beside(document, quotation, outside)
            or _after_colon(document, quotation, outside)
            or _signed(document, quotation)
            or _going_on(document, quotation, last)
            or _after_sentence(document, quotation)
        )
        if linked is not None:
            found.append(linked)
    return found


def _quotation_at(document: Document, i: int) -> Quotation | None:
    start = document.tokens[i].start
    return next((q for q in document.quotations if q.inner.start <= start < q.inner.end), None)


def is_speech(document: Document, quotation: Quotation) -> bool:
    """Whether marks hold an utterance, not a name, a term, or words held at arm's length."""
    words = document.words(quotation.inner.start, quotation.inner.end).strip()
    tokens = [document.tokens[i] for i in _tokens(document, quotation)]
    count = sum(token.pos != "PUNCT" for token in tokens)
    clause = any(token.dep in ("nsubj", "nsubjpass", "expl") for token in tokens)
    return count >= _LONG or (clause and count > 1) or words.endswith(_ENDS_SPEECH)


def _tokens(document: Document, quotation: Quotation) -> range:
    return document.tokens_in(quotation.inner.start, quotation.inner.end)


def _overlapping(document: Document, quotation: Quotation, cues: list[Cue]) -> Utterance | None:
    """The nearest cue whose content shares words with the quotation."""
    near = [
        cue
        for cue in cues
        for piece in cue.pieces
        if piece.start < quotation.inner.end and quotation.inner.start < piece.end
    ]
    if not near:
        return None
    cue = min(near, key=lambda cue: _distance(document, quotation, cue.i))
    return _said(quotation, cue)


def _said(quotation: Quotation, cue: Cue) -> Utterance:
    """In `“…,” asked the senator` the parser may take the speaker for the one who is asked."""
    turned = cue.source is None and bool(cue.addressees)
    source = cue.addressees[0] if turned else cue.source
    return Utterance(quotation=quotation, cue=cue.i, source=source, kind=cue.kind)


def _distance(document: Document, quotation: Quotation, i: int) -> int:
    token = document.tokens[i]
    return max(quotation.start - token.end, token.start - quotation.end, 0)


def _predicate_inside(document: Document, quotation: Quotation) -> Utterance | None:
    """`The minister “hailed the accord and urged calm”`: the marks hold verb and all."""
    tokens = [document.tokens[i] for i in _tokens(document, quotation)]
    verb = next((token for token in tokens if token.pos not in ("PUNCT", "ADV")), None)
    if verb is None or not verb.is_verb or len(tokens) < _SHORT:
        return None
    subjects = list(document.children(verb.i, "nsubj"))
    if verb.dep == "conj" and not subjects:
        subjects = list(document.children(verb.head, "nsubj"))
    if not subjects or subjects[0].start > quotation.start:
        return None
    return Utterance(quotation=quotation, cue=verb.i, source=subjects[0].i)


def _beside(document: Document, quotation: Quotation, cues: list[Cue]) -> Utterance | None:
    """The cue that follows the closing mark, or precedes the opening one, in the same sentence."""
    if not is_speech(document, quotation):
        return None
    ended = _CLOSES_SENTENCE.search(
        document.words(quotation.inner.start, quotation.inner.end).strip()
    )
    full_stop = bool(ended) and ended[0][0] == "." if ended else False
    after = [] if full_stop else [c for c in cues if _follows(document, quotation, c)]
    before = [c for c in cues if _precedes(document, quotation, c)]
    if after:
        return _said(quotation, min(after, key=lambda c: c.i))
    if before:
        return _said(quotation, max(before, key=lambda c: c.i))
    return None


def _follows(document: Document, quotation: Quotation, cue: Cue) -> bool:
    between = document.words(quotation.end, document.tokens[cue.i].start)
    close = 0 <= document.tokens[cue.i].start - quotation.end <= _NEAR
    return close and cue.kind == "speech" and not re.search(r"[.?!\n“\"]", _abbreviated(between))


def _precedes(document: Document, quotation: Quotation, cue: Cue) -> bool:
    between = document.words(document.tokens[cue.i].end, quotation.start)
    close = 0 <= quotation.start - document.tokens[cue.i].end <= _NEAR
    comma = between.rstrip()[-1:] in ("", ",", ":", "—", "–")
    return (
        close
        and comma
        and cue.kind == "speech"
        and not re.search(r"[.?!\n”]", _abbreviated(between))
    )


def _abbreviated(text: str) -> str:
    """Full stops of initials and titles (`U.S.`, `Mr.`) end no sentence."""
    return re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.", "", text)


def _after_colon(document: Document, quotation: Quotation, cues: list[Cue]) -> Utterance | None:
    """`Kim said in a note: “…”`, `The governor:` and then a new paragraph."""
    before = document.text[: quotation.start].rstrip()
    if not before.endswith(":"):
        return None
    colon = document.token_at(len(before) - 1)
    if colon is None:
        return None
    sentence = document.sentence_of(colon)
    near = [cue for cue in cues if sentence.first <= cue.i <= colon and cue.kind == "speech"]
    if near:
        return _said(quotation, near[-1])
    source = _subject(document, document.tokens[sentence.root])
    return Utterance(quotation=quotation, cue=colon, source=source)


def _signed(document: Document, quotation: Quotation) -> Utterance | None:
    """`“…” — Maria Silva`: a dash and a name close the paragraph."""
    signature = _SIGNATURE.match(document.text, quotation.end)
    if signature is None:
        return None
    dash = document.token_at(signature.start("dash"))
    named = [document.tokens[i] for i in document.tokens_in(*signature.span("name"))]
    if dash is None or not named or any(token.is_verb for token in named):
        return None
    head = next((t for t in named if t.head not in range(named[0].i, named[-1].i + 1)), named[-1])
    return Utterance(quotation=quotation, cue=dash, source=head.i)


def _subject(document: Document, token: Token) -> int | None:
    if token.is_nominal:
        return token.i
    subject = next(document.children(token.i, "nsubj", "nsubjpass"), None)
    return subject.i if subject is not None else None


def _going_on(document: Document, quotation: Quotation, last: Utterance | None) -> Utterance | None:
    """The rest of a quotation after its cue, or the next paragraph of the same speaker."""
    if last is None or not is_speech(document, quotation) or not _starts(document, quotation):
        return None
    between = document.words(last.quotation.end, quotation.start)
    paragraphs = between.count("\n")
    if not paragraphs and len(between) <= _NEAR:
        return _same(last, quotation)
    if paragraphs and not last.quotation.closed and not between.strip():
        return _same(last, quotation)
    if paragraphs and _fills_paragraph(document, quotation) and between.strip().count(". ") == 0:
        return _same(last, quotation, continued=True)
    return None


def _same(last: Utterance, quotation: Quotation, *, continued: bool = False) -> Utterance:
    return msgspec.structs.replace(last, quotation=quotation, continued=continued or last.continued)


def _starts(document: Document, quotation: Quotation) -> bool:
    """Whether the quotation starts a sentence or goes on after its cue."""
    words = document.words(quotation.inner.start, quotation.inner.end).strip()
    before = document.text[: quotation.start].rstrip()[-1:]
    return words[:1].isupper() or before in (",", ";") or not words[:1].isalpha()


def _fills_paragraph(document: Document, quotation: Quotation) -> bool:
    before = document.text[: quotation.start].rpartition("\n")[2]
    after = document.text[quotation.end :].partition("\n")[0]
    return not before.strip() and not after.strip(" .,")


def _after_sentence(document: Document, quotation: Quotation) -> Utterance | None:
    """`The envoy was blunt. “We will not go.”`: the subject of the sentence before speaks."""
    first = next(iter(_tokens(document, quotation)), None)
    words = document.words(quotation.inner.start, quotation.inner.end).strip()
    if first is None or not is_speech(document, quotation) or not _CLOSES_SENTENCE.search(words):
        return None
    index = document.tokens[first].sentence - 1
    before = document.text[: quotation.start].rstrip(" ")
    if index < 0 or before[-1:] not in (".", "!", "?"):
        return None
    sentence = document.sentences[index]
    source = _subject(document, document.tokens[sentence.root])
    if source is None or document.tokens[source].pos not in ("PROPN", "PRON", "NOUN"):
        return None
    return Utterance(quotation=quotation, cue=sentence.root, source=source)
