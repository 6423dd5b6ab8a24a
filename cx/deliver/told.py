"""What a deck or a report tells: the matrix and what was added, numbered instead of named where wished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from cx.deliver.additions import Additions, Topic
from cx.matrix import footnote
from cx.picture import anonymised
from cx.records import Companions, Matrix, PictureOptions
from cx.text import Language


@dataclass(frozen=True)
class Told:
    """The records behind the pages, ready to be written."""

    matrix: Matrix
    added: Additions
    topics: tuple[Topic, ...]
    """The matrix alone where nothing that was chosen is there."""
    footnote: str
    lang: Language

    @classmethod
    def of(
        cls,
        matrix: Matrix,
        added: Additions | None,
        topics: Collection[Topic] | None,
        options: PictureOptions | None,
        companions: Companions | None,
        lang: Language,
        day: dt.date,
    ) -> Told:
        """Return what is told with these options."""
        chosen, beside = options or matrix.settings.look, companions or Companions()
        added = added or Additions()
        if chosen.title:
            matrix = replace(matrix, settings=replace(matrix.settings, look=chosen))
        if chosen.anonymous:
            hidden = anonymised(matrix, lang, beside.roster)
            pairs = list(zip(matrix.bubbles, hidden.bubbles, strict=True))
            by_id = {bubble.id: unnamed.name for bubble, unnamed in pairs}
            by_name = {bubble.name: unnamed.name for bubble, unnamed in pairs}
            matrix, added = hidden, added.unnamed(by_id, by_name)
        words = " \N{MIDDLE DOT} ".join(
            part for part in (chosen.footnote, footnote(matrix, lang, day)) if part
        )
        return cls(matrix, added, added.wanted(topics) or ("matrix",), words, lang)
