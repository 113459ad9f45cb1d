"""Which program and codebooks coded a line."""

from importlib.metadata import version

VERSION = version("dragoman")
CODER = f"dragoman {VERSION}"
