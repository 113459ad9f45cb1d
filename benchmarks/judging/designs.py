"""Designs of the judge, trained on the exemplars alone and scored on rows with marked parties.

    python benchmarks/judging/designs.py GOLD.jsonl [--cross]

GOLD has `text`, `source_span`, `target_span` and `label` (a type, or YIELD for CONCEDE and
RETREAT). The encoder is the one that ships. `--cross` adds the figure with GOLD itself among the
exemplars, in five folds; it tunes five encoders, each for one round, which needs the extra `train`,
the base's package and half an hour.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.codebooks.exemplars import exemplars
from dragoman.codebooks.relations import relations
from dragoman.judging.candidates import candidates
from dragoman.judging.encoder import odds
from dragoman.judging.encoder_file import shipped
from dragoman.judging.features import features
from dragoman.judging.judge import judge
from dragoman.judging.marked import mark
from dragoman.judging.relations import framed
from dragoman.judging.training import Lesson, fit, lessons
from dragoman.model import Report, Span
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse

DESIGNS = {
    "a   words and parts of words": "wc",
    "c'  parse without frames": "nsp",
    "c   parse and frames": "nspe",
    "a and c": "wcnspe",
}
FOLDS = 5
Odds = Mapping[str, float]


def folded(label: str) -> str:
    """As the PLV set counts: CONCEDE and RETREAT are one."""
    label = "RETREAT" if label == "YIELD" else label
    return relations().folded.get(label, label)


def read_gold(path: Path) -> list[Lesson]:
    """The rows of a file; their labels stay as they are but for the fold."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    reports = (
        Report(id=str(n), published="2000-01-01", text=row["text"]) for n, row in enumerate(lines)
    )
    return [_lesson(found, row) for found, row in zip(parse(reports), lines, strict=True)]


def _lesson(found: object, row: Mapping[str, list[int]]) -> Lesson:
    assert isinstance(found, Document)
    marked = mark(found, _span(row["source_span"]), _span(row["target_span"]))
    return Lesson(marked, features(marked, candidates(marked)), folded(str(row["label"])))


def _span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(start=value[0], end=value[1])


def answers(
    taught: Sequence[Lesson],
    asked: Sequence[Lesson],
    families: str,
    reads: Sequence[Odds | None],
) -> list[str]:
    """The likeliest label of each asked row."""
    own = [frozenset(f for f in lesson.features if f[0] in families) for lesson in taught]
    labels = [lesson.label for lesson in taught]
    weights = fit(own, labels, places=("",) * len(taught), stamp="")
    return [
        folded(judge(weights, (f for f in row.features if f[0] in families), read).type)
        for row, read in zip(asked, reads, strict=True)
    ]


def macro_f1(gold: list[str], told: list[str]) -> float:
    """Mean F1 of the labels in the gold."""
    scores = []
    for label in sorted(set(gold)):
        both = sum(g == t == label for g, t in zip(gold, told, strict=True))
        scores.append(2 * both / (gold.count(label) + told.count(label)))
    return sum(scores) / len(scores)


def figures(gold: list[str], told: list[str]) -> str:
    """Macro-F1 of types, quad classes and binary classes."""
    quad = [[relations().quads[label] for label in labels] for labels in (gold, told)]
    binary = [[label[2:] for label in labels] for labels in quad]
    scores = (macro_f1(gold, told), macro_f1(*quad), macro_f1(*binary))
    return "  ".join(f"{score:.3f}" for score in scores)


def frames_alone(gold: Sequence[Lesson]) -> str:
    """How often the frames answer, and how often rightly."""
    told = [(framed(row.marked, candidates(row.marked)), row.label) for row in gold]
    held = [(answer.label, label) for answer, label in told if answer is not None]
    right = sum(folded(label) == gold_label for label, gold_label in held)
    return f"answered {len(held) / len(gold):.3f}, right of these {right / len(held):.3f}"


def crossed(taught: Sequence[Lesson], gold: Sequence[Lesson]) -> list[str]:
    """Labels of the gold, each fold's by judges trained on exemplars and the other folds."""
    from dragoman.judging.base import base  # noqa: PLC0415 - only this needs the extra
    from dragoman.judging.tuning import tune  # noqa: PLC0415 - likewise

    told = [""] * len(gold)
    for fold in range(FOLDS):
        rest = [*taught, *(row for n, row in enumerate(gold) if n % FOLDS != fold)]
        asked = gold[fold::FOLDS]
        labels = [row.label for row in rest]
        encoder = tune(base(), [row.marked for row in rest], labels, stamp="", epochs=1)
        reads = [odds(encoder, row.marked) for row in asked]
        told[fold::FOLDS] = answers(rest, asked, "wcnspe", reads)
    return told


def main() -> None:
    """Print a line a design."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cross", action="store_true")
    asked = parser.parse_args()
    taught = lessons(exemplars())
    gold = read_gold(asked.gold)
    labels = [row.label for row in gold]
    print(f"{len(taught)} exemplars, {len(gold)} rows; macro-F1 of types, quad, binary")
    print(f"{'frames alone':32}{frames_alone(gold)}")
    reads = [odds(shipped(), row.marked) for row in gold]
    for name, families in DESIGNS.items():
        print(f"{name:32}{figures(labels, answers(taught, gold, families, [None] * len(gold)))}")
        sys.stdout.flush()
    alone = [folded(max(read, key=read.__getitem__)) for read in reads]
    print(f"{'b   tuned encoder':32}{figures(labels, alone)}")
    print(f"{'a and b':32}{figures(labels, answers(taught, gold, 'wc', reads))}")
    print(f"{'a, b and c, shipped':32}{figures(labels, answers(taught, gold, 'wcnspe', reads))}")
    if asked.cross:
        print(f"{'   likewise, GOLD in five folds':32}{figures(labels, crossed(taught, gold))}")


if __name__ == "__main__":
    main()
