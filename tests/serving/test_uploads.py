"""An upload of any allowed size stays in memory until the program has it."""

import tempfile

import pytest
from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from streamlit import config

from serving import uploads
from tests.coroutines import result_of

MEGABYTE = 1_000_000


@pytest.fixture
def files_opened(monkeypatch):
    """The temporary files that are really opened."""
    opened = []
    real = tempfile.TemporaryFile

    def watched(*given, **named):
        opened.append(given)
        return real(*given, **named)

    monkeypatch.setattr(tempfile, "TemporaryFile", watched)
    monkeypatch.setattr(MultiPartParser, "spool_max_size", MultiPartParser.spool_max_size)
    return opened


def handed_over(size):
    """The bytes that arrive of a file of that size, as the server's own parser reads a request."""
    file = b"\0" * size
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="answers.csv"\r\n\r\n'
    said = {"type": "http.request", "body": head + file + b"\r\n--x--\r\n"}
    headers = [(b"content-type", b"multipart/form-data; boundary=x")]

    async def receive():
        return said

    async def read():
        async with Request({"type": "http", "method": "POST", "headers": headers}, receive).form() as form:
            return len(await form["file"].read())

    return result_of(read())


def test_the_largest_upload_is_written_to_no_file(files_opened):
    uploads.stay_in_memory()
    largest = config.get_option("server.maxUploadSize") * MEGABYTE
    assert (handed_over(largest), files_opened) == (largest, [])


def test_without_that_it_would_be(files_opened):
    assert handed_over(3 * MEGABYTE) == 3 * MEGABYTE
    assert len(files_opened) == 1
