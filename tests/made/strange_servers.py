"""Servers on this machine that answer as no honest one does, each for one connection at a time."""

import re
import socket
import threading
import time
from contextlib import contextmanager, suppress

_HEAD_ENDS = b"\r\n\r\n"
_LENGTH = re.compile(rb"^content-length: *(\d+)", re.IGNORECASE | re.MULTILINE)


@contextmanager
def answering(talk):
    """Run a server that talks so on each connection; yields its port and the list of what it heard."""
    heard, ended = [], threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)

    def serve():
        while not ended.is_set():
            with suppress(OSError):
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(5)
                    heard.append(b"")
                    talk(connection, heard, ended)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        ended.set()
        thread.join()
        listener.close()


def read(connection, heard):
    """Hear one request to its end: who hangs up on words not heard yet takes his answer back with it."""
    while not _is_whole(heard[-1]):
        piece = connection.recv(65_536)
        if not piece:
            return
        heard[-1] += piece


def _is_whole(request):
    head, ends, body = request.partition(_HEAD_ENDS)
    length = _LENGTH.search(head)
    return bool(ends) and len(body) >= int(length[1] if length else 0)


def says(answer):
    """A server that hears a request and answers with these bytes."""

    def talk(connection, heard, _ended):
        read(connection, heard)
        connection.sendall(answer)

    return talk


def drips(piece, pause):
    """A server that sends a little at a time, for as long as it is let."""

    def talk(connection, heard, ended):
        read(connection, heard)
        with suppress(OSError):
            while not ended.is_set():
                connection.sendall(piece)
                time.sleep(pause)

    return talk


def is_silent(_connection, _heard, ended):
    """A server that takes the connection and says nothing, not even what TLS begins with."""
    ended.wait(5)
