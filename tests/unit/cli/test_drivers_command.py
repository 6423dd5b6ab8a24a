"""Derived impact on the command line: the contract of docs/command-line.md."""

import json

import pytest

from cx.__main__ import main
from tests.made.responses import journey, names

FIELDS = {
    *("name", "impact", "share", "low", "high", "effect", "effect_low", "effect_high", "sign", "exposure"),
    *("exposure_effect", "exposure_effect_low", "exposure_effect_high", "satisfaction", "n"),
}


@pytest.fixture
def survey(tmp_path):
    table = journey(rows=300, touchpoints=4)
    table = table.rename(columns={"w": "Weight"})
    table["Region"] = ["North", "South", "South"] * 100
    path = tmp_path / "survey.csv"
    table.to_csv(path, index=False)
    return str(path)


def run(capsys, *arguments):
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def answer(capsys, *arguments):
    code, out, _ = run(capsys, *arguments, "--json")
    assert code == 0
    return json.loads(out)


def test_drivers_prints_what_the_contract_says(survey, capsys):
    found = answer(capsys, "drivers", survey, "--outcome", "outcome")
    assert set(found) == {"outcome", "direction", "method", "n", "r2", "drivers", "claims", "findings"}
    assert {frozenset(driver) for driver in found["drivers"]} == {frozenset(FIELDS)}
    assert [driver["name"] for driver in found["drivers"]] == ["t1", "t2", "t3", "t4"]
    assert sum(driver["impact"] for driver in found["drivers"]) == pytest.approx(found["r2"])
    assert sum(driver["share"] for driver in found["drivers"]) == pytest.approx(1)
    assert (found["outcome"], found["direction"], found["method"], found["n"]) == (
        *("outcome", "higher", "shapley"),
        300,
    )


def test_the_outcome_is_found_by_letter_and_in_other_letter_case(survey, capsys):
    by_name = answer(capsys, "drivers", survey, "--outcome", "outcome")
    assert answer(capsys, "drivers", survey, "--outcome", "OUTCOME") == by_name
    assert answer(capsys, "drivers", survey, "--outcome", "E") == by_name


def test_the_seed_decides_the_intervals(survey, capsys):
    def ends(seed):
        found = answer(capsys, "drivers", survey, "--outcome", "outcome", "--seed", seed)
        return [(driver["low"], driver["high"]) for driver in found["drivers"]]

    assert ends("7") == ends("7")
    assert ends("7") != ends("8")


def test_a_segment_leaves_only_its_respondents(survey, capsys):
    found = answer(capsys, "drivers", survey, "--outcome", "outcome", "--segment", "Region=North")
    assert found["n"] == 100


