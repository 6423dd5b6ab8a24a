"""Answers that stand together: which columns are asked about, and what errors are once they are confirmed."""

import numpy as np
import pandas as pd
import pytest

from cx import impact, intake, matrix
from cx.errors import ArgumentError
from cx.intake.survey.clusters import likely
from cx.records import Choices, Filters, Settings

NAMES = ["Signs", "Shops", "Wifi", "Roads", "Parking"]


def survey(seed=1, groups=20, size=30, alike=0.4, **more):
    random = np.random.default_rng(seed)
    at = np.arange(groups * size) % groups
    store, mood = random.normal(size=groups)[at][:, None], random.normal(size=(len(at), 1))
    ratings = np.round(7 + 1.7 * (alike * store + 0.5 * mood + 0.7 * random.normal(size=(len(at), 5))))
    frame = pd.DataFrame(np.clip(ratings, 1, 10).astype(int), columns=NAMES)
    overall = frame.mean(axis=1) + random.normal(size=len(at))
    frame["Overall satisfaction"] = np.clip(overall.round(), 0, 10).astype(int)
    return frame.assign(Store=[f"Store {one + 1}" for one in at], **more)


def read(frame, name="survey.csv"):
    return intake.read(frame.to_csv(index=False).encode(), name)


def asked(frame, choices=None):
    seen = intake.understand(read(frame), choices or Choices())
    return [one for one in seen.questions if one.kind == "cluster"]


def test_stores_within_which_answers_are_alike_become_a_question():
    (question,) = asked(survey())
    assert question.columns == ("Store",)
    assert [one.choices.cluster for one in question.readings] == ["", "Store"]
    assert [one.chosen for one in question.readings] == [True, False]
    details = question.finding.details
    naive, whole = [], []
    for name in NAMES:
        means = survey().groupby("Store")[name].mean()
        naive.append(survey()[name].std() / 600**0.5)
        whole.append(means.std() / 20**0.5)
    assert details["n"] == 20
    assert details["wider"] == round(float(np.median(np.array(whole) / naive)), 1)


@pytest.mark.parametrize("answer", ["", "Store", "store", "G"])
def test_an_answered_question_is_not_asked_again(answer):
    frame = survey()
    assert asked(frame, Choices(cluster=answer)) == []
    table = intake.touchpoints(read(frame), Choices(cluster=answer))
    used = [one.details["n"] for one in table.findings if one.code == "clusters_used"]
    assert used == ([20] if answer else [])


def test_a_column_of_clusters_that_is_not_there_is_refused():
    with pytest.raises(ArgumentError):
        intake.touchpoints(read(survey()), Choices(cluster="Shop floor"))


def test_unlike_stores_few_values_quantities_and_outcomes_are_not_asked_about():
    assert asked(survey(alike=0.0)) == []
    assert asked(survey(groups=9, size=60)) == []
    frame = survey(alike=0.0)
    age = np.random.default_rng(2).integers(20, 60, len(frame))
    for name in NAMES:
        frame[name] = np.clip(frame[name] + ((age - 40) / 8).round(), 1, 10).astype(int)
    assert asked(frame.assign(Age=age)) == []


def test_half_of_the_items_have_to_be_alike():
    ids = np.repeat(np.arange(1, 21), 30)
    random = np.random.default_rng(4)
    stores, rows = random.normal(size=20)[ids - 1], np.arange(600)
    alike = [(rows, stores + 1.5 * random.normal(size=600)) for _ in range(3)]
    unlike = [(rows, random.normal(size=600)) for _ in range(4)]
    assert likely(ids, [*alike, *unlike[:3]]) is not None
    assert likely(ids, [*alike, *unlike]) is None


@pytest.mark.parametrize("blanks", [0.0, 0.2])
def test_items_side_by_side_are_as_alike_as_one_by_one(blanks):
    random = np.random.default_rng(5)
    ids, rows = random.integers(0, 31, 900), np.arange(900)
    stores, amounts = random.normal(size=31)[ids], np.where(ids > 0, ids * 1.5, np.nan)
    answers = [np.round(5 + stores + 0.02 * ids + random.normal(size=900)) for _ in range(18)]
    answers = [np.where(random.random(900) < blanks, np.nan, one) for one in answers]
    for behind in (None, amounts):
        one = likely(ids, [(rows, values) for values in answers], 3, behind)
        many = likely(ids, [(slice(None), values) for values in answers], 3, behind)
        assert (many.place, many.clusters) == (one.place, one.clusters) == (3, 30)
        assert (many.icc, many.wider) == pytest.approx((one.icc, one.wider), rel=1e-12)


def test_answers_that_are_all_the_same_within_a_cluster_tell_nothing():
    ids = np.repeat(np.arange(1, 21), 30)
    for rows in (np.arange(600), slice(None)):
        assert likely(ids, [(rows, ids * 1.0), (rows, ids % 5.0)] * 10) is None


