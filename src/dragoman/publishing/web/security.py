"""What keeps the page to itself: allowed hosts, a strict content policy, guarded writes.

A server on the loopback address can still be reached from any page that its user has open. So a
request has to name a host that we answer for (against DNS rebinding), and a write has to come from
our own pages: same origin, and with the token that they carry.
"""

import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
LARGEST_BODY = 65_536  # bytes of a form of review
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Middleware that refuses strange hosts and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        if host_of(Headers(scope=scope).get("host", "")) not in self._hosts:
            refusal = PlainTextResponse("This server does not answer for that host.\n", 421)
            await refusal(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)


def host_of(header: str) -> str | None:
    """The name in a Host header, without its port; none where it is malformed."""
    try:
        parts = urlsplit(f"//{header}")
        name = parts.hostname
    except ValueError:
        return None
    return name if parts.netloc == header and "@" not in header else None


def is_ours(headers: Headers, token: str | None, *, expected: str) -> bool:
    """Whether a write comes from our own page: from the host that is asked, with the token."""
    origin = headers.get("origin")
    same = origin is not None and urlsplit(origin).netloc == headers.get("host")
    fetched = headers.get("sec-fetch-site", "same-origin") == "same-origin"
    given = (token or "").encode("utf-8", "replace")
    return same and fetched and secrets.compare_digest(given, expected.encode())
