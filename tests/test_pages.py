"""The pages speak of commands, make targets and files that exist."""

import re
from pathlib import Path

import pytest

from dragoman.publishing.cli import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMANDS = {
    command.name or command.callback.__name__
    for command in app.registered_commands
    if command.callback
} | {group.name for group in app.registered_groups}


def name_of(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def commands_in(text: str) -> set[str]:
    """The words after `dragoman` in lines that show a call."""
    return set(re.findall(r"^\s*\$? ?(?:\S+ \| )?dragoman ([a-z]\w*)", text, re.MULTILINE))


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_shown_commands_exist(document: Path) -> None:
    blocks = re.findall(r"```(?:console|sh|bash)\n(.*?)```", document.read_text("utf-8"), re.DOTALL)
    assert commands_in("\n".join(blocks)) <= COMMANDS


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_shown_targets_of_make_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shown = set(
        re.findall(r"(?:^|`)(?:\$ )?make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    )
    assert shown <= targets


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_links_between_files_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (document.parent / link).exists()] == []
