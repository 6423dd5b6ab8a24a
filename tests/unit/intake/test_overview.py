"""A table at a glance: its telling columns, one row a touchpoint of surveys, and the decimal mark."""

import pytest

from cx import intake
from cx.intake import overview
from cx.records import Choices

PERIODS = (
    "Touchpoint;Satisfaction (1-10);Period;Channel\n"
    "Invoice;6;2026 Q1;Letter\nInvoice;7;2026 Q2;Letter\nApp;8;2026 Q1;App\nApp;9;2026 Q2;App\n"
)


def read(content):
    return intake.read(content.encode(), "t.csv")


def test_what_tells_rows_apart_stands_before_the_numbers():
    table = intake.touchpoints(read(PERIODS))
    assert overview.columns(table.rows) == ("touchpoint", "period", "satisfaction", "channel")
    assert len(overview.at_a_glance(table)) == 4


def test_of_a_survey_each_touchpoint_has_one_row_over_all_groups():
    rows = ["Respondent;Region;Invoice (1-10);App (1-10);NPS"]
    rows += [
        f"{place};{'North' if place < 8 else 'South'};{4 if place < 8 else 10};{place % 5 + 5};{place % 11}"
        for place in range(24)
    ]
    rows.append("99;South;;7;3")
    chosen = Choices(
        shape="responses", roles={"Region": "segment", "Invoice (1-10)": "rating", "App (1-10)": "rating"}
    )
    table = intake.touchpoints(read("\n".join(rows)), chosen, partial=True)
    assert len(table.rows) == 4
    glance = overview.at_a_glance(table).set_index("touchpoint")
    assert glance.index.tolist() == ["Invoice", "App"]
    assert glance.loc["Invoice", ["satisfaction", "n"]].tolist() == [8, 24]
    assert glance.loc["App", "n"] == 25


@pytest.mark.parametrize(
    ("content", "mark"),
    [
        ("Touchpoint;Satisfaction\nInvoice;6,1\nApp;8\nCall;7\n", ","),
        ("Touchpoint;Satisfaction\nInvoice;6.1\nApp;8.4\nCall;7\n", "."),
        ("Touchpoint;Satisfaction\nInvoice;6\nApp;8\nCall;7\n", None),
    ],
)
def test_the_decimal_mark_is_that_of_numbers_with_decimals(content, mark):
    book = read(content)
    assert overview.decimal_mark(book.sheets[0], intake.understand(book)) == mark
