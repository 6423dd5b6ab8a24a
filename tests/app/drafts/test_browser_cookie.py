"""What browsers are known by: given with a page, kept, read by no script, and not at all in a room."""

import re

import pytest

from pages.parts.access import entrance
from pages.parts.access.browser import COOKIE, Browser
from tests.coroutines import result_of
from tests.made.odd.cookies import FOREIGN

TOKEN = "A" * 43


def asked(path="/matrix", *, cookie="", accept="text/html,*/*", method="GET", kind="http"):
    """The cookies that the answer to a request sets."""
    sent = []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": b"page"})

    async def keep(message):
        sent.append(message)

    headers = [(b"accept", accept.encode()), (b"cookie", cookie.encode())]
    scope = {"type": kind, "path": path, "method": method, "headers": headers}
    result_of(Browser(app)(scope, None, keep))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    return [value.decode() for name, value in sent[0]["headers"] if name == b"set-cookie"]


def test_a_new_browser_gets_a_token_that_nobody_guesses():
    (first,), (second,) = asked(), asked()
    tokens = {
        re.match(rf"{COOKIE}=([\w-]{{43}}); Path=/; Max-Age=\d+; HttpOnly; SameSite=Lax$", one)[1]
        for one in (first, second)
    }
    assert len(tokens) == 2


def test_one_that_comes_back_keeps_its_token():
    (cookie,) = asked(cookie=f"other=1; {COOKIE}={TOKEN}")
    assert cookie.startswith(f"{COOKIE}={TOKEN}; ")


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_cookie_of_another_program_of_this_machine_hides_none(foreign):
    (cookie,) = asked(cookie=f"{foreign}; {COOKIE}={TOKEN}")
    assert cookie.startswith(f"{COOKIE}={TOKEN}; ")


@pytest.mark.parametrize("odd", ["short", TOKEN + "A", "../" + TOKEN[3:], "é" * 43, ""])
def test_what_is_no_token_is_not_kept(odd):
    (cookie,) = asked(cookie=f"{COOKIE}={odd}")
    assert not cookie.startswith(f"{COOKIE}={odd};")


@pytest.mark.parametrize(
    "request_",
    [
        {"path": "/static/js/index.js"},
        {"path": "/_stcore/health"},
        {"accept": "*/*"},
        {"method": "PUT"},
        {"kind": "websocket"},
    ],
)
def test_only_pages_are_answered_with_one(request_):
    assert asked(**request_) == []


def test_a_room_and_a_program_without_drafts_know_no_browser(monkeypatch):
    def known(key):
        return any(one.cls is Browser for one in entrance.middleware(key))

    assert (known(""), known("the key")) == (True, False)
    monkeypatch.setenv("CX_DRAFTS", "0")
    assert not known("")
