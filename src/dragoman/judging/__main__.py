"""Train on the exemplars all that is trained, and write what ships: `make judge`."""

from pathlib import Path

from dragoman.codebooks.exemplars import exemplars
from dragoman.judging import choosing, encoder_file, weights
from dragoman.judging.base import base
from dragoman.judging.learning import learn
from dragoman.judging.training import lessons, stamp, train
from dragoman.judging.tuning import tune


def main() -> None:
    """Train all from the same lessons; nothing is written before all are trained."""
    taught = exemplars()
    given = lessons(taught)
    trained = train(taught, given)
    marks, labels = [lesson.marked for lesson in given], [lesson.label for lesson in given]
    tuned = tune(base(), marks, labels, stamp=stamp(taught))
    sides = learn(marks, stamp=stamp(taught))
    weights.save(trained, Path(str(weights.SHIPPED)))
    encoder_file.save(tuned, Path(str(encoder_file.SHIPPED)))
    choosing.save(sides, Path(str(choosing.SIDES)))


if __name__ == "__main__":
    main()
