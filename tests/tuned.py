"""Tune a small encoder on the few exemplars and write it: `python tuned.py FILE EPOCHS`.

A program of its own, since the library that tunes leaves threads behind, and tests fork.
"""

import sys
from pathlib import Path

from dragoman.judging.encoder_file import save
from dragoman.judging.training import lessons
from dragoman.judging.tuning import tune
from marked_sentences import FEW
from small_base import small_base

if __name__ == "__main__":
    path, epochs = sys.argv[1:]
    given = lessons(FEW)
    marks, labels = [one.marked for one in given], [one.label for one in given]
    save(tune(small_base(), marks, labels, stamp="few", epochs=int(epochs)), Path(path))
