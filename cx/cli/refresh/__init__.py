"""An earlier deck refreshed on the command line: its arguments, its plan, and what is written."""

from cx.cli.refresh.acceptance import result_of
from cx.cli.refresh.as_before import Drawn, redrawn

__all__ = ["Drawn", "redrawn", "result_of"]
