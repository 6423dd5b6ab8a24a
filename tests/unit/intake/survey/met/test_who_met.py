"""Columns of yes and no beside ratings: who met the touchpoint, by the cells and by the names.

Long are further words of ``test_two_answers_beside_a_rating_say_who_met_it``.
"""

import numpy as np
import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import of_code, roles
from tests.made.surveys import book, ratings, rows_of
from tests.project import tiers

COUNT = 120


def met(count=COUNT, columns=4, seed=3):
    """Who met what: each touchpoint by another share, independent of the others."""
    random = np.random.default_rng(seed)
    return random.random((count, columns)) < np.linspace(0.5, 0.8, columns)


def rated(count=COUNT, columns=4, *, where=None):
    """Ratings, blank where the touchpoint was not met."""
    where = met(count, columns) if where is None else where
    return [
        [float(value) if there else None for value, there in zip(column, own, strict=True)]
        for column, own in zip(ratings(count, columns).T, where.T, strict=True)
    ]


def said(where, yes, no):
    return [[yes if there else no for there in own] for own in where.T]


def survey(headers, *columns, choices=None):
    workbook = book(rows_of(headers, *columns))
    return intake.understand(workbook, choices), workbook


THINGS = {
    "en": (["App", "Phone", "Shop", "Letter"], "Used the {}?", "Rating of {}"),
    "nl": (["Balie", "Folder", "Website", "Bezorger"], "{} gebruikt", "Cijfer voor {}"),
    "hu": (["Pénztár", "Futár", "Honlap", "Levél"], "Használta: {}", "Értékelés: {}"),
    "tr": (["Kasa", "Kurye", "Depo", "Mektup"], "{} kullanıldı mı", "{} puanı"),
}


@pytest.mark.parametrize(
    ("language", "yes", "no"),
    tiers.first(
        [("nl", "ja", "nee"), ("hu", 1, 2), ("tr", "x", None)],
        ("en", "Yes", "No"),
        ("hu", "igen", "nem"),
        ("tr", "evet", "hayır"),
        ("en", 1, 0),
        ("nl", True, False),
        ("en", "used", "not used"),
        ("hu", "✓", "–"),
        rows=True,
    ),
)
@pytest.mark.parametrize("side_by_side", [True, False])
def test_two_answers_beside_a_rating_say_who_met_it(language, yes, no, side_by_side):
    things, asked, scored = THINGS[language]
    where = met()
    flags, scores = said(where, yes, no), rated()
    names = [asked.format(one) for one in things], [scored.format(one) for one in things]
    if side_by_side:
        headers = [name for pair in zip(*names, strict=True) for name in pair]
        columns = [column for pair in zip(flags, scores, strict=True) for column in pair]
    else:
        headers, columns = [*names[0], *names[1]], [*flags, *scores]
    seen, workbook = survey(headers, *columns)
    assert [roles(seen)[name] for name in names[0]] == ["exposure"] * 4
    assert [roles(seen)[name] for name in names[1]] == ["rating"] * 4
    (finding,) = of_code(seen.findings, "exposure_read")
    assert finding.details["n"] == 4
    assert all(
        f"“{asked.format(one)}” → “{scored.format(one)}”" in finding.details["pairs"] for one in things
    )
    rows = intake.touchpoints(workbook).rows
    assert rows["volume"].tolist() == where.sum(axis=0).tolist()


def test_headers_need_not_name_the_touchpoint():
    where = met()
    headers = ["V1", "V2", "V3", "V4", "Paperi", "Kassa", "Kuljetus", "Palaute"]
    seen, _ = survey(headers, *said(where, "kyllä", "ei"), *rated())
    assert [roles(seen)[name] for name in headers[:4]] == ["exposure"] * 4
    column = next(one for one in seen.columns if one.header == "V3")
    assert (column.reason, column.values["other"]) == ("survey_exposure", "Kuljetus")
    assert column.because == ("says_who_met",)


