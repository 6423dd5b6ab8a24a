"""The paths in logs as the command line gives them: in words, or written into a file."""

from cx.cli.journeys.beside import chosen_events, events_beside, look_of, paths_added, with_repeats
from cx.cli.journeys.in_words import as_text
from cx.cli.journeys.path_files import Written, content, instead_of, kind_of, of_logs

__all__ = [
    "Written",
    "as_text",
    "chosen_events",
    "content",
    "events_beside",
    "instead_of",
    "kind_of",
    "look_of",
    "of_logs",
    "paths_added",
    "with_repeats",
]
