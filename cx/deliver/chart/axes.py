"""The axes of a native bubble chart, with their own values: the Picture begins them at a round one.

Office counts the values of an axis from its end. Those beyond the scale, which only the room around bubbles
shows, are not written: a condition in the format of the number leaves them out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cx.deliver.chart.elements import EMU, fill, rich, tag, text_look, value
from cx.picture import DECK_SIZES, Picture
from cx.picture.colour import CROSSHAIR, GRID, SECONDARY
from cx.picture.record import Axis, Box, TextBlock, Tick
from cx.text import Language

X_AXIS, Y_AXIS = 111_000_001, 111_000_002
_UPWARD = -5_400_000
_THIN = round(0.75 * EMU)
_FROM_VALUES = 8.5
"""Points between an upright title and the values: native ones lie nearer to it than ours."""
_HAIR = 1e-9
_NUMBER = re.compile(r"(\d[\d.,]*)\s*(%?)$")
_DECIMAL = {"en": ".", "nl": ","}
_LANGUAGE = {"en": "", "nl": "[$-413]"}
"""Which language's signs stand in a number, for programs that go by the file and not by the machine."""


@dataclass(frozen=True)
class Shown:
    """How a value is written."""

    decimals: int
    percent: bool = False
    of_one: bool = False
    """Whether it is a share of 1 that is written as a percentage."""

    @property
    def code(self) -> str:
        """The format of a cell or an axis."""
        plain = "0" + ("." + "0" * self.decimals if self.decimals else "")
        return plain + ("%" if self.of_one else '"%"' if self.percent else "")


def value_format(number: float, words: str, lang: Language) -> Shown | None:
    """Return how words write a number at their end; ``None`` where no number stands there.

    Examples
    --------
    >>> value_format(7.0745, "mean 7.1", "en"), value_format(0.125, "12,5%", "nl")
    (Shown(decimals=1, percent=False, of_one=False), Shown(decimals=1, percent=True, of_one=True))
    """
    found = _NUMBER.search(words)
    if found is None:
        return None
    digits, sign = found.groups()
    whole, _, part = digits.partition(_DECIMAL[lang])
    told = float(f"{re.sub('[.,]', '', whole)}.{part or 0}")
    share = bool(sign) and abs(told - abs(number) * 100) <= abs(told - abs(number))
    return Shown(len(part), bool(sign), share)


def cell_code(axis: Axis, lang: Language) -> str:
    """Return how cells show the values of an axis: with a decimal more than the axis, two at least."""
    found = [shown for tick in axis.ticks if (shown := value_format(tick.value, tick.label, lang))]
    if axis.log or not found:
        return "General"
    decimals = max(shown.decimals for shown in found) + 1
    return replace(found[0], decimals=decimals if found[0].percent else max(2, decimals)).code


def axes(picture: Picture, frame: Box) -> str:
    """Return both axes; the line across stands where there is no impact, if the Picture has that line."""
    zero = picture.zero is not None
    across = _axis(picture.x_axis, picture.x_title, X_AXIS, picture, frame, zero=zero)
    return across + _axis(picture.y_axis, picture.y_title, Y_AXIS, picture, frame)


def _axis(axis: Axis, title: TextBlock, own: int, picture: Picture, frame: Box, *, zero: bool = False) -> str:
    code, unit = _values(axis, picture.lang)
    line = tag("a:ln", fill(CROSSHAIR), w=_THIN) if zero else tag("a:ln", "<a:noFill/>")
    grid = tag("c:majorGridlines", tag("c:spPr", tag("a:ln", fill(GRID), w=_THIN)))
    size = picture.tick_labels[0].size if picture.tick_labels else DECK_SIZES.tick
    return tag(
        "c:valAx",
        value("c:axId", own),
        tag(
            "c:scaling",
            value("c:logBase", 10) if axis.log else "",
            value("c:orientation", "minMax"),
            value("c:max", axis.value(1.0)),
            value("c:min", axis.value(0.0)),
        ),
        value("c:delete", 0),
        value("c:axPos", "b" if own == X_AXIS else "l"),
        grid if picture.grid and unit else "",
        _axis_title(title, own, picture, frame),
        tag("c:numFmt", formatCode=code, sourceLinked=0),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "low" if unit else "none"),
        tag("c:spPr", line),
        text_look(size, SECONDARY),
        value("c:crossAx", Y_AXIS if own == X_AXIS else X_AXIS),
        value("c:crossesAt", 0) if zero else value("c:crosses", "min"),
        value("c:crossBetween", "midCat"),
        value("c:majorUnit", unit) if unit else "",
    )


def _values(axis: Axis, lang: Language) -> tuple[str, float]:
    """Return the format of an axis' values and the distance between them; 0 where there are none."""
    found = [(tick, shown) for tick in axis.ticks if (shown := value_format(tick.value, tick.label, lang))]
    if not found:
        return "General", 0.0
    if axis.log:
        return f'[<{found[0][0].value / 2:.12g}]"";{_LANGUAGE[lang]}#,##0', 10.0
    ticks = [tick for tick, _ in found]
    unit = round(_step(ticks, axis), 12)
    decimals = max(shown.decimals for _, shown in found)
    code = Shown(decimals, found[0][1].percent, found[0][1].of_one).code
    many = "#,##0" if ticks[-1].value >= 1000 and not decimals else code  # noqa: PLR2004
    return _conditions(ticks, axis, unit, _LANGUAGE[lang] + many), max(unit, 0.0)


def _step(ticks: list[Tick], axis: Axis) -> float:
    first, *rest = (tick.value for tick in ticks)
    return rest[0] - first if rest else first - axis.minimum


def _conditions(ticks: list[Tick], axis: Axis, unit: float, code: str) -> str:
    """Return the format that leaves out the values before the first that is told, and those after the last.

    A format has two conditions at most. Where values below 0 are told one of them is theirs: LibreOffice
    writes those of a format with any condition without their sign.
    """
    first, last = ticks[0].value, ticks[-1].value
    before = axis.minimum < first - _HAIR * max(1.0, abs(first))
    after = axis.maximum > last + unit * (1 - _HAIR)
    half = unit / 2
    left_out = [f'[<{first - half:.12g}]"";'] if before else []
    left_out += [f'[>{last + half:.12g}]"";'] if after else []
    if first < 0 and left_out:
        begun = code.rfind("]") + 1
        left_out = [left_out[0], f"[<0]{code[:begun]}-{code[begun:]};"]
    return "".join([*left_out, code])


def _axis_title(title: TextBlock, own: int, picture: Picture, frame: Box) -> str:
    aside = 0.0 if own == X_AXIS else _aside(title, picture)
    place = tag(
        "c:manualLayout",
        value("c:xMode", "edge"),
        value("c:yMode", "edge"),
        value("c:x", max(0.0, title.box.left - aside - frame.left) / frame.width),
        value("c:y", (title.box.top - frame.top) / frame.height),
    )
    words = tag("c:tx", rich(title, 0 if own == X_AXIS else _UPWARD))
    return tag("c:title", words, tag("c:layout", place), value("c:overlay", 0))


def _aside(title: TextBlock, picture: Picture) -> float:
    """Return how much farther from the values than in the Picture an upright title stands."""
    values = [block.box.left for block in picture.tick_labels if block.box.right < picture.plot.left]
    return max(0.0, _FROM_VALUES - min(values) + title.box.right) if values else 0.0
