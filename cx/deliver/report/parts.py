"""What the report is made of, as data: pictures, tables, columns of words, pages with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cx.deliver.ground import Form, Frame, Line, Page, xml_text
from cx.deliver.pages import Measured, Story
from cx.picture.record import Box, TextBlock
from cx.picture.type import ELLIPSIS
from cx.text import drawable

LONGEST = 4_000
"""Characters of one text: what is longer ends in an ellipsis, and the workbook has it whole."""
Data = dict[str, Any]


def clean(words: str) -> str:
    """Return words as the setting takes them: no signs without a shape, and no text without end."""
    shown = drawable(xml_text(words))
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + ELLIPSIS


def drawing(svg: bytes, alt: str, box: Box) -> Data:
    """Return a picture with its alternative text and its place on the sheet, in points."""
    return {"svg": svg.decode("utf-8"), "alt": clean(alt), "box": _box(box)}


def picture(title: TextBlock, subtitle: TextBlock, drawn: Data) -> Data:
    """Return a sheet that a picture fills, its heads where the picture has them."""
    return {
        "kind": "picture",
        "title": clean(title.text),
        "title_lines": [clean(line) for line in title.lines],
        "title_type": title.size,
        "title_box": _box(title.box, wider=1.1),
        "subtitle_lines": [clean(line) for line in subtitle.lines],
        "subtitle_type": subtitle.size,
        "subtitle_box": _box(subtitle.box, wider=1.1),
        "drawing": drawn,
    }


def table(found: Measured, story: Story, footnote: Frame, form: Form) -> Data:
    """Return a table that goes on as long as it has rows."""
    rows = [found.table.lines(row, found.size, form) for row in range(len(found.table.rows))]
    return {
        **_around(story.title, found.legend, footnote),
        "kind": "table",
        "widths": found.widths,
        "air": found.air,
        "aligned": [column.align for column in found.table.columns],
        "header": [_line(one) for one in found.table.header(found.size)],
        "rows": [[_line(one) for one in row] for row in rows],
    }


def columns(page: Page) -> Data:
    """Return columns of words, side by side, that go on as long as they have words."""
    colours: list[str | None] = [bar.colour for bar in page.bars] or [None] * len(page.frames)
    pairs = zip(page.frames, colours, strict=True)
    boxes = [frame.box for frame in page.frames]
    return {
        **_around(page.title, page.subtitle, page.footnote),
        "kind": "columns",
        "gutter": boxes[1].left - boxes[0].right if len(boxes) > 1 else 0,
        "columns": [
            {"width": frame.box.width, "colour": colour, "lines": [_line(one) for one in frame.lines]}
            for frame, colour in pairs
        ],
    }


def running(page: Page, across: int) -> Data:
    """Return one long list or text in so many columns."""
    lines = [_line(one) for frame in page.frames for one in frame.lines]
    around = _around(page.title, page.subtitle, page.footnote)
    return {**around, "kind": "running", "count": across, "lines": lines}


def placed(page: Page, drawn: Data | None = None) -> Data:
    """Return a page on which everything has its place."""
    return {
        **_around(page.title, page.subtitle, page.footnote),
        "kind": "placed",
        "bars": [{"box": _box(bar.box), "colour": bar.colour} for bar in page.bars],
        "frames": [
            {"box": _box(frame.box), "lines": [_line(one) for one in frame.lines]} for frame in page.frames
        ],
        "drawing": drawn,
    }


def words_in(parts: Sequence[Data]) -> str:
    """Return every character that is written, pictures with their tags."""
    return "".join(sorted({sign for word in _words(parts) for sign in word}))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _words(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _words(one)


def _around(title: str, subtitle: str, footnote: Frame) -> Data:
    below = " ".join(line.text for line in footnote.lines)
    return {"title": clean(title), "subtitle": clean(subtitle), "footnote": clean(below)}


def _line(line: Line) -> Data:
    return {
        "text": clean(line.text),
        "size": line.size,
        "colour": line.colour,
        "bold": line.bold,
        "above": line.above,
        "align": line.align,
        "head": line.head,
    }


def _box(box: Box, wider: float = 1.0) -> Data:
    return {"left": box.left, "top": box.top, "width": box.width * wider, "height": box.height}
