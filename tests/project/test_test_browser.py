"""The browser for the tests: the one that is there, else Playwright's, else Debian's, else advice."""

import os
import sys

import pytest

from launch import browser, debian
from launch.environment import Environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="stands for browsers with shell scripts")


@pytest.fixture
def environment(tmp_path):
    return Environment(tmp_path)


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """A machine without browsers, where nothing can be downloaded or installed."""
    monkeypatch.delenv("CX_BROWSER", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(browser.shutil, "which", lambda _name: None)
    monkeypatch.setattr(browser, "exit_code", lambda *_arguments, **_options: 1)
    monkeypatch.setattr(debian, "installed", lambda _package, _folder: False)


def program(path, code=0):
    """Make a program that ends with the code."""
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_of_the_variable_stands_first(tmp_path, monkeypatch, environment):
    chosen, usual = program(tmp_path / "chosen"), program(tmp_path / "usual")
    monkeypatch.setenv("CX_BROWSER", str(chosen))
    monkeypatch.setattr(browser.shutil, "which", lambda _name: str(usual))
    assert browser.for_tests(environment) == chosen


def test_a_browser_that_does_not_start_is_passed_over(tmp_path, monkeypatch, environment):
    places = {"google-chrome": program(tmp_path / "stub", 1), "chromium": program(tmp_path / "chromium")}
    monkeypatch.setattr(browser.shutil, "which", places.get)
    assert browser.for_tests(environment) == tmp_path / "chromium"


def test_playwrights_own_is_taken_where_it_was_downloaded_before(tmp_path, monkeypatch, environment):
    own = program(tmp_path / "own")
    monkeypatch.setattr(browser, "_playwrights_own", lambda _environment: own)
    assert browser.for_tests(environment) == own


def test_playwrights_own_is_downloaded_where_there_is_none(tmp_path, monkeypatch, environment):
    own, commands = tmp_path / "own", []

    def download(command, _folder, **_options):
        commands.append(command[1:])
        program(own)
        return 0

    monkeypatch.setattr(browser, "_playwrights_own", lambda _environment: own)
    monkeypatch.setattr(browser, "exit_code", download)
    assert browser.for_tests(environment) == own
    assert commands == [["-m", "playwright", "install", "chromium"]]


def test_debians_is_installed_where_the_download_fails(tmp_path, monkeypatch, environment):
    chromium = tmp_path / "chromium"
    monkeypatch.setattr(browser, "_playwrights_own", lambda _environment: tmp_path / "missing")
    monkeypatch.setattr(debian, "installed", lambda package, _folder: bool(program(tmp_path / package)))
    monkeypatch.setattr(
        browser.shutil,
        "which",
        lambda name: str(chromium) if name == "chromium" and chromium.exists() else None,
    )
    assert browser.for_tests(environment) == chromium


def test_nothing_is_returned_where_all_fails(environment):
    assert browser.for_tests(environment) is None


@pytest.mark.parametrize(
    ("system", "variables", "place"),
    [
        ("darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("win32", {"PROGRAMFILES": "C:/Programs"}, "C:/Programs/Microsoft/Edge/Application/msedge.exe"),
    ],
)
def test_the_usual_places_of_each_system_are_looked_at(monkeypatch, system, variables, place):
    monkeypatch.setattr(sys, "platform", system)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert place in [path.as_posix() for path in browser.candidates()]
