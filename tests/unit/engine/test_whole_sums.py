"""Sums of the engine and of the small way: the same whole numbers, the same groups, the same moments."""

import numpy as np
import pandas as pd
import pytest

from cx.engine import Columns, Measure, Source, sums, unpacked_sums
from cx.engine.files import session
from cx.engine.queries import (
    GROUPS,
    RATED_ROWS,
    contrast_products,
    group_of,
    histograms,
    one_pass,
    packed_contrasts,
    packed_products,
    products,
    rows_of,
    unfit_bits,
    unfit_of,
)
from cx.engine.sums import read
from cx.errors import ArgumentError
from cx.impact.model import penalty_reward
from cx.impact.sums import Answers, contrast_sums, moments_of
from cx.impact.sums import group_of as group_of_text
from cx.impact.sums.moments import gathered
from cx.records import Scale

NAMES = ("Invoice", 'Call "us"', "App")
PEOPLE = ["R1", "é 2", "1001", "1e3", " padded ", "", "R1"]


def asked_here(folder, frame, made, *queries):
    """What the engine answers, asked in this process."""
    path = folder / "answers.csv"
    frame.to_csv(path, index=False)
    source = Source((str(path),), "delimited", tuple(frame.columns))
    head = {
        "memory_bytes": 500_000_000,
        "threads": 2,
        "cells": 1_000_000,
        "tables": [source.asked("t")],
        "made": list(made.items()),
        "queries": list(queries),
    }
    return [Columns(tuple(names), tuple(columns)) for names, columns in session.answers(head)]


