"""What a browser is known by when it comes back: a token that nobody guesses and no script reads.

It says nothing about anybody and opens one thing: the drafts of that browser. Cookies are the same for all
ports of a machine, so a browser finds its drafts on whichever port the program is started.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from cx.session.drafts import place
from pages.parts.access import cookies

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "cx_browser"
_SECONDS: Final = 7_776_000
"""90 days from the last visit on: longer than any draft is kept, however seldom the program is started."""


class Browser:
    """Gives each browser that asks for a page its token, and keeps the one that it has."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand one request on; the answer to one for a page names the browser."""
        if not _is_for_page(scope):
            await self._app(scope, receive, send)
            return
        cookie = f"{COOKIE}={known(scope) or secrets.token_urlsafe(32)}"
        kept = f"{cookie}; Path=/; Max-Age={_SECONDS}; HttpOnly; SameSite=Lax".encode()

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), (b"set-cookie", kept)]}
            await send(message)

        await self._app(scope, receive, answer)


def known(scope: Scope) -> str:
    """Return the token that a browser sends; empty where it sends none that can be one."""
    found = cookies.sent(scope).get(COOKIE, "")
    return found if place.is_token(found) else ""


def _is_for_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in _header(scope, b"accept")
        and not scope["path"].startswith(("/static/", "/_stcore/", "/media/"))
    )


def _header(scope: Scope, name: bytes) -> str:
    return "; ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)
