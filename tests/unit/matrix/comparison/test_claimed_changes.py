"""What a comparison may claim: weights, clusters, the same people twice, many touchpoints at once."""

import numpy as np
import pandas as pd
import pytest

from cx import impact, matrix
from cx.deliver.told.comparison import movements_title
from cx.matrix.comparison.difference_tests import crossing, difference, spread
from cx.records import AlertRule, Precision, Scale, Settings, Sums, keys_of
from cx.statistics import holm
from tests.made.tables import row, touchpoints

LINES = Settings(crosshair_rule="fixed", fixed=(7.0, 5.0))
EFFECTIVE = Precision(90.0, 0.2, 89.0)


def compared(before, after):
    earlier, later = (matrix.build(touchpoints(rows), LINES) for rows in (before, after))
    return matrix.comparison(earlier, later, kind="period", names=("Q1", "Q2"))


def answers(values, people, weights=None):
    keys = keys_of(np.array(people, dtype=object))
    order = np.argsort(keys)
    w = np.ones(len(values)) if weights is None else np.asarray(weights, float)
    sums = Sums(keys[order], np.ones(len(keys), int), w[order], (w * np.asarray(values))[order])
    n = w.sum() ** 2 / (w @ w)
    return Precision(n, float(np.std(values, ddof=1)) / n**0.5, n - 1, sums=sums)


def wave(seed, people, shift=0.0, **more):
    random = np.random.default_rng(seed)
    ratings = np.clip(np.round(7 + shift + 1.5 * random.normal(size=(len(people), 2))), 1, 10)
    frame = pd.DataFrame(ratings, columns=["Invoice", "Call"]).assign(id=people, **more)
    frame["Overall"] = frame[["Invoice", "Call"]].mean(axis=1) + random.normal(size=len(people))
    return frame


def drawn(frame, **more):
    found = impact.drivers(frame, "Overall", ["Invoice", "Call"], scales=Scale(1, 10), draws=0, **more)
    return matrix.build(impact.touchpoints(found))


def changed(before, after):
    found = matrix.comparison(before, after, kind="period", names=("a", "b"))
    return {one.name: one for one in found.movements}


# --- holm, over all touchpoints ---


def test_what_is_significant_by_itself_may_be_chance_among_many(stats):
    sure = {"n": 100, "sd": 1.0}
    before = [row(name, 6.0, 8.0, **sure) for name in "ABC"]
    after = [row("A", 6.5, 8.0, **sure), row("B", 6.3, 8.0, **sure), row("C", 6.0, 8.0, **sure)]
    found = {one.name: one for one in compared(before, after).movements}
    reference = stats.ttest_ind_from_stats(6.5, 1, 100, 6.0, 1, 100, equal_var=False).pvalue
    assert found["A"].p == pytest.approx(reference)
    assert found["A"].p_adjusted == pytest.approx(3 * reference)
    assert (found["B"].p, found["B"].p_adjusted) == pytest.approx((0.0351, 0.0702), abs=1e-4)
    assert [found[name].significant for name in "ABC"] == [True, False, False]
    falls = AlertRule("falls", 0.2)
    turned = compared(after, before)
    assert [one.movement.name for one in matrix.raised([falls], turned)] == ["A"]
    every = matrix.raised([AlertRule("falls", 0.2, significant=False)], turned)
    words = [matrix.alert_in_words(one, "en") for one in every]
    assert words[0].startswith("A: satisfaction fell by 0.50 to 6.00 (95% interval")
    assert words[1].startswith("B: satisfaction is 0.30 lower, at 6.00, which may be chance (95% interval")
    assert matrix.movements_in_words(turned, "en").startswith(
        "From Q1 to Q2 satisfaction rose for 0 and fell"
    )


def test_holm_leaves_out_what_was_not_tested():
    assert holm([0.5, None, 0.01, 0.02]) == [0.5, None, 0.03, 0.04]
    assert holm([]) == []


# --- who answered ---


def test_a_comparison_rests_on_the_effective_number_of_answers(stats):
    found = difference(0.5, spread(EFFECTIVE, EFFECTIVE))
    reference = stats.ttest_ind_from_stats(0.5, 0.2 * 90**0.5, 90, 0, 0.2 * 90**0.5, 90, equal_var=False)
    assert found.p == pytest.approx(reference.pvalue)


def test_weights_make_the_base_of_a_comparison_smaller(stats):
    people = [f"p{at}" for at in range(300)]
    weights = np.exp(1.4 * np.random.default_rng(3).normal(size=300))
    plain = changed(drawn(wave(1, people)), drawn(wave(2, people, 0.3)))["Invoice"]
    before, after = wave(1, people, weight=weights), wave(2, people, 0.3, weight=weights)
    weighed = changed(drawn(before, weight="weight"), drawn(after, weight="weight"))["Invoice"]
    errors = [(one.high - one.low) / 2 for one in (plain, weighed)]
    parts = []
    for frame in (before, after):
        mean = np.average(frame["Invoice"], weights=weights)
        n_eff = weights.sum() ** 2 / (weights @ weights)
        parts.append(np.average((frame["Invoice"] - mean) ** 2, weights=weights) / (n_eff - 1))
    reach = stats.t.ppf(0.975, sum(parts) ** 2 / sum(p**2 / (n_eff - 1) for p in parts)) * sum(parts) ** 0.5
    assert errors[1] == pytest.approx(reach)
    assert errors[1] > 1.5 * errors[0]


