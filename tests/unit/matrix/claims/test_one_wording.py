"""What is to be done with a touchpoint is called the same wherever it is named, as surely as it is shown."""

import datetime as dt
from dataclasses import replace

import pytest

from cx import matrix, picture
from cx.deliver.chart import numbers
from cx.deliver.told import comparison as told
from cx.deliver.told import touchpoints as lists
from cx.deliver.told import what_to_do
from cx.matrix.comparison import segments
from cx.matrix.telling import spotlight
from cx.picture.bubbles import hover
from cx.picture.bubbles.reveal import revealed
from cx.picture.colour import LOOK_INTO, LOOK_INTO_SHADE, QUADRANT_SHADES, look_into_shade
from cx.records import Alert, AlertRule, Estimate, Evidence, Headline, Settings
from tests.made.tables import row, touchpoints

DAY = dt.date(2026, 12, 1)
LINES = Settings(crosshair_rule="fixed", fixed=(7.0, 0.25))
WORSE = Evidence(Estimate(-1.0, -1.5, -0.5), None, 1, outcome_sd=2.0)
SEEN_BY_ALL = Evidence(Estimate(1.0, 0.5, 1.5), None, 1, outcome_sd=2.0)
"""Everybody met it: nothing speaks for more reach."""


def table(worse_at=5.0, n=90):
    rows = [
        row("Worse", worse_at, 0.2, n=n, sd=1.5),
        row("Kept", 8.9, 0.3, n=n, sd=1.5),
        row("Near", 6.9, 0.4, n=n, sd=1.5),
        row("Other", 8.9, 0.1, n=n, sd=1.5),
    ]
    return replace(
        touchpoints(rows, impact_kind="derived"),
        evidence={"Worse": WORSE, "Kept": SEEN_BY_ALL, "Near": SEEN_BY_ALL},
        impact_claim="shown",
    )


@pytest.fixture
def built():
    return matrix.build(table(), LINES)


CALLED = {
    "Worse": "Look into it first",
    "Kept": "Protect it",
    "Near": "Maybe: Fix first",
    "Other": "Minimise the cost of this touchpoint",
}


def test_cards_hovers_lists_and_spotlights_call_it_the_same(built):
    for bubble in built.bubbles:
        words = CALLED[bubble.name]
        assert matrix.strategy_words(bubble, built.settings, "en") == words
        assert hover.lines(bubble, built, "en")[1] == words
        assert spotlight(bubble, built, "en").endswith(f" · {words}")
        assert lists.strategy_name(built, bubble, "en") == words


def test_segments_and_periods_call_it_the_same(built):
    beside = segments.Segments("Region", {"North": built, "South": built})
    rows = segments.table(beside, built.settings, "en").set_index("touchpoint")
    assert rows["quadrant 0"].to_dict() == CALLED
    found = matrix.comparison(built, built, kind="period", names=("a", "b"))
    sides = {one.name: matrix.sides_in_words(one, built.settings, "en") for one in found.movements}
    assert sides == {name: (words, words) for name, words in CALLED.items()}
    cells = {line[0]: line[2] for line in told.movements(found, built, "en").rows}
    assert cells == CALLED


def test_a_users_own_words_are_those_of_a_comparison_too(built):
    settings = replace(built.settings, strategies={("nl", "fix_first"): ("Nu doen", "Begin hier.")})
    found = matrix.comparison(built, built, kind="period", names=("a", "b"))
    near = next(one for one in found.movements if one.name == "Near")
    assert matrix.sides_in_words(near, settings, "nl") == ("Misschien: Nu doen",) * 2


def test_what_is_looked_into_first_wherever_it_lies_did_not_move():
    before, after = (matrix.build(table(at, n=900), LINES) for at in (5.0, 8.9))
    found = matrix.comparison(before, after, kind="period", names=("a", "b"))
    worse = next(one for one in found.movements if one.name == "Worse")
    assert (worse.before.quadrant, worse.after.quadrant) == ("simplify", "minimise_cost")
    assert worse.status == "stayed"
    assert worse.significant


def test_segments_in_which_it_is_looked_into_first_are_not_apart():
    beside = segments.Segments(
        "Region",
        {"North": matrix.build(table(5.0, 900), LINES), "South": matrix.build(table(8.9, 900), LINES)},
    )
    assert beside.tested
    assert beside.moving == ()


# --- colour ---


def test_a_negative_driver_has_a_colour_of_its_own_that_the_legend_names(built):
    drawn = picture.compute(built, lang="en", day=DAY)
    fills = {disc.name: disc.fill for disc in drawn.discs}
    assert fills["Worse"] == LOOK_INTO_SHADE.fill
    assert fills["Other"] == QUADRANT_SHADES["minimise_cost"].fill
    assert [(one.label.text, one.colour) for one in drawn.colour_legend] == [
        ("Look into it first", LOOK_INTO_SHADE.fill)
    ]


