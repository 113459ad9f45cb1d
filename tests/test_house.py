"""The house rules as tests: what a reviewer would otherwise have to say each time."""

import ast
import csv
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dragoman"
CODEBOOKS = SOURCE / "codebooks"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TABLES = sorted(CODEBOOKS.glob("*.csv"))

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
LEAST_REASON = 8  # characters: shorter than that is no reason
ENTRIES = {"verbs.csv", "stances.csv", "cues.csv"}  # our own judgements: an example is their source
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}
UNSTABLE = {
    "time.time",
    "time.localtime",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "os.environ",
    "os.getenv",
    "random.random",
    "random.choice",
    "uuid.uuid4",
}
UNREAD = {".git", ".venv", ".hypothesis", "__pycache__", "dist", "build"}
TEXT = {".py", ".md", ".toml", ".csv", ".txt", ".json", ".jsonl", ".lock", ".cfg", ".html", ""}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_face(path: Path) -> bool:
    """Whether a module talks to people: it may print and see the environment."""
    return path.name == "__main__.py" or "publishing" in path.relative_to(SOURCE).parts


def definitions(tree: ast.Module) -> Iterator[Definition]:
    for node in ast.walk(tree):
        if isinstance(node, Definition):
            yield node


def public_definitions(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Public functions, classes and methods, but none that stands inside a function."""
    for child in node.body:
        if isinstance(child, Definition) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public_definitions(child)


def dotted_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """`a.b` of every attribute access, by its last two names, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            yield node.lineno, f"{owner}.{node.attr}"


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def words_of_program(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """String constants that are no docstrings, with their lines."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, Definition | ast.Module)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node.lineno, str(node.value)


def header_of(table: Path) -> list[str]:
    with table.open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(line for line in stream if not line.startswith("#")))


def text_files(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in UNREAD and not path.name.endswith("_cache"):
            yield from text_files(path)
        elif path.is_file() and path.suffix in TEXT:
            yield path


@functools.cache
def state_words() -> frozenset[str]:
    with (CODEBOOKS / "states.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(line for line in stream if not line.startswith("#")))
    return frozenset(row[key] for row in rows for key in ("id", "name"))


@pytest.mark.parametrize("path", MODULES + TESTS, ids=name_of)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES + TESTS, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    functions = [d for d in definitions(tree_of(path)) if not isinstance(d, ast.ClassDef)]
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_public_name_says_what_it_is(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module has no docstring"
    assert [d.name for d in public_definitions(tree) if not ast.get_docstring(d)] == []


@pytest.mark.parametrize("path", [m for m in MODULES if not is_face(m)], ids=name_of)
def test_the_library_does_not_print(path: Path) -> None:
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    printed = [c.lineno for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]
    assert printed == []


@pytest.mark.parametrize("path", [m for m in MODULES if not is_face(m)], ids=name_of)
def test_the_library_reads_no_clock_no_chance_no_environment(path: Path) -> None:
    tree = tree_of(path)
    assert [(line, name) for line, name in dotted_names(tree) if name in UNSTABLE] == []
    assert not {"random", "secrets"} & set(imported(tree))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_name_says_what_it_holds(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES


def test_there_is_no_yaml() -> None:
    files = [path for path in SOURCE.rglob("*") if path.suffix in {".yaml", ".yml"}]
    readers = [name_of(path) for path in MODULES if "yaml" in set(imported(tree_of(path)))]
    assert files == []
    assert readers == []


@pytest.mark.parametrize("table", TABLES, ids=name_of)
def test_a_codebook_row_names_its_source(table: Path) -> None:
    wanted = {"source", "example"} if table.name in ENTRIES else {"source"}
    assert wanted & set(header_of(table)), f"{table.name} has neither of {sorted(wanted)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_state_stands_in_the_program(path: Path) -> None:
    found = [
        (line, text) for line, text in words_of_program(tree_of(path)) if text in state_words()
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES + TESTS, ids=name_of)
def test_an_exception_to_a_check_gives_its_reason(path: Path) -> None:
    marks = re.compile(
        r"#\s*(?:(?:ruff:\s*)?noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore\S*)(.*)$"
    )
    silent = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        mark = marks.search(line)
        if mark and "re.compile" not in line and len(mark[1].strip(" -#")) < LEAST_REASON:
            silent.append(number)
    assert silent == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    home = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work)/\w")
    assert [name_of(path) for path in text_files() if home.search(path.read_text("utf-8"))] == []
