"""Tables of words as pages: as many as the rows need, in type as large as one page allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, sqrt

from cx.deliver.ground import ABOVE, BODY, PADDING, Form, Frame, Grid, Line, Page, Table, page
from cx.picture.record import Box
from cx.text import Language, say

_SIZES = (16.0, 14.0, BODY)
_SPARE = 4.0
"""The room that a number has more than it measures: another machine's font may be a touch wider."""
_AIR = 0.8
"""How much higher than needed a row may become where a page has room, in lines."""
_TIGHT = 1.0
"""The least of it where a table flows from page to page, in points."""
_CROWDED = 1.25
"""How much wider than the page a table may be before a column is left out."""
_NEARLY = 0.5
_TRIES = 3
"""How often rows are spread anew where a page's own title takes more room than was thought."""
_LONGEST_WORD = 0.4
"""The share of the page that a word may claim: a longer one is broken."""


@dataclass(frozen=True)
class Story:
    """What stands around a table: the finding, what explains it, and what the table shows in words."""

    title: str
    legend: str
    alt: str
    further: Callable[[range], str] | None = None
    """The finding of the rows of a page on which the table goes on; ``None``: which rows they are."""


@dataclass(frozen=True)
class Tabled:
    """A table with what stands around it."""

    table: Table
    story: Story
    first: int | None = None
    """How many rows matter: those that follow go on elsewhere; ``None``: what one page holds."""

    def title(self, rows: range, lang: Language) -> str:
        """Return the title of a page with some of the rows: no two pages have the same."""
        if rows.start == 0:
            return self.story.title
        if self.story.further:
            return self.story.further(rows)
        at = next((at for at, one in enumerate(self.table.columns) if one.bold), 0)
        ends = self.table.rows[rows.start][at], self.table.rows[rows.stop - 1][at]
        counted = {"start": rows.start + 1, "end": rows.stop, "total": len(self.table.rows)}
        key = "deliver.further.rows" if len(rows) > 1 else "deliver.further.row"
        return say(key, lang, first=ends[0], last=ends[1], **counted)


@dataclass(frozen=True)
class _Setting:
    """A table in one type size: the widths of its columns, the heights of its rows."""

    size: float
    widths: tuple[float, ...]
    header: float
    heights: tuple[float, ...]
    roomy: bool
    """Whether every cell stands on one line."""


@dataclass(frozen=True)
class Cut:
    """The pages of one thing: those that are shown, and those on which it goes on."""

    shown: list[Page]
    further: list[Page]


def pages(found: Tabled, footnote: Frame, form: Form, lang: Language) -> Cut:
    """Return as many pages as the table needs, and which of them come first; none for an empty one."""
    found = replace(found, table=found.table.filled())
    table = found.table.first(page.MOST)
    head, tail = _split(found, len(table.rows))
    parts: list[tuple[range, Grid]] = []
    for rows in (head, tail):
        parts += _parts(found, rows, form, lang) if rows else []
    legend = page.only_first(found.story.legend, page.MOST, len(found.table.rows), lang)
    made = []
    for at, (rows, grid) in enumerate(parts, start=1):
        subtitle = page.continued(legend, at, len(parts), lang)
        notes = "\n".join(" | ".join(table.rows[row]) for row in rows)
        made.append(Page(found.title(rows, lang), subtitle, footnote, grid=grid, notes=notes))
    before = sum(rows.start < head.stop for rows, _ in parts) if tail else 1
    return Cut(made[:before], made[before:])


def _split(found: Tabled, count: int) -> tuple[range, range]:
    """Return the rows that matter, and all others."""
    first = count if found.first is None else min(found.first, count)
    return range(first), range(first, count)


def _parts(found: Tabled, rows: range, form: Form, lang: Language) -> list[tuple[range, Grid]]:
    """Return the rows of each page, with the page's grid: below the title of those that takes most room."""
    rooms = [form.content_box(found.title(range(rows.start, rows.stop), lang))]
    for _ in range(_TRIES):
        room = min(rooms, key=lambda one: one.height)
        made = _in_room(found, rows, room, form)
        rooms = [form.content_box(found.title(part, lang)) for part, _ in made]
        if min(one.height for one in rooms) >= room.height:
            break
    return made


def _in_room(found: Tabled, rows: range, room: Box, form: Form) -> list[tuple[range, Grid]]:
    asked = replace(
        found.table,
        rows=found.table.rows[rows.start : rows.stop],
        quadrants=found.table.quadrants[rows.start : rows.stop],
    )
    shown = _fitting(asked, room.width, form)
    setting = _chosen(shown, room, form)
    cut = paged(setting.heights, room.height - setting.header)
    return [
        (
            range(rows.start + one.start, rows.start + one.stop),
            _grid(shown, setting, one, room, found.story.alt, form),
        )
        for one in cut
    ]


@dataclass(frozen=True)
class Measured:
    """A table as wide as a page: what is shown of it, its type, its columns, and the air in its rows."""

    table: Table
    size: float
    widths: tuple[float, ...]
    air: float
    """How much higher than its words a row is, in points."""
    legend: str


def measured(found: Tabled, form: Form, lang: Language) -> Measured:
    """Return a table as a file that flows sets it: in one piece, its header on every page."""
    room = form.content_box(found.story.title)
    found = replace(found, table=found.table.filled())
    legend = page.only_first(found.story.legend, page.MOST, len(found.table.rows), lang)
    shown = _fitting(found.table.first(page.MOST), room.width, form)
    setting = _chosen(shown, room, form)
    spare = (room.height - setting.header - sum(setting.heights)) / (len(setting.heights) + 1)
    air = min(max(spare, _TIGHT), _AIR * setting.size)
    return Measured(shown, setting.size, setting.widths, air, legend)


