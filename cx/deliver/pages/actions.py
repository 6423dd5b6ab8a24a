"""The page that says what to do: three sentences at most, each beside its number."""

from __future__ import annotations

from cx.deliver.ground import BODY, Bar, Form, Frame, Line, Page, page
from cx.deliver.told import MOST_ACTIONS, Action, actions_title, what_to_do
from cx.picture.colour import INK, SECONDARY
from cx.picture.record import Box
from cx.picture.type import ELLIPSIS
from cx.records import Matrix
from cx.text import Language, say

_BAR, _BESIDE = 4.0, 14.0
_TALLEST, _AIR = 126.0, 26.0
_NUMBERS = ((48.0, 24.0), (40.0, 20.0), (32.0, 18.0), (26.0, 16.0), (22.0, 14.0), (20.0, BODY))
"""Type of the numbers and of the sentences, the largest first."""


def pages(matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return the page; none where there is nothing to say."""
    found = what_to_do(matrix, lang)
    if not found:
        return []
    title = _title(found, matrix, lang, form)
    room = form.content_box(title)
    deep = min(_TALLEST, room.height / MOST_ACTIONS)
    sizes = next((one for one in _NUMBERS if _fits(found, one, deep, room, form)), _NUMBERS[-1])
    frames: list[Frame] = []
    bars: list[Bar] = []
    for at, one in enumerate(found):
        box = Box(room.left, room.top + at * deep, room.width, deep - _AIR)
        shade = form.shades[one.quadrant] if one.quadrant else None
        bars.append(
            Bar(
                one.bubble.label, Box(box.left, box.top, _BAR, box.height), shade.fill if shade else SECONDARY
            )
        )
        frames += _row(one, box, _across(found, sizes[0], form), sizes, shade.text if shade else INK)
    notes = "\n".join(f"{one.number} {one.about}: {one.sentence}" for one in found)
    return [
        Page(title, say("deliver.actions.subtitle", lang), footnote, tuple(frames), tuple(bars), notes=notes)
    ]


def _title(found: tuple[Action, ...], matrix: Matrix, lang: Language, form: Form) -> str:
    """Return the title that names as much as two lines hold."""
    for count in (MOST_ACTIONS, MOST_ACTIONS - 1):
        title = actions_title(found, matrix, lang, count)
        if not form.fitting_title(title)[0].endswith(ELLIPSIS):
            return title
    return actions_title(found, matrix, lang, 1)


def _across(found: tuple[Action, ...], size: float, form: Form) -> float:
    """Return how wide the column of numbers is."""
    wide = [form.text_width(one.number, size, bold=True) for one in found]
    return max(*wide, *(form.text_width(one.about, BODY) for one in found)) + _BESIDE


def _fits(found: tuple[Action, ...], sizes: tuple[float, float], deep: float, room: Box, form: Form) -> bool:
    number, size = sizes
    width = room.width - _BAR - 2 * _BESIDE - _across(found, number, form)
    head = form.text_height("0", width, number, bold=True) + form.text_height("0", width, BODY)
    words = max(form.text_height(one.sentence, width, size) for one in found)
    return width > room.width / 2 and max(head, words) <= deep - _AIR


def _row(one: Action, box: Box, wide: float, sizes: tuple[float, float], colour: str) -> tuple[Frame, Frame]:
    """Return the number with what it is, and the sentence beside it."""
    left = box.left + _BAR + _BESIDE
    number = (Line(one.number, sizes[0], colour, bold=True), Line(one.about, BODY, SECONDARY))
    beside = Box(left + wide + _BESIDE, box.top, box.right - left - wide - _BESIDE, box.height)
    above = max(0.0, (sizes[0] - sizes[1]) * page.FIRST_BASELINE)
    return (
        Frame(f"{one.bubble.label}: {one.about}", Box(left, box.top, wide, box.height), number),
        Frame(one.bubble.label, beside, (Line(one.sentence, sizes[1], above=above),)),
    )
