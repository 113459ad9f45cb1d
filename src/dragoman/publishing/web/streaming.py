"""Long answers sent piece by piece, few at a time, so that pages never wait for many of them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

AT_ONCE = 2  # pieces that are made at a time; the others wait without a thread

Endpoint = Callable[[Request], Awaitable[Response]]


async def streamed(
    request: Request, pieces: Iterator[bytes], *, media_type: str, name: str
) -> Response:
    """A file of this name; the pieces are made as the reader takes them.

    The first is made before the answer begins: a mistake in the filters is an error then, and not
    half a file.
    """
    few: CapacityLimiter = request.app.state.few
    first = await to_thread.run_sync(next, pieces, b"", limiter=few)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_sent(first, pieces, few), media_type=media_type, headers=headers)


async def _sent(
    piece: bytes, following: Iterator[bytes], few: CapacityLimiter
) -> AsyncIterator[bytes]:
    while piece:
        yield piece
        piece = await to_thread.run_sync(next, following, b"", limiter=few)
