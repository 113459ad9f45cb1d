"""`serve` says where it is, and refuses in one line what it cannot serve."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.record import add, open_record

pytest.importorskip("uvicorn", reason="the page needs the extra `web`")


def test_a_record_is_served_until_it_is_told_to_end(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
    words = [sys.executable, "-m", "dragoman", "serve", "--port", "0", "--record", str(path)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own words
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.search(r"a\.record: (http://127\.0\.0\.1:\d+/) ", said)
        assert found is not None
        with urllib.request.urlopen(f"{found[1]}api/record") as answer:  # noqa: S310 - our own server
            assert b'"reports":1' in answer.read()
        server.send_signal(signal.SIGINT)
        assert server.stderr.read() == ""
    assert server.returncode in {0, 130, -signal.SIGINT}


def test_what_is_no_record_is_refused(run: Run) -> None:
    result = run("serve", "--record", "none.record")
    assert result.status == 1
    assert "no such record" in result.err


@pytest.mark.usefixtures("record")
def test_a_port_in_use_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.status == 2
    assert f"127.0.0.1:{port}: cannot be listened on" in result.err
