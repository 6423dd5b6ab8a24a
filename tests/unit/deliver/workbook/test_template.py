"""The template workbook."""

import io

import pytest
from openpyxl import load_workbook

from cx import deliver, intake
from cx.matrix import build
from cx.records import Scale


@pytest.mark.parametrize(("lang", "first"), [("en", "Invoice"), ("nl", "Factuur")])
def test_it_reads_back_without_a_cell_left_out(lang, first):
    table = intake.touchpoints(intake.read(deliver.template(lang), "template.xlsx"))
    assert [finding.code for finding in table.findings if finding.severity != "info"] == []
    assert table.rows["touchpoint"].iloc[0] == first
    assert list(table.rows["volume"]) == [1450000, 310000, 24000, 880000, 41000, 96000, 720000, 510000]
    assert (table.scale, table.impact_scale) == (Scale(1, 10), Scale(1, 5))


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_its_example_fills_every_quadrant(lang):
    matrix = build(intake.touchpoints(intake.read(deliver.template(lang), "template.xlsx")))
    assert len({bubble.quadrant for bubble in matrix.bubbles}) == 4


def checks(sheet):
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def test_cells_check_what_is_typed():
    sheet = load_workbook(io.BytesIO(deliver.template("en"))).worksheets[0]
    satisfaction, volume = checks(sheet)["D2:D501"], checks(sheet)["F2:F501"]
    assert (satisfaction.type, satisfaction.operator, satisfaction.formula1, satisfaction.formula2) == (
        "decimal",
        None,
        "1",
        "10",
    )
    assert (volume.type, volume.operator, volume.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert volume.error == "Type a number from 0, or leave the cell empty."


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_column_is_explained(lang):
    table, explanation = load_workbook(io.BytesIO(deliver.template(lang))).worksheets
    headers = [cell.value for cell in table[1]]
    explained = {line[0]: line[2] for line in explanation.iter_rows(min_row=2, values_only=True)}
    assert list(explained) == headers
    assert min(len(words) for words in explained.values()) > 20
    assert set(checks(table)) == {f"{cell.column_letter}2:{cell.column_letter}501" for cell in table[1]}
