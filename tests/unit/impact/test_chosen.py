"""The touchpoints that a person chose as drivers, by names and patterns."""

import pandas as pd
import pytest

from cx import impact
from cx.errors import ArgumentError
from cx.records import Finding, Responses, TouchpointName

COLUMNS = ("Q7_1", "Q7_2", "Q8: Delivery, on time", "Rate: the bill")


@pytest.fixture(scope="module")
def asked():
    names = {"Rate: the bill": TouchpointName("Rate: the bill", "the bill")}
    return Responses(pd.DataFrame(), COLUMNS, ("Overall",), names=names)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (["q7_2"], ["Q7_2"]),
        (["Q7*"], ["Q7_1", "Q7_2"]),
        (["*delivery*"], ["Q8: Delivery, on time"]),
        (["THE  BILL", "Q7_1"], ["Q7_1", "Rate: the bill"]),
        (["D"], ["Rate: the bill"]),
        (["*"], list(COLUMNS)),
        (["Q*_1", "*bill"], ["Q7_1", "Rate: the bill"]),
    ],
)
def test_names_and_patterns_choose_in_the_order_of_the_file(asked, wanted, kept):
    assert list(impact.chosen(asked, wanted, {"Rate: the bill": ("D",)}).drivers) == kept


def test_who_is_left_out_is_said(asked):
    found = impact.chosen(asked, ["Q7*"])
    details = {"n": 2, "names": "“Q8: Delivery, on time”, “the bill”"}
    assert found.findings == (Finding("info", "drivers_left_out", details=details),)
    assert impact.left_out(asked, found) == {"Q8: Delivery, on time", "the bill"}
    assert impact.chosen(asked, []) is asked


@pytest.mark.parametrize(
    ("wanted", "key", "values"),
    [
        ("Delivery on tme", "no_such_driver", "“Q8: Delivery, on time”"),
        ("Q9*", "no_such_driver", "“Q7_1”"),
        ("overall", "driver_is_outcome", None),
    ],
)
def test_what_names_no_driver_is_refused_with_the_nearest(asked, wanted, key, values):
    with pytest.raises(ArgumentError) as refused:
        impact.chosen(asked, [wanted])
    assert (refused.value.key, refused.value.values["value"]) == (key, wanted)
    if values:
        assert values in refused.value.values["nearest"]


def test_a_name_as_it_stands_is_no_pattern():
    asked = Responses(pd.DataFrame(), ("Q8*", "Q81"), ())
    assert impact.chosen(asked, ["q8*"]).drivers == ("Q8*",)
