"""The matrix of a survey on the command line: impact derived by itself where the outcome is clear.

Long are further languages of ``test_inspect_asks_which_outcome_it_is_with_what_each_shows``.
"""

import json

import numpy as np
import pandas as pd
import pytest

from cx.__main__ import main
from tests.made.responses import journey
from tests.project import tiers

TOUCHPOINTS = {"t1": "Offerte", "t2": "Levering", "t3": "Factuur", "t4": "Klantenservice"}


def survey(rows=300, outcome="Algemene tevredenheid", **more):
    """Answers of Dutch customers; further columns by header."""
    table = journey(rows=rows, touchpoints=4).drop(columns=["w"])
    table = table.rename(columns={**TOUCHPOINTS, "outcome": outcome})
    return table.assign(**{header: column(table) for header, column in more.items()})


@pytest.fixture
def saved(tmp_path):
    def save(table, name="survey.csv"):
        table.to_csv(tmp_path / name, index=False)
        return str(tmp_path / name)

    return save


def answer(capsys, *arguments):
    code = main([*arguments, "--json"])
    said = capsys.readouterr()
    assert code == 0, said.err
    return json.loads(said.out)


def codes(found):
    return {finding["code"] for finding in found["findings"]}


def impacts(found):
    return {one["name"]: one["impact"] for one in found["touchpoints"]}


def test_one_outcome_gives_impact_without_being_named(saved, capsys):
    path = saved(survey())
    found = answer(capsys, "matrix", path)
    asked = answer(capsys, "drivers", path, "--outcome", "Algemene tevredenheid")
    assert impacts(found) == pytest.approx({one["name"]: one["share"] for one in asked["drivers"]})
    assert sum(impacts(found).values()) == pytest.approx(1)
    assert found["crosshair"]["impact"] == 0.25
    assert found["settings"]["outcome"] == "Algemene tevredenheid"
    assert found["settings"]["outcome_chosen"] == "by_itself"
    assert "impact_derived" in codes(found)
    assert all(one["quadrant"] and one["certainty"] is not None for one in found["touchpoints"])


def test_deriving_changes_nothing_but_impact(saved, capsys):
    table = survey()
    table.loc[:40, "Algemene tevredenheid"] = np.nan
    path = saved(table)
    with_it, without = answer(capsys, "matrix", path), answer(capsys, "matrix", path, "--outcome", "none")
    kept = ("name", "satisfaction", "n", "volume")
    assert [[one[key] for key in kept] for one in with_it["touchpoints"]] == [
        [one[key] for key in kept] for one in without["touchpoints"]
    ]
    assert set(impacts(without).values()) == {None}
    assert (without["settings"]["outcome"], without["settings"]["outcome_chosen"]) == (None, None)
    assert not {"impact_derived", "outcome_ambiguous"} & codes(without)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "impact on Algemene tevredenheid, derived"),
        ("nl", "impact op Algemene tevredenheid, afgeleid"),
    ],
)
def test_the_subtitle_says_that_impact_was_derived(saved, capsys, lang, words):
    assert main(["matrix", saved(survey()), "--lang", lang]) == 0
    assert words in capsys.readouterr().out


def test_a_given_outcome_is_said_to_be_given(saved, capsys):
    path = saved(survey())
    found = answer(capsys, "matrix", path, "--outcome", "Algemene tevredenheid")
    assert (found["settings"]["outcome"], found["settings"]["outcome_chosen"]) == (
        "Algemene tevredenheid",
        "given",
    )
    assert "impact_derived" not in codes(found)


def test_a_column_called_none_goes_by_its_letter(saved, capsys):
    path = saved(survey(outcome="none"))
    assert set(impacts(answer(capsys, "matrix", path, "--outcome", "none")).values()) == {None}
    letter = "ABCDE"[list(survey(outcome="none").columns).index("none")]
    found = answer(capsys, "matrix", path, "--outcome", letter, "--role", "outcome=none")
    assert found["settings"]["outcome"] == "none"
    assert sum(impacts(found).values()) == pytest.approx(1)


def likely(table):
    return np.clip(np.round(table["Algemene tevredenheid"]), 0, 10)


def test_the_outcome_about_everything_is_ahead_of_the_others(saved, capsys):
    found = answer(capsys, "matrix", saved(survey(NPS=likely)))
    assert found["settings"]["outcome"] == "Algemene tevredenheid"
    assert "outcome_ambiguous" not in codes(found)


def test_outcomes_that_are_as_likely_are_asked_about_and_one_is_drawn(saved, capsys):
    table = survey(NPS=likely, Opgezegd=lambda one: np.where(likely(one) < 7, "ja", "nee"))
    path = saved(table.drop(columns=["Algemene tevredenheid"]))
    found = answer(capsys, "matrix", path)
    assert found["settings"]["outcome"] in ("NPS", "Opgezegd")
    assert "outcome_ambiguous" in codes(found)
    assert sum(impacts(found).values()) == pytest.approx(1)
    settled = answer(capsys, "matrix", path, "--role", "outcome=Opgezegd")
    assert settled["settings"]["outcome"] == "Opgezegd"
    assert "outcome_ambiguous" not in codes(settled)


def test_too_few_answers_give_a_matrix_without_impact_and_how_many_would_do(saved, capsys):
    found = answer(capsys, "matrix", saved(survey(rows=36)))
    assert set(impacts(found).values()) == {None}
    said = next(one for one in found["findings"] if one["code"] == "impact_few_answers")
    assert "no_impact" not in [one["code"] for one in found["findings"]]
    assert "36 respondents who can be used are too few. About 70 would do." in said["message"]
    assert all(one["satisfaction"] is not None for one in found["touchpoints"])


