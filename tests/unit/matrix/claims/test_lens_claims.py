"""What may be said of lenses: beyond chance, where impact is carried, and where answers would change most."""

from dataclasses import replace

import pytest

from cx.matrix import lens_claim, lens_claims
from cx.matrix.claims.next_question import next_question
from cx.records.lenses import LENSES, Lenses, LensResult, Named, Reading
from tests.made.lenses import lens_results
from tests.made.tables import row
from tests.unit.deliver import cases

MATRIX = cases.matrix()


def names(found):
    return [one.name for one in found]


def test_gaps_are_told_where_their_interval_leaves_out_zero_the_largest_first():
    claim = lens_claim(lens_results.knowledge(), MATRIX)
    assert claim.case == "told"
    assert claim.first == (Named("Invoice", 1.0), Named("App", -0.75))
    assert (claim.second, claim.whole, claim.figure) == ((), 1 / 3, "satisfaction")


def test_a_gap_without_intervals_is_bare_and_one_within_chance_untold():
    bare = LensResult("knowledge_gap", (lens_results.guess("App", 8.0, 7.0, half=None),))
    untold = LensResult("knowledge_gap", (lens_results.guess("App", 8.0, 7.9),))
    assert [lens_claim(one, MATRIX).case for one in (bare, untold)] == ["bare", "untold"]
    assert names(lens_claim(bare, MATRIX).first) == ["App"]
    assert lens_claim(untold, MATRIX).first == ()


def test_what_falls_short_is_told_and_what_is_over_served_where_impact_is_low():
    claim = lens_claim(lens_results.expectation(), MATRIX)
    assert names(claim.first) == ["Claims", "Invoice"]
    assert names(claim.second) == ["Meter"]
    assert claim.whole == -0.375


def test_a_standard_is_missed_where_impact_is_high():
    claim = lens_claim(lens_results.specification(), MATRIX)
    assert (names(claim.first), claim.whole) == (["Invoice"], 0.45)


def test_a_standard_is_met_less_often_where_the_interval_lies_below_that_of_all():
    claim = lens_claim(lens_results.delivery(), MATRIX)
    assert (claim.case, names(claim.first), claim.whole) == ("told", ["Invoice"], 0.8)


def test_levels_are_told_where_they_and_impact_do_not_go_together():
    claim = lens_claim(lens_results.pyramid(), MATRIX)
    assert (names(claim.first), names(claim.second)) == (["Invoice"], ["Meter"])


def test_negative_contacts_are_told_where_they_lie_above_those_of_all():
    claim = lens_claim(lens_results.proactivity(), MATRIX)
    assert (claim.case, names(claim.first), claim.whole, claim.low) == ("told", ["Claims"], 0.25, 0.2)


@pytest.mark.parametrize(
    ("invested", "everyones", "own", "decided"),
    [(None, 1, 1, False), ({"News", "App"}, 1, 1, True), (set(), 0, 0, True)],
)
def test_moments_that_are_invested_in_are_those_decided_on_else_those_advised(
    invested, everyones, own, decided
):
    claim = lens_claim(lens_results.moments(), MATRIX, invested)
    assert (claim.everyones, claim.own, claim.decided) == (everyones, own, decided)


def test_blind_spots_are_told_the_largest_first():
    claim = lens_claim(lens_results.coverage(), MATRIX)
    assert claim.first == (Named("Nobody asks", 0.05), Named("Claims", 0.02))


def test_without_impact_nothing_is_high_or_low():
    plain = cases.matrix(cases.table([row("Invoice", 6.0), row("Meter", 8.0)]))
    assert not plain.has_impact
    claim = lens_claim(lens_results.pyramid(), plain)
    assert (claim.first, claim.second) == ((), ())


def test_a_borderline_touchpoint_is_neither_high_nor_low():
    invoice = MATRIX.bubbles[0]
    assert invoice.claim is not None
    unsure = replace(invoice, claim=replace(invoice.claim, quadrant_claim=False), probabilities=None)
    found = lens_claim(lens_results.pyramid(), replace(MATRIX, bubbles=(unsure, *MATRIX.bubbles[1:])))
    assert found.first == ()
    high = replace(unsure, probabilities={"fix_first": 0.55, "expand_reach": 0.4, "simplify": 0.05})
    found = lens_claim(lens_results.pyramid(), replace(MATRIX, bubbles=(high, *MATRIX.bubbles[1:])))
    assert names(found.first) == ["Invoice"]


def test_claims_stand_in_the_order_of_the_lenses_and_need_no_order_of_touchpoints():
    found = lens_claims(reversed(lens_results.lenses().results), MATRIX)
    assert [one.lens for one in found] == list(LENSES)
    turned = LensResult("pyramid", tuple(reversed(lens_results.pyramid().touchpoints)))
    assert lens_claim(turned, MATRIX) == lens_claim(lens_results.pyramid(), MATRIX)


def test_a_lens_that_holds_nothing_is_none():
    assert Lenses().of("pyramid") is None
    assert lens_claim(LensResult("pyramid", (Reading("Invoice", None),)), MATRIX).first == ()


# --- the next question ---


def four(n):
    """Priorities 8, 6, 4 and 3.8 at a target of 8: the third and the fourth lie together."""
    rows = [
        row("A", 6.0, 4.0, n=4_000, sd=1.5),
        row("B", 6.0, 3.0, n=4_000, sd=1.5),
        row("C", 6.0, 2.0, n=4_000, sd=1.5),
        row("D", 6.1, 2.0, n=n, sd=1.5),
        row("E", 9.0, 2.0, n=4_000, sd=1.5),
    ]
    return cases.matrix(cases.table(rows), target=8.0)


def test_the_next_question_is_where_few_answers_decide_the_first_three():
    found = next_question(four(40))
    assert found is not None
    assert (found.name, found.answers) == ("D", 200)
    # sd of the coming mean .237 * sqrt(200/240) = .2165; D comes before C where it falls by .1 or more
    assert found.chance == pytest.approx(0.322, abs=0.003)


def test_more_answers_behind_it_leave_less_to_settle():
    chances = [found.chance for n in (40, 400) if (found := next_question(four(n)))]
    assert chances[0] > chances[1] > 0


def test_no_question_is_told_without_an_order_or_an_error():
    assert next_question(cases.matrix(cases.table([row("A", 6.0), row("B", 7.0)]))) is None
    unknown = [row(name, 6.0, at + 1.0) for at, name in enumerate("ABCDE")]
    assert next_question(cases.matrix(cases.table(unknown))) is None
