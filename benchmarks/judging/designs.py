"""Designs of the judge, trained on the exemplars alone and scored on rows with marked parties.

    python benchmarks/judging/designs.py GOLD.jsonl [--encoder MODEL.onnx TOKENIZER.json] [--cross]

GOLD has `text`, `source_span`, `target_span` and `label` (a type, or YIELD for CONCEDE and
RETREAT). The encoder (a BERT of 384 dimensions as onnx, for instance all-MiniLM-L6-v2) needs
onnxruntime and tokenizers, which the project does not; its mean embedding of the text with masked
parties is one more kernel. `--cross` adds the figure with GOLD itself among the exemplars, in five
folds.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.codebooks.exemplars import exemplars
from dragoman.codebooks.relations import relations
from dragoman.judging.candidates import candidates
from dragoman.judging.conventions import convened
from dragoman.judging.features import features
from dragoman.judging.judge import likeness
from dragoman.judging.marked import Marked, mark
from dragoman.judging.relations import framed
from dragoman.judging.training import STIFFNESS, fit
from dragoman.judging.weights import Floats
from dragoman.model import Report, Span
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse

SHIPPED = "wcnspe"  # less how common the types are, which only the weights know
DESIGNS = {
    "a  words and parts of words": "wc",
    "b  sentence encoder alone": "m",
    "c  parse and frames": "nspe",
    "c' parse without frames": "nsp",
    "   a and b": "wcm",
    "   a and c, far words too": "wcspe",
    "   a and c (shipped)": SHIPPED,
    "d  a, b and c": SHIPPED + "m",
}
FOLDS = 5
ENCODER_WEIGHT = 3.0  # the encoder's kernel beside the families', which weigh 1 each
ENCODER_STIFFNESS = 0.3
MASKS = ("france", "iran")
Row = tuple[Marked, frozenset[str], str]


def folded(label: str) -> str:
    """As the PLV set counts: CONCEDE and RETREAT are one."""
    return "YIELD" if label in ("CONCEDE", "RETREAT") else label


def rows(texts: Sequence[tuple[str, Span | None, Span | None, str]]) -> list[Row]:
    """Texts with their marks, features and labels."""
    reports = (
        Report(id=str(n), published="2000-01-01", text=row[0]) for n, row in enumerate(texts)
    )
    found = []
    for document, (_, source, target, label) in zip(parse(reports), texts, strict=True):
        assert isinstance(document, Document)
        marked = mark(document, source, target)
        held = candidates(marked)
        found.append((marked, features(marked, held), folded(convened(marked, label, held))))
    return found


def read_gold(path: Path) -> list[Row]:
    """The rows of a file; their labels stay as they are."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    gold = rows([(r["text"], _span(r["source_span"]), _span(r["target_span"]), "") for r in lines])
    return [(marked, own, r["label"]) for (marked, own, _), r in zip(gold, lines, strict=True)]


def _span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(start=value[0], end=value[1])


def embed(found: Sequence[Row], model: str, tokenizer: str) -> Floats:
    """Mean embeddings of the texts with masked parties."""
    import onnxruntime  # noqa: PLC0415 - only this design needs it
    from tokenizers import Tokenizer  # noqa: PLC0415 - likewise

    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    words = Tokenizer.from_file(tokenizer)
    words.no_padding()
    means = []
    for marked, _, _ in found:
        ids = np.array([words.encode(_masked(marked)).ids])
        given: dict[str, Any] = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        named = {one.name: given[one.name] for one in session.get_inputs()}
        means.append(session.run(None, named)[0][0].mean(axis=0))
    return np.array(means, dtype=np.float32)


def _masked(marked: Marked) -> str:
    words: list[str] = []
    for token in marked.document.tokens:
        side = 0 if token.i in marked.source else 1 if token.i in marked.target else None
        word = token.text if side is None else MASKS[side]
        if side is None or words[-1:] != [word]:
            words.append(word)
    return " ".join(words)


def kernels(taught: Sequence[Row], asked: Sequence[Row], families: str) -> tuple[Floats, Floats]:
    """Likeness of the taught to each other, and of the asked to the taught."""
    own = [frozenset(f for f in row[1] if f[0] in families) for row in taught]
    weights = fit(own, [row[2] for row in taught], places=(), stamp="")
    others = [frozenset(f for f in row[1] if f[0] in families) for row in asked]
    return (
        np.array([likeness(weights, one) for one in own]),
        np.array([likeness(weights, one) for one in others]),
    )


