"""`python -m dragoman` and the command `dragoman`."""

import os

from dragoman.publishing.cli import main

# The judge's matrices are small: threads for one cost more than they give, and `--jobs` shares the
# work anyway. Read when a command first imports numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

if __name__ == "__main__":
    main()
