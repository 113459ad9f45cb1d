"""Time whole exports and their memory: python benchmarks/page/exports.py RECORD [PATH…]."""

import asyncio
import resource
import sys
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any

from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.site import Site

PATHS = (
    *("/events.jsonl", "/events.csv", "/positions.jsonl", "/asks.csv", "/pairs.csv"),
    *("/events.parquet", "/events.cameo.tsv"),
)


def main(record: Path, paths: list[str]) -> None:
    """Print rows, size, seconds of the processor, and the most memory held so far, for each."""
    app = create_app(Site(record=record))
    for path in paths or PATHS:
        begun = time.process_time()
        lines, size = asyncio.run(received(app, path))
        spent = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(
            f"{path:20} {lines:9} lines {size / 1e6:7.1f} MB {spent:6.1f} s {memory:5.0f} MB held"
        )


async def received(app: Any, path: str) -> tuple[int, int]:  # noqa: ANN401 - an ASGI application
    """Lines and bytes of an answer, thrown away as they come."""
    lines = size = 0

    async def receive() -> dict[str, object]:
        await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal lines, size
        if message.get("status", HTTPStatus.OK) != HTTPStatus.OK:
            sys.exit(f"{path}: {message['status']}")
        body = message.get("body", b"")
        lines, size = lines + body.count(b"\n"), size + len(body)

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
    await app(scope, receive, send)
    return lines, size


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
