"""Parquet to rows, batch by batch, where pyarrow is installed."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.intake.json_rows import Place
from dragoman.intake.refusing import Refused
from dragoman.intake.rows import COLUMNS

BATCH_ROWS = 1_024
"""Rows in memory at a time."""


def read_parquet(stream: BinaryIO) -> Iterator[Place]:
    """Rows of a Parquet file.

    Raises:
        Refused: `missing_extra` without pyarrow, `missing_column`, `bad_parquet`.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        import pyarrow.parquet as pq  # noqa: PLC0415 - likewise
    except ImportError:
        remedy = "pip install 'dragoman[parquet]'"
        raise Refused("missing_extra", "Parquet needs pyarrow", remedy=remedy) from None
    try:
        yield from _rows(pq.ParquetFile(stream))
    except (pa.ArrowException, OSError) as error:
        first = str(error).partition("\n")[0][:120]
        raise Refused("bad_parquet", f"cannot be read: {first}") from None


def _rows(table: Any) -> Iterator[Place]:  # noqa: ANN401 - pyarrow has no types
    names = table.schema_arrow.names
    _check_text(table.schema_arrow)
    wanted = [name for name in (*COLUMNS, "kind") if name in names]
    number = 0
    for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            yield f"row {number}", row


def _check_text(schema: Any) -> None:  # noqa: ANN401 - pyarrow has no types
    if "text" not in schema.names:
        shown = ", ".join(schema.names)[:80]
        wanted = ", ".join(COLUMNS)
        message = f"has no column 'text' among: {shown}"
        raise Refused("missing_column", message, remedy=f"the columns are {wanted}")
    kind = str(schema.field("text").type)
    if kind not in {"string", "large_string", "string_view"}:
        raise Refused("missing_column", f"its column 'text' is {kind}, no string")