def test_an_outcome_that_nothing_explains_gives_no_impact(saved, capsys):
    table = survey()
    table["Algemene tevredenheid"] = np.random.default_rng(5).permutation(table["Algemene tevredenheid"])
    found = answer(capsys, "matrix", saved(table))
    said = [(one["quadrant"], one["priority"], one["rank"], one["certainty"]) for one in found["touchpoints"]]
    assert set(said) == {(None, None, None, None)}
    assert (found["claims"]["impact"], found["claims"]["certainty_axis"]) == ("none", None)
    assert "impact is not shown by these data" in found["claims"]["headline"]
    assert sum(impacts(found).values()) == pytest.approx(1)
    assert {"impact_explains_nothing", "impact_explains_little"} & codes(found)


def test_without_an_outcome_it_is_said_what_is_missing(saved, capsys):
    found = answer(capsys, "matrix", saved(survey().drop(columns=["Algemene tevredenheid"])))
    assert set(impacts(found).values()) == {None}
    assert "impact_no_outcome" in codes(found)


def test_an_impact_from_another_file_is_not_replaced(saved, capsys):
    other = saved(
        pd.DataFrame({"Touchpoint": list(TOUCHPOINTS.values()), "Impact": [8, 6, 4, 2]}),
        "impact.csv",
    )
    found = answer(capsys, "matrix", saved(survey()), other)
    assert impacts(found) == {"Offerte": 8, "Levering": 6, "Factuur": 4, "Klantenservice": 2}
    assert found["settings"]["outcome"] is None


def test_impact_stays_that_of_everybody_within_a_segment(saved, capsys):
    path = saved(survey(Regio=lambda table: ["Noord", "Zuid", "Zuid"] * (len(table) // 3)))
    whole, part = answer(capsys, "matrix", path), answer(capsys, "matrix", path, "--segment", "Regio=Noord")
    assert impacts(part) == pytest.approx(impacts(whole))
    assert {one["n"] for one in part["touchpoints"]} != {one["n"] for one in whole["touchpoints"]}


@pytest.mark.parametrize(
    ("names", "words"),
    tiers.first(
        [(("NPS", "Opgezegd", "ja", "nee"), "Impact on “{}”: 300 answers")],
        (("Empfehlung (0-10)", "Churn", "ja", "nein"), "Impact on “{}”: 300 answers"),
        (("Recommandation", "Churn", "oui", "non"), "Impact on “{}”: 300 answers"),
        rows=True,
    ),
)
def test_inspect_asks_which_outcome_it_is_with_what_each_shows(saved, capsys, names, words):
    one, other, yes, no = names
    table = survey(**{one: likely, other: lambda table: np.where(likely(table) < 7, yes, no)})
    path = saved(table.drop(columns=["Algemene tevredenheid"]))
    found = answer(capsys, "inspect", path)
    (asked,) = [question for question in found["questions"] if question["kind"] == "outcome"]
    assert found["provisional"]
    first, second, none = asked["readings"]
    assert sorted(asked["columns"]) == sorted([one, other])
    assert [reading["chosen"] for reading in asked["readings"]] == [True, False, False]
    assert first["says"].startswith(words.format(asked["columns"][0]))
    assert none["options"] == ["--outcome", "none"]
    for reading in (first, second):
        drivers = answer(capsys, "drivers", path, *reading["options"])
        assert (reading["n"], reading["explained"]) == (300, pytest.approx(drivers["r2"], abs=1e-9))
        drawn = answer(capsys, "matrix", path, *reading["options"])
        assert drawn["settings"]["outcome"] == reading["options"][1]
    assert set(impacts(answer(capsys, "matrix", path, *none["options"])).values()) == {None}
    assert main(["inspect", path]) == 0
    assert f"--outcome {second['options'][1].split()[0]}" in capsys.readouterr().out.replace('"', "")


def test_one_outcome_is_not_asked_about(saved, capsys):
    for table in (survey(), survey(NPS=likely)):
        found = answer(capsys, "inspect", saved(table))
        assert [one["kind"] for one in found["questions"]] == []
        assert not found["provisional"]


def test_answers_of_a_group_that_the_table_does_not_show_are_taken_with_the_outcome_that_was_found(
    saved, capsys
):
    # a column that is nobody's segment but by what is asked, beside one that is a segment by itself
    groups = {
        "Region": lambda table: np.where(np.arange(len(table)) % 3 == 0, "North", "South"),
        "Gender": lambda table: np.where(np.arange(len(table)) % 2 == 0, "Female", "Male"),
    }
    path = saved(survey(600, **groups))
    women = ["--segment", "Gender=Female"]
    found = answer(capsys, "matrix", path, *women)
    named = answer(capsys, "matrix", path, "--outcome", "Algemene tevredenheid", *women)
    assert impacts(found) == pytest.approx(impacts(named))
    both = answer(capsys, "matrix", path, *women, "--segment", "Region=North")
    assert both["touchpoints"][0]["n"] < found["touchpoints"][0]["n"] < 320


def test_without_an_outcome_a_group_that_the_table_does_not_show_leads_on(saved, capsys):
    groups = {
        "Region": lambda table: np.where(np.arange(len(table)) % 3 == 0, "North", "South"),
        "Gender": lambda table: np.where(np.arange(len(table)) % 2 == 0, "Female", "Male"),
    }
    path = saved(survey(**groups).drop(columns=["Algemene tevredenheid"]))
    assert main(["matrix", path, "--segment", "Gender=Female"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "--outcome COLUMN" in said.err
    assert "Gender" in said.err