def test_the_same_people_twice_are_a_paired_t_test(stats):
    people = list(range(120))
    before, after = wave(4, people), wave(4, people, 0.25)
    later = after.sample(frac=1, random_state=1)
    found = changed(drawn(before, respondent="id"), drawn(later, respondent="id"))["Call"]
    reference = stats.ttest_rel(after["Call"], before["Call"])
    assert found.p == pytest.approx(reference.pvalue)
    assert (found.low, found.high) == pytest.approx(tuple(reference.confidence_interval()))


def test_nobody_in_common_is_welch_and_a_few_in_common_lie_between(stats):
    random = np.random.default_rng(5)
    x = random.normal(size=60)
    y = x + 0.4 * random.normal(size=60)
    names = [f"p{at}" for at in range(60)]
    strangers = [f"q{at}" for at in range(60)]
    welch = spread(answers(x, names), answers(y, strangers))
    reference = stats.ttest_ind(y, x, equal_var=False)
    assert (welch.freedom, welch.correlation) == (pytest.approx(reference.df), 0.0)
    half = spread(answers(x, names), answers(y, names[:30] + strangers[30:]))
    paired = spread(answers(x, names), answers(y, names))
    assert paired.freedom == pytest.approx(59)
    assert paired.correlation == pytest.approx(np.corrcoef(x, y)[0, 1])
    assert paired.error < half.error < welch.error


def test_those_without_a_name_are_never_the_same_person():
    unnamed = answers([1.0, 2.0, 4.0], ["", None, ""])
    assert spread(unnamed, unnamed).correlation == 0.0


def test_whole_clusters_are_what_a_change_rests_on(stats):
    stores = np.repeat([f"s{at}" for at in range(12)], 25)
    mood = np.repeat(np.random.default_rng(6).normal(size=12), 25)
    before, after = wave(7, stores), wave(8, stores)
    for frame in (before, after):
        frame["Invoice"] = np.clip(np.round(frame["Invoice"] + mood), 1, 10)
    alone = changed(drawn(before), drawn(after))["Invoice"]
    together = changed(drawn(before, cluster="id"), drawn(after, cluster="id"))["Invoice"]
    means = [frame.groupby("id")["Invoice"].mean() for frame in (before, after)]
    reference = stats.ttest_rel(means[1], means[0])
    assert together.p == pytest.approx(reference.pvalue)
    assert alone.p != pytest.approx(together.p)


# --- moves between quadrants ---


def test_a_move_is_claimed_where_it_is_nearly_certain_that_a_line_was_crossed(stats):
    sure = {"n": 100, "sd": 1.0}
    found = compared(
        [
            row("A", 6.7, 8.0, **sure),
            row("B", 6.9, 8.0, **sure),
            row("C", 6.0, 8.0),
            row("D", 6.0, 4.0, **sure),
        ],
        [
            row("A", 7.3, 8.0, **sure),
            row("B", 7.1, 8.0, **sure),
            row("C", 8.0, 8.0),
            row("D", 6.0, 6.0, **sure),
        ],
    )
    told = {one.name: (one.status, one.probability) for one in found.movements}
    assert told["A"] == ("moved", pytest.approx(stats.norm.cdf(3) ** 2))
    assert told["B"] == ("unclear", pytest.approx(stats.norm.cdf(1) ** 2))
    assert told["C"] == told["D"] == ("unclear", None)
    assert matrix.movements_in_words(found, "en") == "One touchpoint changed quadrant from Q1 to Q2"


def test_without_n_or_spread_nothing_is_said_to_have_changed():
    found = compared([row("C", 6.0, 8.0)], [row("C", 8.0, 8.0)])
    assert not found.tested
    assert matrix.movements_in_words(found, "nl").startswith("Of er iets veranderde van Q1 naar Q2")


def test_segments_differ_and_do_not_change_into_one_another():
    sure = {"n": 400, "sd": 1.0}
    north = matrix.build(touchpoints([row("A", 6.0, 8.0, **sure), row("B", 8.0, 8.0, **sure)]), LINES)
    south = matrix.build(touchpoints([row("A", 8.0, 8.0, **sure), row("B", 8.0, 8.0, **sure)]), LINES)
    unknown = matrix.build(touchpoints([row("A", 6.0, 8.0), row("B", 8.0, 8.0)]), LINES)
    found = [
        matrix.comparison(*pair, kind="segment", names=("North", "South"))
        for pair in ((north, south), (north, north), (unknown, unknown))
    ]
    words = [matrix.movements_in_words(one, "en").partition(":")[0] for one in found]
    assert words == [
        "One touchpoint lies in another quadrant for South than for North",
        "No difference beyond chance between North and South",
        "Whether North and South differ cannot be told from these data",
    ]
    assert [movements_title(one, "nl") for one in found] == [
        "1 contactmoment ligt bij South in een ander kwadrant dan bij North",
        "Geen verschil dat meer is dan toeval tussen North en South",
        "Of North en South verschillen is met deze gegevens niet te zeggen",
    ]


def test_the_chance_of_crossing_counts_what_both_sides_have_in_common(stats):
    for below, above, r in ((0.3, 1.1, 0.6), (2.0, 1.5, 0.9), (1.0, 0.2, -0.4)):
        plane = stats.multivariate_normal(cov=[[1, -r], [-r, 1]])
        assert crossing((below, above), r) == pytest.approx(plane.cdf([below, above]), abs=1e-5)
