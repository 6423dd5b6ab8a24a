"""The paths in logs as the command line gives them: in words, or written into a file."""

from cx.cli.journeys.repeats import with_repeats
from cx.cli.journeys.told import as_text
from cx.cli.journeys.written import content, instead_of, kind_of, of_logs

__all__ = ["as_text", "content", "instead_of", "kind_of", "of_logs", "with_repeats"]
