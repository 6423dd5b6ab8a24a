"""Without the facilitator's key there is the vote page, and nothing else."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.parts.access import facilitator, gate
from tests.coroutines import result_of
from tests.made.odd.cookies import FOREIGN

KEY = "a key that nobody guesses"
PROOF = f"{facilitator.COOKIE}8501={facilitator.proof(KEY)}"


async def _app(scope, _receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].encode()})


def asked(address, *, cookie="", method="GET", lang="en"):
    """The status and the headers of an answer."""
    path, _, query = address.partition("?")
    sent = []
    headers = [(b"cookie", cookie.encode()), (b"accept-language", lang.encode())]
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode()}
    scope |= {"headers": headers, "server": ("127.0.0.1", 8501)}

    async def send(message):
        sent.append(message)

    result_of(gate.Gate(_app, KEY)(scope, None, send))
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answered, sent[1]["body"].decode()


@pytest.mark.parametrize(
    "address",
    [
        "/matrix",
        "/data",
        "/room",
        "/decisions",
        "/sessions",
        "/index.html",
        "/vote/../matrix",
        "/vote/matrix",
        "/static/../app.py",
        "/media/0123456789abcdef.png",
        "/_stcore/metrics",
        "/_stcore/upload_file/x/y",
        "/_stcore/agent/openapi.json",
        "/component/x/index.html",
        "/app/static/x",
        "/?key=wrong",
        "/matrix?key=",
        "//vote",
    ],
)
def test_without_the_key_other_addresses_are_refused(address):
    assert asked(address)[0] == 403
    assert asked(address, cookie=f"{facilitator.COOKIE}8501=wrong")[0] == 403
    assert asked(address, cookie=PROOF)[0] == 200


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_cookie_of_another_program_does_not_lock_the_facilitator_out(foreign):
    assert asked("/matrix", cookie=f"{foreign}; {PROOF}")[0] == 200
    assert talked([wants(page_name="matrix")], cookie=f"{foreign}; {PROOF}")[0] == [wants(page_name="matrix")]
    assert asked("/matrix", cookie=foreign)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_without_the_key_nothing_is_taken_in(method):
    assert asked("/vote", method=method)[0] == 403


@pytest.mark.parametrize(
    "address", ["/vote?embed=true&code=X", "/static/js/index.js", "/_stcore/health", "/favicon.png"]
)
def test_the_vote_page_and_what_it_is_drawn_with_are_open(address):
    assert asked(address)[0] == 200


def test_the_start_leads_a_phone_to_the_vote():
    status, headers, _ = asked("/?code=CFHJKM34")
    assert (status, headers["location"]) == (303, "/vote?embed=true&code=CFHJKM34")


def test_the_key_is_kept_by_the_browser_and_leaves_the_address():
    status, headers, _ = asked(f"/matrix?a=1&key={KEY.replace(' ', '%20')}")
    assert (status, headers["location"]) == (303, "/matrix?a=1")
    assert headers["set-cookie"] == f"{PROOF}; Path=/; HttpOnly; SameSite=Lax"
    assert KEY not in headers["set-cookie"]


def test_the_key_never_leads_to_another_server():
    assert asked(f"//evil.example/x?key={KEY}")[1]["location"] == "/evil.example/x"


@pytest.mark.parametrize(("lang", "words"), [("nl-NL", "Naar de stemming"), ("en", "To the vote")])
def test_the_refusal_speaks_the_language_of_the_phone(lang, words):
    assert words in asked("/matrix", lang=lang)[2]


# --- the connection over which pages are drawn ---


def wants(**fields):
    message = BackMsg()
    message.rerun_script.CopyFrom(type(message.rerun_script)(**fields))
    return message.SerializeToString()


def tells(value):
    message = BackMsg()
    message.rerun_script.page_name = "vote"
    message.rerun_script.widget_states.widgets.add(id="ballot", json_value=value)
    return message.SerializeToString()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (wants(page_name="vote"), True),
        (wants(page_script_hash=gate._VOTE_HASH), True),
        (wants(page_script_hash=gate._VOTE_HASH, page_name="matrix"), True),  # the hash decides
        (wants(), False),
        (wants(page_name="matrix"), False),
        (wants(page_name="vote", page_script_hash="0"), False),
        (BackMsg(clear_cache=True).SerializeToString(), False),
        (BackMsg(load_git_info=True).SerializeToString(), False),
        (BackMsg(app_heartbeat=True).SerializeToString(), True),
        (b"\xff\xff", False),
        (b"", False),
        (wants(page_name="vote", query_string="x" * gate.LARGEST_MESSAGE), False),
        (tells('{"cast": {"number": 1, "choices": {}}}'), True),
        (tells("null"), True),
        (tells(""), False),
        (tells('"x"'), False),
        (tells("1"), False),
        (tells('{"cast":'), False),
        (tells("[" * 20_000), False),
        (tells("9" * 5_000), False),
    ],
)
def test_over_the_connection_a_phone_gets_the_vote_page_only(content, expected):
    assert gate.allowed(content) == expected


def talked(contents, *, cookie="", path="/_stcore/stream"):
    """What an app behind the gate heard of a connection, and what the phone got."""
    heard, got = [], []
    coming = iter([{"type": "websocket.receive", "bytes": content} for content in contents])

    async def app(_scope, receive, send):
        while (message := await receive())["type"] == "websocket.receive":
            heard.append(message["bytes"])
        await send({"type": "websocket.send", "bytes": b"too late"})

    async def receive():
        return next(coming, {"type": "websocket.disconnect", "code": 1000})

    async def send(message):
        got.append(message)

    scope = {"type": "websocket", "path": path, "headers": [(b"cookie", cookie.encode())]}
    result_of(gate.Gate(app, KEY)(scope, receive, send))
    return heard, got


def test_the_first_message_that_asks_for_more_ends_the_connection():
    vote, matrix = wants(page_name="vote"), wants(page_name="matrix")
    heard, got = talked([vote, matrix, vote])
    assert heard == [vote]
    assert got == [{"type": "websocket.close", "code": 1008}]
    assert talked([matrix], cookie=PROOF)[0] == [matrix]
    assert talked([vote], path="/other") == ([], [{"type": "websocket.close", "code": 1008}])


def test_a_phone_is_not_told_where_the_program_lies_nor_which_pages_there_are():
    message = ForwardMsg()
    message.new_session.main_script_path = "/home/anna/app.py"
    message.new_session.app_pages.add(page_name="matrix", url_pathname="matrix")
    message.new_session.app_pages.add(page_name="vote", url_pathname="vote")
    seen = ForwardMsg.FromString(gate.for_phones(message.SerializeToString()))
    assert seen.new_session.main_script_path == ""
    assert [page.url_pathname for page in seen.new_session.app_pages] == ["vote"]
    other = ForwardMsg(heartbeat_ack=True).SerializeToString()
    assert gate.for_phones(other) == other


def test_without_a_room_everybody_at_this_machine_leads():
    assert facilitator.leads({}, "")
    assert not facilitator.leads({}, KEY)
    assert not facilitator.leads({"cx_room_8501": "é\ud800"}, KEY)
    assert facilitator.leads({"cx_room_9000": "old", "cx_room_8501": facilitator.proof(KEY)}, KEY)


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\u2028", "é", "\x00"])
def test_a_line_break_in_the_path_ends_no_header(sign):
    status, headers, _ = asked(f"/matrix{sign}X-Forged: 1?key={KEY.replace(' ', '%20')}")
    assert status == 303
    assert headers["location"].startswith("/matrix%") and headers["location"].isprintable()
    assert headers["location"].isascii() and "x-forged" not in headers


def test_a_phone_is_not_told_what_the_server_runs_on():
    message = ForwardMsg()
    begun = message.new_session.initialize
    begun.session_id = "own"
    begun.user_info.installation_id = "number"
    begun.environment_info.streamlit_version = "1.67.0"
    begun.environment_info.python_version = "3.11.7"
    begun.environment_info.server_os = "linux"
    seen = ForwardMsg.FromString(gate.for_phones(message.SerializeToString())).new_session.initialize
    assert (seen.session_id, seen.user_info.ByteSize(), seen.environment_info.ByteSize()) == ("own", 0, 0)
    assert seen.HasField("user_info") and seen.HasField("environment_info")
