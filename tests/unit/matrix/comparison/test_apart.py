"""Which touchpoints are said to lie in different quadrants for different segments."""

import numpy as np
import pytest

from cx import matrix
from cx.matrix.comparison import segments
from cx.matrix.comparison.segments_apart import Levels
from cx.records import Settings
from tests.made.tables import row, touchpoints

LINES = Settings(crosshair_rule="fixed", fixed=(7.0, 3.0))


def levels(values, errors, freedom=None, line=7.0):
    names = tuple("abcdefgh"[: len(values)])
    free = np.full(len(values), 99.0) if freedom is None else np.array(freedom, float)
    return Levels(names, np.array(values, float), np.array(errors, float), free, line)


def of_segments(*rows):
    return segments.of_table(
        touchpoints([row(name, x, 4, segment=to, **more) for name, x, to, more in rows]), LINES
    )


def test_two_segments_are_compared_by_welchs_t(stats):
    one = levels([6.0, 6.5], [0.2, 0.1], [99, 49])
    reference = stats.ttest_ind_from_stats(6.0, 2.0, 100, 6.5, 0.1 * 50**0.5, 50, equal_var=False)
    assert one.p == pytest.approx(reference.pvalue)


def test_several_segments_are_compared_by_welchs_analysis_of_variance(stats):
    """R: oneway.test(extra ~ g) of three groups with means 1, 2, 4, sd 1, 2, 1.5 and n 10, 12, 8."""
    sizes, means, sds = np.array([10, 12, 8]), np.array([1.0, 2.0, 4.0]), np.array([1.0, 2.0, 1.5])
    weights = sizes / sds**2
    centre = weights @ means / weights.sum()
    rest = ((1 - weights / weights.sum()) ** 2 / (sizes - 1)).sum()
    f = weights @ (means - centre) ** 2 / 2 / (1 + 2 * (3 - 2) / (9 - 1) * rest)
    expected = stats.f.sf(f, 2, (9 - 1) / (3 * rest))
    assert levels(means, sds / sizes**0.5, sizes - 1).p == pytest.approx(expected)


def test_segments_that_differ_no_more_than_chance_are_drawn_onto_one_place():
    assert levels([6.8, 7.1], [0.3, 0.3]).chances.tolist() == [0.0, 0.0]
    assert levels([6.8, 7.1], [0.3, 0.3]).pairs == set()


def test_a_small_segment_is_drawn_towards_all_the_more(stats):
    """Weights 25, 25, 1; centre 6.5098; Q 12.7 is 10.7 beyond its 2: a spread of .4068 between segments."""
    found = levels([6.0, 7.0, 7.0], [0.2, 0.2, 1.0])
    weights = np.array([25.0, 25.0, 1.0])
    centre = weights @ [6, 7, 7] / 51
    between = (weights @ (np.array([6, 7, 7]) - centre) ** 2 - 2) / (51 - (weights**2).sum() / 51)
    kept = between / (between + 1 / weights)
    z = (centre + kept * (np.array([6, 7, 7]) - centre) - 7) / np.sqrt(kept / weights)
    assert found.chances == pytest.approx(stats.norm.cdf(z))
    assert found.chances[2] < found.chances[1]


def test_what_differs_between_segments_by_chance_is_not_told():
    known = {"n": 40, "sd": 2.0}
    found = of_segments(
        ("A", 6.8, "x", known), ("A", 7.3, "y", known), ("B", 6.0, "x", known), ("B", 6.2, "y", known)
    )
    assert (found.moving, found.tested) == ((), True)
    assert segments.findings_of_segments(found) == ()
    assert segments.segment_words(found, LINES, "en")[0].startswith("None of the 2 touchpoints is shown")


def test_a_clear_difference_is_told_of_the_segments_that_carry_it():
    large, small = {"n": 400, "sd": 1.5}, {"n": 20, "sd": 1.5}
    found = of_segments(("A", 6.0, "x", large), ("A", 8.0, "y", large), ("A", 7.1, "z", small))
    assert dict(found.apart) == {"A": ("x", "y")}
    (told,) = segments.findings_of_segments(found)
    assert told.details["groups"] == "x / y"


def test_many_touchpoints_make_one_difference_less_telling(stats):
    known = {"n": 100, "sd": 1.0}
    one = [("A", 6.8, "x", known), ("A", 7.2, "y", known)]
    p = stats.ttest_ind_from_stats(6.8, 1, 100, 7.2, 1, 100, equal_var=False).pvalue
    assert 0.05 / 20 < p < 0.05
    assert of_segments(*one).moving == ("A",)
    more = [(f"T{at}", 6.0, to, known) for at in range(19) for to in "xy"]
    assert of_segments(*one, *more).moving == ()


def test_without_n_or_spread_segments_are_not_told_apart():
    found = of_segments(("A", 5.0, "x", {}), ("A", 9.0, "y", {}))
    assert (found.moving, found.tested) == ((), False)
    assert "n or the spread is not known" in segments.segment_words(found, LINES, "en")[0]


def test_the_matrix_of_all_segments_says_it():
    table = touchpoints(
        [row("A", x, 4, segment=to, n=400, sd=1.5) for x, to in ((6.0, "x"), (8.0, "y"))]
        + [row("B", 6.5, 1, segment=to, n=400, sd=1.5) for to in "xy"]
    )
    whole = segments.with_findings(matrix.build(table, LINES), table)
    assert [f.details["touchpoint"] for f in whole.findings if f.code == "quadrant_changes"] == ["A"]


def test_claims_note_what_segments_show():
    table = touchpoints(
        [row("A", x, 4, segment=to, n=400, sd=1.5) for x, to in ((6.0, "x"), (8.0, "y"))]
        + [row("B", 6.5, 1, segment=to, n=400, sd=1.5) for to in "xy"]
    )
    whole = segments.with_findings(matrix.build(table, LINES), table)
    assert "quadrant_changes" in whole.claims.of("A").notes
    assert "quadrant_changes" not in whole.claims.of("B").notes
    assert [bubble.claim for bubble in whole.bubbles] == list(whole.claims.touchpoints)
