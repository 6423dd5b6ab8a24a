"""Asking what is known against the libraries, of a service that plays along and of many that do not."""

import json
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from launch import advisories, command, locks
from launch.locks import Pin

ONE, TWO = (Pin(name, "1.0", "", ("a" * 64,), ()) for name in ("one", "two"))
PINS = (ONE, TWO)


@contextmanager
def service(answer):
    """A service on this machine; ``answer`` gets what was asked and returns a status and a body."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, question))
            status, body, *headers = answer(question["queries"])
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def silent(sends=b"", every=0.0):
    """Something that takes connections and says nothing, or one byte now and then."""
    over = threading.Event()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(4)
    listening.settimeout(0.05)

    def run():
        held = []
        while not over.is_set():
            try:
                held.append(listening.accept()[0])
            except TimeoutError:
                continue
            while sends and not over.wait(every):
                held[-1].sendall(sends)
        for one in held:
            one.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        thread.join()
        listening.close()


def knows(**numbers):
    """A service that knows the numbers about packages, by their names."""

    def answer(queries):
        names = [query["package"]["name"] for query in queries]
        known = (
            [{"id": one, "modified": "2026-01-01T00:00:00Z"} for one in numbers.get(n, ())] for n in names
        )
        return 200, {"results": [{"vulns": several} if several else {} for several in known]}

    return answer


def test_every_library_is_asked_about_by_name_and_version_and_nothing_else_is_told():
    with service(knows()) as (address, asked):
        assert advisories.about(PINS, address) == {}
    assert asked == [
        (
            "/v1/querybatch",
            {
                "queries": [
                    {"package": {"name": "one", "ecosystem": "PyPI"}, "version": "1.0"},
                    {"package": {"name": "two", "ecosystem": "PyPI"}, "version": "1.0"},
                ]
            },
        )
    ]


def test_what_is_known_is_told_of_its_library():
    with service(knows(two=("GHSA-2", "CVE-1"))) as (address, _):
        assert advisories.about(PINS, address) == {TWO: ("CVE-1", "GHSA-2")}


def test_an_answer_in_pages_is_read_to_its_end():
    def answer(queries):
        results = []
        for query in queries:
            page = int(query.get("page_token", 0))
            more = (
                {"next_page_token": str(page + 1)} if query["package"]["name"] == "one" and page < 2 else {}
            )
            results.append({"vulns": [{"id": f"{query['package']['name']}-{page}"}], **more})
        return 200, {"results": results}

    with service(answer) as (address, asked):
        assert advisories.about(PINS, f"{address}/") == {ONE: ("one-0", "one-1", "one-2"), TWO: ("two-0",)}
    assert [len(question["queries"]) for _, question in asked] == [2, 1, 1]


def endless(queries):
    return 200, {"results": [{"next_page_token": "x"} for _ in queries]}


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda _: (500, b""), "answered, but with status 500"),
        (lambda _: (302, b"", ("Location", "http://192.0.2.1/")), "answered, but with status 302"),
        (lambda _: (204, b""), "answered, but with status 204"),
        (lambda _: (200, b"<html>"), "something else than a service of advisories"),
        (lambda _: (200, b"\xff\xfe\xff"), "something else than a service of advisories"),
        (lambda _: (200, b"[" * 200_000), "something else than a service of advisories"),
        (lambda _: (200, b""), "something else than a service of advisories"),
        (lambda _: (200, []), "not in the protocol of OSV"),
        (lambda _: (200, {}), "not in the protocol of OSV"),
        (lambda _: (200, {"results": [None, None]}), "not in the protocol of OSV"),
        (lambda _: (200, {"results": [{}]}), "about 1 of 2 libraries"),
        (lambda _: (200, {"results": [{"vulns": 3}, {}]}), "not in the protocol of OSV"),
        (lambda _: (200, {"results": [{"vulns": [{"id": 3}]}, {}]}), "not in the protocol of OSV"),
        (lambda _: (200, {"results": [{"vulns": [{"id": "\x1b[2J"}]}, {}]}), "not in the protocol of OSV"),
        (lambda _: (200, {"results": [{"vulns": ["GHSA-1"]}, {}]}), "not in the protocol of OSV"),
        (endless, "its answer has no end"),
        (lambda _: (200, b" " * (advisories._MOST_BYTES + 1)), "its answer is too long"),
    ],
)
def test_an_answer_that_is_none_is_no_verdict(answer, why):
    with service(answer) as (address, _), pytest.raises(advisories.NoVerdictError, match=why):
        advisories.about(PINS, address)


@pytest.mark.parametrize(
    ("sends", "every"), [(b"", 0.0), (b"H", 0.05), (b"HTTP/1.1 200 OK\r\nX: y\r\n", 0.05)]
)
def test_one_deadline_holds_for_all_of_it(sends, every):
    begun = time.monotonic()
    with (
        silent(sends, every) as address,
        pytest.raises(advisories.NoVerdictError, match=r"within 0\.5 seconds"),
    ):
        advisories.about(PINS, address, seconds=0.5)
    assert time.monotonic() - begun < 20


def test_nobody_there_is_no_verdict():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(advisories.NoVerdictError, match=r"127\.0\.0\.1 cannot be reached"):
        advisories.about(PINS, address)


def test_something_without_a_certificate_is_no_verdict():
    with (
        service(knows()) as (address, _),
        pytest.raises(advisories.NoVerdictError, match=r"certificate of 127\.0\.0\.1 was not accepted"),
    ):
        advisories.about(PINS, address.replace("http:", "https:"))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "no service was named"),
        ("advisories.example.com", "this is no address"),
        ("http://advisories.example.com", "has to begin with https://"),
        ("http://127.0.0.1.example.com", "has to begin with https://"),
        ("ftp://127.0.0.1", "has to begin with https://"),
        ("file:///etc/passwd", "this is no address"),
        ("https://", "this is no address"),
        ("https://host:x", "this is no address"),
        ("https://host:99999", "this is no address"),
        ("https://[::1", "this is no address"),
        ("https://ho st", "this is no address"),
        ("https://host\r\n", "this is no address"),
        ("https://somebody:secret@ho st", "this is no address"),
        ("http://somebody:secret@host", "must have no name, password"),
        ("https://somebody:secret@host", "must have no name, password"),
        ("https://host?x=1", "must have no name, password"),
    ],
)
def test_an_address_that_cannot_be_asked_is_said_so(address, why):
    with pytest.raises(advisories.NoVerdictError, match=why) as refused:
        advisories.about(PINS, address)
    assert "secret" not in str(refused.value)


# --- the command ---


def locked(name, *names):
    return [pin.version for lock in names for pin in locks.read(command._ROOT / lock) if pin.name == name]


def test_the_three_ends_have_three_exit_codes_and_words(capsys, monkeypatch):
    monkeypatch.delenv("CX_ADVISORIES", raising=False)
    with service(knows()) as (address, asked):
        assert command.main(["advisories", "--at", address]) == advisories.CLEAN == 0
    assert "Nothing is known against the" in capsys.readouterr().out
    with service(knows(numpy=("GHSA-9",), pg8000=("GHSA-8",), pytest=("GHSA-7",))) as (address, _):
        monkeypatch.setenv("CX_ADVISORIES", address)
        assert command.main(["advisories"]) == advisories.FOUND == 1
    told = capsys.readouterr().out
    assert told.splitlines()[:-1] == [
        *(f"numpy {version}: GHSA-9" for version in locked("numpy", locks.RUN)),
        *(f"pg8000 {version}: GHSA-8" for version in locked("pg8000", *locks.EXTRAS.values())),
        *(f"pytest {version} (tests only): GHSA-7" for version in locked("pytest", locks.TEST)),
    ]
    assert command.main(["advisories"]) == advisories.NO_VERDICT == 3
    assert capsys.readouterr().out.startswith("No verdict: 127.0.0.1 cannot be reached")
    assert len({advisories.CLEAN, advisories.FOUND, advisories.NO_VERDICT, command.UNUSABLE}) == 4
    ((_, question),) = asked
    names = [(query["package"]["name"], query["version"]) for query in question["queries"]]
    every = (locks.RUN, locks.TEST, *locks.EXTRAS.values())
    assert set(names) == {
        (pin.name, pin.version) for lock in every for pin in locks.read(command._ROOT / lock)
    }
    assert len(names) == len(set(names))


def test_without_an_address_nobody_is_asked(capsys, monkeypatch):
    monkeypatch.delenv("CX_ADVISORIES", raising=False)
    assert command.main(["advisories"]) == 3
    assert capsys.readouterr().out.startswith("No verdict: no service was named. Give the address")


@pytest.mark.parametrize("seconds", ["0", "-1", "x", "601", "nan", "inf"])
def test_a_time_that_is_none_is_refused(seconds, capsys):
    with pytest.raises(SystemExit) as end:
        command.main(["advisories", f"--seconds={seconds}"])
    assert end.value.code == 2
    assert "is no time" in capsys.readouterr().err
