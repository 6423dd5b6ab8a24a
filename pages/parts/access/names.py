"""The names under which the server answers, and the pages that may ask it: its own, and no page elsewhere."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from streamlit.config import get_option, is_manually_set
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_REFUSED: Final = 1008
"""The code with which a connection is closed that broke a rule."""


class Names:
    """Refuses what is asked under a name that ``server.allowedHosts`` does not have, or by a page elsewhere.

    Streamlit looks at the name on its connection only; pages, files and the sign of life have it here too.
    And before it refuses a page elsewhere, it asks a server on the internet for the number of this machine.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] not in {"http", "websocket"} or _is_known(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _REFUSED})
        else:
            await _refuse(scope, send)


def asked(scope: Scope) -> str | None:
    """Return the name that a request was sent to; ``None`` where it says none, or more than one."""
    found = _header(scope, b"host")
    return found[0] if len(found) == 1 else None


def is_ours(scope: Scope) -> bool:
    """Return whether no page asks, or one of this server's own."""
    origins = _header(scope, b"origin")
    if not origins:
        return True
    try:
        parts = urlsplit(origins[0])
        known = parts.netloc == asked(scope) or (parts.hostname or "") in _set_address()
    except ValueError:
        return False
    return len(origins) == 1 and known


def _is_known(scope: Scope) -> bool:
    return is_host_allowed(asked(scope)) and is_ours(scope)


def _set_address() -> tuple[str, ...]:
    """The name at which browsers find the server, where it was set: a proxy may have another port."""
    found: str | None = get_option("browser.serverAddress")
    return (found.lower(),) if found and is_manually_set("browser.serverAddress") else ()


def _header(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


async def _refuse(scope: Scope, send: Send) -> None:
    from cx import text  # only here: no start waits for the words that are refused with

    lang = text.language_from("".join(_header(scope, b"accept-language")).split(",")[0])
    body = text.say("gate.name", lang).encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    status = int(HTTPStatus.MISDIRECTED_REQUEST)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
