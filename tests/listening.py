"""A server of a record on a free port of this machine, for tests that need a real one."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.site import Site


@contextmanager
def serving(file: Path, token: str | None = None, *, room: int | None = None) -> Iterator[str]:
    """Serve the record while the block runs; gives its address.

    `room` is how many bytes wait in the system for a client that does not take them.
    """
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    if room is not None:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, room)
    app = create_app(Site(record=file, token=token))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()
