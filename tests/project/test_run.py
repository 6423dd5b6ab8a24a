"""``run.py``: its options, the port, one start at a time, and a server that ends with it.

Long is another signal of ``test_the_server_ends_with_run_py``.
"""

import ast
import errno
import http.client
import json
import os
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import nullcontext, suppress

import pytest

from launch import command, room, server, turn
from launch.environment import Environment, fingerprint
from launch.locks import EXTRAS
from launch.terminal import StoppedError, exit_code
from tests.project import tiers

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="needs what Windows does not have")


@pytest.fixture
def busy():
    """A port on which somebody listens."""
    with socket.socket() as listening:
        listening.bind((server.HOST, 0))
        listening.listen(1)
        yield listening.getsockname()[1]


@pytest.fixture
def prepared(monkeypatch):
    """The locks that were asked for; nothing is installed."""
    locks = []
    monkeypatch.setattr(Environment, "prepare", lambda _environment, *names: locks.append(names))
    return locks


def test_an_older_python_is_told_which_one_it_needs(root, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        runpy.run_path(str(root / "run.py"))


def test_an_older_python_can_read_run_py(root):
    ast.parse((root / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_room_gets_a_key_of_its_own_each_time_and_listens_everywhere(prepared, monkeypatch):
    calls = []
    monkeypatch.setattr(
        server, "kept_port", lambda wanted, host: nullcontext(calls.append((wanted, host)) or 8501)
    )
    monkeypatch.setattr(
        server, "serve", lambda _environment, _port, browser, room: calls.append((browser, room)) or 0
    )
    assert command.main(["--room", "--host", "Room.example", "--no-browser"]) == 0
    assert command.main(["--room"]) == 0
    (where, (browser, first), _, (_, second)) = calls
    assert (where, browser, first.host) == ((None, room.EVERYWHERE), False, "room.example")
    assert {"room.example", "127.0.0.1", "localhost"} <= set(first.names)
    assert len(first.key) >= 32 and first.key != second.key
    assert first.facilitator(8501) == f"http://room.example:8501/?key={first.key}"
    assert prepared == [("requirements.txt",)] * 2


def test_a_host_without_a_room_and_a_host_that_is_an_address_are_refused(prepared, capsys):
    assert command.main(["--host", "x"]) == 2
    assert "give it with --room" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        command.main(["--room", "--host", "http://x:1"])
    assert prepared == []


def test_the_key_of_a_room_stands_in_no_command_line(monkeypatch, tmp_path):
    started = []

    def popen(words, env, **_more):
        started.append((words, env))
        return _Ended()

    monkeypatch.setattr(server.subprocess, "Popen", popen)
    opened = room.found("room.example")
    with server.started("python", tmp_path, 8501, room=opened):
        pass
    ((words, environment),) = started
    assert "app.py" in words and "--server.address=0.0.0.0" in words
    assert "--server.allowedHosts=room.example" in words
    assert opened.key not in " ".join(words)
    assert environment["CX_ROOM_KEY"] == opened.key
    assert environment["CX_ROOM_ADDRESS"] == "http://room.example:8501"


def test_without_a_room_the_server_listens_to_this_machine_alone(monkeypatch, tmp_path):
    started = []
    monkeypatch.setattr(server.subprocess, "Popen", lambda words, **_more: started.append(words) or _Ended())
    with server.started("python", tmp_path, 8501):
        pass
    with server.started("python", tmp_path, 8501, room=room.found("room.example")):
        pass
    addresses = [[word for word in words if word.startswith("--server.address")] for words in started]
    assert addresses == [["--server.address=127.0.0.1"], ["--server.address=0.0.0.0"]]


class _Ended:
    """A process that has ended."""

    terminate = kill = None

    def poll(self):
        return 0

    def wait(self, **_more):
        return 0


def test_the_program_needs_one_lock_and_opens_on_the_chosen_port(prepared, monkeypatch):
    calls = []
    monkeypatch.setattr(server, "kept_port", lambda wanted, _host: nullcontext(wanted or 8501))
    monkeypatch.setattr(
        server, "serve", lambda _environment, port, browser, room: calls.append((port, browser, room)) or 0
    )
    assert command.main(["--port", "9000", "--no-browser"]) == 0
    assert command.main([]) == 0
    assert calls == [(9000, False, None), (8501, True, None)]
    assert prepared == [("requirements.txt",)] * 2


def test_what_nobody_gets_unasked_is_installed_with_one_option(prepared, monkeypatch, capsys):
    monkeypatch.setattr(server, "kept_port", lambda wanted, _host: nullcontext(wanted or 8501))
    monkeypatch.setattr(server, "serve", lambda *_given, **_more: 0)
    assert command.main(["--with", "postgres", "--no-browser"]) == 0
    assert prepared == [("requirements.txt", "requirements-postgres.txt")]
    with pytest.raises(SystemExit):
        command.main(["--with", "oracle"])
    assert "postgres" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "-1", "x", "8501.5", "²"])
def test_a_port_that_is_none_is_refused(prepared, capsys, port):
    with pytest.raises(SystemExit) as end:
        command.main([f"--port={port}"])
    assert end.value.code == 2
    assert "is no port" in capsys.readouterr().err
    assert prepared == []


@pytest.mark.parametrize(
    ("found", "variables"), [("/usr/bin/chromium", {"CX_BROWSER": "/usr/bin/chromium"}), (None, {})]
)
def test_what_stands_behind_test_goes_to_pytest(prepared, monkeypatch, found, variables):
    calls = []
    monkeypatch.setattr(command.browser, "for_tests", lambda _environment: found)
    monkeypatch.setattr(command.postgresql, "for_tests", lambda _root: None)
    monkeypatch.setattr(
        command, "exit_code", lambda words, _folder, more: calls.append((words[1:], more)) or 5
    )
    assert command.main(["test", "tests/unit", "-k", "port", "--room"]) == 5
    same = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "", "OPENBLAS_NUM_THREADS": "1"}
    assert calls == [(["-m", "pytest", "tests/unit", "-k", "port", "--room"], {**same, **variables})]
    assert prepared == [("requirements.txt", "requirements-test.txt", *EXTRAS.values())]


