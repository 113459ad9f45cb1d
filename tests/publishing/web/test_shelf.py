"""Answers are kept while the record does not change, and no longer than that."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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


def test_who_asks_while_a_new_one_is_made_is_given_the_old_one(file: Path) -> None:
    shelf = Shelf(file, fresh=0.001)
    shelf.keep("/", Response("old"), stamp=())

    def make() -> Response:
        with ThreadPoolExecutor(1) as pool:
            beside = pool.submit(shelf.answer, "/", lambda: Response("never"))
            assert bytes(beside.result().body) == b"old"
        return Response("new")

    time.sleep(0.002)
    assert bytes(shelf.answer("/", make).body) == b"new"
