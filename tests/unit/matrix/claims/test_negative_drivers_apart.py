"""Negative drivers stand apart from every list by quadrant, whatever lists, files and sentences call for."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest

from cx import matrix
from cx.deliver import workbook
from cx.deliver.told import comparison, what_to_do
from cx.deliver.told import touchpoints as told
from cx.picture.bubbles.hover import alternative
from cx.records import Estimate, Evidence, PriorityTerms, Session, Settings
from cx.session.sessions import deciding
from tests.made.tables import row, touchpoints

DAY = dt.date(2026, 11, 30)
CLEAR = Evidence(Estimate(-1.0, -1.5, -0.5), None, 1, outcome_sd=2.0)


@pytest.fixture
def built():
    return made()


def table():
    """Two negative drivers: one would be simplified, of the other the cost would be cut."""
    rows = [
        row("Low and worse", 5.0, 0.2, n=90, sd=1.5, volume=900),
        row("High and worse", 8.5, 0.3, n=90, sd=1.5, volume=800),
        row("Better", 6.0, 0.4, n=90, sd=1.5, volume=700),
        row("Other", 8.0, 0.1, n=90, sd=1.5, volume=600),
    ]
    return replace(
        touchpoints(rows, impact_kind="derived"),
        evidence={"Low and worse": CLEAR, "High and worse": CLEAR},
        impact_claim="shown",
    )


def made(**settings):
    return matrix.build(table(), Settings(crosshair_rule="fixed", fixed=(7.0, 0.25), **settings))


def names(bubbles):
    return [one.label for one in bubbles]


def test_no_strategy_lists_them_and_a_list_of_their_own_does(built):
    assert names(built.in_quadrant("simplify")) == ["Low and worse"]
    assert names(built.advised("simplify")) == []
    assert names(built.advised("minimise_cost")) == ["Other"]
    assert names(built.negative_drivers) == ["High and worse", "Low and worse"]
    assert {one.advised for one in built.negative_drivers} == {None}


@pytest.mark.parametrize(("lang", "heading"), [("en", "Look into it first"), ("nl", "Eerst uitzoeken")])
def test_slides_and_workbook_have_a_heading_for_them(built, lang, heading):
    *four, last = told.strategies(built, lang)
    assert (last.quadrant, last.name) == (None, heading)
    assert [one.name for one in last.entries] == ["High and worse", "Low and worse"]
    listed = {entry.name: entry.numbers for block in (*four, last) for entry in block.entries}
    assert len(listed) == sum(len(block.entries) for block in (*four, last)) == len(built.bubbles)
    assert heading not in " ".join(listed.values())
    book = openpyxl.load_workbook(io.BytesIO(workbook(built, table(), lang=lang, day=DAY)), read_only=True)
    assert heading in book.sheetnames


def test_whoever_cannot_see_the_picture_hears_them_apart(built):
    said = alternative(built, "en")
    assert "Look into it first: High and worse, Low and worse" in said
    assert "Simplify, prevent or drop" not in said


def test_the_share_that_lists_show_is_the_one_of_the_picture(built):
    shown = {line[1]: line[4] for line in told.priorities(built, "en").rows}
    assert shown["High and worse"] == matrix.impact_in_column(built.negative_drivers[0].height, built, "en")
    shares = [matrix.share_of_impact(one, built) for one in built.bubbles]
    assert shares == pytest.approx([one.height for one in built.bubbles])


@pytest.mark.parametrize("terms", [PriorityTerms(), PriorityTerms(impact=False), PriorityTerms(volume=True)])
def test_they_have_no_priority_whatever_it_multiplies(terms):
    built = made(priority_terms=terms)
    assert [one.priority.score for one in built.negative_drivers] == [0.0, 0.0]
    assert built.by_priority[0].label == "Better"
    assert names(built.by_priority[-2:]) == ["High and worse", "Low and worse"]


def test_no_sentence_begins_with_more_or_less_of_them(built):
    for bubble in built.negative_drivers:
        assert matrix.start_words(bubble, "en") == f"look into {bubble.label}"
        assert matrix.strategy_of(bubble, built.settings, "en") == matrix.looked_into("en")
    assert "worse" not in " ".join(one.start for one in what_to_do(built, "en"))


def test_while_quadrants_are_revealed_they_are_counted_apart(built):
    assert matrix.so_far(built, ("simplify",), "en").endswith("0 touchpoints; 1 to look into first")


def test_a_movement_ends_where_they_are_looked_into(built):
    before = matrix.build(
        touchpoints(
            [row(one.name, one.satisfaction, one.impact, n=90, sd=1.5) for one in built.bubbles],
            impact_kind="derived",
        ),
        Settings(crosshair_rule="fixed", fixed=(7.0, 0.25)),
    )
    found = matrix.comparison(before, built, kind="session", names=("then", "now"))
    rows = {line[0]: line[1:3] for line in comparison.movements(found, built, "en").rows}
    assert rows["High and worse"][1].startswith("Look into it first")


def test_nothing_that_is_decided_of_them_goes_against_the_matrix(built):
    bubble = built.negative_drivers[0]
    now = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
    session = Session("s", "Session", now, now, 1, table())
    decided = deciding.decided(session, bubble, "simplify", who="A", now=now)
    decision = decided.decision(bubble.id)
    assert (decision.advice, decision.accepted) == (None, True)
    assert not deciding.standings(decided.decisions, built)[0].contradicts


def test_what_would_prove_it_wrong_is_a_trial_on_the_outcome(built):
    # 2 (1.95996 + 0.84162)² (2 / 1)² = 62.8 answers in each group
    said = matrix.proof(built.negative_drivers[0], built, "en")[-1]
    assert said.startswith("A trial settles it: 63 answers where it scores a point more")
    assert "whether the outcome gets worse by 1.00" in said
