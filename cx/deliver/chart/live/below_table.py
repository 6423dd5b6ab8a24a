"""What stands below the table and is no touchpoint: the scale of sizes, the crossing of the lines, words."""

from __future__ import annotations

from cx.deliver.chart import layout
from cx.deliver.chart.axes import Shown, value_format
from cx.deliver.chart.live import formulas
from cx.deliver.chart.live.cells import HEAD_HEIGHT, ChartSheet
from cx.deliver.ground import Value, cell_text


def write_below(made: ChartSheet, rows: int) -> None:
    """Write what is no touchpoint: the scale of all sizes, the crossing of the lines, words."""
    data, first = made.data, layout.below(rows)
    heads = {
        layout.NAME: "others",
        layout.X: "across",
        layout.SIZE: "size",
        layout.LABEL: "label",
        layout.SCALE: "scale",
        layout.CROSSING: "lines",
        layout.WORDS: "marks",
        layout.GIVEN_NAME: "given_name",
        layout.GIVEN_LABEL: "given_label",
        layout.LEFT: "reach_left",
        layout.RIGHT: "reach_right",
        layout.DOWN: "reach_down",
        layout.UPWARDS: "reach_up",
    }
    for column, key in heads.items():
        made.title(first - 1, column, made.told(key))
    made.sheet.set_row(first - 1, HEAD_HEIGHT)
    x, y = data.middle
    scale = first + layout.SCALE_ROW
    made.value(scale, layout.NAME, made.told("reference"))
    for column, value in ((layout.X, x), (layout.SCALE, y), (layout.SIZE, data.sizes.reference)):
        made.value(scale, column, value)
    crossing = first + layout.LINES_ROW
    made.value(crossing, layout.NAME, made.told("lines"))
    made.value(crossing, layout.SIZE, data.tiny)
    results = data.reaches
    for column, formula in formulas.crossing().items():
        made.formula(crossing, column, formula, results[column])
    for at, one in enumerate(data.words):
        _words(made, first + layout.WORDS_ROW + at, at)
        made.value(first + layout.WORDS_ROW + at, layout.NAME, one.block.text)


def _words(made: ChartSheet, row: int, at: int) -> None:
    data, one = made.data, made.data.words[at]
    label = cell_text("\n".join(one.block.lines))
    line = {"satisfaction": data.lines[0], "impact": data.lines[1]}.get(one.of)
    shown = None
    if line is not None:
        shown = value_format(line, one.block.text, made.lang) or Shown(1)
    name = next((own for quadrant, own in data.quadrant_names.items() if quadrant == one.of), "")
    made.value(row, layout.GIVEN_NAME, name if line is None else line)
    made.value(row, layout.GIVEN_LABEL, label)
    made.value(row, layout.SIZE, data.tiny)
    given: dict[int, Value] = {layout.X: one.x, layout.WORDS: one.y, layout.LABEL: label}
    written = formulas.words(one, row, shown)
    for column, formula in written.items():
        made.formula(row, column, formula, label if column == layout.LABEL else line or 0.0)
    for column, value in given.items():
        if column not in written:
            made.value(row, column, value)
