"""Who changed something: as typed, else the account of a person; an account of the system is nobody."""

import getpass
import os

import pytest

from pages.parts.open_session import who


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="accounts have numbers on Unix")
@pytest.mark.parametrize(("number", "name"), [(0, ""), (33, ""), (1_000, "anna"), (50_001, "anna")])
def test_only_an_account_of_a_person_is_a_name(monkeypatch, number, name):
    monkeypatch.setattr(os, "getuid", lambda: number)
    monkeypatch.setattr(getpass, "getuser", lambda: "anna")
    monkeypatch.setattr("sys.platform", "linux")
    assert who._account() == name
