"""What people say of a touchpoint under a lens: one value each, with who said so, when, and by which way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, get_args

from cx.records.bounds import VAST, Count, Within

Assessed = Literal[
    "level", "standard", "met", "moment", "brand_fit", "negative", "reactive", "proactive",
    "guess_satisfaction", "guess_expectation", "guess_impact", "dimension",
]  # fmt: skip
"""What can be assessed; its own word, since one lens may ask several things (``docs/lenses.md``)."""
ASSESSED: tuple[Assessed, ...] = get_args(Assessed)
Way = Literal["file", "hand", "room"]
"""By a column of a file, by hand on the page, or by the room on its phones."""
MOST_ASSESSMENTS: Final = 40_000
LIMITS: Final[Mapping[Assessed, Within]] = {
    "level": Within(0, 5),
    "standard": Within(0, 1),
    "met": Within(0, 1),
    "moment": Within(0, 2),
    "brand_fit": Within(1, 5),
    "negative": Within(0, 1),
    "reactive": Within(0, 1),
    "proactive": Within(0, 1),
    "dimension": Within(1, 5),
}
"""The ends of what an assessment may be; those of a guess are the ends of the scale that it is given on."""
WHOLE: Final[tuple[Assessed, ...]] = ("level", "standard", "moment", "dimension")
"""What has whole numbers only."""
MOMENTS: Final[tuple[str, ...]] = ("ordinary", "moment_of_truth", "candidate")
"""What a person says of a moment, by its value; a candidate named by people is a branded individual one."""


DIMENSIONS: Final[tuple[str, ...]] = (
    "tangibles",
    "reliability",
    "responsiveness",
    "assurance",
    "empathy",
)
"""The five of SERVQUAL: what a person says of a dimension, from 1; a file may name others."""


@dataclass(frozen=True)
class Assessment:
    """One value that people gave to one touchpoint."""

    touchpoint: str
    """The id of the touchpoint's bubble (as in :class:`~cx.records.session.Decision`)."""
    name: str
    """The touchpoint's name; it follows where the touchpoint gets another one."""
    asked: Assessed
    value: Annotated[float, Within(-VAST, VAST)]
    """In the unit of what is asked: a level 0 to 5, fit 1 to 5, a share 0 to 1, 1 for yes and 0 for no, a
    dimension by its place in ``DIMENSIONS`` from 1, a figure on the file's scale."""
    moment: dt.datetime
    """When, in UTC."""
    who: str = ""
    way: Way = "hand"
    sd: Annotated[float | None, Within(0.0, VAST)] = None
    """How far the room was apart; ``None``: one person, or a file that does not say."""
    n: Count | None = None
    """How many people stand behind it."""
    evidence: str = ""
    """What it rests on, in the user's words."""

    @property
    def key(self) -> tuple[str, Assessed, Way, str]:
        """What there is one of at most: the touchpoint, what is asked, the way, and who said so."""
        return self.touchpoint, self.asked, self.way, self.who
