"""The names under which the server answers: a page elsewhere cannot reach it under a name of its own."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_REFUSED: Final = 1008
"""The code with which a connection is closed that broke a rule."""


class Names:
    """Refuses whatever is asked under a name that ``server.allowedHosts`` does not have.

    Streamlit asks for it on its connection only; pages, files and the sign of life have it here too.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] not in {"http", "websocket"} or is_host_allowed(asked(scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _REFUSED})
        else:
            await _refuse(scope, send)


def asked(scope: Scope) -> str | None:
    """Return the name that a request was sent to; ``None`` where it says none, or more than one."""
    found = [value for name, value in scope["headers"] if name == b"host"]
    return found[0].decode("latin-1") if len(found) == 1 else None


async def _refuse(scope: Scope, send: Send) -> None:
    from cx import text  # only here: no start waits for the words that are refused with

    accepted = [value for name, value in scope["headers"] if name == b"accept-language"]
    lang = text.language_from(b"".join(accepted).decode("latin-1").split(",")[0])
    body = text.say("gate.name", lang).encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    status = int(HTTPStatus.MISDIRECTED_REQUEST)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
