"""What a Debian lacks is installed as root; everybody else is told what to do."""

import sys

import pytest

from launch import debian
from launch.terminal import StoppedError

OWN = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


@pytest.fixture
def apt(monkeypatch):
    """A Debian on which we are root, whose Python lacks ensurepip until a package brings it."""
    return Apt(monkeypatch)


class Apt:
    def __init__(self, monkeypatch):
        self.has = {OWN, "python3-venv", "chromium"}
        self.done = []
        self.brought = False
        monkeypatch.setattr(debian, "is_root", lambda: True)
        monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(debian, "can_make_environments", lambda: self.brought)
        monkeypatch.setattr(debian, "exit_code", self.exit_code)

    def exit_code(self, command, _folder, more):
        assert more == {"DEBIAN_FRONTEND": "noninteractive"}
        self.done.append(command[1])
        if command[1] == "install":
            self.done.append(command[-1])
            self.brought = command[-1] in self.has
            return 0 if self.brought else 100
        return 0


def test_nothing_is_installed_where_environments_can_be_made(apt, tmp_path):
    apt.brought = True
    debian.require_venv(tmp_path)
    assert apt.done == []


def test_the_package_of_this_python_is_installed(apt, tmp_path):
    debian.require_venv(tmp_path)
    assert apt.done == ["update", "install", OWN]


def test_the_general_package_serves_where_there_is_no_other(apt, tmp_path):
    apt.has = {"python3-venv"}
    debian.require_venv(tmp_path)
    assert apt.done == ["update", "install", OWN, "update", "install", "python3-venv"]


def test_it_says_what_to_do_where_apt_does_not_help(apt, tmp_path):
    apt.has = set()
    with pytest.raises(StoppedError, match=f"apt-get install {OWN}"):
        debian.require_venv(tmp_path)


def test_only_root_installs(apt, tmp_path, monkeypatch):
    monkeypatch.setattr(debian, "is_root", lambda: False)
    with pytest.raises(StoppedError, match=f"sudo apt-get install {OWN}"):
        debian.require_venv(tmp_path)
    assert apt.done == []


def test_nothing_is_installed_without_apt(apt, tmp_path, monkeypatch):
    monkeypatch.setattr(debian.shutil, "which", lambda _name: None)
    assert not debian.installed("chromium", tmp_path)
    assert apt.done == []


def test_this_python_can_make_environments():
    assert debian.can_make_environments()


def test_a_python_without_ensurepip_cannot(monkeypatch):
    found = debian.importlib.util.find_spec
    monkeypatch.setattr(
        debian.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else found(name)
    )
    assert not debian.can_make_environments()
