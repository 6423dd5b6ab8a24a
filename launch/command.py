"""The command line of ``run.py``: start the program, or its tests."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from launch import browser, server
from launch.environment import Environment
from launch.terminal import StoppedError, exit_code, say, tidy_up_on_signals

LOCK = "requirements.txt"
TEST_LOCK = "requirements-test.txt"
UNUSABLE = 2
INTERRUPTED = 130
_HIGHEST_PORT = 65535
_ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; return the exit code."""
    tidy_up_on_signals()
    try:
        if arguments[:1] == ["test"]:
            return _tests(arguments[1:])
        return _program(_options(arguments))
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED


def _program(options: argparse.Namespace) -> int:
    if options.room:
        message = "--room opens a vote to the network, and voting is not there yet. "
        raise StoppedError(message + "Leave --room out: then only this machine sees the program.")
    environment = Environment(_ROOT)
    environment.prepare(LOCK)
    try:
        return server.serve(environment, server.port_for(options.port), browser=not options.no_browser)
    except KeyboardInterrupt:
        say("Stopped.")
        return 0


def _tests(arguments: Sequence[str]) -> int:
    environment = Environment(_ROOT)
    environment.prepare(LOCK, TEST_LOCK)
    found = browser.for_tests(environment)
    if found is None:
        say(browser.NONE)
    chosen = {"CX_BROWSER": str(found)} if found else {}
    return exit_code([str(environment.python), "-m", "pytest", *arguments], _ROOT, more=chosen)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Starts the CX impact matrix in the browser. The data stays on this machine.",
        epilog="run.py test [arguments of pytest] runs the tests instead: run.py test tests/unit -k port",
    )
    port = "listen on this port; without it on the first free one from 8501"
    parser.add_argument("--port", type=_port, help=port)
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--room", action="store_true", help="open a vote to the network; not there yet")
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _HIGHEST_PORT):
        message = f"'{text}' is no port: give a whole number from 1 to {_HIGHEST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(text)