def test_the_cells_say_which_answer_stands_for_having_met_it():
    where = met()
    headers = ["Never went: Desk", "Never went: Shop", "Never went: Bank", "Never went: Mail"]
    names = ["Desk", "Shop", "Bank", "Mail"]
    seen, workbook = survey([*headers, *names], *said(where, "No", "Yes"), *rated())
    (finding,) = of_code(seen.findings, "exposure_read")
    assert finding.details["pairs"].startswith("“Never went: Desk” → “Desk” (“no”)")
    assert intake.touchpoints(workbook).rows["volume"].tolist() == where.sum(axis=0).tolist()


def test_ratings_of_those_who_say_no_do_not_count():
    where = met()
    things, asked, scored = THINGS["nl"]
    scores = rated()
    away = np.flatnonzero(~where[:, 0])[:6]
    for row in away:
        scores[0][row] = 1.0
    before = [value for value, there in zip(scores[0], where[:, 0], strict=True) if there]
    headers = [*(asked.format(one) for one in things), *(scored.format(one) for one in things)]
    seen, workbook = survey(headers, *said(where, "ja", "nee"), *scores)
    (finding,) = of_code(seen.findings, "rated_not_met")
    assert (finding.severity, finding.details["n"]) == ("error", 6)
    assert finding.details["columns"] == "“Cijfer voor Balie” 6× (“1”)"
    row = intake.touchpoints(workbook).rows.iloc[0]
    assert row["satisfaction"] == pytest.approx(np.mean(before), abs=1e-12)
    assert (row["n"], row["volume"]) == (len(before), len(before))


def test_who_says_yes_and_gives_no_rating_met_it_and_who_says_nothing_leaves_it_to_the_rating():
    where = met()
    things, asked, scored = THINGS["en"]
    flags, scores = said(where, "Yes", "No"), rated()
    silent = np.flatnonzero(where[:, 0])[:5]
    for row in silent:
        scores[0][row] = None
    unsaid = [*np.flatnonzero(where[:, 1])[:3], *np.flatnonzero(~where[:, 1])[:4]]
    for row in unsaid:
        flags[1][row] = None
    headers = [*(asked.format(one) for one in things), *(scored.format(one) for one in things)]
    seen, workbook = survey(headers, *flags, *scores)
    (finding,) = of_code(seen.findings, "exposure_unrated")
    assert (finding.details["n"], finding.details["columns"]) == (5, "“Rating of App” 5×")
    assert not of_code(seen.findings, "blanks_ambiguous")
    rows = intake.touchpoints(workbook).rows
    assert (rows["n"][0], rows["volume"][0]) == (where[:, 0].sum() - 5, where[:, 0].sum())
    assert (rows["n"][1], rows["volume"][1]) == (where[:, 1].sum(), where[:, 1].sum())
    answers = intake.responses(workbook)
    assert (answers.rows["Rating of App"] == -9999).sum() == 5


@pytest.mark.parametrize("choices", ["App", "Alkalmazás"])
def test_a_choice_that_was_left_blank_says_no_where_another_was_ticked(choices):
    where = met(seed=9)
    where[:10] = False
    names = [choices, "Futár", "Honlap", "Levél"]
    headers = [*(f"Mit használt? {one}" for one in names), *(f"Értékelés: {one}" for one in names)]
    ticks = [[name if there else None for there in own] for name, own in zip(names, where.T, strict=True)]
    scores = rated(where=where)
    scores[2][0] = 4.0  # ticked nothing: the rating decides
    wrong = int(np.flatnonzero(~where[:, 2] & where[:, 1])[0])
    scores[2][wrong] = 2.0  # ticked another and rates it
    seen, workbook = survey(headers, *ticks, *scores)
    assert [roles(seen)[name] for name in headers[:4]] == ["exposure"] * 4
    (finding,) = of_code(seen.findings, "rated_not_met")
    assert finding.details["n"] == 1
    assert intake.touchpoints(workbook).rows["volume"][2] == where[:, 2].sum() + 1


