"""The trend of all contacts: what it comes to, and the same picture on the screen, in the deck and report."""

import io

import openpyxl
import pytest
from pptx import Presentation

from cx import deliver, picture
from cx.matrix import months_claim
from cx.matrix.telling import lenses as telling
from cx.records.lenses import Lenses, LensResult
from tests.made.lenses import lens_results
from tests.unit.deliver import cases

MATRIX = cases.matrix()


def month(name, negative, half, n=400):
    def bar(value):
        return {"value": value, "low": value - half, "high": value + half}

    shares = {"negative": bar(negative), "reactive": bar(0.7 - negative), "proactive": bar(0.3)}
    return {"month": name, "n": n, **shares}


def trend(before=0.3, after=0.2, half=0.04, count=3):
    plain = lens_results.proactivity()
    each = [before] * (count - 1) + [after]
    months = [month(f"{2024 + at // 12}-{at % 12 + 1:02d}", share, half) for at, share in enumerate(each)]
    return LensResult("proactivity", plain.touchpoints, {**plain.total, "months": months})


@pytest.mark.parametrize(
    ("found", "moved"),
    [
        (trend(0.3, 0.2, 0.04), "fewer"),
        (trend(0.2, 0.3, 0.04), "more"),
        (trend(0.3, 0.2, 0.08), "chance"),  # hypot(.08, .08) is more than .1
        (trend(0.3, 0.2, 0.06), "fewer"),  # though both intervals overlap
        (trend(0.2, 0.3, 0.08), "chance"),
        (trend(0.2, 0.3, 0.06), "more"),
    ],
)
def test_the_first_month_and_the_last_differ_beyond_chance_or_not(found, moved):
    assert months_claim(found).moved == moved


def test_of_each_interval_the_side_counts_that_lies_towards_the_other_month():
    # apart by .1; hypot(.08, .04) is less, hypot(.12, .03) more; and so hypot(.05, .02) and hypot(.02, .1)
    for (before, after), moved in (
        (((0.17, 0.2, 0.24), (0.22, 0.3, 0.42)), "more"),
        (((0.28, 0.3, 0.4), (0.18, 0.2, 0.25)), "fewer"),
    ):
        found = trend(before[1], after[1], count=2)
        for each, (low, value, high) in zip(found.total["months"], (before, after), strict=True):
            each["negative"] = {"value": value, "low": low, "high": high}
        assert months_claim(found).moved == moved


def test_in_words_of_both_languages():
    said = months_claim(trend())
    assert (
        telling.months_title(said, "en") == "Negative contacts fell from 30% in Jan 2024 to 20% in Mar 2024"
    )
    assert (
        telling.months_title(said, "nl")
        == "Negatieve contacten daalden van 30% in jan 2024 naar 20% in mrt 2024"
    )
    assert months_claim(lens_results.pyramid()) is None
    assert picture.months_picture(lens_results.proactivity(), lang="en", title="") is None


@pytest.mark.parametrize("count", [2, 15, 75])
def test_no_word_of_the_picture_stands_on_another(count):
    drawn = picture.months_picture(trend(count=count), lang="nl", title="x")
    boxes = [block.box for block in drawn.texts]
    clash = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    ]
    assert not clash
    assert (drawn.shown, drawn.count) == (min(count, 60), count)
    assert all(box.left >= 0 and box.right <= drawn.width + 1 for box in boxes)


def test_deck_report_and_workbook_have_it():
    added = deliver.Additions(lenses=Lenses((trend(),)))
    asked = {"lang": "en", "day": cases.DAY, "added": added}
    deck = Presentation(io.BytesIO(deliver.deck(MATRIX, topics=("lenses",), **asked)))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides][1:] == [
        "Negative contacts fell from 30% in Jan 2024 to 20% in Mar 2024"
    ]
    drawn = picture.compute(MATRIX, lang="en", day=cases.DAY)
    assert cases.pages_of(deliver.report(MATRIX, drawn, topics=("lenses",), **asked)) == 2
    book = openpyxl.load_workbook(io.BytesIO(deliver.workbook(MATRIX, cases.eight(), **asked)))
    assert list(book["Lenses"].values)[-1][1:6] == (
        "Mar 2024",
        0.2,
        pytest.approx(0.16),
        pytest.approx(0.24),
        400,
    )


def test_a_deck_without_names_keeps_the_months():
    hidden = deliver.Additions(lenses=Lenses((trend(),))).unnamed({}, {}, {})
    assert len(hidden.lenses.results[0].months) == 3
