"""Console blocks of pages: run, compared, and written anew by `python tests/console.py`."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs" / "questions.md")  # whose blocks show what is printed
BLOCK = re.compile(r"```console\n\$ dragoman (?P<call>[^\n]*)\n(?P<shown>.*?)```", re.DOTALL)


def run(call: str, record: Path) -> str:
    """What a call prints on both streams, at 80 columns and without colour."""
    words = call.replace("demo.record", str(record)).split()
    env = os.environ | {"COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "dragoman", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )
    return done.stdout


def with_output(page: str, record: Path) -> str:
    """The page with each block's output as it is now; `explain` shows the first event listed."""
    first = ""

    def block(match: re.Match[str]) -> str:
        nonlocal first
        call = match["call"]
        if call.startswith("explain ") and first:
            call = re.sub(r"^explain \w+", f"explain {first}", call)
        shown = run(call, record)
        if call.startswith("timeline"):
            first = shown.split()[0]
        return f"```console\n$ dragoman {call}\n{shown}```"

    return BLOCK.sub(block, page)


if __name__ == "__main__":
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) / "demo.record"
            page.write_text(with_output(page.read_text("utf-8"), record), "utf-8")
