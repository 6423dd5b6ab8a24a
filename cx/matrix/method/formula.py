"""One formula, and the parts that formulas are told in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from cx import text
from cx.text import Language

Part = Literal["matrix", "scores", "drivers", "certainty", "choices", "change", "journeys", "lenses", "room"]
PARTS: tuple[Part, ...] = get_args(Part)
"""In the order of the Method page."""

_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")


@dataclass(frozen=True)
class Formula:
    """A formula with its source."""

    key: str
    part: Part
    latex: str
    source: str = ""
    """The paper or book; empty for a convention of this program."""

    def name(self, lang: Language) -> str:
        """Return what the formula computes."""
        return text.say(f"formula.{self.key}", lang)

    def written(self, lang: Language) -> str:
        """Return the formula with its numbers in the notation of a language.

        Examples
        --------
        >>> Formula("pareto", "matrix", r"0.7 P").written("nl")
        '0{,}7 P'
        """
        comma = "," in text.trimmed(0.5, lang)
        return _DECIMAL.sub("{,}", self.latex) if comma else self.latex

    def what(self, lang: Language) -> str:
        """Return what its signs stand for and when it applies."""
        return text.say(f"formula.{self.key}.what", lang)
