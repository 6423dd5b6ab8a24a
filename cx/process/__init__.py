"""A child process with limits on memory and time: what opens anything that comes from outside.

Beside it what work in this process may take, and the turns that child processes take.
"""

from cx.process.allowance import MEGABYTE, Allowance, numbers_set
from cx.process.budget import Beat, Budget, Paced, Stage, begun
from cx.process.turns import Turns, most_at_once, of_this_process

__all__ = [
    "MEGABYTE",
    "Allowance",
    "Beat",
    "Budget",
    "Paced",
    "Stage",
    "Turns",
    "begun",
    "most_at_once",
    "numbers_set",
    "of_this_process",
]
