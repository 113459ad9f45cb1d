"""The README shows real commands with their real output, and Python that runs."""

import re
import subprocess
import sys
from pathlib import Path

from console import README, ROOT, with_output


def test_console_blocks_print_what_is_shown(tmp_path: Path) -> None:
    page = README.read_text("utf-8")
    told = "README.md is not what the program prints: run `python tests/console.py`"
    assert with_output(page, tmp_path / "demo.record") == page, told


def test_the_python_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    command = [sys.executable, "-c", example]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own example
    assert "CONSULT" in done.stdout
