"""What a person chooses about the picture of the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from cx.records.bounds import Amount, Within
from cx.records.lenses import Lens
from cx.records.logo import Logo
from cx.records.matrix.pinned import MOST_NOTES, PinnedNote
from cx.records.quadrant import Quadrant

PictureFormat = Literal["16:9", "4:3", "a4", "custom"]
PICTURE_FORMATS: tuple[PictureFormat, ...] = get_args(PictureFormat)
Window = tuple[float, float, float, float]
"""A part of the plot in data units: satisfaction from and to, impact from and to."""

RoomMarks = Literal["decisions", "votes"]
"""What a room did, as marks on the bubbles."""
_SIZES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"16:9": (960.0, 540.0), "4:3": (720.0, 540.0), "a4": (841.9, 595.3)}
)
_LEAST, _MOST = 240.0, 4000.0
_NARROWEST, _WIDEST = 0.5, 4.0


@dataclass(frozen=True)
class PictureOptions:
    """What a person chooses about the picture; the defaults are the plain picture."""

    tint: bool = True
    """Whether the quadrants are tinted."""
    priority_lines: bool = False
    """Lines along which touchpoints of equal volume have the same priority."""
    regions: bool = False
    """Where each touchpoint may lie with 95% confidence."""
    borderline: bool = True
    """Whether bubbles that may lie in another quadrant are drawn pale and dashed."""
    repeats: bool = False
    """An arc around each bubble: the share of its contacts after which the customer comes again."""
    arrows: bool = False
    """From where each bubble stood in the earlier period."""
    ghost: str | None = None
    """The segment whose bubbles are drawn hollow behind the others; ``None``: none."""
    lens: Lens | None = None
    """The lens whose marks stand on the bubbles; ``None``: none."""
    room_marks: RoomMarks | None = None
    """What the room did, in place of a lens: how decisions stand, or its votes; ``None``: neither."""
    highlight: tuple[str, ...] = ()
    """Ids of the bubbles that stand out; the others are greyed. Empty: all are drawn alike."""
    anonymous: bool = False
    """Whether touchpoints are numbered instead of named."""
    colours: Mapping[Quadrant, str] = field(default_factory=dict)
    """Brand colours of quadrants, as ``#RRGGBB``; those left out keep the colours of the program."""
    title: str | None = None
    """``None``: the finding."""
    footnote: str | None = None
    """What stands before the source, the rule of the crosshair and the date."""
    format: PictureFormat = "16:9"
    custom_size: tuple[Amount, Amount] = (960.0, 540.0)
    """Width and height in points (1/72 inch) of the format ``custom``."""
    type_size: Annotated[float, Within(0.1, 10.0)] = 1.0
    """What type sizes are multiplied by."""
    notes: Annotated[tuple[PinnedNote, ...], Within(0, MOST_NOTES)] = ()
    """Words pinned to places of the plot."""
    logo: Logo | None = None
    """Whose matrix it is: in the corner of every page, and of every file where that is wished."""

    @cached_property
    def standing_out(self) -> frozenset[str]:
        """What ``highlight`` holds, for who asks it of every bubble."""
        return frozenset(self.highlight)

    @property
    def logo_on_files(self) -> Logo | None:
        """The logo for slides, report and image; ``None`` where none is wished."""
        return self.logo if self.logo and self.logo.on_files else None

    @property
    def plain(self) -> PictureOptions:
        """The plain picture with what is nobody's choice of look: the notes, and the logo."""
        return PictureOptions(notes=self.notes, logo=self.logo)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points; a custom size is kept within what can be drawn.

        Examples
        --------
        >>> PictureOptions(format="4:3").size
        (720.0, 540.0)
        >>> PictureOptions(format="custom", custom_size=(5000, 100)).size
        (4000.0, 1000.0)
        """
        if self.format != "custom":
            return _SIZES[self.format]
        width, height = (min(max(length, _LEAST), _MOST) for length in self.custom_size)
        return width, min(max(height, width / _WIDEST), width / _NARROWEST)