def paged(heights: Sequence[float], room: float) -> list[range]:
    """Return the rows of each page: as few pages as possible, and about as many rows on each.

    Parameters
    ----------
    heights
        Of each row, in points.
    room
        What the rows of one page may take together.
    """
    full = _filled(heights, room, len(heights))
    even = _filled(heights, room, ceil(len(heights) / max(len(full), 1)))
    return even if len(even) == len(full) else full


def _filled(heights: Sequence[float], room: float, most: int) -> list[range]:
    parts: list[range] = []
    start = 0
    while start < len(heights):
        end = start + 1
        while end < min(start + most, len(heights)) and sum(heights[start : end + 1]) <= room:
            end += 1
        parts.append(range(start, end))
        start = end
    return parts


def _fitting(table: Table, width: float, form: Form) -> Table:
    """Return the table with as many of its optional columns as leave room for the words of the others."""
    while True:
        needed = sum(_natural(table, at, BODY, form) for at in range(len(table.columns)))
        fewer = table.narrowed()
        if needed <= width * _CROWDED or fewer is table:
            return table
        table = fewer


def _chosen(table: Table, room: Box, form: Form) -> _Setting:
    """Return the table in the largest type in which it fits on one page, else in the smallest."""
    for larger, _ in pairwise(_SIZES):
        setting = _set(table, room.width, larger, form)
        if setting.roomy and setting.header + sum(setting.heights) <= room.height:
            return setting
    return _set(table, room.width, _SIZES[-1], form)


def _set(table: Table, width: float, size: float, form: Form) -> _Setting:
    natural = [_natural(table, at, size, form) for at in range(len(table.columns))]
    widths = _widths(table, natural, width, size, form)
    heights = tuple(_deep(table.lines(row, size, form), widths, form) for row in range(len(table.rows)))
    roomy = all(wide <= given + _SPARE for wide, given in zip(natural, widths, strict=True))
    return _Setting(size, widths, _deep(table.header(size), widths, form), heights, roomy)


def _natural(table: Table, at: int, size: float, form: Form) -> float:
    """Return the width at which nothing in a column wraps, and its header stands on two lines."""
    column = table.columns[at]
    words = form.font.balanced(column.title, 2, size, "semibold")
    header = max(form.text_width(line, size, bold=True) for line in words)
    cells = [form.text_width(row[at], size, bold=column.bold) for row in table.rows]
    return max(header, *cells) + 2 * PADDING + _SPARE


def _widths(
    table: Table, natural: Sequence[float], width: float, size: float, form: Form
) -> tuple[float, ...]:
    """Return the widths of the columns: numbers as wide as they are, words share what is left.

    Where there is room for all words, what is over goes to the bold column; where there is not, columns get
    by the root of what they would take, so that one long text does not squeeze all others, and no column is
    narrower than its longest word.
    """
    flexible = [at for at, column in enumerate(table.columns) if column.align == "left"]
    left = width - sum(wide for at, wide in enumerate(natural) if at not in flexible)
    wide = list(natural)
    over = left - sum(natural[at] for at in flexible)
    if over >= 0 and flexible:
        named = [at for at in flexible if table.columns[at].bold] or flexible
        wide[named[0]] += over
        return tuple(wide)
    least = {at: min(_longest_word(table, at, size, form), width * _LONGEST_WORD) for at in flexible}
    wide = [least.get(at, one) for at, one in enumerate(natural)]
    _share(wide, natural, left - sum(least.values()), flexible)
    return tuple(one * width / sum(wide) for one in wide) if sum(wide) > width else tuple(wide)


def _share(wide: list[float], natural: Sequence[float], spare: float, flexible: Sequence[int]) -> None:
    """Add what is spare to the columns that want more, by the root of what they would take, none above it."""
    hungry = [at for at in flexible if wide[at] < natural[at]]
    while spare > 1 and hungry:
        weights = {at: sqrt(natural[at]) for at in hungry}
        total = sum(weights.values())
        given = {at: min(natural[at] - wide[at], spare * weights[at] / total) for at in hungry}
        for at, more in given.items():
            wide[at] += more
        spare -= sum(given.values())
        hungry = [at for at in hungry if natural[at] - wide[at] > _NEARLY]


def _longest_word(table: Table, at: int, size: float, form: Form) -> float:
    column = table.columns[at]
    words = [word for row in (*table.rows, [column.title] * (at + 1)) for word in row[at].split()]
    widest = max((form.text_width(word, size, bold=True) for word in words), default=0.0)
    return widest + 2 * PADDING + _SPARE


def _deep(cells: Sequence[Line], widths: Sequence[float], form: Form) -> float:
    pairs = zip(cells, widths, strict=True)
    return 2 * ABOVE + max(page.line_height(line, width - 2 * PADDING, form) for line, width in pairs)


def _grid(table: Table, setting: _Setting, rows: range, room: Box, alt: str, form: Form) -> Grid:
    heights = [setting.heights[row] for row in rows]
    spare = (room.height - setting.header - sum(heights)) / (len(heights) + 1)
    more = max(0.0, min(spare, _AIR * setting.size))
    high = (setting.header + more, *(one + more for one in heights))
    cells = (table.header(setting.size), *(table.lines(row, setting.size, form) for row in rows))
    return Grid(alt, room.left, room.top, setting.widths, high, cells)
