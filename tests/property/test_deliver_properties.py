"""Whatever people type, deck and workbook open again and lose no touchpoint."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cx import deliver
from cx.deliver.ground.safe_text import cell_text
from tests.unit.deliver import cases

NAMES = st.lists(
    st.text(min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=12, unique_by=str.casefold
)
VOLUMES = st.one_of(st.none(), st.just(0.0), st.floats(1, 1e10))


@settings(max_examples=8)
@given(names=NAMES, volumes=st.lists(VOLUMES, min_size=12, max_size=12), lang=st.sampled_from(["en", "nl"]))
def test_every_name_arrives_and_nothing_runs(names, volumes, lang):
    rows = [
        cases.row(name, 3 + at / 2, 1 + at % 5, volume=volume, note=name)
        for at, (name, volume) in enumerate(zip(names, volumes, strict=False))
    ]
    table = cases.table(rows)
    matrix = cases.matrix(table)
    picture = deliver.deck_picture(matrix, lang=lang, day=cases.DAY)
    deck = deliver.deck(matrix, picture, lang=lang, day=cases.DAY)
    (chart,) = (shape.chart for shape in cases.slides(deck)[0].shapes if shape.has_chart)
    editor = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    book = load_workbook(io.BytesIO(deliver.workbook(matrix, table, picture, lang=lang, day=cases.DAY)))
    for file in (editor, book):
        cells = [cell for sheet in file for line in sheet.iter_rows() for cell in line]
        formulas = [cell.value for cell in cells if cell.data_type == "f"]
        assert [formula for formula in formulas if not cases.is_our_formula(formula)] == []
    held = {str(cell.value or "") for cell in editor.active["A"]}
    assert {kept(bubble.name) for bubble in matrix.bubbles} <= {kept(value) for value in held}


def kept(name):
    """What of a name survives a file: legal characters, and words without the space around them."""
    return " ".join(cell_text(name).split())
