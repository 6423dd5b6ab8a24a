"""The currency of a file: from headers and from cells that are amounts."""

import pytest

from cx import intake
from tests.made.intake_files import table


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Touchpoint", "Cost (€)"], ["Invoice", "100"]], "EUR"),
        ([["Touchpoint", "Cost"], ["Invoice", "£ 100"], ["App", "£ 20.50"]], "GBP"),
        ([["Touchpoint", "Cost"], ["Invoice", "100"]], None),
        ([["Cost", "Left", "Paid"], ["$ 1", "€ 2", "€ 3"]], "EUR"),
    ],
)
def test_the_currency_that_most_columns_name_is_the_files(rows, code):
    assert intake.currency_of(table(rows)) == code
