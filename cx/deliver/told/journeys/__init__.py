"""What is told of paths, in words, whatever file it stands in."""

from cx.deliver.told.journeys import method, sheets
from cx.deliver.told.journeys.parts import PARTS, PATH_SLIDES, PathPart, PathSlide, parts_of
from cx.deliver.told.journeys.shared_words import PathsTold, part_of_all, path_in_words, paths_told
from cx.deliver.told.journeys.sheets import PathSheet
from cx.deliver.told.journeys.tables import table
from cx.deliver.told.journeys.titles import legend, title

__all__ = [
    "PARTS",
    "PATH_SLIDES",
    "PathPart",
    "PathSheet",
    "PathSlide",
    "PathsTold",
    "legend",
    "method",
    "part_of_all",
    "parts_of",
    "path_in_words",
    "paths_told",
    "sheets",
    "table",
    "title",
]
