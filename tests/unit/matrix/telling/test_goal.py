"""A business goal that is a question stands in quotation marks, and long ones end at a word."""

import pytest

from cx import matrix
from cx.records import Settings
from tests.made.tables import row, touchpoints


@pytest.mark.parametrize("goal", ["Churn", "NPS (0-10)", "Omzet per klant", "推奨度", "Left = yes"])
def test_a_short_name_stays_as_it_is(goal):
    assert matrix.goal_words(goal) == goal


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Kom je terug?", "“Kom je terug?”"),
        ("Would you come back? = yes", "“Would you come back? = yes”"),
        ("¿Nos recomendaría? (0-10)", "“¿Nos recomendaría? (0-10)”"),
        ("また利用しますか？", "“また利用しますか？”"),
        (
            "Hoe waarschijnlijk is het dat u ons aanbeveelt bij familie, vrienden of collega's?",
            "“Hoe waarschijnlijk is het dat u ons aanbeveelt bij familie …”",
        ),
        ("Overall satisfaction with us in the past year", "“Overall satisfaction with us in the past year”"),
        ("x" * 70, f"“{'x' * 60} …”"),
    ],
)
def test_a_question_or_a_long_header_is_quoted_and_cut_at_a_word(goal, told):
    assert matrix.goal_words(goal) == told


def test_the_subtitle_and_the_axis_quote_a_question():
    table = touchpoints([row("a", 6, 0.5), row("b", 8, 0.5)], impact_kind="derived")
    built = matrix.build(table, Settings(goal="Beveelt u ons aan?"))
    assert matrix.subtitle(built, "nl").endswith("impact op “Beveelt u ons aan?”, afgeleid")
    assert matrix.axis_title(built, "impact", "nl").startswith("Impact op “Beveelt u ons aan?”")
