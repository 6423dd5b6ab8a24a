"""The command line: arguments in, one result out; see docs/command-line.md for the contract."""

from cx.cli.arguments import language_of, parsed
from cx.cli.streams import exit_code, reader_left, tell

__all__ = ["exit_code", "language_of", "parsed", "reader_left", "tell"]
