"""What each stage of coding adds to the time of the parse, measured in one run.

    python benchmarks/coding/stages.py REPORTS...

Codebooks and model are loaded before, by one coded report; times are CPU seconds of this process,
the least of three rounds over all reports.
"""

import sys
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from dragoman import read
from dragoman.coding.events import events
from dragoman.coding.position_days import PositionDays
from dragoman.coding.positions import positions
from dragoman.coding.statements import statements
from dragoman.coding.ties import ties
from dragoman.coding.when import calendar
from dragoman.model import Report
from dragoman.parsing.attribution import attributions, speakers
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from dragoman.pipeline import code_text
from dragoman.resolution.actors import resolve

ROUNDS = 3
STAGES = ("parse", "attribution", "resolution", "statements", "events", "positions", "ties")
IN_WHOSE_WORDS = ("attribution", "statements", "positions")


def main(paths: Iterable[Path]) -> None:
    """Print the time of each stage, and its share of the parse's."""
    reports = [item for item in read(paths) if isinstance(item, Report)]
    code_text("Ghana called for a truce.", published="2022-03-10")
    rounds = [_round(reports) for _ in range(ROUNDS)]
    best = {stage: min(one[stage] for one in rounds) for stage in STAGES}
    words = sum(len(report.text.split()) for report in reports)
    print(f"{len(reports)} reports, {words:,} words")
    for stage, seconds in best.items():
        print(f"{stage:<12} {seconds:7.2f} s  {seconds / best['parse']:6.1%} of the parse")
    share = sum(best[stage] for stage in IN_WHOSE_WORDS) / best["parse"]
    print(f"{' + '.join(IN_WHOSE_WORDS)}: {share:.1%} of the parse")


def _round(reports: list[Report]) -> dict[str, float]:
    spent = dict.fromkeys(STAGES, 0.0)
    start = time.process_time()
    parsed = list(parse([*reports]))
    spent["parse"] = time.process_time() - start
    for document in parsed:
        if isinstance(document, Document):
            for stage, seconds in zip(STAGES[1:], _laps(document), strict=True):
                spent[stage] += seconds
    return spent


def _laps(document: Document) -> list[float]:
    """Seconds of each stage after the parse."""
    marks = [time.process_time()]
    attributed = attributions(document)
    marks.append(time.process_time())
    identities = resolve(document, speakers=speakers(attributed, document))
    marks.append(time.process_time())
    said = statements(document, identities, attributed)
    marks.append(time.process_time())
    days = calendar(document)
    events(document, identities, said, days)
    marks.append(time.process_time())
    positions(document, identities, said, day_of=PositionDays(days, said).of)
    marks.append(time.process_time())
    ties(document, identities)
    marks.append(time.process_time())
    return [later - earlier for earlier, later in pairwise(marks)]


if __name__ == "__main__":
    main(Path(path) for path in sys.argv[1:])
