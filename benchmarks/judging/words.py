"""Write the judge's word vectors: a sentence encoder's embeddings of single words, made small.

    python benchmarks/judging/words.py MODEL.onnx TOKENIZER.json

The encoder is all-MiniLM-L6-v2 (Apache-2.0) as onnx; needs onnxruntime and tokenizers. The words
are the commonest of its vocabulary, those of the exemplars and those of the verb codebook. Writes
`src/dragoman/judging/words.npz`; `make judge` afterwards.
"""

import argparse
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from dragoman.codebooks.entries import verbs
from dragoman.codebooks.exemplars import exemplars
from dragoman.judging.senses import SHIPPED
from dragoman.judging.weights import Floats

COMMON = 16_000  # the vocabulary is in the order of frequency
SIZE = 64  # numbers a word
WORD = re.compile(r"[a-z]{3,}")


def wanted(vocabulary: dict[str, int]) -> list[str]:
    """The words of the table, in the order of the alphabet."""
    common = {word for word, n in vocabulary.items() if n < COMMON}
    ours = {word for one in exemplars() for word in one.sentence.lower().split()}
    acts = {word for lemma in verbs().lemmas for word in lemma.split()}
    return sorted(word for word in common | ours | acts if WORD.fullmatch(word))


def embeddings(words: list[str], model: str, tokenizer: Tokenizer) -> Floats:
    """Mean embedding of each word, at length 1."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    found = []
    for word in words:
        ids = np.array([tokenizer.encode(word).ids])
        given = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        named = {one.name: given[one.name] for one in session.get_inputs()}
        found.append(session.run(None, named)[0][0].mean(axis=0))
    vectors = np.array(found, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def small(vectors: Floats) -> npt.NDArray[np.int8]:
    """The principal components, as numbers of eight bits."""
    centred = vectors - vectors.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:SIZE]
    lower = centred @ axes.T
    return np.round(lower / np.abs(lower).max() * 127).astype(np.int8)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("tokenizer")
    asked = parser.parse_args()
    tokenizer = Tokenizer.from_file(asked.tokenizer)
    tokenizer.no_padding()
    words = wanted(tokenizer.get_vocab())
    letters = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    table = small(embeddings(words, asked.model, tokenizer))
    with Path(str(SHIPPED)).open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, words=letters, vectors=table)
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
