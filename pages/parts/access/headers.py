"""Headers that every answer has: no page elsewhere shows the program inside itself."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Final = (
    (b"x-frame-options", b"DENY"),
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
)
"""A frame elsewhere could be clicked through, or be told by messages to send its uploads to another place."""
_OURS: Final = frozenset(name for name, _ in HEADERS)


class Headers:
    """Gives each answer the headers, also one that says that something broke."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand one request on, and give its answer the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def answer(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(with_headers(message))

        try:
            await self._app(scope, receive, answer)
        except Exception:
            if not begun:  # else whoever stands outside would answer, without them
                status = int(HTTPStatus.INTERNAL_SERVER_ERROR)
                await answer({"type": "http.response.start", "status": status, "headers": []})
                await answer({"type": "http.response.body", "body": b""})
            raise


def with_headers(message: Message) -> Message:
    """Return a message of an answer with the headers, where it is the one that has them."""
    if message["type"] != "http.response.start":
        return message
    others = [pair for pair in message.get("headers", ()) if bytes(pair[0]).lower() not in _OURS]
    return {**message, "headers": [*others, *HEADERS]}
