"""Much of everything: views stay short, exports are streamed, slow readers do no harm."""

import asyncio
import gzip
import socket
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.testclient import TestClient

import factory
from dragoman.codebooks.issues import issues
from dragoman.codebooks.reference import states
from dragoman.model import Fact, Place, line_id
from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.catalogue import QUESTIONS
from dragoman.publishing.web.rows import Batch
from dragoman.publishing.web.site import Site
from dragoman.record import add, open_record
from dragoman.record.merging import merge
from listening import serving

REPORTS, A_REPORT = 100, 20  # events are ten times as many as any view lists
TEXT = "Ministers met. One urged talks. All support a ceasefire.\n"
FIRST_DAY = date(2020, 1, 6)
LARGEST = 400_000  # bytes of a view
PACKED = 60_000  # and as they are sent
SLOW = 200  # clients
ROOM = 4096  # bytes that they take unread
MEMORY = 5_000_000  # bytes: a batch takes less than three million, the whole six to thirty


def told(number: int, place: int) -> list[Fact]:
    """An event, an ask and a position that no other report tells."""
    at = number * A_REPORT + place
    codes = [row.id for row in states()]
    slugs = list(issues())
    one, two = codes[at % len(codes)], codes[(at * 7 + 3 + number) % len(codes)]
    day = (FIRST_DAY + timedelta(days=at % 1000)).isoformat()
    when = {"date_start": day, "date_end": day}
    inside = factory.report(TEXT)
    town = Place(name=f"Town {at}", country=one, latitude=at % 60, longitude=at % 170)
    sides = {"actors": (factory.party(one),), "recipients": (factory.party(two),)}
    met = factory.event("met", inside=inside, place=town, **sides, **when)
    content = factory.span("talks", inside=inside)
    urged = factory.event("urged talks", inside=inside, event_type="REQUEST", content=content)
    stood = factory.position(
        "support a ceasefire",
        inside=inside,
        holders=sides["actors"],
        issue=slugs[(at * 5 + number) % len(slugs)],
        stance=("supports", "opposes")[number % 2],
        **when,
    )
    urged = msgspec.structs.replace(urged, **sides, **when)
    return [
        msgspec.structs.replace(met, id=line_id(f"{at} met")),
        msgspec.structs.replace(urged, id=line_id(f"{at} urged")),
        msgspec.structs.replace(stood, id=line_id(f"{at} stood")),
    ]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("large") / "large.record"
    with open_record(file, create=True) as connection:
        for number in range(REPORTS):
            day = (FIRST_DAY + timedelta(days=10 * number)).isoformat()
            report = factory.report(TEXT, id=line_id(str(number)), published=day)
            facts = [fact for place in range(A_REPORT) for fact in told(number, place)]
            add(connection, report, facts)
        merge(connection)
    return file


@pytest.fixture
def reader(large: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Site(record=large)), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize(
    "view",
    [
        *("/", "/?since=2021", "/events", "/positions", "/alignment", "/asks", "/map", "/actors"),
        *("/actors/FRA", "/pairs/FRA/DEU", "/issues/ceasefire", "/search?q=ministers", "/compare"),
        *("/api/events", "/api/positions", "/api/asks", "/events.atom", "/positions.atom"),
    ],
)
def test_a_view_of_much_stays_short(reader: TestClient, view: str) -> None:
    answer = reader.get(view)
    assert answer.status_code == 200
    assert len(answer.content) < LARGEST
    assert len(gzip.compress(answer.content, 5)) < PACKED


def test_an_event_that_hundreds_tell_shows_the_first_hundred(
    client: TestClient, file: Path
) -> None:
    with open_record(file, create=True) as connection:
        for number in range(150):
            report = factory.report(outlet=f"Outlet {number}", id=line_id(f"told {number}"))
            fact = factory.event(inside=report)
            add(connection, report, [msgspec.structs.replace(fact, id=line_id(f"t{number}"))])
        merge(connection)
    (row,) = client.get("/api/events?limit=1").json()["rows"]
    assert len(row["tellings"]) > 150
    text = client.get(f"/events/{row['id']}").text
    assert text.count('<li id="t-') == 100
    assert "The first 100 of" in text


def sent(app: Starlette, path: str, *, leaves_after: int = 1_000_000) -> list[int]:
    """The sizes of the pieces that an answer comes in, to a client that leaves after so many."""
    pieces: list[int] = []

    async def receive() -> dict[str, object]:
        await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        body = message.get("body", b"")
        assert isinstance(body, bytes)
        if body:
            pieces.append(len(body))
        if len(pieces) >= leaves_after:
            raise OSError("the client is gone")

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        "server": ("localhost", 80),
    }
    with ThreadPoolExecutor(1) as apart:  # a browser's tests leave a loop running in this thread
        try:
            apart.submit(lambda: asyncio.run(app(scope, receive, send))).result()  # type: ignore[arg-type]  # the two are simpler
        except ClientDisconnect:
            assert len(pieces) == leaves_after
    return pieces


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> int:
    """Exports read so few rows at a time."""
    for name, question in QUESTIONS.items():
        monkeypatch.setitem(QUESTIONS, name, msgspec.structs.replace(question, at_once=50))
    return 50


@pytest.mark.parametrize("path", ["/events.jsonl", "/events.csv", "/positions.csv", "/asks.jsonl"])
def test_an_export_needs_the_memory_of_a_batch_however_many_there_are(
    large: Path, few_at_once: int, path: str
) -> None:
    del few_at_once
    app = create_app(Site(record=large))
    peaks = []
    for _ in range(3):  # what is loaded once, or makes room once, is no part of it
        tracemalloc.start()
        pieces = sent(app, path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert len(pieces) >= REPORTS * A_REPORT / 50
    assert max(pieces) < sum(pieces) / 10
    assert min(peaks) < MEMORY


def test_nothing_is_read_for_a_client_that_left(
    large: Path, few_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = QUESTIONS["events"]
    reads = []

    def read(*asked: Any) -> Batch:  # noqa: ANN401 - as the question takes it
        reads.append(1)
        return events.read(*asked)

    monkeypatch.setitem(QUESTIONS, "events", msgspec.structs.replace(events, read=read))
    sent(create_app(Site(record=large)), "/events.jsonl", leaves_after=2)
    assert len(reads) <= 3 < REPORTS * A_REPORT / few_at_once


def test_two_hundred_slow_clients_keep_nobody_waiting(large: Path, few_at_once: int) -> None:
    del few_at_once
    with serving(large, room=ROOM) as address:
        where = urlsplit(address)
        assert where.hostname is not None
        assert where.port is not None
        before = open_files()
        slow = [asking(where.hostname, where.port) for _ in range(SLOW)]
        for client in slow:
            assert client.recv(64).startswith(b"HTTP/1.1 200")  # and reads no further
        for path in ("/", "/events", "/static/dragoman.css", "/api/events"):
            with closing(HTTPConnection(where.hostname, where.port, timeout=30)) as other:
                other.request("GET", path)
                assert other.getresponse().status == 200
        for client in slow:
            client.close()
        assert settles(lambda: open_files() <= before + 4)


def asking(host: str, port: int) -> socket.socket:
    """A client that asks for all events and has hardly room for them."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM)
    client.settimeout(60)
    client.connect((host, port))
    client.sendall(f"GET /events.jsonl HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
    return client


def open_files() -> int:
    """Files and connections that this process holds open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def settles(holds: Callable[[], bool], *, within: float = 20.0) -> bool:
    """Whether it comes to hold; a server notices some time later that clients left."""
    end = time.monotonic() + within
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
