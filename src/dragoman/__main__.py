"""`python -m dragoman` and the command `dragoman`."""

from dragoman.publishing.cli import main

if __name__ == "__main__":
    main()
