"""Any number of processes gives the same results in the same order."""

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from dragoman.engines import in_order
from dragoman.errors import DragomanError


def double(items: list[int]) -> list[int]:
    return [2 * item for item in items]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_items_order(jobs: int) -> None:
    assert list(in_order(double, range(200), jobs=jobs)) == [2 * n for n in range(200)]


def test_nothing_in_nothing_out() -> None:
    assert list(in_order(double, [], jobs=2)) == []


def end(items: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return items


def test_a_worker_that_is_killed_ends_the_run_in_one_clear_line() -> None:
    with pytest.raises(DragomanError, match="ended from outside"):
        list(in_order(end, range(200), jobs=2))


def end_at_50(items: list[int]) -> list[int]:
    return end(items) if 50 in items else double(items)


def hang_at_50(items: list[int]) -> list[int]:
    if 50 in items:
        signal.alarm(1)  # what would take ten minutes else
        time.sleep(60)
    return double(items)


def lost(_item: int) -> int:
    return -1


@pytest.mark.parametrize("work", [end_at_50, hang_at_50])
def test_the_one_item_that_ends_its_process_is_set_aside(
    work: Callable[[list[int]], list[int]],
) -> None:
    """Fault 50: the rest has its results, in order."""
    found = list(in_order(work, range(200), jobs=2, lost=lost))
    assert found == [-1 if n == 50 else 2 * n for n in range(200)]


def end_once(items: list[int], *, mark: Path) -> list[int]:
    if 50 in items and not mark.exists():
        mark.touch()
        return end(items)
    return double(items)


def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    """Fault 50: what was killed from outside is done again."""
    work = partial(end_once, mark=tmp_path / "killed")
    assert list(in_order(work, range(200), jobs=2, lost=lost)) == double(list(range(200)))
