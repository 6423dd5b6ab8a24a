"""The matrix page of a survey: impact at once, another outcome or none with a click, or why there is none.

Long is the other language of ``test_a_survey_with_one_outcome_has_impact_at_once`` and
``test_too_few_answers_leave_the_matrix_without_impact_and_say_how_many_would_do``.
"""

import pytest

from cx import text
from tests.app import screens
from tests.made.responses import journey
from tests.project import tiers

LOCALES = {"en": "en-GB", "nl": "nl-NL"}


def survey(rows=240, **more):
    table = journey(rows=rows, touchpoints=4).drop(columns=["w"])
    table = table.rename(columns={"outcome": "Gesamtzufriedenheit"})
    return table.assign(**{header: column(table) for header, column in more.items()})


def churned(table):
    return ["yes" if value < 7 else "no" for value in table["Gesamtzufriedenheit"]]


def drawn(table, locale="en-GB"):
    return screens.loaded(table.to_csv(index=False), "survey.csv", locale, on="matrix")


def control(app):
    return app.get_by_key(f"control_{app.session_state['language']}_impact_on")


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_a_survey_with_one_outcome_has_impact_at_once(lang):
    app = drawn(survey(), LOCALES[lang])
    assert not app.exception
    goal = text.say("impact.on.inside", lang, goal="Gesamtzufriedenheit")
    assert text.say("impact.derived", lang, impact=goal) in screens.read(app)
    assert control(app).value == "Gesamtzufriedenheit"


def test_one_click_leaves_impact_out_and_one_brings_it_back():
    app = drawn(survey())
    control(app).set_value("").run()
    assert not app.exception
    assert text.say("failure.no_impact", "en") in screens.read(app)
    control(app).set_value("Gesamtzufriedenheit").run()
    assert not app.exception
    assert text.say("failure.no_impact", "en") not in screens.read(app)


def test_another_outcome_is_one_click_away():
    app = drawn(survey(Churned=churned))
    assert control(app).value == "Gesamtzufriedenheit"
    control(app).set_value("Churned").run()
    assert not app.exception
    assert "impact on Churned, derived" in screens.read(app)


def test_several_likely_outcomes_are_asked_about_first_and_one_is_drawn():
    table = survey(Churned=churned, NPS=lambda one: one["Gesamtzufriedenheit"].round().clip(0, 10))
    app = drawn(table.drop(columns=["Gesamtzufriedenheit"]))
    assert not app.exception
    first = control(app).value
    others = {"Churned", "NPS"} - {first}
    assert first in ("Churned", "NPS")
    assert any(f"Impact is shown on '{first}' for now, but '{others.pop()}'" in one.value for one in app.info)
    assert f"impact on {first}, derived" in screens.read(app)


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_too_few_answers_leave_the_matrix_without_impact_and_say_how_many_would_do(lang):
    app = drawn(survey(rows=36), LOCALES[lang])
    assert not app.exception
    words = text.say("finding.impact_few_answers", lang, column="Gesamtzufriedenheit", n=36, needed=70)
    assert text.for_markdown(words) in [one.value for one in app.info]
    assert control(app).value == ""


def test_a_table_of_touchpoints_has_no_outcomes_to_choose_from():
    app = screens.loaded(on="matrix")
    with pytest.raises(KeyError):
        control(app)
