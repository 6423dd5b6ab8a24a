"""What a person sees while paths are computed: words, and for what takes long a button that ends it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Literal

from cx import text
from cx.text import Language
from pages.parts.computed import places
from pages.parts.computed.places import Logs
from pages.parts.journeys import tabs
from pages.parts.shell import paths
from pages.parts.upload import waiting

if TYPE_CHECKING:
    from cx.process import Beat

Part = Literal["map", "files", "tabs", "kept"]


def said(files: Logs, lang: Language, *, part: Part = "map") -> AbstractContextManager[Beat]:
    """Say what is done while something takes its time.

    Of a log that stays where it lies a button ends the work: a new question is taken back, and a tab that
    was opened is closed.
    """
    ends = part != "files" and places.kept_there(files) is not None  # closing the choice of files ends it too
    stop = partial(_stop, part, lang) if ends else None
    return waiting.said(text.say("journeys.computing", lang), lang, key=part, stop=stop)


def _stop(part: Part, lang: Language) -> None:
    if part == "map":
        paths.back()
    tabs.close(lang)
