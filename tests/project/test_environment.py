"""``.venv`` is made once, renewed when a lock changes, and made anew when it was left half-made."""

import json
import os
import sys

import pytest

from launch import environment as environments
from launch.environment import Environment, fingerprint
from launch.terminal import StoppedError

LOCK, TEST_LOCK = "requirements.txt", "requirements-test.txt"


@pytest.fixture
def project(tmp_path):
    for name in ("run.py", LOCK, TEST_LOCK):
        (tmp_path / name).write_text(f"{name}==1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def machine(project, monkeypatch):
    """Stands for the commands: making an environment links this Python, pip does as it is told."""
    return Machine(project, monkeypatch)


class Machine:
    def __init__(self, project, monkeypatch):
        self.done, self.held = [], []
        self.pip = 0
        self.making = 0
        self.environment = Environment(project)
        monkeypatch.setattr(environments, "exit_code", self.exit_code)
        monkeypatch.setattr(environments.debian, "require_venv", lambda _folder: None)

    def exit_code(self, command, _folder, held):
        self.held.append(held)
        words = [str(word) for word in command]
        if "pip" in words:
            self.done.append(["pip", *words[words.index("-r") :]])
            if isinstance(self.pip, BaseException):
                raise self.pip
            return self.pip
        self.done.append(["venv"])
        self.environment.python.parent.mkdir(parents=True)
        self.environment.python.symlink_to(sys.executable)
        return self.making


def prepared(machine, *locks):
    """What had to be done for the locks."""
    machine.done.clear()
    machine.environment.prepare(*locks)
    return machine.done


def test_the_first_start_makes_and_installs_and_the_second_does_nothing(machine):
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]
    assert prepared(machine, LOCK) == []


def test_the_stamp_names_what_is_installed(machine, project):
    prepared(machine, LOCK)
    assert json.loads(machine.environment.stamp.read_text()) == {LOCK: fingerprint(project / LOCK)}


def test_tests_add_their_lock_and_the_program_starts_without_a_new_installation(machine):
    prepared(machine, LOCK)
    assert prepared(machine, LOCK, TEST_LOCK) == [["pip", "-r", LOCK, "-r", TEST_LOCK]]
    assert prepared(machine, LOCK) == []
    assert prepared(machine, LOCK, TEST_LOCK) == []


def test_a_changed_lock_is_installed_into_the_same_environment(machine, project):
    prepared(machine, LOCK)
    (project / LOCK).write_text("other==2\n", encoding="utf-8")
    assert prepared(machine, LOCK) == [["pip", "-r", LOCK]]
    assert prepared(machine, LOCK) == []


def test_an_environment_without_a_stamp_is_made_anew(machine):
    junk = machine.environment.folder / "lib" / "half_a_library.py"
    junk.parent.mkdir(parents=True)
    junk.touch()
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]
    assert not junk.exists()


@pytest.mark.parametrize("stamp", ["", "[]", "{"])
def test_a_damaged_stamp_counts_as_none(machine, stamp):
    prepared(machine, LOCK)
    machine.environment.stamp.write_text(stamp, encoding="utf-8")
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]


def test_a_python_that_is_gone_is_replaced(machine):
    prepared(machine, LOCK)
    machine.environment.python.unlink()
    machine.environment.python.symlink_to("a-python-that-was-uninstalled")
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]


@pytest.mark.parametrize("end", [KeyboardInterrupt(), SystemExit(143)])
def test_an_installation_stopped_in_the_middle_is_made_anew(machine, end):
    prepared(machine, LOCK)
    machine.pip = end
    with pytest.raises(type(end)):
        prepared(machine, LOCK, TEST_LOCK)
    machine.pip = 0
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]


def test_a_killed_pip_leaves_an_environment_that_is_made_anew(machine):
    prepared(machine, LOCK)
    machine.pip = -9
    with pytest.raises(StoppedError, match="could not be installed"):
        prepared(machine, LOCK, TEST_LOCK)
    machine.pip = 0
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]


def test_without_a_network_what_was_installed_goes_on_working(machine):
    prepared(machine, LOCK)
    machine.pip = 1
    with pytest.raises(StoppedError, match="connection"):
        prepared(machine, LOCK, TEST_LOCK)
    assert prepared(machine, LOCK) == []


def test_a_first_installation_that_fails_is_begun_again(machine):
    machine.pip = 1
    with pytest.raises(StoppedError):
        prepared(machine, LOCK)
    machine.pip = 0
    assert prepared(machine, LOCK) == [["venv"], ["pip", "-r", LOCK]]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hand a lock on")
def test_making_and_installing_keep_the_turn_if_the_start_is_killed(machine):
    prepared(machine, LOCK)
    assert [len(held) for held in machine.held] == [1, 1]


def test_an_environment_that_cannot_be_made_is_said_so(machine):
    machine.making = 1
    with pytest.raises(StoppedError, match="room"):
        prepared(machine, LOCK)


def test_a_missing_lock_is_said_so(machine, project):
    (project / LOCK).unlink()
    with pytest.raises(StoppedError, match=r"requirements\.txt cannot be read"):
        prepared(machine, LOCK)


def test_its_own_python_does_not_remove_the_environment(machine, monkeypatch):
    monkeypatch.setattr(sys, "prefix", os.fspath(machine.environment.folder))
    with pytest.raises(StoppedError, match="deactivate"):
        prepared(machine, LOCK)
    assert machine.done == []


def test_line_ends_do_not_change_a_fingerprint(tmp_path):
    unix, windows = tmp_path / "unix.txt", tmp_path / "windows.txt"
    unix.write_bytes(b"a==1\nb==2\n")
    windows.write_bytes(b"a==1\r\nb==2\r\n")
    assert fingerprint(unix) == fingerprint(windows)


def test_another_pin_changes_a_fingerprint(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(b"a==1\n")
    two.write_bytes(b"a==2\n")
    assert fingerprint(one) != fingerprint(two)
