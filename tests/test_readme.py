"""Pages show real commands with their real output, and Python that runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from console import PAGES, README, ROOT, with_output


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.name)
def test_console_blocks_print_what_is_shown(document: Path, tmp_path: Path) -> None:
    text = document.read_text("utf-8")
    told = f"{document.name} is not what the program prints: run `python tests/console.py`"
    assert with_output(text, tmp_path / "demo.record") == text, told


def test_the_python_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    command = [sys.executable, "-c", example]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own example
    assert "CONSULT" in done.stdout
