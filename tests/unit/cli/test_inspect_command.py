"""What was understood on the command line: columns with reasons, questions with options."""

import json
import random
import tomllib
from pathlib import Path

import pytest

import cx.intake.survey.evidence as room
from cx import text
from cx.__main__ import main
from cx.intake.survey.evidence import KINDS
from cx.records import ROLES
from tests.made.intake_files import workbook_bytes

LANGUAGES = ("en", "nl")


def answers(rows=120, zeros=3):
    """Three touchpoints on 1 to 5 with some zeros in the second, a region and how likely people recommend."""
    chance = random.Random(5)  # noqa: S311 - a survey, no secret
    lines = ["Rechnung;Anruf: Dauer;Besuch;Region;NPS"]
    for place in range(rows):
        mood = chance.gauss(0, 1)
        marks = [min(5, max(1, round(3 + mood + chance.gauss(0, 0.7)))) for _ in range(3)]
        marks[1] = 0 if place < zeros else marks[1]
        region = chance.choice(["Nord", "Ost", "West"])
        lines.append(";".join(map(str, [*marks, region, min(10, max(0, round(6 + 2 * mood)))])))
    return "\n".join(lines)


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "umfrage.csv"
    path.write_text(answers(), encoding="utf-8")
    return str(path)


def run(capsys, *arguments):
    code = main(arguments)
    said = capsys.readouterr()
    assert code == 0, said.err
    return json.loads(said.out)


def inspected(capsys, *arguments):
    return run(capsys, "inspect", *arguments, "--json")


def test_every_column_has_its_role_its_reasons_and_what_it_changes(survey, capsys):
    found = inspected(capsys, survey)
    columns = {one["name"]: one for one in found["columns"]}
    assert [(name, one["role"]) for name, one in columns.items()] == [
        ("Rechnung", "rating"),
        ("Anruf: Dauer", "rating"),
        ("Besuch", "rating"),
        ("Region", "segment"),
        ("NPS", "outcome"),
    ]
    assert "it is answered on the scale of the others" in columns["Besuch"]["because"]
    assert columns["Region"]["because"] == ["its header is a usual name for “Segment”"]
    assert columns["Besuch"]["changes"] == "Without it there is one touchpoint less."
    assert columns["NPS"]["changes"] == "Without it impact on this outcome cannot be derived."
    dutch = {one["name"]: one for one in inspected(capsys, survey, "--lang", "nl")["columns"]}
    assert dutch["Region"]["because"] == ["de kop is een gewone naam voor “Segment”"]


def test_a_question_lists_its_readings_and_each_option_chooses_its_own(survey, capsys):
    found = inspected(capsys, survey)
    (asked,) = found["questions"]
    assert (asked["kind"], asked["columns"], found["provisional"]) == ("code", ["Anruf: Dauer"], True)
    away, kept = asked["readings"]
    assert (away["options"], away["chosen"]) == (["--code", "Anruf: Dauer:0=not_met"], True)
    assert (kept["options"], kept["chosen"]) == (["--code", "Anruf: Dauer:0=rating"], False)
    assert [one["touchpoints"][1]["n"] for one in asked["readings"]] == [117, 120]
    assert away["scale"] == {"min": 1, "max": 5, "direction": "higher"}
    for reading in asked["readings"]:
        drawn = run(capsys, "matrix", survey, *reading["options"], "--json")
        shown = [{key: one[key] for key in ("name", "satisfaction", "n")} for one in drawn["touchpoints"]]
        assert sorted(shown, key=str) == sorted(reading["touchpoints"], key=str)
        assert drawn["sources"][0]["provisional"] is False
        assert inspected(capsys, survey, *reading["options"])["questions"] == []


def test_sources_of_a_matrix_say_that_it_is_provisional_and_no_more(survey, capsys):
    (source,) = run(capsys, "matrix", survey, "--json")["sources"]
    assert source["provisional"] is True
    assert {"columns", "questions"} & set(source) == set()