def test_a_busy_port_is_said_so(busy):
    with pytest.raises(StoppedError, match=f"Port {busy} is in use"):
        server.port_for(busy)


def test_the_next_free_port_is_taken(busy, monkeypatch):
    monkeypatch.setattr(server, "FIRST_PORT", busy)
    assert busy < server.port_for(None) < busy + 50


@pytest.mark.usefixtures("ports_apart")
def test_two_starts_at_once_never_choose_the_same_port():
    """Also before any of the two listens, which it does seconds later."""
    with server.kept_port() as first, server.kept_port() as second:
        assert server.is_free(first) and server.is_free(second) and first != second
        with pytest.raises(StoppedError, match=f"Port {first} is in use"), server.kept_port(first):
            pass
    with server.kept_port() as again:
        assert again == first


@pytest.mark.usefixtures("ports_apart")
def test_a_start_that_was_quicker_by_a_moment_is_noticed(monkeypatch):
    with server.kept_port() as first:
        offered = iter([first, 0])
        monkeypatch.setattr(server, "port_for", lambda *_asked: next(offered))
        with server.kept_port() as second:
            assert second == 0


def test_a_system_without_ports_for_datagrams_starts_all_the_same(monkeypatch, busy):
    def refuse(_port):
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(server, "FIRST_PORT", busy + 1)
    monkeypatch.setattr(server, "_sign", refuse)
    with server.kept_port() as port:
        assert port > busy


def test_no_free_port_is_said_so(monkeypatch):
    monkeypatch.setattr(server, "is_free", lambda _port, _host: False)
    with pytest.raises(StoppedError, match="from 8501 to 8550 are in use"):
        server.port_for(None)


def test_no_browser_is_opened_on_a_linux_without_a_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not server.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert server.has_screen()


def test_a_second_start_waits_for_the_first(tmp_path):
    file, order = tmp_path / "run.py", []
    file.touch()

    def second():
        with turn.taken(file):
            order.append("second")

    thread = threading.Thread(target=second)
    with turn.taken(file):
        thread.start()
        thread.join(timeout=0.5)
        order.append("first")
    thread.join(timeout=120)
    assert order == ["first", "second"]


@POSIX_ONLY
def test_a_command_that_outlives_its_start_is_waited_for(tmp_path):
    file = tmp_path / "run.py"
    file.touch()
    with turn.taken(file) as held:
        last = "import pathlib, time; time.sleep(1); pathlib.Path('installed').touch()"
        going_on = subprocess.Popen([sys.executable, "-c", last], cwd=tmp_path, pass_fds=held)
    with turn.taken(file):
        assert (tmp_path / "installed").exists()
    assert going_on.wait(timeout=120) == 0


def test_a_command_that_is_not_there_fails(tmp_path, capsys):
    assert exit_code(["a-command-that-nobody-has"], tmp_path) == 1
    assert "a-command-that-nobody-has" in capsys.readouterr().out


def test_a_command_that_takes_too_long_is_ended(tmp_path):
    assert exit_code([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, seconds=0.5) == 1


def test_what_would_mislead_python_is_not_passed_on(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    seen = "import os; assert 'PYTHONPATH' not in os.environ and os.environ['PIP_USER'] == '0'"
    assert exit_code([sys.executable, "-c", seen], tmp_path) == 0


@pytest.fixture
def installed_project(root, tmp_path):
    """A project with a small page and an environment that counts as installed."""
    for name in ("run.py", "requirements.txt"):
        shutil.copy(root / name, tmp_path)
    for name in ("launch", ".streamlit"):
        shutil.copytree(root / name, tmp_path / name)
    (tmp_path / "app.py").write_text("import streamlit as st\nst.title('A page')\n", encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    marks = {"requirements.txt": fingerprint(tmp_path / "requirements.txt")}
    (tmp_path / ".venv" / "installed.json").write_text(json.dumps(marks), encoding="utf-8")
    return tmp_path


HEARS_INTERRUPTS = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
"""A job in the background is started with interrupts ignored, and hands that on to whatever it starts."""


@POSIX_ONLY
@pytest.mark.usefixtures("ports_apart")
@pytest.mark.parametrize(("end", "code"), tiers.first([(signal.SIGTERM, 143)], (signal.SIGINT, 0), rows=True))
def test_the_server_ends_with_run_py(installed_project, monkeypatch, end, code):
    monkeypatch.delenv("CX_WARM")  # it ends in the midst of its start
    port = server.port_for(None)
    arguments = [sys.executable, "-c", HEARS_INTERRUPTS, "run.py", "--no-browser", "--port", str(port)]
    running = subprocess.Popen(
        arguments, cwd=installed_project, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        printed = iter(running.stdout.readline, "")
        address = next(line for line in printed if line.startswith("The CX impact matrix is at"))
        assert f"http://127.0.0.1:{port} " in address
        assert health(port) == 200
        running.send_signal(end)
        assert running.wait(timeout=120) == code
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    assert server.is_free(port)


def health(port):
    """The status of the server's own answer, at once: run.py has announced it."""
    connection = http.client.HTTPConnection(server.HOST, port, timeout=120)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status
    finally:
        connection.close()