def test_without_one_there_is_nothing_to_name(built):
    others = replace(built, bubbles=built.bubbles[1:])
    assert picture.compute(others, lang="en", day=DAY).colour_legend == ()


def test_a_brand_with_such_a_colour_gets_another_one():
    fills = [LOOK_INTO_SHADE.fill, *(shade.fill for shade in QUADRANT_SHADES.values())]
    assert look_into_shade(fills[1:]) == LOOK_INTO_SHADE
    assert look_into_shade(fills) != LOOK_INTO_SHADE


def test_a_room_that_is_shown_some_quadrants_does_not_see_its_colour_before_its_time(built):
    drawn = picture.compute(built, lang="en", day=DAY)
    assert revealed(drawn, built, ("minimise_cost",), footnote="", alt="").colour_legend == ()
    assert revealed(drawn, built, ("simplify",), footnote="", alt="").colour_legend == drawn.colour_legend


def test_the_chart_in_files_has_a_series_of_its_own_for_it(built):
    made = numbers.of(built, picture.compute(built, lang="en", day=DAY), "en")
    rows = {one.disc.name: one for one in made.rows}
    assert (rows["Worse"].quadrant, rows["Worse"].colour) == ("Look into it first",) * 2
    assert not rows["Worse"].by_lines
    own = next(one for one in made.series if one.name == "Look into it first")
    assert own.shade.fill == LOOK_INTO_SHADE.fill
    assert not own.rest
    assert {disc.group for disc in picture.compute(built, lang="en", day=DAY).discs} >= {LOOK_INTO}


def test_a_series_of_that_name_that_somebody_gave_a_quadrant_stays_another():
    worded = replace(LINES, strategies={("en", "fix_first"): ("Look into it first", "")})
    built = matrix.build(table(), worded)
    made = numbers.of(built, picture.compute(built, lang="en", day=DAY), "en")
    assert len({one.name for one in made.series}) == len(made.series)


# --- sentences about what is not there, or lies below ---


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "No touchpoint is shown to have high impact and score below 7.0"),
        ("nl", "Van geen contactmoment blijkt dat het hoge impact heeft en onder 7,0 scoort"),
    ],
)
def test_that_nothing_is_to_be_fixed_is_said_only_where_it_is_shown(lang, words):
    close = [row("Close", 7.05, 0.7, n=90, sd=1.5), row("Far", 9.0, 0.1, n=90, sd=0.5)]
    built = matrix.build(touchpoints(close), LINES)
    assert built.claims.headline.case == "none_shown"
    assert matrix.headline(built, lang) == words
    sure = matrix.build(touchpoints([row("Sure", 9.0, 0.7, n=900, sd=0.5), close[1]]), LINES)
    assert sure.claims.headline.case == "nothing"


@pytest.mark.parametrize(
    ("n", "ends"), [(9000, "below 7"), (90, "below 7, which may be chance (95% interval 6.59 to 7.21)")]
)
def test_an_alert_says_whether_it_lies_below_by_chance(n, ends):
    # 6.9 ± t(89) 1.5 / sqrt(90) = 6.5858 to 7.2142
    built = matrix.build(table(n=n), LINES)
    found = matrix.comparison(built, built, kind="period", names=("a", "b"))
    near = next(one for one in found.movements if one.name == "Near")
    alert = Alert(AlertRule("below", 7.0), near)
    assert matrix.alert_in_words(alert, "en").endswith(ends)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Look into Near: around the target of 7.0 (on which side is not certain), with 40% of"),
        ("nl", "Near eerst onderzoeken: rond het doel van 7,0 (aan welke kant is niet zeker), met 40%"),
    ],
)
def test_an_action_says_on_which_side_of_the_target_it_lies_only_where_that_is_shown(built, lang, words):
    # 6.9 ± t(89) 1.5 / sqrt(90) = 6.5858 to 7.2142
    assert {one.name: one.claim.target for one in built.bubbles} == {
        "Worse": "below",
        "Kept": "reached",
        "Near": "unclear",
        "Other": "reached",
    }
    assert [one.sentence.startswith(words) for one in actions_of(built, lang)].count(True) == 1


def actions_of(built, lang):
    return what_to_do(
        replace(built, claims=replace(built.claims, headline=Headline("borderline", ("Near",)))), lang
    )


def test_a_negative_driver_is_named_in_the_title_only_where_it_lies_below_for_certain():
    for at in (5.0, 6.95):
        rows = [row("Worse", at, 0.45, n=90, sd=1.5), row("Close", 7.05, 0.4, n=90, sd=1.5)]
        asked = replace(
            touchpoints(rows, impact_kind="derived"), evidence={"Worse": WORSE}, impact_claim="shown"
        )
        said = matrix.headline(matrix.build(asked, LINES), "en")
        assert said.startswith("No touchpoint is shown")
        assert ("save Worse" in said) == (at == 5.0)
