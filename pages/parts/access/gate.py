"""The gate before the server of a room: without the facilitator's key there is the vote page, nothing else.

Streamlit draws every page over one connection, and the browser says which page it wants. So the gate looks at
addresses, and for participants also into what they send over that connection.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, urlencode

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash

from cx import text
from pages.parts.access import cookies, facilitator

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from streamlit.proto.ClientState_pb2 import ClientState

VOTE: Final = "vote"
LARGEST_MESSAGE: Final = 65_536
"""Bytes; a ballot of two hundred touchpoints takes a quarter of it."""
_VOTE_HASH: Final = calc_hash(VOTE)
_PAGE_OF_VOTE: Final = frozenset({f"/{VOTE}", f"/{VOTE}/"})
_EMBEDDED: Final = ("embed", "true")
"""Without Streamlit's own bar above the page, which a phone has no room for."""
# What Streamlit's frontend asks for before it draws anything; below /vote it is not there, and it goes on.
_ASKED: Final = ("/_stcore/health", "/_stcore/host-config")
_OPEN: Final = _PAGE_OF_VOTE | {"/favicon.png", *_ASKED, *(f"/{VOTE}{path}" for path in _ASKED)}
_FRONTEND: Final = "/static/"
_STREAM: Final = "/_stcore/stream"
_HARMLESS: Final = frozenset({"app_heartbeat", "stop_script"})
_TOLD_BY_PARTS: Final = frozenset({"json_value", "json_trigger_value"})
_TELLING: Final = frozenset({"new_session", "navigation"})
_REFUSED: Final = 1008
"""The code with which a connection is closed that broke a rule."""
_PARAMETER: Final = "key"


class Gate:
    """Lets facilitators through, and participants to the vote page."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        """Stand before an app, with the key that opens it."""
        self._app = app
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == _PARAMETER]
        if given and facilitator.shows(given[-1], self._key):
            rest = urlencode([pair for pair in query if pair[0] != _PARAMETER])
            await _redirect(send, _address(scope["path"], rest), self._cookie(scope))
        elif facilitator.leads(cookies.sent(scope), self._key):
            await self._app(scope, receive, send)
        elif given or scope["method"] not in {"GET", "HEAD"}:
            await _refuse(scope, send)
        elif scope["path"] in {"/", *_PAGE_OF_VOTE} and _EMBEDDED not in query:
            await _redirect(send, _address(f"/{VOTE}", urlencode([_EMBEDDED, *query])))
        elif _is_open(scope["path"]):
            await self._app(scope, receive, send)
        else:
            await _refuse(scope, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        if facilitator.leads(cookies.sent(scope), self._key):
            await self._app(scope, receive, send)
        elif scope["path"] == _STREAM:
            watched = _Watched(receive, send)
            await self._app(scope, watched.receive, watched.send)
        else:
            await send({"type": "websocket.close", "code": _REFUSED})

    def _cookie(self, scope: Scope) -> str:
        port = (scope.get("server") or ("", 0))[1]
        # No Max-Age: it ends with the browser. Nothing of it can be read by a script.
        value = facilitator.proof(self._key)
        return f"{facilitator.COOKIE}{port}={value}; Path=/; HttpOnly; SameSite=Lax"


class _Watched:
    """A participant's connection: it ends with the first message that asks for anything but the vote page."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._ended = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] != "websocket.receive" or allowed(message.get("bytes") or b""):
            return message
        self._ended = True
        await self._send({"type": "websocket.close", "code": _REFUSED})
        return {"type": "websocket.disconnect", "code": _REFUSED}

    async def send(self, message: Message) -> None:
        if self._ended:
            return
        if message["type"] == "websocket.send" and message.get("bytes"):
            message = {**message, "bytes": for_phones(message["bytes"])}
        await self._send(message)


def allowed(content: bytes) -> bool:
    """Return whether a participant may send this: a run of the vote page, or a sign of life."""
    if len(content) > LARGEST_MESSAGE:
        return False
    message = BackMsg()
    try:
        message.ParseFromString(content)
    except DecodeError:
        return False
    kind = message.WhichOneof("type")
    if kind != "rerun_script":
        return kind in _HARMLESS
    # The server goes by the hash where there is one, else by the name, and without both to the start page.
    asked = message.rerun_script
    wanted = asked.page_script_hash or asked.page_name
    return wanted == (_VOTE_HASH if asked.page_script_hash else VOTE) and _is_plain(asked)


def _is_plain(asked: ClientState) -> bool:
    """Whether what parts of a page tell is something that can be read: Streamlit writes a traceback else."""
    kinds = [(one, one.WhichOneof("value")) for one in asked.widget_states.widgets]
    try:
        told = [json.loads(getattr(one, kind)) for one, kind in kinds if kind in _TOLD_BY_PARTS]
    except (ValueError, RecursionError):
        return False
    return all(one is None or isinstance(one, (dict, list)) for one in told)


def for_phones(content: bytes) -> bytes:
    """Return a message of the server without the program's folder, its other pages, and what it runs on."""
    if len(content) > LARGEST_MESSAGE:
        return content
    message = ForwardMsg()
    message.ParseFromString(content)
    kind = message.WhichOneof("type")
    if kind not in _TELLING:
        return content
    told = getattr(message, kind)
    # Streamlit's frontend cannot do without a first page.
    pages = [page for page in told.app_pages if page.is_default or page.url_pathname in {VOTE, ""}]
    del told.app_pages[:]
    told.app_pages.extend(pages)
    if kind == "new_session":
        told.main_script_path = ""
        for about in (told.initialize.user_info, told.initialize.environment_info):
            about.Clear()
            about.SetInParent()  # the frontend looks into them, whatever they hold
    return message.SerializeToString()


def _is_open(path: str) -> bool:
    return path in _OPEN or (path.startswith(_FRONTEND) and ".." not in path)


def _address(path: str, query: str) -> str:
    # One slash at the start: two would lead to another server. And no sign that ends a header.
    path = "/" + quote(path.lstrip("/\\"), safe="/")
    return f"{path}?{query}" if query else path


def _header(scope: Scope, name: bytes) -> str:
    return "; ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


async def _redirect(send: Send, address: str, cookie: str = "") -> None:
    headers = {"location": address, "referrer-policy": "no-referrer"}
    await _answer(send, HTTPStatus.SEE_OTHER, b"", {**headers, **({"set-cookie": cookie} if cookie else {})})


async def _refuse(scope: Scope, send: Send) -> None:
    lang = text.language_from(_header(scope, b"accept-language").split(",")[0])
    say = {name: text.for_html(text.say(f"gate.{name}", lang)) for name in ("title", "what", "to_vote")}
    page = _PAGE.format(lang=lang, vote=f"/{VOTE}", **say)
    headers = {"content-type": "text/html; charset=utf-8"}
    await _answer(send, HTTPStatus.FORBIDDEN, page.encode(), headers)


async def _answer(send: Send, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
    sent = {"cache-control": "no-store", "content-length": str(len(body)), **headers}
    pairs = [(name.encode(), value.encode("latin-1", "ignore")) for name, value in sent.items()]
    await send({"type": "http.response.start", "status": int(status), "headers": pairs})
    await send({"type": "http.response.body", "body": body})


_PAGE: Final = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body {{ margin: 0; padding: 48px 24px; font: 18px/1.5 sans-serif; color: #1f2933; }}
main {{ max-width: 30em; margin: auto; }} h1 {{ font-size: 24px; }} a {{ color: #005a8e; }}
</style></head><body><main>
<h1>{title}</h1><p>{what}</p><p><a href="{vote}">{to_vote}</a></p>
</main></body></html>
"""