def test_direction_turns_the_sign_and_not_the_effect(survey, capsys):
    as_it_is = answer(capsys, "drivers", survey, "--outcome", "outcome")["drivers"][0]
    turned = answer(capsys, "drivers", survey, "--outcome", "outcome", "--outcome-direction", "lower")
    assert (as_it_is["sign"], turned["drivers"][0]["sign"]) == (1, -1)
    assert turned["drivers"][0]["effect"] == as_it_is["effect"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--outcome", "nothing"), "nothing"),
        (("--outcome", "outcome", "--segment", "Region=West"), "North, South"),
        ((), "--outcome"),
        (("--outcome", "outcome", "--method", "magic"), "magic"),
    ],
)
def test_without_a_result_there_is_one_message_and_exit_2(survey, capsys, arguments, words):
    code, out, err = run(capsys, "drivers", survey, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_a_touchpoint_table_holds_no_respondents(root, capsys):
    code, _, err = run(
        capsys, "drivers", str(root / "data/energy-touchpoints-en.xlsx"), "--outcome", "Impact on NPS"
    )
    assert code == 2
    assert "respondent" in err


def test_responses_draw_the_matrix_with_certainty(survey, capsys):
    found = answer(capsys, "matrix", survey, "--outcome", "outcome")
    assert sum(point["impact"] for point in found["touchpoints"]) == pytest.approx(1)
    assert found["crosshair"]["impact"] == 0.25
    for point in found["touchpoints"]:
        assert sum(point["probabilities"].values()) == pytest.approx(1)
        assert point["certainty"] == point["probabilities"][point["quadrant"]]


def test_the_crosshair_of_a_segment_is_that_of_everybody(survey, capsys):
    whole = answer(capsys, "matrix", survey, "--outcome", "outcome")
    part = answer(capsys, "matrix", survey, "--outcome", "outcome", "--segment", "Region=North")
    assert part["crosshair"] == whole["crosshair"]
    assert part["touchpoints"][0]["n"] < whole["touchpoints"][0]["n"]


def test_another_file_gives_the_volumes(survey, tmp_path, capsys):
    path = tmp_path / "volumes.csv"
    path.write_text("Touchpoint;Volume\nt1;1000\nt2;2000\nt3;500\nt4;10\n", encoding="utf-8")
    found = answer(capsys, "matrix", survey, str(path), "--outcome", "outcome")
    assert [point["volume"] for point in found["touchpoints"]] == [1000, 2000, 500, 10]


def test_satisfaction_as_top_2_box(survey, capsys):
    found = answer(capsys, "matrix", survey, "--outcome", "outcome", "--score", "top2")
    assert found["settings"]["scale"]["max"] == 100


def test_drivers_that_are_chosen_share_the_impact_and_the_matrix(survey, capsys):
    found = answer(capsys, "drivers", survey, "--outcome", "outcome", "--drivers", "T1,b", "--drivers", "*4")
    assert [driver["name"] for driver in found["drivers"]] == ["t1", "t2", "t4"]
    assert sum(driver["share"] for driver in found["drivers"]) == pytest.approx(1)
    shares = {driver["name"]: driver["share"] for driver in found["drivers"]}
    for more in (["--outcome", "outcome"], ["--role", "outcome=outcome"]):
        drawn = answer(capsys, "matrix", survey, *more, "--drivers", "t1,t2,t4")
        assert {one["name"]: one["impact"] for one in drawn["touchpoints"]} == pytest.approx(shares)
        (said,) = [one for one in drawn["findings"] if one["code"] == "drivers_left_out"]
        assert said["message"].endswith("“t3” (1 in all).")
    plain = answer(capsys, "matrix", survey, "--outcome", "none", "--drivers", "t*")
    assert [one["name"] for one in plain["touchpoints"]] == ["t1", "t2", "t3", "t4"]


def test_a_column_that_is_named_in_full_becomes_a_driver(tmp_path, capsys):
    table = journey(rows=300, touchpoints=3).drop(columns=["w"])
    table["Age, in years"] = [20 + row * 7 % 50 for row in range(300)]
    path = str(tmp_path / "survey.csv")
    table.to_csv(path, index=False)
    found = answer(capsys, "drivers", path, "--outcome", "outcome", "--drivers", 't1,"Age, in years"')
    assert [driver["name"] for driver in found["drivers"]] == ["t1", "Age, in years"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("T9", "“t1”, “t2”, “t3”"),
        ("outcome", "is the outcome"),
        ('"t1', "no list of touchpoints"),
        ("u*", "“t1”"),
    ],
)
def test_what_names_no_driver_ends_with_the_nearest_names(survey, capsys, wanted, words):
    code, out, err = run(capsys, "drivers", survey, "--outcome", "outcome", "--drivers", wanted)
    assert (code, out) == (2, "")
    assert words in err


def test_too_many_touchpoints_are_said_before_the_result(tmp_path, capsys):
    table = journey(rows=200, touchpoints=66).rename(
        columns=lambda name: f"Q{name[1:]}_a" if name[0] == "t" else name
    )
    path = str(tmp_path / "wide.csv")
    table.to_csv(path, index=False)
    code, _, err = run(capsys, "drivers", path, "--outcome", "outcome", "--method", "correlation")
    assert code == 0
    assert err.startswith("66 touchpoints in one model")


@pytest.mark.parametrize("asked", [(), ("--outcome", "outcome")])
def test_a_deck_is_told_every_trial_of_the_page(tmp_path, monkeypatch, asked):
    table = journey(rows=400, touchpoints=5, missing=0.0).drop(columns="w")
    table.loc[:30, names(table)] = 8
    table["Region"] = ["North", "South", "South", "West"] * 100
    path, told = tmp_path / "survey.csv", []
    table.to_csv(path, index=False)
    monkeypatch.setattr("cx.deliver.deck", lambda *_, added, **__: told.append(added.stress) or b"")
    assert main(["deck", str(path), *asked, "-o", str(tmp_path / "deck.pptx")]) == 0
    kinds = [one.kind for one in told[0].strains]
    assert kinds[:2] == ["median", "midpoint"]
    assert kinds[-2:] == ["straight_liners", "segment"]
