"""Deck, report and workbook of paths.

Long is the other language of ``test_every_step_of_the_map_is_glued_from_disc_to_disc``,
``test_no_type_is_below_10_points`` and ``test_every_head_is_explained_where_it_stands_and_on_a_sheet``.
"""

import datetime as dt
import io
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from openpyxl import load_workbook

from cx import deliver
from cx.deliver.told.journeys import PathsTold, parts_of, title
from cx.records.journeys import Variant
from tests.project import tiers
from tests.unit.deliver import cases
from tests.unit.deliver.told.journeys.paths import DAY, FOUND, HOSTILE, PATHS


@cache
def slides(lang="en"):
    return cases.slides(deliver.paths_deck(PATHS, lang=lang, day=DAY))


@cache
def book(lang="en"):
    return load_workbook(io.BytesIO(deliver.paths_workbook(PATHS, lang=lang, day=DAY)))


def titles(found):
    told = PathsTold(replace(PATHS, found=found), "en", DAY)
    return {part: title(part, told) for part in parts_of(found)}


def test_titles_say_what_is_seen():
    assert [slide.shapes.title.text_frame.text for slide in slides()][1:] == [
        "The 3 most common of 12 paths are those of 82% of 100 customers",
        "25% of 100 customers come to one touchpoint twice or more",
        "From “Bill” to “Call” is the step taken most: 60 times, half of them within 1.2 d",
        "Of 90 customers at “Bill” 67% come to “Call” later, by all steps in between",
        "Before “Call” comes most often: Bill (75%); after it: nothing (the path ends) (67%)",
        "1 of 2 figures tested differs beyond chance between 2026-Q2 and 2026-Q3",
        "1 of 2 steps goes together with another “Churned”, beyond chance: an association",
        "For 75% of those who left “Call” was the last contact",
        "How the figures go from 2026-04 to 2026-05, period by period",
        "How the paths were made, and of what",
    ]


def test_titles_say_no_more_than_is_seen():
    """Ties have no first, few are no number, and what is not beyond chance is no difference."""
    few = replace(
        FOUND,
        repeat_cases=None,
        repeat_share=None,
        variants=(Variant(None, 100, 1.0, 12),),
        edges=(FOUND.edges[1], replace(FOUND.edges[0], events=30), FOUND.edges[4]),
        funnel=(FOUND.funnel[0], replace(FOUND.funnel[1], cases=None, of_start=None)),
        steps=(FOUND.steps[0], replace(FOUND.steps[1], cases=45), *FOUND.steps[2:]),
        differences=tuple(replace(one, told=False) for one in FOUND.differences),
        outcomes=FOUND.outcomes[1:],
        drop_off=FOUND.drop_off[1:],
    )
    assert titles(few) == {
        "variants": "Every path of 100 customers is that of fewer than 10 customers",
        "touchpoints": "Of 100 customers fewer than 10 customers come to one touchpoint twice or more",
        "edges": "2 steps lead from one touchpoint to the next",
        "funnel": "Of 90 customers at “Bill” fewer than 10 customers come to “Call” later,"
        " by all steps in between",
        "steps": "What comes before and after “Call”",
        "differences": "None of 2 figures tested differs beyond chance between 2026-Q2 and 2026-Q3",
        "outcome": "The 1 step tested does not go together with another “Churned” beyond chance",
        "drop_off": "The last contact of those who left",
        "trend": "How the figures go from 2026-04 to 2026-05, period by period",
    }


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_every_step_of_the_map_is_glued_from_disc_to_disc(lang):
    """Through joints, where it needs some: each connector begins where the one before it ends."""
    shapes = {shape.shape_id: shape for shape in slides(lang)[0].shapes}
    ways = {}
    for shape in slides(lang)[0].shapes:
        start, end = shape._element.findall(".//{*}stCxn"), shape._element.findall(".//{*}endCxn")
        assert len(start) == len(end)
        if start:
            ways.setdefault(shape.name, []).append((int(start[0].get("id")), int(end[0].get("id"))))
    assert len(ways) == 4
    word = {"en": "From {} to {}", "nl": "Van {} naar {}"}[lang]
    for name, way in ways.items():
        assert all(before[1] == after[0] for before, after in pairwise(way))
        assert name == word.format(shapes[way[0][0]].name, shapes[way[-1][1]].name)


def test_what_few_stand_behind_is_folded_and_counted():
    words = "\n".join(frame.text for slide in slides() for frame in cases.frames(slide))
    assert "what fewer than 10 customers stand behind is folded: 9 paths of 18 customers, 7 steps" in words
    assert "9 other paths" in words
    assert "1 other touchpoint with fewer than 10 customers" in words
    assert "Moving" not in words.replace("Paths with Moving", "")


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_no_type_is_below_10_points(lang):
    sizes = {
        run.font.size.pt
        for slide in slides(lang)
        for frame in cases.frames(slide)
        for line in frame.paragraphs
        for run in line.runs
        if run.font.size
    }
    assert min(sizes) >= 10


def test_the_sheets_of_the_workbook():
    assert book().sheetnames == [
        "Journeys", "Touchpoints", "Steps", "Paths", "Funnel", "Before and after", "Places", "Differences",
        "Outcome", "Last contact", "Period by period", "What columns say", "Findings",
    ]  # fmt: skip
    assert len(book("nl").sheetnames) == 13


def test_numbers_are_numbers_and_times_are_durations():
    sheet = book()["Steps"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("Bill", "Call", 50, 60, dt.timedelta(hours=30), dt.timedelta(hours=90))
    assert rows[3][:2] == ("Call", HOSTILE)
    assert rows[4] == ("7 other steps", None, None, 30, None, None)
    assert sheet["E2"].number_format == "[h]:mm:ss"
    assert sheet["B5"].data_type == "s"


def test_differences_of_times_are_days_so_that_they_may_be_below_zero():
    rows = list(book()["Differences"].iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("Paths with Bill", 0.9, 0.6, -0.42, -0.16, "Yes")
    times = dt.timedelta(hours=30), dt.timedelta(hours=28)
    assert rows[1] == ("Median time of Bill → Call", *times, -0.25, pytest.approx(2 / 24), "No")
    assert rows[2][1:] == (None, None, None, None, "Unknown")


def test_figures_period_by_period_without_those_that_few_stand_behind():
    rows = list(book()["Period by period"].iter_rows(values_only=True))
    assert rows[:3] == [
        ("Figure", "2026-04", "2026-05"),
        ("Paths that begin", 60, 40),
        ("Paths with Bill", 0.95, 0.825),
    ]
    assert rows[3][1:] == (0.5, None)
    assert rows[5][1:] == (dt.timedelta(hours=40), dt.timedelta(hours=36))
    assert len(rows) == 6


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_every_head_is_explained_where_it_stands_and_on_a_sheet(lang):
    names = book(lang).sheetnames
    said = {
        (sheet, head): meaning
        for sheet, head, meaning in book(lang)[names[-2]].iter_rows(min_row=2, values_only=True)
    }
    for name in names[:-2]:
        for cell in book(lang)[name][1]:
            assert cell.comment.text.strip() == said[name, cell.value]


def test_the_report_has_the_same_pages_as_the_deck():
    made = deliver.paths_report(PATHS, lang="en", day=DAY)
    assert cases.pages_of(made) == len(slides())
    assert made == deliver.paths_report(PATHS, lang="en", day=DAY)


def test_the_names_of_files():
    assert deliver.paths_file_name(PATHS.files, "xlsx", "nl", DAY) == "calls-klantreizen-2026-11-30.xlsx"
