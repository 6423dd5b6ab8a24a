"""The one way out: what it refuses, what it says about strange servers, and that it ends in time."""

import socket
import ssl
import time

import pytest

from cx.errors import ArgumentError, DeliveryError
from cx.session import outwards
from cx.session.outwards import door, networks
from tests.made import strange_servers as strange
from tests.receiver import receiver

LIMIT = 0.5
TRIES = 5
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


def sent(url, *, private=True, confirmed=None, seconds=60.0):
    address = outwards.parse(url)
    known = {address.digest} if confirmed is None else confirmed
    door.post(address, b"{}", "application/json", confirmed=known, private=private, seconds=seconds)


def refused(url, **how):
    with pytest.raises((ArgumentError, DeliveryError)) as caught:
        sent(url, **how)
    return caught.value


def test_what_is_posted_arrives_whole():
    with strange.answering(strange.says(OK)) as (port, heard):
        sent(f"http://localhost:{port}/hook/a%20b?c=é")
    head, _, body = heard[0].partition(b"\r\n\r\n")
    assert head.splitlines()[0] == b"POST /hook/a%20b?c=%C3%A9 HTTP/1.1"
    assert f"Host: localhost:{port}".encode() in head.splitlines()
    assert body == b"{}"


def test_nothing_is_looked_up_for_an_address_that_nobody_confirmed(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up"))
    found = refused("https://hooks.example.com/secret", confirmed=frozenset())
    assert (found.key, found.values) == ("webhook_asleep", {"host": "hooks.example.com"})


def test_another_address_on_a_confirmed_host_is_asleep():
    with receiver() as (url, got):
        known = {outwards.parse(url).digest}
        assert refused(f"{url}/of-somebody-else", confirmed=known).key == "webhook_asleep"
        assert got == []


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (b"\x15\x03\x01\x00\x02\x02\x16", "webhook_strange"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "webhook_strange"),
        (b"HTTP/1.1 two hundred\r\n\r\n", "webhook_strange"),
        (b"HTTP/1.1 200 OK\r\n" + b"A" * 100_000, "webhook_strange"),
        (
            b"HTTP/1.1 200 OK\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(500)) + b"\r\n",
            "webhook_strange",
        ),
        (b"", "webhook_strange"),
        (b"HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:9/\r\n\r\n", "webhook_redirect"),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", "webhook_refused"),
        (b"HTTP/1.1 999 What\r\n\r\n", "webhook_refused"),
    ],
)
def test_a_strange_answer_is_a_message(answer, key):
    with strange.answering(strange.says(answer)) as (port, _):
        found = refused(f"http://127.0.0.1:{port}/")
    assert (found.key, found.values["host"]) == (key, f"127.0.0.1:{port}")
    assert found.message("nl") != found.message("en")


@pytest.mark.parametrize("body", [b"x" * 5_000_000, b"\xff" * 100])
def test_what_stands_in_a_success_does_not_matter(body):
    with strange.answering(strange.says(b"HTTP/1.1 200 OK\r\n\r\n" + body)) as (port, _):
        sent(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("talk", "scheme"),
    [
        (strange.drips(b"H", 0.1), "http"),
        (strange.drips(b"HTTP/1.1 100 Continue\r\n\r\n", 0.0), "http"),
        (strange.is_silent, "http"),
        (strange.is_silent, "https"),
    ],
)
def test_one_deadline_holds_for_all_of_a_call(talk, scheme):
    def ends_in_time():
        with strange.answering(talk) as (port, _):
            begun = time.monotonic()
            found = refused(f"{scheme}://127.0.0.1:{port}/", seconds=LIMIT)
            took = time.monotonic() - begun
        assert (found.key, found.values["seconds"]) == ("webhook_slow", LIMIT)
        return took < 3 * LIMIT

    assert any(ends_in_time() for _ in range(TRIES))  # a machine may be busy now and then