def test_in_words_the_question_is_followed_by_its_answers(survey, capsys):
    assert main(["inspect", survey]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].endswith('("--code" "Anruf: Dauer:0=rating")'.replace('"--code"', "--code"))
    assert f"{Path(survey).name}: 1 question is open, so this is provisional; inspect shows it." in lines
    assert main(["matrix", survey, "--lang", "nl"]) == 0
    assert "1 vraag staat open, dus dit is voorlopig" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["C", "besuch", "Besuch"])
def test_a_column_is_named_by_header_or_letter_for_its_scale_and_its_codes(survey, capsys, name):
    found = inspected(capsys, survey, "--scale", f"{name}=0..6:lower", "--code", f"{name}:5=not_met")
    assert found["scales"]["Besuch"] == {"min": 0, "max": 6, "direction": "lower"}
    assert found["scales"]["Rechnung"] == {"min": 1, "max": 5, "direction": "higher"}
    assert found["missing_codes"]["Besuch"] == ["5"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--scale", "Nothing=1..5"), "Nothing"),
        (("--code", "Nothing:9=rating"), "Nothing"),
        (("--code", "Besuch:9=perhaps"), "Besuch:9=perhaps"),
        (("--code", "Besuch=rating"), "Besuch=rating"),
        (("--scale", "=1..5"), "=1..5"),
        (("--scale", "Besuch=5..1"), "5..1"),
    ],
)
def test_what_cannot_be_meant_is_refused(survey, capsys, arguments, words):
    assert main(["inspect", survey, *arguments]) == 2
    assert words in capsys.readouterr().err


def test_columns_of_a_table_give_their_reason_and_columns_beside_it_are_named(tmp_path, capsys):
    rows = [
        ["Contactmoment", "Tevredenheid", "Impact", "Aantal", None, "Contactmoment", "Kosten", "Jaar"],
        ["Factuur", 6.1, 8, 120, None, "Brief", 3, 2025],
        ["Bellen", 5.4, 9, 80, None, "Mail", 4, 2025],
        ["Bezoek", 7.2, 4, 60, None, "Chat", 5, 2025],
    ]
    path = tmp_path / "tabel.xlsx"
    path.write_bytes(workbook_bytes(rows))
    found = inspected(capsys, str(path), "--lang", "nl")
    columns = {one["name"]: one for one in found["columns"]}
    assert columns["Tevredenheid"]["because"] == [text.say("reason.name", "nl", column="Tevredenheid")]
    assert columns["Tevredenheid"]["although"] == []
    assert columns["Impact"]["changes"] == text.say("changes.impact", "nl")
    assert found["columns"][-1] == {
        "name": "F–H",
        "touchpoint": None,
        "role": "ignore",
        "because": ["F–H staat naast de tabel."],
        "although": [],
        "changes": "Niets: de kolom staat naast de tabel en is niet gebruikt.",
    }
    assert (found["questions"], found["provisional"]) == ([], False)


def test_a_question_about_a_scale_or_a_role_names_the_column(tmp_path, capsys):
    path = tmp_path / "two.csv"
    path.write_text(
        "Touchpoint;CSAT;Satisfaction;Volume\nInvoice;3,1;6,5;10\nCall;2,2;7,5;20\nApp;4,4;8,1;30\n"
    )
    found = inspected(capsys, str(path))
    for asked in found["questions"]:
        for reading in asked["readings"]:
            again = inspected(capsys, str(path), *reading["options"])
            assert asked["kind"] not in [one["kind"] for one in again["questions"]]
            assert {one["name"] for one in reading["touchpoints"]} == {"Invoice", "Call", "App"}
    assert [one["kind"] for one in found["questions"]] != []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_witness_and_every_role_has_words(lang):
    weights = tomllib.loads((Path(room.__file__).parent / "weights.toml").read_text(encoding="utf-8"))
    names = [*(name for name in weights if name != "table"), *weights["table"]]
    keys = [f"witness.{name}" for name in names if name not in ("prior", "rows", "overall")]
    keys += [f"reason.{reason}" for _, reason in KINDS.values()]
    others = ("needed", "impact_part", "ignore_rating", "hidden", "beside")
    roles = [role for role in (*ROLES, *others) if role not in ("touchpoint", "satisfaction")]
    keys += [f"changes.{role}" for role in roles]
    assert [key for key in keys if not text.has(key, lang)] == []