def test_one_answer_may_be_about_several_ratings():
    random = np.random.default_rng(5)
    called = random.random(COUNT) < 0.6
    scores = ratings(COUNT, 5).T
    of_call = [
        [float(value) if there else None for value, there in zip(column, called, strict=True)]
        for column in scores[2:4]
    ]
    seen, workbook = survey(
        ["Shop", "Site", "Telefonált", "Ügyintéző", "Várakozás", "Ajánlaná (0-10)"],
        *scores[:2],
        ["igen" if there else "nem" for there in called],
        *of_call,
        (scores[4] * 2).tolist(),
    )
    assert roles(seen)["Telefonált"] == "exposure"
    column = next(one for one in seen.columns if one.header == "Telefonált")
    assert column.values["other"] == "Ügyintéző”, “Várakozás"
    assert intake.touchpoints(workbook).rows["volume"].tolist()[2:4] == [called.sum()] * 2


def controls():
    random = np.random.default_rng(8)
    stops = np.where(random.random(COUNT) < 0.25, random.integers(1, 5, COUNT), 6)
    stopped = [
        [float(value) if at < stop else None for value, stop in zip(column, stops, strict=True)]
        for at, column in enumerate(ratings(COUNT, 6).T)
    ]
    split = random.random(COUNT) < 0.5
    halves = [
        [float(v) if there == (at < 3) else None for v, there in zip(column, split, strict=True)]
        for at, column in enumerate(ratings(COUNT, 6).T)
    ]
    gaps = [[float(v) if random.random() > 0.4 else None for v in column] for column in ratings(COUNT, 6).T]
    yes = random.random(COUNT) < 0.4
    return {
        "owns a car": ("Owns a car", ["yes" if one else "no" for one in yes], gaps, "ignore"),
        "van autója": ("Van autója", ["igen" if one else "nem" for one in yes], gaps, None),
        "churned": ("Churned", ["yes" if one else "no" for one in yes], gaps, "outcome"),
        "finished": ("Lezárva", [int(stop == 6) for stop in stops], stopped, None),
        "split": ("Változat", [int(one) for one in split], halves, None),
        "rare": ("Panaszt tett", [int(at in (3, 50, 80)) for at in range(COUNT)], gaps, None),
    }


@pytest.mark.parametrize("name", controls())
def test_two_answers_that_go_with_no_rating_say_nothing_about_who_met_it(name):
    header, values, scores, role = controls()[name]
    headers = [header, "App", "Phone", "Shop", "Letter", "Desk", "Bill"]
    seen, _ = survey(headers, values, *scores)
    assert roles(seen)[header] != "exposure"
    assert role is None or roles(seen)[header] == role
    assert not of_code(seen.findings, "exposure_read")
    assert [roles(seen)[one] for one in headers[1:]] == ["rating"] * 6


def test_the_same_name_says_nothing_where_the_cells_speak_against_it():
    again = np.random.default_rng(2).random((COUNT, 4)) < 0.5
    things, _, scored = THINGS["en"]
    headers = [*(f"Would use the {one} again?" for one in things), *(scored.format(one) for one in things)]
    seen, _ = survey(headers, *said(again, "Yes", "No"), *ratings(COUNT, 4).T)
    assert [roles(seen)[name] for name in headers[:4]] == ["ignore"] * 4


def test_a_person_says_which_column_it_is_and_which_it_is_not():
    where = met()
    things, asked, scored = THINGS["en"]
    headers = [*(asked.format(one) for one in things), *(scored.format(one) for one in things)]
    columns = [*said(where, "Yes", "No"), *rated()]
    none = Choices(roles=dict.fromkeys(headers[:4], "ignore"))
    assert not of_code(survey(headers, *columns, choices=none)[0].findings, "exposure_read")
    random = np.random.default_rng(4).random(COUNT) < 0.5
    by_hand = Choices(roles={"Came": "exposure"})
    full = ratings(COUNT, 3).T
    rows = rows_of(["Shop", "Came", "Desk", "Bill"], full[0], said(random[:, None], "y", "n")[0], *full[1:])
    found = intake.touchpoints(book(rows), by_hand).rows
    assert found["volume"].tolist() == [COUNT, random.sum(), COUNT]
    useless = Choices(roles={"Town": "exposure"})
    towns = [f"Town {at % 7}" for at in range(COUNT)]
    seen, _ = survey(["Shop", "Town", "Desk", "Bill"], full[0], towns, *full[1:], choices=useless)
    assert [one.column for one in of_code(seen.findings, "exposure_unused")] == ["Town"]
