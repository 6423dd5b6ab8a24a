"""One formula, and the parts that formulas are told in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from cx import text
from cx.text import Language

Part = Literal["matrix", "scores", "drivers", "certainty", "choices", "change", "journeys", "lenses", "room"]
PARTS: tuple[Part, ...] = get_args(Part)
"""In the order of the Method page."""


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

    def what(self, lang: Language) -> str:
        """Return what its signs stand for and when it applies."""
        return text.say(f"formula.{self.key}.what", lang)
