"""What ``run.py`` says about the libraries: a bill of materials, and what is known against them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from launch import advisories, licences, locks, sbom
from launch.environment import Environment
from launch.terminal import StoppedError, say, told_aside

SERVICE = "CX_ADVISORIES"
"""The variable with the address of the service that is asked."""


def bill(arguments: Sequence[str], root: Path) -> int:
    """Write the bill of materials; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="run.py sbom",
        description="Writes a bill of materials of the libraries (CycloneDX 1.6, JSON).",
    )
    parser.add_argument("-o", "--output", type=Path, help="a file; without it the text is printed")
    _add_extras(parser)
    options = parser.parse_args(arguments)
    environment = Environment(root)
    with told_aside():
        environment.prepare(locks.RUN, *(locks.EXTRAS[name] for name in options.extras))
    pins = locks.named(root, tuple(options.extras))
    text = sbom.document(root, pins, licences.installed(environment.folder))
    if options.output is None:
        sys.stdout.buffer.write(text.encode())
        return 0
    try:
        options.output.write_bytes(text.encode())
    except OSError as error:
        raise StoppedError(f"{options.output} cannot be written: {error.strerror}.") from error
    say(f"{options.output}: {len(pins)} libraries.")
    return 0


def known_weaknesses(arguments: Sequence[str], root: Path) -> int:
    """Ask a service for what is known against the libraries; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="run.py advisories",
        description="Asks a service of security advisories (one that speaks the protocol of OSV) about every "
        "locked library. Names and versions of libraries are sent, nothing else.",
        epilog=f"Exit code: {advisories.CLEAN} nothing is known, {advisories.FOUND} something is, "
        f"{advisories.NO_VERDICT} no verdict.",
    )
    where = f"the service's address; without it that of the variable {SERVICE}"
    parser.add_argument("--at", default=os.environ.get(SERVICE, ""), metavar="ADDRESS", help=where)
    limit = f"how long all of it may take, in seconds (default: {advisories.SECONDS:.0f})"
    parser.add_argument("--seconds", type=_seconds, default=advisories.SECONDS, help=limit)
    options = parser.parse_args(arguments)
    run = locks.named(root, tuple(locks.EXTRAS))
    known = {(pin.name, pin.version) for pin in run}
    tools = tuple(pin for pin in locks.read(root / locks.TEST) if (pin.name, pin.version) not in known)
    pins = (*run, *tools)
    try:
        found = advisories.about(pins, options.at, seconds=options.seconds)
    except advisories.NoVerdictError as reason:
        say(f"No verdict: {reason}")
        return advisories.NO_VERDICT
    for pin, numbers in found.items():
        where = " (tests only)" if pin in tools else ""
        say(f"{pin.name} {pin.version}{where}: {', '.join(numbers)}")
    if found:
        say(f"Something is known against {len(found)} of {len(pins)} libraries. What: {options.at}")
        return advisories.FOUND
    say(f"Nothing is known against the {len(pins)} libraries at {options.at}")
    return advisories.CLEAN


def _add_extras(parser: argparse.ArgumentParser) -> None:
    more = "also what the program can do more with: " + ", ".join(sorted(locks.EXTRAS))
    parser.add_argument(
        "--with", dest="extras", action="append", choices=sorted(locks.EXTRAS), default=[], help=more
    )


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= advisories.LONGEST:
        message = f"'{text}' is no time: give seconds, at most {advisories.LONGEST:.0f}"
        raise argparse.ArgumentTypeError(message)
    return seconds
