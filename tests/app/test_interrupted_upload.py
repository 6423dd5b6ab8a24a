"""A click while files are read: Streamlit ends the run and begins anew, and no file is lost."""

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException, StopException

from pages.parts.shell import keys
from pages.parts.upload import failures, taking


@pytest.fixture
def said(monkeypatch):
    """What the page keeps in its session, and nothing on a screen."""
    kept = {}
    for module in (taking, failures):
        monkeypatch.setattr(module.st, "session_state", kept)
    return kept


def reading(monkeypatch, outcome):
    """Let the reading of files end in a way of its own."""

    def read(_files, _lang, *, add):
        del add
        raise outcome

    monkeypatch.setattr(taking, "_read", read)


@pytest.mark.parametrize("click", [RerunException(RerunData()), StopException()])
def test_a_click_leaves_the_files_where_they_are(monkeypatch, said, click):
    reading(monkeypatch, click)
    with pytest.raises(type(click)):
        taking.read([], "en", add=False)
    assert keys.UPLOAD_ROUND not in said


def test_a_fault_of_the_program_is_not_repeated_for_ever(monkeypatch, said):
    reading(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        taking.read([], "en", add=False)
    assert said[keys.UPLOAD_ROUND] == 1


def test_a_password_is_asked_for_once_though_the_file_was_read_twice(said):
    def protected():
        raise taking.errors.ProtectedFile("password_needed", file="b.xlsx")

    for _ in range(2):
        assert taking._opened("b.xlsx", protected, b"b", add=False) is None
    assert said[keys.LOCKED] == (failures.Locked("b.xlsx", b"b", False),)
