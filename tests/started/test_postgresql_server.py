"""The PostgreSQL server of the tests: found or owed, restarted at its address, and gone without a trace."""

import socket

import pytest

from launch import debian, postgresql
from launch.terminal import StoppedError


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex((postgresql.HOST, port)) == 0


def test_it_is_restarted_at_its_address_and_nothing_of_it_is_left_after_a_failure(postgresql_server):
    seen = []

    def restarted():
        with postgresql.started(postgresql_server.programs, durable=False) as running:
            seen.append(running)
            running.stop()
            assert not listens(running.port)
            running.start()
            assert listens(running.port)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        restarted()
    assert seen[0].port != postgresql_server.port
    assert not listens(seen[0].port)
    assert not seen[0].folder.exists()


def test_its_password_stands_in_no_address_and_in_no_file(postgresql_server):
    assert postgresql_server.password not in postgresql_server.address() + repr(postgresql_server)
    assert not (postgresql_server.folder / "password").exists()
    assert postgresql_server.folder.stat().st_mode & 0o077 == 0


def test_one_that_cannot_start_says_what_it_printed_and_leaves_nothing(postgresql_server, monkeypatch):
    monkeypatch.setattr(postgresql, "_free_port", lambda: postgresql_server.port)
    with pytest.raises(StoppedError, match="could not bind"), postgresql.started(postgresql_server.programs):
        pass


def test_root_on_debian_owes_it_and_installs_it_where_it_is_missing(monkeypatch, tmp_path):
    asked, there = [], iter([None, tmp_path])
    monkeypatch.setattr(postgresql, "found", lambda: next(there))
    monkeypatch.setattr(debian, "installed", lambda package, _folder: asked.append(package) or True)
    assert postgresql.for_tests(tmp_path) == tmp_path
    assert asked == ["postgresql"]
    monkeypatch.setattr(debian, "is_root", lambda: True)
    monkeypatch.setattr(postgresql.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert postgresql.is_owed()
    monkeypatch.setattr(debian, "is_root", lambda: False)
    assert not postgresql.is_owed()


def test_the_newest_of_debians_is_taken(monkeypatch, tmp_path):
    for version in ("9", "15", "14", "x"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "postgres"):
            (folder / name).touch()
    (tmp_path / "15" / "bin" / "postgres").unlink()
    monkeypatch.setattr(postgresql, "_DEBIANS", tmp_path)
    monkeypatch.setattr(postgresql.shutil, "which", lambda _name: None)
    monkeypatch.setattr(debian, "is_root", lambda: False)
    assert postgresql.found() == tmp_path / "14" / "bin"
