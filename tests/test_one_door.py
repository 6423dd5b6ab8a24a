"""Nothing leaves this machine but through one function: by reading the code, and by refusing the network.

Long is the other language of ``test_every_page_and_every_export_is_made_without_the_network``.
"""

import ast
import http.client
import re
import socket
import subprocess
import sys
from functools import partial

import pytest

from cx.records import AlertRule
from cx.session.sessions import stored
from launch import room, server
from pages.parts.sessions import as_file
from pages.parts.shell.database import store
from pages.parts.take_away import downloads
from tests.app import screens
from tests.app.test_new_period import FIRST, LATER
from tests.made.odd import worked_on
from tests.project import tiers
from tests.source import ROOT, imports, modules

DOOR = "cx/session/outwards/door.py"
ALLOWED = {
    DOOR: {"http.client", "socket", "ssl"},
    # It listens here, asks its own server whether it answers, and opens its own address in the browser.
    "launch/server.py": {"http.client", "socket", "webbrowser"},
    # The way to the database that this machine's owner named, and a free port for the one that tests start.
    "cx/session/store/postgresql.py": {"ssl"},
    "launch/postgresql.py": {"socket"},
    # A socket that is told a way out and sends nothing, to learn this machine's own number.
    "launch/room.py": {"socket"},
    # Asked by a command of its own, at the address that is given with it; the program never does.
    "launch/advisories.py": {"http.client", "ssl"},
    # The one other way: a table that somebody on this machine named, asked through Ibis and its driver.
    "cx/engine/warehouse/connection.py": {"ibis", "psycopg"},
    # Closed before it reads a cell: it reaches the files of the question alone and loads no extension. The
    # other has its types only.
    "cx/engine/files/session.py": {"duckdb"},
    "cx/engine/files/held_tables.py": {"duckdb"},
}
NETWORK = frozenset(
    (
        *("socket", "socketserver", "ssl", "select", "selectors", "http", "urllib", "urllib2", "urllib3"),
        *(
            "requests",
            "httpx",
            "httpcore",
            "aiohttp",
            "tornado",
            "websockets",
            "websocket",
            "uvicorn",
            "grpc",
        ),
        *(
            "ftplib",
            "smtplib",
            "poplib",
            "imaplib",
            "nntplib",
            "telnetlib",
            "xmlrpc",
            "webbrowser",
            "paramiko",
        ),
        *(
            "pycurl",
            "boto3",
            "fsspec",
            "smart_open",
            "multiprocessing",
            "asyncore",
            "asynchat",
            "smtpd",
            "pip",
        ),
        *("psycopg", "psycopg2", "pg8000", "pymysql", "duckdb", "ibis", "ensurepip", "wsgiref"),
    )
)
HARMLESS = ("urllib.parse", "urllib.request.pathname2url", "http.HTTPStatus", "http.cookies", "http")
"""What stands beside the network in the same packages, and touches none. (``http`` alone has names only.)"""
REACHES = frozenset(
    (
        *(
            "open_connection",
            "create_connection",
            "create_datagram_endpoint",
            "start_server",
            "open_unix_connection",
        ),
        *("urlopen", "urlretrieve", "create_engine", "engine_from_config", "read_sql", "read_gbq"),
        *("getaddrinfo", "gethostbyname", "sendto", "import_module", "__import__"),
    )
)
"""Names by which something reaches out, or loads what does, whatever module they come from."""
CALLS = {
    DOOR: {"getaddrinfo"},
    "launch/room.py": {"getaddrinfo"},
    "cx/session/store/database.py": {"create_engine"},
    "cx/session/store/postgresql.py": {"create_engine"},  # the database that this machine's owner named
    # Modules of the program's own, by their paths.
    "cx/engine/files/__main__.py": {"import_module"},
    "cx/intake/reader/__main__.py": {"import_module"},
    "serving/needed.py": {"import_module"},
}
PROGRAM = ("cx", "pages", "app.py", "launch", "serving", "run.py")
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
"""Every page that there is: a new one is drawn here without being named."""


def name_of(module):
    return module.path.relative_to(ROOT).as_posix()


def is_network(name):
    return name.split(".")[0] in NETWORK and not any(
        name == one or (one != "http" and name.startswith(f"{one}.")) for one in HARMLESS
    )


def found_in(module):
    """The modules of the network that a module imports, and the calls by which it reaches out."""
    used = set()
    for _node, name in imports(module):
        if is_network(name):
            used |= {one for one in ALLOWED.get(name_of(module), ()) if name.startswith(one)} or {name}
    called = {
        name
        for node in module.walk()
        if isinstance(node, ast.Call)
        for name in [ast.unparse(node.func).split(".")[-1]]
        if name in REACHES
    }
    return used, called


def test_one_module_knows_the_network():
    used = {name_of(module): found_in(module)[0] for module in modules(*PROGRAM)}
    assert {name: names for name, names in used.items() if names} == ALLOWED


def test_nothing_else_reaches_out():
    called = {name_of(module): found_in(module)[1] for module in modules(*PROGRAM)}
    assert {name: names for name, names in called.items() if names} == CALLS


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("socket", True),
        ("http.client.HTTPConnection", True),
        ("urllib.request.urlopen", True),
        ("urllib.parse.urlsplit", False),
        ("http.HTTPStatus", False),
        ("requests", True),
        ("json", False),
    ],
)
def test_what_counts_as_the_network(name, found):
    assert is_network(name) is found


def test_no_address_of_another_machine_is_given_to_what_could_fetch_it():
    """Pictures, tables and scripts can be named by an address, which something then fetches."""
    fetched = [
        f"{module.at(node)}: {node.value[:60]}"
        for module in modules("pages", "app.py", "serving")
        for node in module.walk()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search("://.", node.value)
    ]
    assert fetched == []


