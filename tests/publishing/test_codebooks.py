"""`codebook`: started, checked, coded with."""

import json
import subprocess
import sys
from pathlib import Path

from command_line import Run

TEXT = "Oman held a naval exercise with Pakistan on Monday."


def dragoman(folder: Path, *words: str) -> str:
    """The whole program, with its coder: the fixture `run` has another."""
    call = [sys.executable, "-m", "dragoman", *words]
    done = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    return done.stdout


def test_a_new_codebook_is_sound_and_codes(tmp_path: Path) -> None:
    assert dragoman(tmp_path, "codebook", "new", "ships").startswith("ships: begun")
    assert dragoman(tmp_path, "codebook", "check", "ships") == "ships: sound\n"
    (tmp_path / "a.txt").write_text(TEXT)
    words = ("a.txt", "--date", "2024-05-07", "--kind", "event", "--codebook", "ships")
    assert json.loads(dragoman(tmp_path, "code", *words))["event_type"] == "EXERCISE"


def test_problems_are_named_and_end_the_run(run: Run, tmp_path: Path) -> None:
    run("codebook", "new", "ships")
    book = tmp_path / "ships" / "verbs.csv"
    book.write_text(book.read_text().replace("PORT-CALL", "PORTCALL"))
    result = run("codebook", "check", "ships")
    assert result.status == 1
    assert result.out.splitlines()[0] == (
        "ships/verbs.csv: line 6: type PORTCALL: did you mean PORT-CALL?"
    )
    (tmp_path / "a.txt").write_text(TEXT)
    refused = run("code", "a.txt", "--date", "2024-05-07", "--codebook", "ships")
    assert refused.status == 1
    assert "ships/verbs.csv: line 6: type PORTCALL" in refused.err
    assert "and 1 more: `dragoman codebook check ships` names all" in refused.err


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ships").mkdir()
    (tmp_path / "ships" / "mine.txt").write_text("x")
    result = run("codebook", "new", "ships")
    assert (result.status, "is there already" in result.err) == (1, True)
