"""No page on another origin shows the program inside itself, or has its uploads sent elsewhere.

Long is the start page of ``test_a_page_elsewhere_cannot_frame_the_program``.
"""

import http.client
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from tests.project import tiers

ELSEWHERE = "https://anybody.streamlit.app"
"""Streamlit trusts this origin with messages to the page, unless it is told not to."""
FRAME = "<title>elsewhere</title><iframe id='inside' src='{url}' width=800 height=600></iframe>"
FRAME_HEADERS = ("x-frame-options", "content-security-policy")
DIVERT = """() => frames[0].postMessage(
    {stCommVersion: 1, type: "SET_FILE_UPLOAD_CLIENT_CONFIG", prefix: "ORIGIN/taken", headers: {}}, "*")"""
TABLE = "Touchpoint;Satisfaction (1-10);Impact\nInvoice;6;8\nApp;8;9\nCall;5;2\n"


@pytest.fixture
def diverted(new_context):
    """A page of this test's own: something stands between it and the server."""
    return new_context().new_page()


@pytest.fixture
def elsewhere(diverted):
    """Lets a foreign page be served inside the browser; gives what it is asked for."""
    asked = []

    def serve(html):
        def answer(route):
            asked.append((route.request.method, route.request.url))
            route.fulfill(body=html, content_type="text/html")

        diverted.context.route(f"{ELSEWHERE}/**", answer)
        diverted.goto(f"{ELSEWHERE}/")
        return asked

    return serve


def answers(url, path):
    where = urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname, where.port, timeout=180)
    try:
        connection.request("GET", path)
        found = connection.getresponse()
        return found.status, dict(found.getheaders()), found.read()
    finally:
        connection.close()


@pytest.mark.parametrize("kind", ["server", "room_server"])
@pytest.mark.parametrize(
    "path", ["/", "/matrix", "/vote", "/_stcore/health", "/_stcore/host-config", "/favicon.png"]
)
def test_every_answer_forbids_frames(request, kind, path):
    _, headers, body = answers(request.getfixturevalue(kind).url, path)
    told = {name.lower(): value for name, value in headers.items()}
    assert (told["x-frame-options"], told["content-security-policy"]) == ("DENY", "frame-ancestors 'none'")
    if path.endswith("host-config"):
        assert json.loads(body)["allowedOrigins"] == []


@pytest.fixture
def beside():
    """Serves a page on another origin of this machine, which a browser lets reach the program."""
    pages = []

    class Beside(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(pages[-1].encode())

        def log_message(self, *_):
            """Say nothing."""

    # A browser also opens connections on which it says nothing yet.
    running = ThreadingHTTPServer(("127.0.0.1", 0), Beside)
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()

    def serve(html):
        pages.append(html)
        return f"http://localhost:{running.server_port}/"

    yield serve
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.mark.parametrize("kind", ["server", "room_server"])
@pytest.mark.parametrize("path", tiers.first(["/vote"], ""))
def test_a_page_elsewhere_cannot_frame_the_program(page, request, beside, kind, path):
    url = request.getfixturevalue(kind).url
    foreign = beside(FRAME.format(url=f"{url}{path}"))
    with page.expect_event("requestfailed", lambda one: one.url.startswith(url)) as failed:
        page.goto(foreign)
    assert "ERR_BLOCKED_BY_RESPONSE" in failed.value.failure
    page.frames[1].wait_for_url("chrome-error://chromewebdata/")


def without_headers(route):
    """An answer of the program as a browser would see it that knows nothing of such headers."""
    # A server lets go of a connection that was idle, and whoever takes that one again has to ask once more.
    answer = route.fetch(max_retries=9, timeout=180_000)
    kept = {name: value for name, value in answer.headers.items() if name not in FRAME_HEADERS}
    route.fulfill(response=answer, headers=kept)


def test_a_page_that_could_frame_it_cannot_have_uploads_sent_to_itself(diverted, server, elsewhere):
    diverted.context.grant_permissions(["local-network-access"], origin=ELSEWHERE)
    diverted.context.route(f"{server.url}/**", without_headers)
    asked = elsewhere(FRAME.format(url=server.url))
    program = diverted.frame_locator("#inside")
    program.get_by_role("heading").first.wait_for()
    diverted.evaluate(DIVERT.replace("ORIGIN", ELSEWHERE))
    file = {"name": "table.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    with diverted.expect_request(lambda one: one.method == "PUT") as sent:
        program.locator("input[type=file]").first.set_input_files(file)
    assert sent.value.url.startswith(f"{server.url}/_stcore/upload_file/")
    assert [url for method, url in asked if method != "GET"] == []
    diverted.context.unroute_all(behavior="ignoreErrors")
