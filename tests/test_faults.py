"""Faults that no single module answers for: what is asked for is a device, or repeats a name."""

import os
from pathlib import Path

import pytest

from dragoman.errors import Refusal
from dragoman.intake import read
from dragoman.publishing.exports import whole_file


def test_an_output_that_is_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole_file(pipe) as stream:
        stream.write(b"lines")
    assert os.read(reader, 9) == b"lines"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("line", ['{"text": "ends', '{"text": "a\nb"}'])
def test_json_faults_are_told_in_plain_words(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line)
    first, *_ = read([path])
    assert isinstance(first, Refusal)
    assert "at at" not in first.message
