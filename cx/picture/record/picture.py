"""The Picture: what every renderer draws, in slide coordinates.

Screen, static files and deck draw the same Picture, scaled as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cx.picture.record.ink import Ink
from cx.picture.record.key import KeyEntry, NumberedName
from cx.picture.record.marks import Arrow, Ghost, Ground, PlacedLogo, PlacedNote, PriorityLine, RegionShape
from cx.picture.record.parts import (
    Axis,
    Box,
    CrosshairLine,
    Disc,
    Label,
    LegendBubble,
    LegendColour,
    QuadrantArea,
    TextBlock,
)
from cx.records import Finding
from cx.text import Language


@dataclass(frozen=True)
class Picture:
    """The matrix, ready to be drawn."""

    width: float
    height: float
    lang: Language
    plot: Box
    x_axis: Axis
    y_axis: Axis
    x_title: TextBlock
    y_title: TextBlock
    """Drawn turned by 90 degrees counter-clockwise; the box is that of the turned text."""
    quadrants: tuple[QuadrantArea, ...]
    """Empty where there is no impact."""
    crosshair: tuple[CrosshairLine, ...]
    discs: tuple[Disc, ...]
    """Big ones first, so that small ones are drawn on top."""
    labels: tuple[Label, ...]
    key: tuple[KeyEntry, ...]
    size_legend: tuple[LegendBubble, ...]
    size_note: TextBlock | None
    """What the size stands for; that all bubbles are equal, where they are; a cap or log scale."""
    colour_legend: tuple[LegendColour, ...]
    title: TextBlock
    subtitle: TextBlock
    footnote: TextBlock
    alt: str
    """The finding in words, for those who do not see the picture."""
    overlaps: tuple[str, ...] = ()
    """Ids of bubbles whose label could not be placed free of everything else."""

    tick_labels: tuple[TextBlock, ...] = ()
    """The values along both axes."""
    grid: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()
    """Lines behind the bubbles, where no quadrants carry the plot."""
    zero: tuple[tuple[float, float], tuple[float, float]] | None = None
    """The line of no impact, where a bubble lies below it."""
    fans: tuple[tuple[float, float], ...] = ()
    """Places where bubbles that coincide were set apart; a cross marks each."""
    message: TextBlock | None = None
    """What stands in the plot where there is no bubble to draw."""
    key_title: TextBlock | None = None
    beyond_key: tuple[NumberedName, ...] = ()
    """Numbers and names that the key has no room for: a list beside the picture names them."""
    key_note: TextBlock | None = None
    """Which numbers those are, below the key."""
    headings: bool = True
    """Whether title and subtitle are drawn; where not, the page or the slide shows them itself."""
    y_stands_for: Literal["impact", "volume", "rank"] = "impact"
    """What runs upwards: volume where there is no impact, and the order of satisfaction without both."""
    priority_lines: tuple[PriorityLine, ...] = ()
    regions: tuple[RegionShape, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    """Big ones first."""
    inks: tuple[Ink, ...] = ()
    """The marks of a lens, above the bubbles."""
    notes: tuple[PlacedNote, ...] = ()
    """Words that a person pinned to places of the plot, above everything else."""
    logo: PlacedLogo | None = None
    """In the corner beside the title; ``None`` where the page or slide around it shows it, or nobody does."""
    grounds: tuple[Ground, ...] = ()
    """Behind the names that one of these runs through."""
    windowed: bool = False
    """Whether a part of the plot is shown."""
    outside: int = 0
    """How many bubbles lie outside the part that is shown; the footnote says it."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the chosen colours."""
    unit_radius: float | None = None
    """The radius of a volume of 1, where areas are true to volume."""

    @property
    def key_numbers(self) -> dict[str, int]:
        """The number of every bubble that carries one, by its id: for the list beside the picture."""
        beyond = {one.id: one.number for one in self.beyond_key if one.number is not None}
        return {entry.id: entry.number for entry in self.key} | beyond

    @property
    def every_ink(self) -> tuple[Ink, ...]:
        """What is drawn above the bubbles: the marks of a lens, and on top the notes."""
        return (*self.inks, *(ink for note in self.notes for ink in note.inks))

    @property
    def texts(self) -> tuple[TextBlock, ...]:
        """Every block of text that is drawn upright."""
        if self.message is not None:
            return (self.message, *self._heads, self.footnote)
        return (
            *(area.name for area in self.quadrants),
            *(line.label for line in self.crosshair),
            *(line.label for line in self.priority_lines),
            *self.tick_labels,
            self.x_title,
            *self._heads,
            self.footnote,
            *(label.block for label in self.labels),
            *(block for ink in self.every_ink for block in ink.blocks),
            *(block for entry in self.key for block in (entry.figure, entry.block)),
            *(bubble.label for bubble in self.size_legend),
            *(entry.label for entry in self.colour_legend),
            *(block for block in (self.size_note, self.key_title, self.key_note) if block is not None),
        )

    @property
    def _heads(self) -> tuple[TextBlock, ...]:
        return (self.title, self.subtitle) if self.headings else ()

    def at(self, satisfaction: float, impact: float) -> tuple[float, float]:
        """Return the place of a satisfaction and an impact (or what runs upwards instead)."""
        x = self.plot.left + self.x_axis.share(satisfaction) * self.plot.width
        return x, self.plot.bottom - self.y_axis.share(impact) * self.plot.height

    def values_at(self, x: float, y: float) -> tuple[float, float]:
        """Return the satisfaction and the impact at a place, the opposite of :meth:`at`."""
        across = (x - self.plot.left) / self.plot.width
        return self.x_axis.value(across), self.y_axis.value((self.plot.bottom - y) / self.plot.height)
