"""What is done in another way on Windows and macOS, with the system faked: none of it was ever run there."""

import errno
import importlib.util
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest

from cx.cli import streams
from cx.intake.reader import process
from launch import browser, environment, postgresql, server, suite, turn
from serving import memory
from tests.source import ROOT


def read_anew(file, name):
    """A module read once more, under another name, as it would be on the system that is faked."""
    spec = importlib.util.spec_from_file_location(name, ROOT / file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- Windows ---


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")


class Msvcrt:
    """The locks of Windows: of a byte of a file, by whoever asked first."""

    LK_NBLCK = 2

    def __init__(self):
        self.held = []

    def locking(self, _number, mode, count):
        assert (mode, count) == (self.LK_NBLCK, 1)
        if self.held:
            raise PermissionError(errno.EACCES, "Permission denied")
        self.held.append(True)


@pytest.mark.usefixtures("windows")
def test_one_start_at_a_time_on_windows(monkeypatch, tmp_path, capsys):
    locks = Msvcrt()
    monkeypatch.setitem(sys.modules, "msvcrt", locks)
    there = read_anew("launch/turn.py", "turn_on_windows")
    (tmp_path / "run.py").write_text("")
    with there.taken(tmp_path / "run.py") as handed_on:
        assert (handed_on, locks.held) == ((), [True])
        monkeypatch.setattr(there.time, "sleep", lambda _seconds: locks.held.clear())
        with there.taken(tmp_path / "run.py"):
            assert locks.held == [True]
    assert "Another start of this program" in capsys.readouterr().out
    assert not hasattr(there, "fcntl") and hasattr(turn, "fcntl")


@pytest.mark.usefixtures("windows")
def test_a_port_of_another_program_is_not_taken_from_it_on_windows(monkeypatch):
    """There a port may be bound twice unless one asks for it alone."""
    asked = []

    class Socket:
        def __init__(self, *_kind): ...

        def __enter__(self):
            return self

        def __exit__(self, *_given): ...

        def setsockopt(self, level, option, value):
            asked.append((level, option, value))

        def bind(self, _address): ...

        def listen(self, _count): ...

    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    monkeypatch.setattr(server.socket, "socket", Socket)
    assert server.is_free(8501)
    assert asked == [(socket.SOL_SOCKET, -5, 1)]


def test_the_environments_interpreter_is_where_windows_has_it(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "os", SimpleNamespace(name="nt"))
    assert environment.Environment(tmp_path).python == tmp_path / ".venv" / "Scripts" / "python.exe"


def test_no_browser_window_opens_to_be_looked_at_on_windows(monkeypatch, tmp_path):
    monkeypatch.setattr(browser, "os", SimpleNamespace(name="nt", environ={}))
    monkeypatch.setattr(subprocess, "run", lambda *_given, **_more: pytest.fail("it was started"))
    (tmp_path / "msedge.exe").touch()
    assert browser.first_that_starts([tmp_path / "none.exe", tmp_path / "msedge.exe"]).name == "msedge.exe"


@pytest.mark.usefixtures("windows")
def test_no_postgresql_is_looked_for_on_windows(tmp_path):
    assert (postgresql.for_tests(tmp_path), postgresql.found()) == (None, None)


@pytest.mark.parametrize(("name", "left"), [("nt", True), ("posix", False)])
def test_windows_has_a_word_of_its_own_for_a_reader_that_left(monkeypatch, name, left):
    monkeypatch.setattr("os.name", name)
    there = read_anew("cx/cli/streams.py", "streams_elsewhere")
    monkeypatch.undo()
    assert there.reader_left(OSError(errno.EINVAL, "Invalid argument")) is left
    assert streams.reader_left(OSError(errno.EPIPE, "Broken pipe"))


def test_a_system_without_limits_of_memory_leaves_them_to_the_parent(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)  # importing it fails, as on Windows
    process._hold_memory(1)


# --- macOS, and both ---


def test_a_limit_that_macos_refuses_is_left_to_the_parent(monkeypatch):
    asked = []

    def refuse(kind, limits):
        asked.append((kind, limits))
        raise ValueError("current limit exceeds maximum limit")

    refusing = SimpleNamespace(RLIMIT_AS="memory", RLIMIT_CORE="core", setrlimit=refuse)
    monkeypatch.setitem(sys.modules, "resource", refusing)
    process._hold_memory(7)
    assert asked == [("memory", (7, 7))]


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_only_linux_is_told_how_many_heaps_there_are_and_to_give_them_back(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: pytest.fail("a C library was asked"))
    memory.few_heaps()
    memory.give_back()


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_a_desktop_always_has_a_screen(monkeypatch, system):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    assert server.has_screen()
    monkeypatch.setattr(sys, "platform", "linux")
    assert not server.has_screen()


@pytest.mark.parametrize(("processors", "workers"), [(None, 2), (1, 2), (2, 3), (16, 4)])
def test_processors_are_counted_where_no_system_says_which_may_be_used(monkeypatch, processors, workers):
    monkeypatch.setattr(suite, "os", SimpleNamespace(cpu_count=lambda: processors))
    assert suite._workers(waiting=True) == workers
