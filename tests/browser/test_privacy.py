"""What the README promises: the data stays on this machine."""

import socket
from urllib.parse import urlsplit

import psutil
import pytest


@pytest.fixture
def asked(page):
    """The hosts that the page has asked for something."""
    hosts = set()

    def listen(asking):
        hosts.add(urlsplit(asking.url).hostname)

    for event in ("request", "websocket"):
        page.on(event, listen)
    yield hosts
    for event in ("request", "websocket"):
        page.remove_listener(event, listen)


def test_the_page_asks_nobody_but_this_machine(page, server, asked):
    page.goto(server.url)
    page.get_by_role("heading").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert asked <= {"127.0.0.1", None}  # None: pictures inside the page itself
    assert "127.0.0.1" in asked


def test_the_server_listens_on_this_machine_only(server):
    connections = psutil.Process(server.pid).net_connections(kind="inet")
    listening = {seen.laddr.ip for seen in connections if seen.status == psutil.CONN_LISTEN}
    assert listening == {"127.0.0.1"}


def test_the_server_asks_nobody(page, server):
    page.goto(server.url)
    page.get_by_role("heading").first.wait_for()
    connections = psutil.Process(server.pid).net_connections(kind="inet")
    assert {seen.raddr.ip for seen in connections if seen.raddr} <= {"127.0.0.1"}


def test_a_page_elsewhere_cannot_reach_the_program_under_its_own_name(server):
    where = urlsplit(server.url)
    request = (
        "GET /_stcore/stream HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n"
    )
    with socket.create_connection((where.hostname, where.port), timeout=180) as connection:
        connection.sendall(request.encode())
        answer = connection.recv(1024).decode("latin-1")
    assert answer.split()[1] == "403"
