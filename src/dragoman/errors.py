"""What can go wrong, as people read it.

    DragomanError              exit status 1
    ├── UsageError             exit status 2: the call's words are off
    ├── CodebookError          a codebook entry is wrong; names file and line
    ├── ModelError             the language model is missing or not the one we know
    ├── RecordError            a record file cannot be opened, read or written
    │   ├── DamagedError       lines are not what was written (record/reading.py)
    │   └── KeepingError       one report cannot be kept; the others can (record/store.py)
    └── IntakeError            an input as a whole cannot be read

An item that is refused while the run goes on is no error but a `Refusal`: the run ends with exit
status 3 and says how many there were.
"""

import errno

import msgspec

_REMEDIES = {
    errno.ENOENT: "no such file or folder: check the path",
    errno.ENOTDIR: "a part of the path is a file: check the path",
    errno.EISDIR: "is a folder: name a file",
    errno.EACCES: "permission denied: allow it, or name another place",
    errno.EPERM: "not permitted: allow it, or name another place",
    errno.EROFS: "the place is read-only: name another",
    errno.ENOSPC: "no space is left: make room, or name another place",
    errno.EFBIG: "larger than files may be here: name another place",
    errno.ENAMETOOLONG: "the name is too long: shorten it",
    errno.EMFILE: "too many files are open: close some",
}


class DragomanError(Exception):
    """Base of all; its text is one clear line with the place and the remedy."""

    status = 1


class UsageError(DragomanError):
    """The call's words are off."""

    status = 2


class CodebookError(DragomanError):
    """A codebook entry is wrong."""


class ModelError(DragomanError):
    """The language model is missing or is not the one that Dragoman knows."""


class RecordError(DragomanError):
    """A record file cannot be opened, read or written."""


class IntakeError(DragomanError):
    """An input as a whole cannot be read."""


def in_words(error: OSError) -> str:
    """What the system refused, and what to do, for a line that names the file."""
    return _REMEDIES.get(error.errno or 0, (error.strerror or str(error)).lower())


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An item set aside: `source` names file and place, `code` the reason, `remedy` what to do."""

    source: str
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """One line for a person."""
        tail = f" ({self.remedy})" if self.remedy else ""
        return f"{self.source}: {self.code}: {self.message}{tail}"