def test_a_name_that_takes_too_long_to_look_up_is_given_up_and_nothing_is_sent_later(monkeypatch):
    with receiver() as (url, got):
        port = outwards.parse(url).port

        def slowly(*_args, **_more):
            time.sleep(2 * LIMIT)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        monkeypatch.setattr(socket, "getaddrinfo", slowly)
        assert refused(url, seconds=LIMIT).key == "webhook_slow"
        time.sleep(2 * LIMIT)
        assert got == []


def test_a_certificate_that_does_not_hold_is_said(monkeypatch):
    def doubtful(_secured):
        raise ssl.SSLCertVerificationError(1, "self-signed certificate")

    monkeypatch.setattr(ssl.SSLSocket, "do_handshake", doubtful)
    with receiver() as (url, got):
        assert refused(url.replace("http", "https")).key == "webhook_certificate"
        assert got == []


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 This is no TLS\r\n\r\n", b""])
def test_what_speaks_no_tls_is_strange_and_its_certificate_is_not_blamed(answer):
    with strange.answering(strange.says(answer)) as (port, _):
        assert refused(f"https://127.0.0.1:{port}/", seconds=20.0).key == "webhook_strange"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "0", "[::1]",
     "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "10.0.0.1", "192.168.1.1", "169.254.169.254",
     "100.64.0.1", "172.16.0.1", "[fe80::1]", "[fc00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
     "LOCALHOST", "localhost.", "１２７.0.0.1"],
)  # fmt: skip
def test_a_private_address_in_any_spelling_needs_a_setting_where_others_reach_the_server(host, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("connected"))
    found = refused(f"http://{host}:8080/x", private=False)
    assert (found.key, found.values["setting"]) == ("webhook_private", "CX_PRIVATE_ADDRESSES")


def test_the_number_that_was_looked_at_is_the_one_that_is_connected_to(monkeypatch):
    answers = iter([[("93.184.215.14", 80)], [("127.0.0.1", 80)]])
    reached = []

    def looked_up(*_args, **_more):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", where) for where in next(answers)]

    def connect(_socket, where):
        reached.append(where)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    monkeypatch.setattr(socket.socket, "connect", connect)
    assert refused("http://rebinding.example/", private=False).key == "webhook_silent"
    assert reached == [("93.184.215.14", 80)]


def test_one_private_number_among_those_of_a_name_is_enough_to_refuse_it(monkeypatch):
    numbers = ("93.184.215.14", "10.0.0.5")
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert refused("http://both.example/", private=False).key == "webhook_private"


@pytest.mark.parametrize(
    ("number", "private"),
    [
        ("8.8.8.8", False),
        ("2606:4700::1111", False),
        ("::ffff:8.8.8.8", False),
        ("64:ff9b::808:808", False),
        ("fe80::1%eth0", True),
        ("224.0.0.1", True),
        ("255.255.255.255", True),
        ("192.0.2.1", True),
        ("ff02::1", True),
        ("2001:0:7f00:1::1", True),
        ("fec0::1", True),
        ("64:ff9b:1::808:808", True),
        ("3fff::1", True),
        ("5f00::1", True),
        ("2a00:1450::5efe:10.0.0.1", True),
        ("2a00:1450::200:5efe:127.0.0.1", True),
        ("2a00:1450::5efe:8.8.8.8", False),
        ("::ffff:0:127.0.0.1", True),
    ],
)
def test_which_numbers_are_private(number, private):
    assert networks.is_private(number) is private


@pytest.mark.parametrize(
    ("environment", "open_to_others", "allowed"),
    [
        ({}, False, True),
        ({}, True, False),
        ({"CX_PRIVATE_ADDRESSES": "1"}, True, True),
        ({"CX_PRIVATE_ADDRESSES": "0"}, True, False),
    ],
)
def test_who_may_write_to_private_addresses(environment, open_to_others, allowed):
    assert networks.may_be_private(environment, open_to_others=open_to_others) is allowed
