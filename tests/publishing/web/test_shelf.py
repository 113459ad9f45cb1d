"""Answers are kept while the record does not change, and no longer than that."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

import factory
from dragoman.publishing.web.shelf import MOST, Shelf
from served import Keep


def body(shelf: Shelf, address: str) -> bytes:
    found = shelf.find(address)
    assert found is not None
    return bytes(found.body)


def test_an_answer_is_kept_while_the_record_stays(file: Path) -> None:
    shelf = Shelf(file, fresh=0.0)
    shelf.keep("/", Response("a"), stamp=shelf.stamp())
    assert body(shelf, "/") == b"a"
    assert shelf.find("/events") is None


def test_a_change_of_the_record_ends_it(file: Path, keep: Keep) -> None:
    shelf = Shelf(file, fresh=0.0)
    shelf.keep("/", Response("a"), stamp=shelf.stamp())
    keep(factory.report("Mali met Chad.\n"))
    assert shelf.find("/") is None


def test_a_young_answer_stands_in_while_the_record_grows(file: Path, keep: Keep) -> None:
    shelf = Shelf(file, fresh=60.0)
    shelf.keep("/", Response("a"), stamp=shelf.stamp())
    keep(factory.report("Mali met Chad.\n"))
    assert body(shelf, "/") == b"a"


def test_the_oldest_answers_go(file: Path) -> None:
    shelf = Shelf(file)
    for number in range(MOST + 1):
        shelf.keep(f"/{number}", Response("a"), stamp=())
    assert shelf.find("/0") is None
    assert shelf.find("/1") is not None


def test_a_page_shows_what_was_added_meanwhile(reviewer: TestClient, keep: Keep) -> None:
    assert "Mali" not in reviewer.get("/events").text
    report = factory.report("Mali met Chad.\n")
    keep(report, factory.event("met", inside=report, actors=(factory.party("MLI"),)))
    assert "MLI" in reviewer.get("/events").text


def test_a_kept_answer_comes_whole_each_time(client: TestClient) -> None:
    first, second, third = (client.get("/events") for _ in range(3))
    assert first.content == second.content == third.content
    assert first.headers == second.headers == third.headers


def test_many_who_ask_at_once_are_given_one_answer(file: Path) -> None:
    shelf, made = Shelf(file), []
    gate = threading.Barrier(8)

    def make() -> Response:
        made.append(1)
        return Response("a")

    def ask(_: int) -> bytes:
        gate.wait()
        return bytes(shelf.answer("/", make).body)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {b"a"}
    assert made == [1]


def test_an_outdated_answer_stands_in_while_a_new_one_is_made_once(file: Path) -> None:
    shelf = Shelf(file, fresh=0.001)
    shelf.keep("/", Response("old"), stamp=())
    time.sleep(0.002)
    made, going_on = [], threading.Event()

    def make() -> Response:
        made.append(1)
        going_on.wait(10)
        return Response("new")

    assert [bytes(shelf.answer("/", make).body) for _ in range(3)] == [b"old"] * 3
    going_on.set()
    end = time.monotonic() + 10
    while shelf.find("/") is None and time.monotonic() < end:
        time.sleep(0.001)
    assert body(shelf, "/") == b"new"
    assert made == [1]


def test_an_answer_that_is_too_old_stands_in_no_more(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.publishing.web.shelf.OUTDATED", 0.001)
    shelf = Shelf(file, fresh=0.001)
    shelf.keep("/", Response("old"), stamp=())
    time.sleep(0.002)
    assert bytes(shelf.answer("/", lambda: Response("new")).body) == b"new"


def test_a_failure_to_renew_leaves_the_old_one_and_is_tried_again(file: Path) -> None:
    shelf = Shelf(file, fresh=0.001)
    shelf.keep("/", Response("old"), stamp=())
    time.sleep(0.002)
    tried = threading.Semaphore(0)

    def fail() -> Response:
        tried.release()
        raise OSError

    tries = 0
    while tries < 2:
        assert bytes(shelf.answer("/", fail).body) == b"old"
        tries += tried.acquire(timeout=0.01)
