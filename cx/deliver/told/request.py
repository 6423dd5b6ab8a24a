"""What is asked for of a matrix, and what of it is told: numbered instead of named where wished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Required, TypedDict

from cx.deliver.told.additions import Additions, Topic
from cx.deliver.told.journeys import PathSlide, PathsTold, paths_told
from cx.journeys import called_as, names_in_table, names_of
from cx.matrix import footnote, path_look
from cx.picture import anonymised, names_hidden
from cx.records import Companions, Matrix, PictureOptions
from cx.text import Language


class Asked(TypedDict, total=False):
    """The keywords of every file that tells a matrix; they stand as fields in :class:`Telling`."""

    lang: Required[Language]
    day: Required[dt.date]
    added: Additions | None
    options: PictureOptions | None
    companions: Companions | None


class AskedByTopic(Asked, total=False):
    """The keywords of a file that goes from topic to topic: a deck, a report."""

    topics: Collection[Topic | PathSlide] | None
    numbered: bool
    reading: str


@dataclass(frozen=True)
class Telling:
    """A matrix as it is to be told: the same for a deck, a report and a workbook."""

    matrix: Matrix
    lang: Language
    """Of the words; a file may be in another language than the screen."""
    day: dt.date
    """The date in the footnotes."""
    added: Additions | None = None
    """What else is told: drivers, a comparison, alerts, votes, decisions."""
    topics: Collection[Topic | PathSlide] | None = None
    """What of all that is told, in this order; ``None``: everything. Of journeys single slides may be chosen
    as well."""
    options: PictureOptions | None = None
    """What the picture is made with: format, brand colours, title and anonymity hold for every page."""
    companions: Companions | None = None
    """What is drawn beside the bubbles."""
    numbered: bool = False
    """Whether slides with a matrix have their number too; those with words always have."""
    reading: str = ""
    """How the files were read, as a mapping file has it: a deck keeps it for when it is refreshed."""

    @property
    def told(self) -> Told:
        """The records behind the pages."""
        matrix, added = self.matrix, self.added or Additions()
        paths, topics = self._paths(added), added.wanted(self.topics) or ("matrix",)
        chosen, beside = self.options or matrix.settings.look, self.companions or Companions()
        if chosen.title:
            matrix = replace(matrix, settings=replace(matrix.settings, look=chosen))
        if chosen.anonymous:
            hidden = anonymised(matrix, self.lang, beside.roster)
            pairs = list(zip(matrix.bubbles, hidden.bubbles, strict=True))
            by_id = {bubble.id: unnamed.name for bubble, unnamed in pairs}
            by_name = {bubble.name: unnamed.name for bubble, unnamed in pairs}
            by_label = {bubble.label: unnamed.label for bubble, unnamed in pairs}
            matrix, added = hidden, added.unnamed(by_id, by_name, by_label)
        below = (chosen.footnote, footnote(matrix, self.lang, self.day))
        words = " \N{MIDDLE DOT} ".join(part for part in below if part)
        return Told(matrix, added, topics, words, self.lang, paths)

    def _paths(self, added: Additions) -> PathsTold | None:
        """The paths by the names and in the colours of the matrix; without names where it has none."""
        if added.paths is None:
            return None
        called = names_in_table(added.paths, added.path_names)
        paths = called_as(added.paths, called)
        names = {called[name]: known for name, known in added.path_names.items() if name in called}
        chosen = self.options or self.matrix.settings.look
        look = path_look(self.matrix, names, self.lang)
        look = replace(look, colours=chosen.colours, logo=chosen.logo_on_files)
        if chosen.anonymous:
            roster = self.companions.roster if self.companions else ()
            hidden = names_hidden(self.matrix, names, names_of(paths), self.lang, roster)
            look = replace(look, hidden=hidden)
        named = self.topics is None or "journeys" in self.topics
        return paths_told(paths, self.lang, self.day, look, None if named else self.topics)


@dataclass(frozen=True)
class Told:
    """The records behind the pages, ready to be written."""

    matrix: Matrix
    added: Additions
    topics: tuple[Topic, ...]
    """The matrix alone where nothing that was chosen is there."""
    footnote: str
    lang: Language
    paths: PathsTold | None = None
    """The paths in the logs, where there are any."""