def test_the_error_of_a_mean_is_that_of_its_stores():
    frame = survey(Period=["2025", "2026"] * 300)
    for cluster, expected in (("Store", 9), ("", 299)):
        table = intake.touchpoints(read(frame), Choices(cluster=cluster, roles={"Period": "period"}))
        later = matrix.build(table, Settings(filters=Filters(period="2026")))
        signs = frame[frame["Period"] == "2026"]
        means = signs.groupby("Store")["Signs"].mean()
        alone = signs["Signs"].std() / 300**0.5
        known = later.bubbles[0].precision
        assert known.freedom == pytest.approx(expected)
        assert known.error == pytest.approx(means.std() / len(means) ** 0.5 if cluster else alone)


def test_every_interval_of_drivers_takes_whole_stores(stats):
    frame = survey()
    plain = impact.drivers(frame, "Overall satisfaction", NAMES, draws=200)
    whole = impact.drivers(frame, "Overall satisfaction", NAMES, draws=200, cluster="Store")
    assert (plain.groups, whole.groups) == (200, 20)
    means = frame.groupby("Store")["Signs"].mean()
    reach = stats.t.ppf(0.975, 19) * means.std() / 20**0.5
    signs = whole.drivers[0]
    assert (signs.satisfaction_high - signs.satisfaction_low) / 2 == pytest.approx(reach)
    share, best = whole.drivers[0].scores["top2"], (frame["Signs"] >= 9).astype(float)
    alone = min(600.0, (best.std() / (best.groupby(frame["Store"]).mean().std() / 20**0.5)) ** 2)
    n = alone * (stats.norm.ppf(0.975) / stats.t.ppf(0.975, 19)) ** 2
    wilson = stats.norm.ppf(0.975) * (share.value * (1 - share.value) / n + 3.8414588 / (4 * n**2)) ** 0.5
    assert (share.high - share.low) / 2 == pytest.approx(wilson / (1 + 3.8414588 / n))
    assert share.value == plain.drivers[0].scores["top2"].value
    (told,) = [one for one in whole.findings if one.code == "clusters_used"]
    assert (told.column, told.details["n"]) == ("Store", 20)


def test_a_repeated_respondent_counts_as_one_in_every_error():
    frame = survey(groups=100, size=6).rename(columns={"Store": "Respondent"})
    table = intake.touchpoints(read(frame))
    (signs,) = [one for one in matrix.build(table).bubbles if one.name == "Signs"]
    means = frame.groupby("Respondent")["Signs"].mean()
    assert signs.precision.error == pytest.approx(means.std() / 10)
    assert signs.precision.freedom == pytest.approx(99)


def test_periods_of_one_file_are_paired_by_respondent(stats):
    frame = survey(groups=100, size=2, Period=["2025"] * 100 + ["2026"] * 100)
    frame = frame.rename(columns={"Store": "Respondent"})
    table = intake.touchpoints(read(frame), Choices(roles={"Respondent": "respondent", "Period": "period"}))
    sides = [matrix.build(table, Settings(filters=Filters(period=one))) for one in ("2025", "2026")]
    found = matrix.comparison(*sides, kind="period", names=("2025", "2026"))
    for one in found.movements:
        wide = frame.pivot_table(index="Respondent", columns="Period", values=one.name)
        assert one.p == pytest.approx(stats.ttest_rel(wide["2026"], wide["2025"]).pvalue)


def test_two_files_of_the_same_people_are_paired_by_respondent(stats):
    waves = [survey(seed, groups=100, size=1).rename(columns={"Store": "Respondent"}) for seed in (1, 2)]
    waves[1] = waves[1].sample(frac=1, random_state=3)
    books = [read(wave, f"survey_{year}.csv") for wave, year in zip(waves, (2024, 2025), strict=True)]
    table = intake.together(books, Choices(roles={"Respondent": "respondent"}))
    sides = [matrix.build(table, Settings(filters=Filters(period=one))) for one in ("2024", "2025")]
    found = matrix.comparison(*sides, kind="period", names=("2024", "2025"))
    both = waves[0].merge(waves[1], on="Respondent")
    for one in found.movements:
        expected = stats.ttest_rel(both[f"{one.name}_y"], both[f"{one.name}_x"]).pvalue
        assert one.p == pytest.approx(expected)


def test_a_session_keeps_the_errors_and_nobodys_answers():
    from cx.session.sessions import aggregates

    table = intake.touchpoints(read(survey()), Choices(cluster="Store"))
    kept = aggregates.kept(table)
    assert kept.clusters is None
    assert "answers" not in kept.rows
    for one, other in zip(matrix.build(kept).bubbles, matrix.build(table).bubbles, strict=True):
        assert one.precision.error == pytest.approx(other.precision.error)
        assert one.precision.freedom == pytest.approx(other.precision.freedom)
