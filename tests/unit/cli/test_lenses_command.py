"""Lenses on the command line: in JSON as docs/command-line.md says, in text a line each."""

import json
import zipfile

import pytest

from cx.__main__ import main
from cx.records.lenses import LENSES
from cx.text import LANGUAGES

HEADER = (
    "Touchpoint;Dimension;Satisfaction;Expectation;Impact;Volume;Standard;Met;Measured;Pyramid level;Guess"
)
ROWS = """;Last answer
Invoice;Trust;6,1;7,2;3;1200;yes;80;100;2;7,5;2026-03-01
Call;Empathy;6,9;7,9;5;5200;no;180;300;1;7,1;2026-04-01
App;Trust;7,8;7,5;2;9200;yes;;;4;7,0;2024-01-15
Visit;Empathy;;7,0;1;300;;40;55;5;8,2;2026-02-11
Claim;Empathy;5,6;7,0;4;800;no;10;55;3;6,2;2026-02-11
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return str(path)


def printed(capsys, *arguments):
    assert main(["matrix", *arguments]) == 0
    return capsys.readouterr().out


def test_every_lens_of_a_table_is_in_the_json_in_their_order(table, capsys):
    found = json.loads(printed(capsys, table, "--json"))["lenses"]
    names = [one["lens"] for one in found]
    assert names == [
        "knowledge_gap", "expectation_gap", "specification", "delivery", "pyramid", "coverage",
    ]  # fmt: skip
    assert names == [lens for lens in LENSES if lens in names]
    by_name = {one["lens"]: one for one in found}
    for one in found:
        assert {"name", "value", "low", "high", "n"} <= one["touchpoints"][0].keys()
    assert by_name["knowledge_gap"]["touchpoints"][0]["guess"] == 7.5
    assert "tau_b" in by_name["knowledge_gap"]["total"]
    assert by_name["expectation_gap"]["touchpoints"][0]["expectation"] == 7.2
    assert by_name["expectation_gap"]["total"].keys() == {"mean", "weighted", "dimensions"}
    assert by_name["specification"]["total"] == {"share": pytest.approx(5 / 14)}
    assert by_name["pyramid"]["touchpoints"][0]["value"] == 2
    spots = {one["name"]: one for one in by_name["coverage"]["touchpoints"]}
    assert spots["App"]["value"] == pytest.approx(2 / 15 * 9200 / 16700)
    assert spots["Visit"]["value"] == pytest.approx(1 / 15 * 300 / 16700)
    assert spots["App"]["measures"] == [
        {"channel": "", "measure": "satisfaction", "n": None, "last": "2024-01-15"}
    ]


def test_how_fresh_answers_are_is_an_option(table, capsys):
    found = json.loads(printed(capsys, table, "--json", "--fresh-days", "3000"))["lenses"][-1]
    assert {one["name"]: one["value"] for one in found["touchpoints"]}["App"] == 0
    assert main(["matrix", table, "--fresh-days", "0"]) == 2
    assert main(["matrix", table, "--moments", "Region"]) == 2
    assert "Region" in capsys.readouterr().err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_names_each_lens_in_a_line(table, capsys, lang):
    lines = [line for line in printed(capsys, table, "--lang", lang).splitlines() if line.startswith("Lens ")]
    assert len(lines) == 6


def test_a_column_is_given_a_role_of_a_lens_by_hand(tmp_path, capsys):
    path = tmp_path / "odd.csv"
    path.write_text("Touchpoint;Satisfaction;Impact;Zaal\nA;6,5;1;7\nB;7,5;2;7,5\nC;5,5;3;8\nD;8;2;6\n")
    found = json.loads(printed(capsys, str(path), "--json", "--role", "guess=Zaal"))
    assert found["sources"][0]["roles"]["guess"] == "Zaal"
    assert found["lenses"][0]["touchpoints"][0]["value"] == 0.5


def test_a_lens_is_drawn_on_the_image_and_on_the_matrix_of_the_deck(table, tmp_path):
    image = tmp_path / "one.svg"
    assert main(["image", table, "-o", str(image), "--lens", "expectation_gap"]) == 0
    assert "customers expect" in " ".join(image.read_text(encoding="utf-8").split())
    deck = tmp_path / "one.pptx"
    asked = ["--lens", "pyramid", "--slides", "matrix"]
    assert main(["deck", table, "-o", str(deck), *asked]) == 0
    with zipfile.ZipFile(deck) as parts:
        slide = parts.read("ppt/slides/slide1.xml").decode()
    assert 'name="Bubble area: volume. Number: the level of service, 1 to 5."' in slide


def test_a_lens_that_has_nothing_to_show_is_refused_with_those_that_have(table, tmp_path, capsys):
    image = tmp_path / "one.png"
    assert main(["image", table, "-o", str(image), "--lens", "moments"]) == 2
    assert "pyramid" in capsys.readouterr().err
    assert not image.exists()


def test_a_lens_is_refused_where_the_files_give_paths(tmp_path, capsys):
    log = tmp_path / "log.csv"
    steps = ((case, day, step) for case in range(20) for day, step in enumerate(("Call", "Chat", "Bill"), 1))
    rows = (f"C{case};{step};2026-01-{case + day:02} 10:{case:02}" for case, day, step in steps)
    log.write_text("Customer;Touchpoint;Date and time\n" + "\n".join(rows), encoding="utf-8")
    assert main(["image", str(log), "-o", str(tmp_path / "map.png"), "--lens", "pyramid"]) == 2
    assert "--lens" in capsys.readouterr().err


def test_deck_and_workbook_have_the_lenses_that_the_data_carry(table, tmp_path):
    deck, book = tmp_path / "d.pptx", tmp_path / "b.xlsx"
    assert main(["deck", table, "--slides", "lenses", "-o", str(deck)]) == 0
    with zipfile.ZipFile(deck) as found:
        slides = [name for name in found.namelist() if name.startswith("ppt/slides/slide")]
    assert len(slides) == 6
    assert main(["workbook", table, "--fresh-days", "3000", "-o", str(book)]) == 0
    with zipfile.ZipFile(book) as found:
        assert b'name="Lenses"' in found.read("xl/workbook.xml")
