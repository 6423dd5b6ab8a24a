"""The command line: arguments in, one result out; see docs/command-line.md for the contract."""

from cx.cli.arguments import choices_of, language_of, parsed, settings_of
from cx.cli.output import (
    drivers_as_text,
    dumped,
    matrix_as_json,
    matrix_as_text,
    source_as_json,
    source_as_text,
)
from cx.cli.segments import moved
from cx.cli.streams import exit_code, reader_left, tell

__all__ = [
    "choices_of",
    "drivers_as_text",
    "dumped",
    "exit_code",
    "language_of",
    "matrix_as_json",
    "matrix_as_text",
    "moved",
    "parsed",
    "reader_left",
    "settings_of",
    "source_as_json",
    "source_as_text",
    "tell",
]