# --- with the network refused ---


class TriedError(AssertionError):
    """Something tried to leave."""


@pytest.fixture
def refused(monkeypatch):
    """Refuse whatever would leave this machine, and keep what tried."""
    tried = []

    def never(name, *given, **_more):
        tried.append((name, given[-1] if given else None))
        raise TriedError(f"{name}{given!r}")

    def unless_here(name, real):
        def call(own, *given, **more):
            here = own.family == getattr(socket, "AF_UNIX", None)
            return real(own, *given, **more) if here else never(name, *given, **more)

        return call

    for name in ("connect", "connect_ex", "sendto", "sendmsg"):
        if hasattr(socket.socket, name):
            monkeypatch.setattr(socket.socket, name, unless_here(name, getattr(socket.socket, name)))
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
        monkeypatch.setattr(socket, name, partial(never, name))
    return tried


def with_an_address_asleep():
    """A session with two periods, rules that speak up, and an address that came with it."""
    app = screens.page(screens.loaded(FIRST + LATER.split("\n", 1)[1], "two.csv"), "sessions")
    screens.button(app, "sessions.start").click().run()
    (one,) = stored.listed(store())
    session = stored.load(store(), one.id)
    rules = (AlertRule("below", 9.9, significant=False),)
    webhook = "https://hooks.example.com/services/s3cret"
    stored.save(store(), stored.replace(session, alerts=rules, webhook=webhook, told=()))
    return one.id


def test_the_refusal_itself(refused):
    with pytest.raises(TriedError), socket.socket() as plain:
        plain.connect(("192.0.2.1", 9))
    with pytest.raises(TriedError):
        socket.getaddrinfo("hooks.example.com", 443)
    assert [name for name, _ in refused] == ["connect", "getaddrinfo"]


@pytest.mark.usefixtures("own_store")
@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_every_page_and_every_export_is_made_without_the_network(refused, lang, monkeypatch):
    made, seen = [], set()

    def take_all(workspace, language):
        if language != lang or repr(workspace) in seen:
            return  # the other language has a test of its own; two pages offer the same files
        seen.add(repr(workspace))
        source = downloads.source(workspace, language)
        added = downloads.replace(source, added=downloads.additions.of(workspace))
        for name, _kind, _icon, make in downloads._FILES:
            made.append((name, len(make(added)) > 100))

    monkeypatch.setattr(downloads, "draw", take_all)
    session_id = with_an_address_asleep()
    app = screens.page(screens.opened({"en": "en-GB", "nl": "nl-NL"}[lang]), "sessions")
    screens.button(app, "sessions.open", lang).click().run()
    assert not app.exception
    for name in PAGES:
        assert not screens.page(app, name).exception, name
    assert {name for name, whole in made if whole} == {name for name, *_ in downloads._FILES}
    worked_on.on(store(), session_id, lang)
    assert as_file._file(store(), session_id).startswith(b'{"format"')
    assert refused == []


@pytest.mark.usefixtures("own_store")
def test_the_sample_is_drawn_on_every_page_without_the_network(refused):
    app = screens.opened()
    screens.button(app, "upload.sample").click().run()
    for name in PAGES:
        assert not screens.page(app, name).exception, name
    assert refused == []


WATCHED = """
import socket, sys
real = socket.socket.connect
def connect(self, where):
    if self.family in (socket.AF_INET, socket.AF_INET6) and where[0] not in ("127.0.0.1", "::1"):
        sys.stderr.write(f"LEFT {where}\\n")
        raise OSError("refused")
    return real(self, where)
socket.socket.connect = connect
looked = socket.getaddrinfo
def getaddrinfo(host, *more, **named):
    if host not in (None, "127.0.0.1", "::1", "localhost", "0.0.0.0"):
        sys.stderr.write(f"LEFT {host}\\n")
        raise socket.gaierror("refused")
    return looked(host, *more, **named)
socket.getaddrinfo = getaddrinfo
from streamlit.web.cli import main
main()
"""


@pytest.mark.parametrize("opened", [None, room.Room("room.example", ("room.example", *room.LOCAL))])
def test_a_server_asks_nobody_when_it_starts_nor_when_a_page_elsewhere_asks_it(tmp_path, monkeypatch, opened):
    """Streamlit would look for the number by which it is seen from outside."""
    monkeypatch.delenv("CX_WARM")  # with all that it loads
    port, commands = server.port_for(None), []
    popen = subprocess.Popen

    def watched(command, **how):
        commands.append(command)
        return popen([command[0], "-c", WATCHED, *command[3:]], **how)

    monkeypatch.setattr(server.subprocess, "Popen", watched)
    log = tmp_path / "log"
    with log.open("wb") as output, server.started(sys.executable, ROOT, port, output, opened) as running:
        assert server.answers(running, port)
        found = [asked(port, path, origin) for path in ("/_stcore/health", "/") for origin in FOREIGN]
        found += [asked(port, "/_stcore/stream", origin, **UPGRADE) for origin in FOREIGN]
        own = asked(port, "/_stcore/health", f"http://127.0.0.1:{port}")
    assert commands[0][1:4] == ["-m", "streamlit", "run"]
    assert (set(found), own) == ({403, 421}, 200)
    printed = log.read_text(encoding="utf-8", errors="replace")
    assert [line for line in printed.splitlines() if "LEFT" in line] == []


FOREIGN = ("https://anybody.streamlit.app", "null", "http://[", "http://room.example.evil:8501")
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
}


def asked(port, path, origin, **headers):
    """The status with which the server answers a page of another origin."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={**headers, "Origin": origin})
        return connection.getresponse().status
    finally:
        connection.close()
