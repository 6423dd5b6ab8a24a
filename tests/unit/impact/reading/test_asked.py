"""Surveys that ask both how good a touchpoint was and how important it is."""

import pandas as pd
import pytest

from cx import impact
from cx.impact.reading.importance_columns import importance_columns
from cx.matrix.comparison import stated
from cx.records import Responses
from tests.made.responses import journey


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["Tevredenheid factuur", "Belang factuur"], {"Tevredenheid factuur": "Belang factuur"}),
        (["App", "How important is the app for you"], {"App": "How important is the app for you"}),
        (["Call_satisfaction", "Call_importance"], {"Call_satisfaction": "Call_importance"}),
        (["Invoice", "App importance"], {}),
        (["Important mail", "Invoice"], {}),
        (["Importance", "Invoice"], {}),
    ],
)
def test_a_pair_names_the_same_touchpoint(names, pairs):
    assert importance_columns(names) == pairs


def asked_both():
    table = journey(rows=200, touchpoints=3).rename(
        columns={f"t{j}": f"T{j} satisfaction" for j in (1, 2, 3)}
    )
    for j in (1, 2, 3):
        table[f"T{j} importance"] = pd.Series([4.0, 6.0, -9999.0, None] * 50) + (j if j > 1 else 0)
        table.loc[2::4, f"T{j} importance"] = -9999.0
    drivers = tuple(name for name in table if name.startswith("T"))
    return Responses(table, drivers, ("outcome",), no_answer=dict.fromkeys(drivers, ("-9999",)))


def test_questions_of_importance_are_no_drivers_and_that_is_told():
    result = impact.drivers(asked_both(), "outcome", draws=0)
    assert [driver.name for driver in result.drivers] == [f"T{j} satisfaction" for j in (1, 2, 3)]
    (told,) = [finding for finding in result.findings if finding.code == "importance_columns"]
    assert told.details == {"columns": "T1 importance, T2 importance, T3 importance"}


def test_stated_importance_is_the_mean_of_the_answers_and_stands_beside_the_derived():
    responses = asked_both()
    said = impact.stated_importance(responses)
    assert said == {"T1 satisfaction": 5.0, "T2 satisfaction": 7.0, "T3 satisfaction": 8.0}
    result = impact.drivers(responses, "outcome", draws=0)
    found = stated.against_derived(impact.touchpoints(result, importance=said))
    assert dict(zip(found.names, found.stated, strict=True)) == said
    assert stated.against_derived(impact.touchpoints(result)) is None
