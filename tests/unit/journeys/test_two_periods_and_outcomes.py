"""What is beyond chance between two periods, and what goes with an outcome, against brute force."""

import numpy as np
import pytest

from cx import intake, statistics
from cx.journeys import Options, differences, journeys, medians, outcomes


def written(rows, header="customer,touchpoint,time"):
    return intake.events([intake.read("\n".join([header, *rows]).encode(), "log.csv")])


@pytest.fixture(scope="module")
def changed():
    """Two months: in the second more customers call after the bill, and later."""
    draw = np.random.default_rng(3)
    rows, gaps = [], {1: [], 2: []}
    for number in range(400):
        month = 1 + number % 2
        rows.append(f"{number},Bill,2026-0{month}-10 09:00:00")
        if draw.random() < (0.3 if month == 1 else 0.6):
            minutes = int(draw.exponential(60 if month == 1 else 200)) + 1
            gaps[month].append(60.0 * minutes)
            rows.append(f"{number},Call,2026-0{month}-{10 + (540 + minutes) // 1440} "
                        f"{(540 + minutes) // 60 % 24:02}:{minutes % 60:02}:00")  # fmt: skip
    return written(rows), gaps


def test_shares_have_newcombes_interval_and_medians_that_of_redrawn_cases(changed):
    events, gaps = changed
    found = journeys(events, Options(period_a="2026-01", period_b="2026-02"))
    by = {(one.figure, one.about): one for one in found.differences}
    calls = [len(gaps[month]) for month in (1, 2)]
    edge = by["edge_share", ("Bill", "Call")]
    assert (edge.a, edge.b) == (calls[0] / 200, calls[1] / 200)
    assert (edge.low, edge.high) == statistics.newcombe(calls[0], 200, calls[1], 200)
    assert [by[key].told for key in (("edge_share", ("Bill", "Call")), ("share_of_cases", "Bill"))] == [
        True,
        False,
    ]
    time = by["median_seconds", ("Bill", "Call")]
    assert (time.a, time.b) == (np.median(gaps[1]), np.median(gaps[2]))
    draw = np.random.default_rng(1)
    drawn = [np.median(draw.choice(gaps[month], (20_000, len(gaps[month]))), axis=1) for month in (1, 2)]
    wide = np.quantile(drawn[1] - drawn[0], [0.025, 0.975])
    assert (time.low, time.high) == (pytest.approx(wide[0], abs=150), pytest.approx(wide[1], abs=150))
    assert time.told


def test_lists_count_the_cases_of_both_periods_only(changed):
    events, _ = changed
    found = journeys(events, Options(period_a="2026-02", period_b="2026-03"))
    assert (found.cases, found.differences) == (200, ())


def test_the_median_of_redrawn_values_has_the_distribution_that_redrawing_gives():
    values = np.sort(np.random.default_rng(5).exponential(1, 31))
    times = medians.Times(31, np.arange(1.0, 32), values, 31, 1.0)
    drawn = np.median(np.random.default_rng(6).choice(values, (40_000, 31)), axis=1)
    share = [float((drawn <= value).mean()) for value in values]
    assert np.abs(times.median_up_to(values) - share).max() < 0.01
    assert np.allclose(
        np.quantile(times.redrawn(), [0.15, 0.5, 0.85]), np.quantile(drawn, [0.15, 0.5, 0.85]), atol=0.1
    )


def test_equal_periods_are_seldom_told():
    draw = np.random.default_rng(9)
    values = [
        medians.p_of(
            *(medians.Times(40, np.arange(1.0, 41), np.sort(draw.normal(size=40)), 40, 1.0) for _ in "ab")
        )
        for _ in range(400)
    ]
    assert np.mean(np.array(values) < 0.05) < 0.08


def test_holm_stops_at_the_first_that_holds():
    assert differences.holm([0.001, None, 0.03, 0.02]) == [True, False, True, True]
    assert differences.holm([0.001, 0.04, 0.03]) == [True, False, False]


def by_rows(design, y, stats):
    """Ordinary least squares with HC1, row by row: the last coefficient and half its interval."""
    bread = np.linalg.inv(design.T @ design)
    rest = y - design @ (bread @ design.T @ y)
    n, k = design.shape
    errors = bread @ (design.T * rest**2) @ design @ bread * n / (n - k)
    return (bread @ design.T @ y)[-1], stats.t.ppf(0.975, n - k) * np.sqrt(errors[-1, -1])


def test_the_outcome_of_a_step_is_that_of_least_squares_with_its_robust_errors(stats):
    draw = np.random.default_rng(2)
    rows, y, has, met = [], [], [], []
    for number in range(300):
        names = [str(one) for one in draw.permutation(list("abcd"))[: draw.integers(2, 5)]]
        has.append("ab" in "".join(names))
        met.append([name in names for name in "cd"])
        y.append(round(float(2 + 1.5 * has[-1] + met[-1][0] + draw.normal()), 2))
        rows += [f"{number},{name},2026-01-01 10:0{at},{y[-1]}" for at, name in enumerate(names)]
    found = journeys(written(rows, "customer,touchpoint,time,satisfaction")).outcomes
    one = next(one for one in found if (one.start, one.end) == ("a", "b"))
    design = np.column_stack([np.ones(300), np.array(met, float), np.array(has, float)])
    effect, half = by_rows(design, np.array(y), stats)
    assert (one.difference, one.high - one.difference) == (pytest.approx(effect), pytest.approx(half))
    assert (one.having, one.lacking) == (sum(has), 300 - sum(has))


def test_a_step_that_the_other_touchpoints_tell_has_no_effect_of_its_own():
    met = np.array([[1.0], [0.0]])
    having, lacking = np.array([[40, 20, 20.0], [0, 0, 0]]), np.array([[0, 0, 0.0], [40, 10, 10]])
    assert outcomes.effect(met, having, lacking) == (None, None)


def test_who_left_is_counted_by_the_last_touchpoint():
    rows = [f"{n},Bill,2026-01-01,{'yes' if n < 6 else 'no'}" for n in range(10)]
    rows += [f"{n},Call,2026-01-02,yes" for n in range(4)]
    found = journeys(written(rows, "customer,touchpoint,date,churned"))
    assert [(one.touchpoint, one.cases, one.share) for one in found.drop_off] == [
        ("Call", 4, 4 / 6),
        ("Bill", 2, 2 / 6),
    ]
