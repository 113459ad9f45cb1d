"""Time each view of the page, asked afresh and again: python benchmarks/page/views.py RECORD.

Printed are medians: of the whole answer afresh, the processor's time for it (which others who work
on the machine change less), the answer asked again, and its size in transfer.
"""

import statistics
import sys
import time
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.site import Site

TIMES = 5


def main(record: Path) -> None:
    """Print the figures of each view."""
    print(f"{'view':44} {'afresh':>10} {'processor':>10} {'again':>9} {'gzip':>8}")
    for view in views(record):
        timed(reader(record), view)  # loads what the program itself keeps
        fresh, spent, sizes = zip(*(timed(reader(record), view) for _ in range(TIMES)), strict=True)
        client = reader(record)
        timed(client, view)
        again = [timed(client, view)[0] for _ in range(TIMES)]
        first, work, kept = (statistics.median(some) for some in (fresh, spent, again))
        size = sizes[0] / 1000
        print(f"{view[:44]:44} {first:7.0f} ms {work:7.0f} ms {kept:6.1f} ms {size:5.0f} kB")


def reader(record: Path) -> TestClient:
    """A client of a page that has kept no answers yet."""
    return TestClient(create_app(Site(record=record)), base_url="http://localhost")


def timed(client: TestClient, view: str) -> tuple[float, float, int]:
    """Milliseconds to the whole answer, those of the processor, and its bytes as sent."""
    begun, spent = time.perf_counter(), time.process_time()
    with client.stream("GET", view, headers={"Accept-Encoding": "gzip"}) as answer:
        size = sum(len(part) for part in answer.iter_raw())
    if not answer.is_success:
        sys.exit(f"{view}: {answer.status_code}")
    return (time.perf_counter() - begun) * 1000, (time.process_time() - spent) * 1000, size


def views(record: Path) -> list[str]:
    """The views, of the busiest pair, the newest event and the first issue of the record."""
    client = reader(record)
    pair = client.get("/api/pairs?limit=1").json()["rows"][0]
    event = client.get("/api/events?limit=1").json()["rows"][0]
    issue = client.get("/api/positions?limit=1").json()["rows"][0]["issue"]
    one, two = pair["one"], pair["two"]
    return [
        "/",
        f"/?between={one},{two}",
        f"/?since={event['date_start'] or '2022'}",
        "/events",
        f"/events?actor={one}",
        f"/events/{event['id']}",
        f"/reports/{event['report_id']}",
        "/positions",
        f"/positions?actor={one},{two}",
        "/alignment",
        "/map",
        "/asks",
        "/actors",
        f"/actors/{one}",
        f"/pairs/{one}/{two}",
        f"/issues/{issue}",
        "/search?q=ceasefire",
        "/codebook",
        "/api/events",
        "/events.atom",
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
