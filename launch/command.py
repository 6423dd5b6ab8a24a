"""The command line of ``run.py``: start the program, or its tests."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from launch import browser, libraries, locks, postgresql, room, server, suite
from launch.environment import Environment
from launch.terminal import StoppedError, exit_code, say, tidy_up_on_signals

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
        if arguments[:1] == ["sbom"]:
            return libraries.bill(arguments[1:], _ROOT)
        if arguments[:1] == ["advisories"]:
            return libraries.known_weaknesses(arguments[1:], _ROOT)
        return _program(_options(arguments))
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED


def _program(options: argparse.Namespace) -> int:
    if options.host and not options.room:
        raise StoppedError("--host names this machine to the phones of a room: give it with --room.")
    opened = room.found(options.host) if options.room else None
    environment = Environment(_ROOT)
    environment.prepare(locks.RUN, *(locks.EXTRAS[name] for name in options.extras))
    try:
        with server.kept_port(options.port, room.EVERYWHERE if opened else server.HOST) as port:
            return server.serve(environment, port, browser=not options.no_browser, room=opened)
    except KeyboardInterrupt:
        say("Stopped.")
        return 0


def _tests(arguments: Sequence[str]) -> int:
    try:
        asked = suite.suite(arguments, _ROOT)
    except argparse.ArgumentTypeError as error:
        raise StoppedError(str(error)) from error
    environment = Environment(_ROOT)
    environment.prepare(locks.RUN, locks.TEST, *locks.EXTRAS.values())
    found = browser.for_tests(environment)
    if found is None:
        say(browser.NONE)
    if postgresql.for_tests(_ROOT) is None:
        say(postgresql.NONE)
    chosen = {"CX_BROWSER": str(found)} if found else {}
    words = [str(environment.python), "-m", "pytest", *asked.arguments]
    if asked.seed is None:
        return exit_code(words, _ROOT, more={**asked.variables, **chosen})
    say(f"Drawn anew, with seed {asked.seed}.")
    code = exit_code(words, _ROOT, more={**asked.variables, **chosen})
    say(f"The same is drawn again by: run.py test {asked.random}")
    return code


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Starts the CX impact matrix in the browser. The data stays on this machine.",
        epilog="run.py test [--long] [--random[=SEED]] [arguments of pytest] runs the tests instead: run.py "
        "test tests/project -k port. With --long it runs those that repeat a check many times over, which it "
        "leaves out where whole folders are asked for. What tests draw is the same each time; with --random "
        "it is drawn anew, from a seed that is told. run.py sbom writes a bill of materials of the "
        "libraries, run.py advisories asks a service what is known against them (--help says more of each).",
    )
    port = "listen on this port; without it on the first free one from 8501"
    parser.add_argument("--port", type=_port, help=port)
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    room_help = "open the vote page to the network; everything else needs the facilitator's key"
    parser.add_argument("--room", action="store_true", help=room_help)
    host = "with --room: the name or number by which phones reach this machine, where it is not the one found"
    parser.add_argument("--host", type=_host, help=host)
    more = "install more than the program needs, once: postgres (sessions in a PostgreSQL database)"
    parser.add_argument(
        "--with", dest="extras", action="append", choices=sorted(locks.EXTRAS), default=[], help=more
    )
    return parser.parse_args(arguments)


def _host(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no name: give it without http:// and without a port")
    return text.lower()


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _HIGHEST_PORT):
        message = f"'{text}' is no port: give a whole number from 1 to {_HIGHEST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(text)
