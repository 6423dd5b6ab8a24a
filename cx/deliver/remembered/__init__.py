"""What a deck keeps about its own making: how it was asked for, and the figures that it told."""

from cx.deliver.remembered.figures import matrix_of
from cx.deliver.remembered.keys import slide_keys
from cx.deliver.remembered.making import Making, about_of, making_of
from cx.deliver.remembered.path_making import LogReading, PathMaking, about_paths, path_making_of

__all__ = [
    "LogReading",
    "Making",
    "PathMaking",
    "about_of",
    "about_paths",
    "making_of",
    "matrix_of",
    "path_making_of",
    "slide_keys",
]