def answered(rows, seed=3):
    """Ratings that not everybody gave, an outcome that some lack, and people who answer twice."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(size=rows)
    frame = pd.DataFrame({"who": [f"R{n}" for n in chance.integers(0, rows * 3 // 4, rows)]})
    for place, name in enumerate(NAMES):
        rating = np.clip(np.round(3 + mood + chance.normal(size=rows)), 1, 5)
        frame[name] = pd.array(np.where(chance.random(rows) < 0.1 * place, np.nan, rating)).astype("Int64")
    outcome = np.clip(np.round(7 + mood + chance.normal(size=rows)), 0, 10)
    frame["NPS"] = pd.array(np.where(chance.random(rows) < 0.05, np.nan, outcome)).astype("Int64")
    return frame


def sums_of(folder, frame, identity):
    ratings = [Measure(name, small=True) for name in NAMES]
    made = {"rated": rows_of("t", Measure("NPS"), ratings, identity)}
    queries = [products("rated", 3), histograms("rated", 3), unfit_of("t", ratings)]
    queries.append(contrast_products("rated", [(2, 4)] * 3))
    return read(asked_here(folder, frame, made, *queries), 3)


def answers_of(frame, identity):
    used = frame[frame["NPS"].notna()].reset_index(drop=True)
    groups = None if identity is None else np.array([group_of_text(one) for one in used[identity]])
    return Answers(
        NAMES,
        np.asfortranarray(used[list(NAMES)].to_numpy(float, na_value=np.nan)),
        None,
        used["NPS"].to_numpy(float),
        None,
        groups,
        (Scale(1, 5),) * 3,
    )


@pytest.mark.parametrize("identity", [None, "who"])
def test_sums_are_those_of_the_small_way(tmp_path, identity):
    frame = answered(700)
    sums, answers = sums_of(tmp_path, frame, identity), answers_of(frame, identity)
    small, found = gathered(answers), moments_of(sums, (1, 1, 1))
    assert (found.rows, found.groups) == (small.rows, small.groups)
    assert found.met.tolist() == small.met.tolist()
    # about the same centre the sums are the same: y and w about 0 are whole numbers on both ways
    back = np.identity(8)
    back[1, 0] = small.outcome_centre
    back[5:, 2:5] = np.diag(small.centres)
    assert np.rint(back @ small.sums @ back.T).astype(int).tolist() == [
        list(map(list, one)) for one in sums.products
    ]
    contrasts = penalty_reward.gathered(answers)
    whole, total = contrast_sums(sums)
    assert (total[2:-1:3].tolist(), total[3:-1:3].tolist()) == (
        contrasts.low.tolist(),
        contrasts.high.tolist(),
    )
    assert np.array_equal(whole[:, :-1, :-1], contrasts.sums[:, :-1, :-1])
    for one, other in zip(found.histograms, small.histograms, strict=True):
        assert one.values.tolist() == other.values.tolist()
        assert np.array_equal(one.weight, other.weight)


def test_groups_are_the_same_here_and_there(tmp_path):
    frame = pd.DataFrame({"who": PEOPLE, "y": 1})
    [found] = asked_here(tmp_path, frame, {}, f"SELECT {group_of('who')} AS g FROM t")
    there = list(found["g"])
    here = [group_of_text(one) for one in PEOPLE]
    assert there[:4] == here[:4]
    assert there[6] == there[0]


def test_a_row_without_an_id_goes_by_its_number(tmp_path):
    frame = pd.DataFrame({"who": ["R1", None, " ", "R1"], "NPS": 1, "x": 1})
    query = rows_of("t", Measure("NPS"), [Measure("x")], "who")
    [found] = asked_here(tmp_path, frame, {}, query)
    own = group_of_text("R1")
    assert list(found["g"]) == [own, 1, 2, own]
    assert GROUPS == 200


def test_words_codes_and_halves_become_whole_numbers(tmp_path):
    frame = pd.DataFrame(
        {"a": ["good", "bad", "99", "4", "", "x"], "b": ["1.5", "2", "0.1", "7,5", "-3", ""]}
    )
    a = Measure("a", texts={"good": 5, "bad": 1, "99": None})
    b = Measure("b", factor=2, decimals=True)
    sums, found = asked_here(
        tmp_path, frame, {}, unfit_of("t", [a, b]), f"SELECT {a.sql} AS a, {b.sql} AS b FROM t"
    )
    assert sums.rows() == [(6, 1, 2)]  # x; 0.1 lies between two halves, and 7,5 is no number here
    assert list(found["a"]) == [5, 1, None, 4, None, None]
    assert list(found["b"]) == [3, 4, None, None, -6, None]


def test_sums_beyond_64_bits_are_exact(tmp_path):
    frame = pd.DataFrame({"NPS": ["900000000.000001"] * 20_000, "x": 1})
    made = {"rated": rows_of("t", Measure("NPS", 1_000_000, decimals=True), [Measure("x")])}
    queries = products("rated", 1), histograms("rated", 1), unfit_of("t", [Measure("x")])
    found = read(asked_here(tmp_path, frame, made, *queries), 1)
    outcome = 900_000_000_000_001
    assert [one[1][1] for one in found.products] == [100 * outcome**2] * 200
    moments = moments_of(found, (1,), 1_000_000)
    assert (moments.outcome_centre, float(moments.total[1, 1])) == (outcome / 1e6, 0.0)


@pytest.mark.parametrize("lowest", [1, -3])
def test_sums_that_stand_in_one_number_come_apart_as_they_were(tmp_path, lowest):
    frame, ends = answered(300), [(lowest + 1, lowest + 3)] * 3
    frame[list(NAMES)] += lowest - 1
    frame["who"] = "R" + frame.index.astype(str)
    ratings = [Measure(name, small=True, ends=(lowest, lowest + 4)) for name in NAMES]
    outcome = Measure("NPS", ends=(0, 9))
    made = {"every": one_pass("t", outcome, ratings, "who", {}, numbered=False)}
    queries = [products(RATED_ROWS, 3), packed_products(RATED_ROWS, 3)]
    queries += [contrast_products(RATED_ROWS, ends), packed_contrasts(RATED_ROWS, ends), unfit_bits(4)]
    plain, packed, flags, flags_packed, unfit = asked_here(tmp_path, frame, made, *queries)
    for one, other in (
        (plain, unpacked_sums.products(packed)),
        (flags, unpacked_sums.contrasts(flags_packed)),
    ):
        assert {name: list(map(int, (cell or 0 for cell in other[name]))) for name in one.names} == {
            name: list(map(int, (cell or 0 for cell in one[name]))) for name in one.names
        }
    assert unpacked_sums.fits(packed)
    tens = int((frame["NPS"] == 10).sum())
    assert unfit.rows() == [(300, tens, 0, 0, 0)]


def test_groups_of_few_go_together():
    sizes = Columns(("g", "n"), ([0, 3, 7, 9, 12], [4, 7, 30, 5, 2]))
    folds = sums._folds(sizes, 10, "t").columns
    assert dict(zip(folds["g"].tolist(), folds["f"].tolist(), strict=True)) == {0: 0, 3: 0, 7: 7, 9: 7, 12: 7}
    with pytest.raises(ArgumentError) as raised:
        sums._folds(sizes, 100, "t")
    assert raised.value.key == "address_few"
