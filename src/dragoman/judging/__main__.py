"""Train the judge from the exemplars and write the weights that ship: `make judge`."""

from pathlib import Path

from dragoman.judging.training import train
from dragoman.judging.weights import SHIPPED, save

if __name__ == "__main__":
    save(train(), Path(str(SHIPPED)))
