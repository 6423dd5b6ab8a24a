"""The program's server: a free port, the process, and the address opened once it answers."""

from __future__ import annotations

import contextlib
import errno
import http.client
import os
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from launch.environment import Environment
from launch.room import EVERYWHERE, Room
from launch.terminal import StoppedError, say, stop, variables

HOST = "127.0.0.1"
FIRST_PORT = 8501
_PORTS_TRIED = 50
_SECONDS_TO_ANSWER = 120


def port_for(wanted: int | None, host: str = HOST) -> int:
    """Return the wanted port; where none is asked for, the first free one from 8501.

    Parameters
    ----------
    wanted
        The port that was asked for.
    host
        Where the server is going to listen.

    Raises
    ------
    StoppedError
        When the port is in use; the message says what to do.
    """
    if wanted is None:
        tried = range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED)
        wanted = next((port for port in tried if is_free(port, host) and not is_kept(port)), None)
        if wanted is None:
            last = FIRST_PORT + _PORTS_TRIED - 1
            message = f"All ports from {FIRST_PORT} to {last} are in use. Choose another one with --port."
            raise StoppedError(message)
    elif not is_free(wanted, host) or is_kept(wanted):
        message = f"Port {wanted} is in use or not allowed. Choose another one, or leave --port out."
        raise StoppedError(message)
    return wanted


@contextlib.contextmanager
def kept_port(wanted: int | None = None, host: str = HOST) -> Iterator[int]:
    """Give a port as :func:`port_for` does, which no other start of this program takes until the block ends.

    Between the look at a port and the moment at which a server listens there pass seconds, in which another
    start would find it free as well, and then take the other's server for its own.

    Raises as :func:`port_for`.
    """
    with contextlib.ExitStack() as held:
        while True:
            port = port_for(wanted, host)
            try:
                held.enter_context(_sign(port))
            except OSError as error:
                if _taken(error):
                    continue  # another start was quicker
            yield port
            return


def is_kept(port: int) -> bool:
    """Return whether another start of this program has chosen the port, and may not listen there yet."""
    try:
        _sign(port).close()
    except OSError as error:
        return _taken(error)
    return False


def _sign(port: int) -> socket.socket:
    """What says that a port is chosen: its namesake for datagrams, which ends with its process."""
    sign = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        if sys.platform == "win32":
            sign.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        sign.bind((HOST, port))
    except OSError:
        sign.close()
        raise
    return sign


def _taken(error: OSError) -> bool:
    """Whether somebody holds it; a system that gives no such port at all keeps nobody from starting."""
    return error.errno in (errno.EADDRINUSE, errno.EACCES)


def is_free(port: int, host: str = HOST) -> bool:
    """Return whether a server may listen on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform == "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A port whose last connections are closing counts as free, as it does for the server.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def serve(environment: Environment, port: int, *, browser: bool, room: Room | None = None) -> int:
    """Run the program until it ends or is stopped.

    Parameters
    ----------
    environment
        Where its libraries are.
    port
        A free port of this machine; nobody else on the network can reach it, unless a room is opened.
    browser
        Whether to open it in the browser.
    room
        The room that is opened to the network, if any.

    Returns
    -------
    int
        The server's exit code.
    """
    with started(environment.python, environment.root, port, room=room) as server:
        address = room.facilitator(port) if room else f"http://{HOST}:{port}"
        if answers(server, port):
            say(f"The CX impact matrix is at {address} and stays there until you press Ctrl+C here.")
            if room:
                say(_told(room, port))
            if browser and has_screen():
                webbrowser.open(address)
        elif server.poll() is None:
            say(f"{address} does not answer yet. Wait a little, or press Ctrl+C and start run.py again.")
        return server.wait()


@contextlib.contextmanager
def started(
    python: str | Path, root: Path, port: int, output: BinaryIO | None = None, room: Room | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the server, and end it with the block.

    Parameters
    ----------
    python
        The interpreter that has the libraries.
    root
        The project's folder.
    port
        A free port of this machine.
    output
        A file for what the server prints; this terminal where none is given.
    room
        The room that is opened to the network, if any.
    """
    address = EVERYWHERE if room else HOST
    options = {"server.address": address, "server.port": port, "server.headless": "true"}
    command = [str(python), "-m", "streamlit", "run", "app.py"]
    command += [f"--{name}={value}" for name, value in options.items()]
    command += [f"--server.allowedHosts={name}" for name in (room.names if room else ())]
    if room:
        # Streamlit would ask a server on the internet by which number this machine is seen.
        command.append(f"--browser.serverAddress={room.host}")
        # With fast reruns two threads draw for one person at times, which Streamlit does not always survive.
        command.append("--runner.fastReruns=false")
    errors = None if output is None else subprocess.STDOUT
    # Threads of one product wait for one another, and for the visitors beside them.
    told = {"OPENBLAS_NUM_THREADS": "1", **variables(), **(room.variables(port) if room else {})}
    server = subprocess.Popen(
        command, cwd=root, env=told, stdin=subprocess.DEVNULL, stdout=output, stderr=errors
    )
    try:
        yield server
    finally:
        stop(server)


def answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Return whether the server answers, once it does, has ended, or the time is up."""
    deadline = time.monotonic() + _SECONDS_TO_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return True
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            connection.close()
    return False


def _told(room: Room, port: int) -> str:
    if room.local:
        return "No network was found, so only this machine can take part. Connect it and start again."
    return (
        f"Keep that address to yourself: it is the facilitator's. Participants go to {room.address(port)} "
        "and type the code that the page Room shows, or scan its QR code."
    )


def has_screen() -> bool:
    """Return whether a browser can show itself; without a screen Linux would start one in the terminal."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in screens)
