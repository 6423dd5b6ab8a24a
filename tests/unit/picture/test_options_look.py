"""What stands out, which names are told, colours and words of a person's own.

Long is the other language of ``test_no_name_leaks_from_an_anonymous_picture``.
"""

import dataclasses
import time

import pytest

from cx.picture import anonymised, screen_figure, shades, static
from cx.picture.colour.brand import colour_findings
from cx.picture.colour.palette import GROUND, INK, QUADRANT_SHADES
from cx.picture.colour.vision import contrast
from tests.made.golden_pictures import companions
from tests.made.picture_cases import clustered, names, placed
from tests.made.tables import row
from tests.project import tiers
from tests.unit.picture.option_cases import ROWS, drawn, ids

# --- highlight, borderline ---


def test_what_was_chosen_stands_out_and_the_rest_is_greyed():
    picture = drawn(highlight=(ids()["Invoice"],))
    found = {disc.name: disc for disc in picture.discs}
    assert (found["Invoice"].emphasis, found["Invoice"].outline) == ("highlighted", INK)
    assert found["Website"].opacity == pytest.approx(0.25 * 0.6)
    colours = {label.id: label.block.colour for label in picture.labels}
    assert colours[found["Invoice"].id] == INK and colours[found["Website"].id] != INK


def test_borderline_bubbles_can_be_drawn_like_the_others():
    rows = [
        row("Sure", 5.0, 4.0, n=400, sd=1.0),
        row("Borderline", 7.0, 4.0, n=400, sd=2.0),
        row("Sure too", 9.0, 2.0, n=400, sd=1.0),
    ]
    marked, plain = drawn(placed(rows)), drawn(placed(rows), borderline=False)
    assert "borderline" in marked.size_note.text and "borderline" not in plain.size_note.text
    assert {disc.stroke for disc in plain.discs} == {"solid"}


# --- names that are not told ---


def everything_in(value):
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*everything_in(key), *everything_in(item))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from everything_in(item)


@pytest.mark.parametrize(
    ("lang", "word"), tiers.first([("nl", "Contactmoment")], ("en", "Touchpoint"), rows=True)
)
def test_no_name_leaks_from_an_anonymous_picture(lang, word):
    matrix = clustered(40, 3, lang, satisfaction=7.0, impact=0.025, n=12.0)
    picture = drawn(matrix, beside=companions(matrix), lang=lang, anonymous=True, ghost="other", arrows=True)
    found = " ".join(everything_in(picture)) + static(picture, "svg").decode()
    found += screen_figure(picture, width=960).to_json()
    assert [name for name in names(40, lang) if name in found] == []
    assert {disc.name for disc in picture.discs} == {f"{word} {n}" for n in range(1, 41)}


def test_numbers_for_names_stay_when_the_view_is_filtered():
    matrix = placed(ROWS)
    roster = tuple(bubble.name for bubble in matrix.bubbles)
    fewer = dataclasses.replace(matrix, bubbles=matrix.bubbles[2:])
    assert [bubble.name for bubble in anonymised(fewer, "en", roster).bubbles] == [
        "Touchpoint 3",
        "Touchpoint 4",
    ]


# --- brand colours ---


def test_brand_colours_are_drawn_and_their_text_reads_on_white():
    picture = drawn(colours={"fix_first": "#ff9999"})
    disc = next(disc for disc in picture.discs if disc.name == "Invoice")
    area = next(area for area in picture.quadrants if area.quadrant == "fix_first")
    assert disc.fill == "#FF9999"
    assert contrast(area.name.colour, GROUND) >= 4.5
    assert picture.findings == colour_findings({"fix_first": "#ff9999"})
    assert picture.findings[0].code == "colour_too_pale"


@pytest.mark.parametrize(
    ("colours", "codes"),
    [
        ({}, []),
        ({"simplify": "#333333"}, []),
        ({"simplify": "grey"}, ["colour_unreadable"]),
        ({"fix_first": "#E06600"}, ["colour_text_darker"]),
        ({"fix_first": "#005A9E"}, ["colours_alike"]),
        ({"fix_first": "#C00000", "expand_reach": "#4A7A00"}, ["colours_alike_colour_blind"]),
    ],
)
def test_the_colour_check_speaks_up(colours, codes):
    assert [finding.code for finding in colour_findings(colours)] == codes
    for finding in colour_findings(colours):
        assert finding.value in finding.message("nl")


def test_what_is_no_colour_leaves_the_usual_one():
    assert shades({"simplify": "red; x"}) == QUADRANT_SHADES


# --- title and footnote ---


def test_long_texts_of_a_persons_own_stay_apart_and_keep_the_rule_and_the_date():
    picture = drawn(title="Title " * 80, footnote="Note " * 300)
    assert len(picture.title.lines) == 2 and picture.title.text.endswith("…")
    assert picture.footnote.text.startswith("Note Note")
    assert "crosshair: mean" in picture.footnote.text and picture.footnote.text.endswith("22 Nov 2026")
    assert picture.title.box.bottom <= picture.subtitle.box.top + 1e-6
    assert picture.x_title.box.bottom <= picture.footnote.box.top + 1e-6
    assert picture.footnote.box.bottom <= picture.height


@pytest.mark.parametrize("note", ["Note " * 2_000_000, "a · " * 100_000])
def test_what_could_never_fit_into_a_footnote_is_cut_at_once(note):
    before = time.process_time()
    picture = drawn(footnote=note)
    assert time.process_time() - before < 5.0  # bit by bit it took hours
    assert "crosshair: mean" in picture.footnote.text and picture.footnote.text.endswith("22 Nov 2026")
    assert len(picture.footnote.lines) <= 4