def answers(
    taught: Sequence[Row],
    asked: Sequence[Row],
    families: str,
    vectors: tuple[Floats, Floats] | None,
) -> list[str]:
    """The likeliest type of each asked row."""
    alike: Any = 0.0
    asked_alike: Any = 0.0
    if letters := families.replace("m", ""):
        alike, asked_alike = kernels(taught, asked, letters)
    if "m" in families and vectors is not None:
        first, second = vectors
        weight = ENCODER_WEIGHT if letters else 1.0
        alike = alike + weight * first @ first.T
        asked_alike = asked_alike + weight * second @ first.T
    labels = [row[2] for row in taught]
    types = sorted(set(labels))
    targets = np.array(
        [[1.0 if t == label else -1 / len(types) for t in types] for label in labels]
    )
    stiffness = STIFFNESS if letters else ENCODER_STIFFNESS
    votes = np.linalg.solve(alike + stiffness * np.eye(len(labels)), targets)
    return [types[best] for best in (asked_alike @ votes).argmax(axis=1)]


def macro_f1(gold: list[str], told: list[str]) -> float:
    """Mean F1 of the labels in the gold."""
    scores = []
    for label in sorted(set(gold)):
        both = sum(g == t == label for g, t in zip(gold, told, strict=True))
        scores.append(2 * both / (gold.count(label) + told.count(label)))
    return sum(scores) / len(scores)


def figures(gold: list[str], told: list[str]) -> str:
    """Macro-F1 of types, quad classes and binary classes."""
    quads = relations().quads | {"YIELD": relations().quads["RETREAT"]}
    quad = [[quads[label] for label in labels] for labels in (gold, told)]
    binary = [[label[2:] for label in labels] for labels in quad]
    scores = (macro_f1(gold, told), macro_f1(*quad), macro_f1(*binary))
    return "  ".join(f"{score:.3f}" for score in scores)


def frames_alone(gold: Sequence[Row]) -> str:
    """How often the frames answer, and how often rightly."""
    told = [(framed(m, candidates(m)), label) for m, _, label in gold]
    held = [(answer.label, label) for answer, label in told if answer is not None]
    right = sum(folded(label) == gold_label for label, gold_label in held)
    return f"answered {len(held) / len(gold):.3f}, right of these {right / len(held):.3f}"


def centred(taught: Floats, asked: Floats) -> tuple[Floats, Floats]:
    """Vectors less the mean of the taught, at length 1."""
    mean = taught.mean(axis=0)
    return tuple(  # type: ignore[return-value]  # a pair in, a pair out
        (some - mean) / np.linalg.norm(some - mean, axis=1, keepdims=True)
        for some in (taught, asked)
    )


def main() -> None:
    """Print a line a design."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--encoder", nargs=2, metavar=("MODEL", "TOKENIZER"))
    parser.add_argument("--cross", action="store_true")
    asked = parser.parse_args()
    taught = rows([(e.sentence, e.actor, e.recipient, e.event_type) for e in exemplars()])
    gold = read_gold(asked.gold)
    labels = [row[2] for row in gold]
    print(f"{len(taught)} exemplars, {len(gold)} rows; macro-F1 of types, quad, binary")
    print(f"{'frames alone':32}{frames_alone(gold)}")
    vectors = None
    if asked.encoder:
        vectors = centred(embed(taught, *asked.encoder), embed(gold, *asked.encoder))
    for name, families in DESIGNS.items():
        if "m" not in families or vectors is not None:
            print(f"{name:32}{figures(labels, answers(taught, gold, families, vectors))}")
            sys.stdout.flush()
    if asked.cross:
        told = [""] * len(gold)
        for fold in range(FOLDS):
            rest = [row for n, row in enumerate(gold) if n % FOLDS != fold]
            answered = answers([*taught, *rest], gold[fold::FOLDS], SHIPPED, None)
            told[fold::FOLDS] = answered
        print(f"{'   shipped, GOLD in five folds':32}{figures(labels, told)}")


if __name__ == "__main__":
    main()
