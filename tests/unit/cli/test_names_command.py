"""Names of touchpoints on the command line: short by themselves, changed by ``--name``, in every result."""

import io
import json
import zipfile

import pytest

from cx.__main__ import main
from tests.made.odd import questions

QUOTE, CLAIM, VISIT = questions.HEADERS


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "survey.csv"
    path.write_text(questions.answers(80), encoding="utf-8")
    return str(path)


def answer(capsys, *arguments):
    code = main([*arguments, "--json"])
    said = capsys.readouterr()
    assert code == 0, said.err
    return json.loads(said.out)


def refused(capsys, *arguments):
    assert main(list(arguments)) == 2
    return capsys.readouterr().err.strip()


def names(found, part="touchpoints"):
    return [one["name"] for one in found[part]]


def test_every_result_has_the_short_names(survey, capsys):
    assert names(answer(capsys, "matrix", survey)) == ["quote", "claim", "visit"]
    assert names(answer(capsys, "matrix", survey, "--outcome", "D")) == ["quote", "claim", "visit"]
    drivers = answer(capsys, "drivers", survey, "--outcome", "D")
    assert names(drivers, "drivers") == ["quote", "claim", "visit"]
    notes = [one["note"] for one in answer(capsys, "matrix", survey)["touchpoints"]]
    assert notes == [QUOTE, CLAIM, VISIT]


def test_inspect_has_headers_for_columns_and_names_for_touchpoints(survey, capsys):
    found = answer(capsys, "inspect", survey, "--name", "B=Settling a claim")
    assert found["roles"]["rating"] == [QUOTE, CLAIM, VISIT]
    assert {one["name"]: one["touchpoint"] for one in found["columns"]} == {
        QUOTE: "quote",
        CLAIM: "Settling a claim",
        VISIT: "visit",
        questions.OUTCOME: None,
    }


@pytest.mark.parametrize("outcome", [(), ("--outcome", "D")])
def test_a_name_is_given_by_header_letter_or_short_name(survey, capsys, outcome):
    given = ("--name", f"{QUOTE}=Offer", "--name", "b=Settling a claim", "--name", 'Visit="Call"')
    found = answer(capsys, "matrix", survey, *given, *outcome)
    assert names(found) == ["Offer", "Settling a claim", '"Call"']


def test_a_short_name_stands_for_its_column_in_other_options(survey, capsys):
    found = answer(capsys, "matrix", survey, "--role", "ignore=claim", "--scale", "visit=1..7")
    assert names(found) == ["quote", "visit"]
    assert found["sources"][0]["scales"][VISIT]["max"] == 7
    drivers = answer(capsys, "drivers", survey, "--outcome", "visit")
    assert (drivers["outcome"], names(drivers, "drivers")) == (VISIT, ["quote", "claim"])


def test_findings_about_a_column_keep_its_header(tmp_path, capsys):
    path = tmp_path / "survey.csv"
    head, *rows = questions.answers(80).splitlines()
    half = [row if place % 20 else ";" + row.split(";", 1)[1] for place, row in enumerate(rows)]
    path.write_text("\n".join([head, *half]), encoding="utf-8")
    found = answer(capsys, "drivers", str(path), "--outcome", "D")
    (told,) = [one for one in found["findings"] if one["code"] == "few_not_met"]
    assert told["column"] == QUOTE
    assert "quote" in told["message"] and "Q4_1" not in told["message"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quote=Claim", f"The name “Claim” belongs to “{CLAIM}” already."),
        ("quot=Offer", "There is no touchpoint “quot”. The touchpoints are: quote, claim, visit."),
        ("quote=", "“--name quote=” cannot be used."),
        ("quote", "“--name quote” cannot be used."),
    ],
)
@pytest.mark.parametrize("command", [("matrix",), ("inspect",), ("drivers", "--outcome", "D")])
def test_a_name_that_cannot_be_is_refused(survey, capsys, name, words, command):
    first, *rest = command
    assert refused(capsys, first, survey, *rest, "--name", name).startswith(words)


def test_volumes_join_by_question_short_name_and_new_name(survey, tmp_path, capsys):
    path = tmp_path / "volumes.csv"
    path.write_text(questions.volumes(QUOTE, "claim", "Our visit"), encoding="utf-8")
    for outcome in ((), ("--outcome", "D")):
        found = answer(capsys, "matrix", survey, str(path), "--name", "visit=Our visit", *outcome)
        assert {one["name"]: one["volume"] for one in found["touchpoints"]} == {
            "quote": 1000,
            "claim": 2000,
            "Our visit": 3000,
        }


@pytest.mark.parametrize(("command", "ending"), [("deck", "pptx"), ("workbook", "xlsx")])
def test_deck_and_workbook_have_the_names_and_the_workbook_the_questions(survey, tmp_path, command, ending):
    """On slides and in notes: what a deck keeps of itself names columns, so that it can be refreshed."""
    out = tmp_path / f"out.{ending}"
    assert main([command, survey, "--name", "claim=Settling a claim", "-o", str(out)]) == 0
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as parts:
        shown = ("ppt/slides/", "ppt/notes") if command == "deck" else "xl/"
        pages = [name for name in parts.namelist() if name.startswith(shown) and name.endswith("xml")]
        said = "".join(parts.read(name).decode("utf-8", "replace") for name in pages)
    assert "Settling a claim" in said and "quote" in said
    assert (CLAIM in said) == (command == "workbook")


def test_a_question_carries_the_names_along(survey):
    from cx.cli.arguments import choices_of, parsed
    from cx.cli.options import options_of
    from cx.records import Choices

    wanted = Choices(names={CLAIM: "a=b", '"Q"': "x", "Q1": "plain"})
    again = parsed(["inspect", survey, *options_of(Choices(), wanted)])
    assert choices_of(again) == wanted
