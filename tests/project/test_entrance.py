"""What every request passes: the name that it was sent to is known, and nobody can frame its answer."""

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config

from pages.parts.access import entrance, headers, names
from tests.coroutines import result_of

NO_FRAMES = {"x-frame-options": "DENY", "content-security-policy": "frame-ancestors 'none'"}


async def _page(request):
    if request.url.path == "/broken":
        raise ZeroDivisionError
    return PlainTextResponse("a page", headers={"X-Frame-Options": "ALLOWALL"})


@pytest.fixture(autouse=True)
def known_names():
    before = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", ["127.0.0.1", "localhost", "room.example"])
    yield
    config.set_option("server.allowedHosts", before)


def asked(path, host=b"127.0.0.1:8501", *, key="", kind="http", lang=b"en", method="GET", more=()):
    """The messages with which the server answers, and the error that it raised, if any."""
    app = Starlette(
        routes=[Route("/{path:path}", _page, methods=["GET", "HEAD", "PUT"])],
        middleware=entrance.middleware(key),
    )
    hosts = [host] if isinstance(host, bytes) else host
    scope = {"type": kind, "method": method, "path": path, "raw_path": path.encode(), "query_string": b""}
    scope |= {"headers": [*((b"host", one) for one in hosts), (b"accept-language", lang), *more]}
    scope |= {"server": ("127.0.0.1", 8501), "http_version": "1.1", "scheme": "http", "root_path": ""}
    sent, failed = [], None

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": f"{kind}.connect" if kind == "websocket" else "http.request", "body": b""}

    try:
        result_of(app(scope, receive, send))
    except ZeroDivisionError as error:
        failed = error
    return sent, failed


def status_of(sent):
    return sent[0]["status"]


def headers_of(sent):
    return [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]


@pytest.mark.parametrize("key", ["", "a key"])
@pytest.mark.parametrize(
    ("path", "host", "statuses"),
    [
        ("/", b"127.0.0.1:8501", {200, 303}),
        ("/matrix", b"localhost", {200, 403}),
        ("/broken", b"localhost", {500, 403}),
        ("/_stcore/health", b"evil.example", {421}),
    ],
)
def test_no_answer_can_be_framed_in_either_mode(key, path, host, statuses):
    sent, _ = asked(path, host, key=key)
    assert status_of(sent) in statuses
    for name, value in NO_FRAMES.items():
        assert [found for one, found in headers_of(sent) if one == name] == [value]


def test_what_breaks_is_still_told_to_the_log():
    sent, failed = asked("/broken")
    assert (status_of(sent), type(failed), len(sent)) == (500, ZeroDivisionError, 2)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/vote",
        "/_stcore/health",
        "/_stcore/host-config",
        "/static/js/index.js",
        "/favicon.png",
        "/media/x",
    ],
)
@pytest.mark.parametrize(
    "host",
    [b"evil.example", b"127.0.0.1.evil.example", b"127.0.0.1@evil.example", b"", [], b"\xff", b"127.0.0.1:x",
     [b"127.0.0.1", b"evil.example"], b"0.0.0.0", b"evil.example:8501"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["", "a key"])
def test_no_address_answers_to_a_foreign_name(path, host, key):
    assert status_of(asked(path, host, key=key)[0]) == 421


@pytest.mark.parametrize("host", [b"127.0.0.1", b"LOCALHOST:8501", b"localhost.", b"room.example:80"])
def test_every_own_name_is_answered_to(host):
    assert status_of(asked("/vote", host)[0]) == 200


def test_a_connection_under_a_foreign_name_is_closed():
    sent, _ = asked("/_stcore/stream", b"evil.example", kind="websocket")
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(
    ("lang", "words"), [(b"nl-NL,nl", "luistert niet naar die naam"), (b"de", "does not answer")]
)
def test_the_refusal_speaks_the_language_of_the_browser(lang, words):
    sent, _ = asked("/", b"evil.example", lang=lang)
    assert words in sent[1]["body"].decode()
    assert asked("/", b"evil.example", method="HEAD")[0][1]["body"] == b""


def test_messages_that_begin_no_answer_pass_as_they_are():
    message = {"type": "http.response.body", "body": b"x"}
    assert headers.with_headers(message) is message
    assert names.asked({"headers": [(b"host", b"a")]}) == "a"


def test_streamlit_trusts_no_page_elsewhere():
    assert st.get_option("client.allowedOrigins") == []


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 200),
        ("http://127.0.0.1:8501", 200),
        ("https://anybody.streamlit.app", 421),
        ("http://127.0.0.1:8502", 421),
        ("http://localhost:8501", 421),
        ("null", 421),
        ("http://[", 421),
        ("", 421),
    ],
)
def test_no_page_elsewhere_asks(origin, status):
    more = [] if origin is None else [(b"origin", origin.encode())]
    assert status_of(asked("/", more=more)[0]) == status


def test_two_origins_are_none():
    own = (b"origin", b"http://127.0.0.1:8501")
    assert status_of(asked("/", more=[own, own])[0]) == 421
