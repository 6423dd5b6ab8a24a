"""Commands whose output nobody reads (any more), through real pipes.

Long are the other commands of ``test_a_reader_that_leaves_at_once_ends_a_command_in_silence``, and the other
streams of ``test_a_stream_that_is_closed_from_the_start_takes_nothing``.
"""

import errno
import os
import re
import subprocess
import sys

import pytest

from cx.cli import streams
from tests.project import tiers

TOUCHPOINTS = "data/energy-touchpoints-en.xlsx"
COMMANDS = {
    "matrix": ["matrix", TOUCHPOINTS],
    "matrix as JSON": ["matrix", TOUCHPOINTS, "--json"],
    "inspect": ["inspect", TOUCHPOINTS],
    "help": ["--help"],
    "help of a command": ["matrix", "--help"],
}
needs_posix = pytest.mark.skipif(os.name == "nt", reason="closes streams as a POSIX shell does")


def started(root, arguments, **streams_of_it):
    command = [sys.executable, "-m", "cx", *arguments]
    return subprocess.Popen(command, cwd=root, **streams_of_it)


@pytest.mark.parametrize("name", tiers.first(["matrix"], *sorted(COMMANDS.keys() - {"matrix"})))
def test_a_reader_that_leaves_at_once_ends_a_command_in_silence(root, name):
    reading, writing = os.pipe()
    os.close(reading)
    with started(root, COMMANDS[name], stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        said = process.stderr.read()
    assert (process.returncode, said) == (streams.READER_LEFT, b"")


def test_a_derivation_that_nobody_waits_for_ends_with_no_more_than_its_progress(root, tmp_path):
    lines = [f"{1 + place % 10},{1 + place % 7},{place % 11}" for place in range(120)]
    survey = tmp_path / "survey.csv"
    survey.write_text("\n".join(["Invoice,Call,NPS", *lines]), encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = ["drivers", str(survey), "--outcome", "NPS", "--json"]
    with started(root, command, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        said = process.stderr.read()
    # How far it is is told after a second, which a busy machine lets pass.
    assert (process.returncode, re.sub(rb"\d+% done\r?\n", b"", said)) == (streams.READER_LEFT, b"")


def test_a_reader_that_leaves_after_a_line_has_that_line(root, tmp_path):
    """More than a pipe holds, so that the command is still writing when the reader leaves."""
    lines = [f"Touchpoint number {place};{1 + place % 9};{place % 7};{place + 1}" for place in range(1500)]
    table = tmp_path / "long.csv"
    table.write_text("\n".join(["Touchpoint;Satisfaction (1-10);Impact;Volume", *lines]), encoding="utf-8")
    command = ["matrix", str(table), "--json"]
    with started(root, command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (first.strip(), process.returncode, said) == (b"{", streams.READER_LEFT, b"")


def test_a_message_that_nobody_reads_changes_no_exit_code(root):
    reading, writing = os.pipe()
    os.close(reading)
    with started(root, ["image", "none.xlsx"], stdout=subprocess.PIPE, stderr=writing) as process:
        os.close(writing)
        shown = process.stdout.read()
    assert (process.returncode, shown) == (2, b"")


@needs_posix
@pytest.mark.parametrize(
    ("closed", "code", "shown", "said"),
    tiers.first(
        [("image none.xlsx 2>&-", 2, b"", b"")],
        (f"inspect {TOUCHPOINTS} >&-", 0, b"", b""),
        (f"inspect {TOUCHPOINTS} >&- 2>&-", 0, b"", b""),
        rows=True,
    ),
)
def test_a_stream_that_is_closed_from_the_start_takes_nothing(root, closed, code, shown, said):
    command = ["sh", "-c", f'"$0" -m cx {closed}', sys.executable]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (code, shown, said)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a file on a full disk")  # noqa: PTH110
def test_a_full_disk_is_told_in_one_line(root):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "cx", *COMMANDS["inspect"]]
        process = subprocess.run(command, cwd=root, stdout=full, stderr=subprocess.PIPE, check=False)
    said = process.stderr.decode()
    assert (process.returncode, said.count("\n"), "stdout" in said) == (2, 1, True)


def test_what_is_said_of_a_pipe_without_a_reader():
    assert streams.reader_left(BrokenPipeError(errno.EPIPE, "broken"))
    assert not streams.reader_left(OSError(errno.ENOSPC, "full"))


def test_windows_has_its_own_word_for_it(monkeypatch):
    def left():
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(streams, "_LEFT", (errno.EPIPE, errno.EINVAL))
    assert streams.exit_code(left) == streams.READER_LEFT
