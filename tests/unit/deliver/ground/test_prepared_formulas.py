"""Formulas are written as the library writes them, and it is asked once for the functions that they call."""

import io

import pytest
from xlsxwriter import Workbook

from cx.deliver.ground import Book

FORMULAS = (
    "=B2",
    "=IF(A1>2,INDEX($B$2:$B$9,MATCH(A1,$A$2:$A$9,0)),NA())",
    "{=SUM(A1:A3*B1:B3)}",
    "SUM(A1)",
    '=IF(A1="TAKE(all)",SWITCH(A2,1,2),DROP(A1:A9,1))',
    "=1+SINGLE(A1)",
    "=STDEV.S(A1:A9)+_xlfn.STDEV.P(A1:A9)",
    "=STDEV.S(A1:A9)",
    "=SORT(A1:A9)",
    "=1=2",
)


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize("formula", FORMULAS)
def test_each_is_what_the_library_makes_of_it(formula, future):
    ours, own = Book(io.BytesIO()).sheet("Ours"), Workbook(io.BytesIO()).add_worksheet("Own")
    expected = own._prepare_formula(formula, future)
    for _ in range(2):
        assert ours._prepare_formula(formula, future) == expected


def test_rows_of_the_same_formula_are_asked_about_once(monkeypatch):
    sheet = Book(io.BytesIO()).sheet("Rows")
    asked, prepared = [], sheet._prepare_formula._prepared
    monkeypatch.setattr(
        sheet._prepare_formula, "_prepared", lambda *all_: asked.append(all_) or prepared(*all_)
    )
    for row in range(50):
        sheet.write_formula(row, 0, f"=IF(A{row + 2}>2,NA(),A{row + 2})", None, 1)
    assert asked == [("IF( NA(", True)]
