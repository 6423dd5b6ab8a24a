"""An earlier deck refreshed from the command line: the plan first, and the file once it is accepted."""

import io
import json

import pytest
from pptx import Presentation

from cx.__main__ import main
from tests.unit.deliver.refresh import edits

HEAD = "Touchpoint,Satisfaction (1-10),Impact on NPS,Volume,n,Sd"
THEN = ["Invoice,6.0,4.0,400,200,1.5", "Claims,5.5,4.5,100,200,1.5", "App,8.0,4.0,900,200,1.5"]
NOW = ["Invoice,8.5,4.0,420,200,1.5", "Claims,5.4,4.5,110,200,1.5", "Chat,7.0,2.0,300,200,1.5"]


@pytest.fixture
def files(tmp_path):
    for name, rows in (("then", THEN), ("now", NOW)):
        (tmp_path / f"{name}.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    old, new = tmp_path / "old.pptx", tmp_path / "new.pptx"
    made = main(["deck", str(tmp_path / "then.csv"), "--crosshair", "6.5,3", "-o", str(old)])
    assert made == 0
    return old, str(tmp_path / "now.csv"), new


def words(file):
    deck = Presentation(io.BytesIO(file.read_bytes()))
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def with_lost_row(file):
    """Somebody rewrote a cell of a touchpoint that the new data lack."""
    deck = Presentation(str(file))
    for slide in deck.slides:
        for frame in (one for one in slide.shapes if one.has_table):
            for row in frame.table.rows:
                if row.cells[1].text_frame.text == "App":
                    row.cells[2].text_frame.paragraphs[0].runs[0].text = "Keep"
    deck.save(str(file))


def test_the_plan_is_told_and_the_deck_made_as_before(files, capsys):
    old, data, new = files
    before = old.read_bytes()
    capsys.readouterr()
    assert main(["refresh", str(old), data, "-o", str(new)]) == 0
    out, told = capsys.readouterr()
    assert out == f"Written: {new}\n"
    assert "1 new touchpoint: “Chat”" in told
    assert "1 touchpoint is no longer in the data: “App”" in told
    assert old.read_bytes() == before
    method = " ".join(words(new))
    assert "1 touchpoint changed quadrant" in method
    assert "satisfaction 6.5 and impact 3" in method


def test_what_is_lost_has_to_be_accepted(files, capsys):
    old, data, new = files
    with_lost_row(old)
    assert main(["refresh", str(old), data, "-o", str(new), "--lang", "nl"]) == 2
    assert not new.exists()
    assert "Er is niets geschreven" in capsys.readouterr().err
    assert main(["refresh", str(old), data, "-o", str(new), "--yes"]) == 0
    assert new.exists()


def test_the_plan_as_json_writes_nothing_by_itself(files, capsys):
    old, data, new = files
    old.write_bytes(edits.edited(old.read_bytes(), "title_edited"))
    capsys.readouterr()
    assert main(["refresh", str(old), data, "-o", str(new), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["new_touchpoints"], plan["gone_touchpoints"], plan["written"]) == (["Chat"], ["App"], None)
    assert [(one["what"], one["part"], one["slide"]) for one in plan["kept"]] == [("edited", "title", 1)]
    assert plan["kept"][0]["words"] == "Our own words"
    assert not new.exists()


def test_an_option_that_is_typed_comes_first(files):
    old, data, new = files
    assert main(["refresh", str(old), data, "--crosshair", "midpoint", "-o", str(new)]) == 0
    assert any("satisfaction 5.5" in title for title in words(new))


def test_the_old_deck_is_never_written_to(files, capsys):
    old, data, _ = files
    before = old.read_bytes()
    assert main(["refresh", str(old), data, "-o", str(old), "--yes"]) == 2
    assert "never written to" in capsys.readouterr().err
    assert old.read_bytes() == before


def test_what_the_columns_were_said_to_be_is_remembered(tmp_path, capsys):
    head = "Wat,Cijfer A,Cijfer B,Gewicht"
    roles = {"touchpoint": "Wat", "satisfaction": "Cijfer B", "impact": "Cijfer A", "volume": "Gewicht"}
    asked = [word for role, column in roles.items() for word in ("--role", f"{role}={column}")]
    for name, move in (("then", 0), ("now", 1)):
        rows = [f"Punt {at},{at + 1},{9 - at - move},{100 + at * 9}" for at in range(6)]
        (tmp_path / f"{name}.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    old, new = tmp_path / "old.pptx", tmp_path / "new.pptx"
    assert main(["deck", str(tmp_path / "then.csv"), *asked, "--numbers", "-o", str(old)]) == 0
    assert main(["refresh", str(old), str(tmp_path / "now.csv"), "--yes", "-o", str(new)]) == 0
    (first, *_) = Presentation(str(new)).slides
    (chart,) = (shape.chart for shape in first.shapes if shape.has_chart)
    by_name = {series.name: list(series.iter_values()) for series in chart.plots[0].series}
    assert max(value or 0 for value in by_name["Let more people experience it"]) == 0
    assert any(shape.name == "Slide number" for shape in first.shapes)
    capsys.readouterr()


def log_of(file, calls, more=()):
    rows = [
        f"c{number},2026-0{month}-{1 + number % 27:02} 1{step}:00:00,{name}"
        for number in range(60)
        for month in (calls[0],)
        for step, name in enumerate(("Bill", *(("Call",) if number % 10 < calls[1] else ()), *more))
    ]
    file.write_text("\n".join(["customer,time,touchpoint", *rows]), encoding="utf-8")
    return str(file)


def test_a_deck_of_paths_is_refreshed_with_a_later_log(tmp_path, capsys):
    before, now = log_of(tmp_path / "q1.csv", (1, 2)), log_of(tmp_path / "q2.csv", (4, 8), ("Chat",))
    old, new = tmp_path / "old.pptx", tmp_path / "new.pptx"
    assert main(["journeys", before, "--anchor", "Call", "--funnel", "Bill,Call", "-o", str(old)]) == 0
    capsys.readouterr()
    assert main(["refresh", str(old), now, "-o", str(new), "--json", "--yes"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["source"], plan["new_touchpoints"], plan["gone_touchpoints"]) == ("q1.csv", ["Chat"], [])
    assert plan["written"] == str(new)
    assert plan["cannot"] == []
    assert plan["moved"].endswith("differ beyond chance between the last deck and now")
    assert any("differ beyond chance" in title for title in words(new))


def test_a_later_log_need_not_have_the_touchpoint_that_was_asked_about(tmp_path, capsys):
    before, now = log_of(tmp_path / "q1.csv", (1, 2)), log_of(tmp_path / "q2.csv", (4, 0), ("Chat",))
    old, new = tmp_path / "old.pptx", tmp_path / "new.pptx"
    assert main(["journeys", before, "--anchor", "Call", "-o", str(old)]) == 0
    capsys.readouterr()
    assert main(["refresh", str(old), now, "-o", str(new), "--json", "--yes"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["gone_touchpoints"] == ["Call"]
    assert [one["why"] for one in plan["cannot"]] == ["no_figures"]


def test_a_table_is_no_log_for_a_deck_of_paths(tmp_path, files, capsys):
    old, new = tmp_path / "paths.pptx", tmp_path / "new.pptx"
    assert main(["journeys", log_of(tmp_path / "q1.csv", (1, 2)), "-o", str(old)]) == 0
    capsys.readouterr()
    assert main(["refresh", str(old), files[1], "-o", str(new)]) == 2
    assert "now.csv" in capsys.readouterr().err
    assert not new.exists()
