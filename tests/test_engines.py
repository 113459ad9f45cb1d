"""Any number of processes gives the same results in the same order."""

import os
import signal

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
