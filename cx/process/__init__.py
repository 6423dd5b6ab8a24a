"""A child process with limits on memory and time: what opens anything that comes from outside.

Beside it what work in this process may take, the turns that child processes take, and how long work lets
short work by.
"""

from cx.process.allowance import MEGABYTE, Allowance, numbers_set
from cx.process.budget import Beat, Budget, Paced, Stage, begun, counted, steps, under
from cx.process.pieces import in_pieces
from cx.process.turns import Turns, most_at_once, of_this_process
from cx.process.way import Way, way_of_this_process

__all__ = [
    "MEGABYTE",
    "Allowance",
    "Beat",
    "Budget",
    "Paced",
    "Stage",
    "Turns",
    "Way",
    "begun",
    "counted",
    "in_pieces",
    "most_at_once",
    "numbers_set",
    "of_this_process",
    "steps",
    "under",
    "way_of_this_process",
]
