"""Large files and tables on the command line: answers that are added up instead of read cell by cell."""

from cx.cli.large import tables
from cx.cli.large.answers import added_up, is_large, result_of

__all__ = ["added_up", "is_large", "result_of", "tables"]
