"""Answers that say nothing, in alphabets that are not Latin: they are no step of any scale."""

import numpy as np
import pytest

from cx import intake
from cx.intake.words import code_kind, ladders_of, level
from cx.intake.words.headers import letters
from cx.intake.words.languages import unanswered
from tests.made.surveys import book, codes, rows_of

LISTED = [one for told in (unanswered.NO_ANSWER, unanswered.NOT_MET) for one in told.split("|")]


@pytest.mark.parametrize(
    ("silent", "unmet"),
    [
        ("Затрудняюсь ответить", "Не пользовалась"),
        ("ВАЖКО ВІДПОВІСТИ.", "не користувався"),
        ("Δεν γνωρίζω/Δεν απαντώ", "Δεν ισχύει"),
        ("لا أعرف", "لا ينطبق"),
        ("לא יודע/ת", "לא רלוונטי"),
        ("पता नहीं", "लागू नहीं"),
        ("ไม่ทราบ", "ไม่เคยใช้"),
        ("不知道", "不适用"),
        ("わからない", "該当なし"),
        ("잘 모르겠다", "해당 없음"),
    ],
)
def test_whatever_the_alphabet_they_are_no_answers(silent, unmet):
    assert (code_kind(silent), code_kind(unmet)) == ("no_answer", "not_met")
    assert (code_kind(f"  {silent} "), code_kind(f"99 = {silent}")) == ("no_answer", "no_answer")
    assert code_kind(f"{silent} / don't know") == code_kind(f"{silent} ({unmet})") == "no_answer"


def test_one_of_the_numbered_steps_stays_its_number():
    assert [code_kind(one) for one in ("3 - Sans avis", "3 - Затрудняюсь ответить")] == [None, None]


def test_case_accents_and_marks_make_no_difference():
    for one in ("НЕ ЗНАЮ", "ΔΕΝ ΓΝΩΡΙΖΩ", "δεν γνωριζω", "لا ادري", "لا أدري!", "Не знаю…", "わからない。"):
        assert code_kind(one) == "no_answer"


def test_each_says_one_thing_and_is_a_degree_of_nothing():
    spelled = [letters(one) for one in LISTED]
    assert all(spelled)
    assert not {letters(one) for one in unanswered.NO_ANSWER.split("|")} & {
        letters(one) for one in unanswered.NOT_MET.split("|")
    }
    assert [one for one in LISTED if level(one.strip()) or ladders_of(one.strip())] == []


@pytest.mark.parametrize("text", ["хорошо", "Не очень", "不满意", "普通", "אין", "ไม่ดี", "★★", "…", "é"])
def test_answers_stay_answers(text):
    assert code_kind(text) is None


def test_a_survey_with_them_is_read_without_a_question():
    ladder = ["Очень плохо", "Плохо", "Нормально", "Хорошо", "Отлично"]
    random = np.random.default_rng(4)
    steps = np.clip(np.rint(3.3 + random.normal(size=(90, 1)) + random.normal(0, 0.7, (90, 3))), 1, 5)
    silent = random.random(steps.shape) < 0.1
    told = [
        ["Затрудняюсь ответить" if away else ladder[int(step) - 1] for step, away in zip(*both, strict=True)]
        for both in zip(steps.T, silent.T, strict=True)
    ]
    workbook = book(rows_of(["Доставка", "Счёт", "Телефон"], *told))
    rows = intake.touchpoints(workbook).rows
    assert rows["n"].tolist() == (~silent).sum(axis=0).tolist()
    means = np.where(silent, np.nan, steps)
    assert rows["satisfaction"].tolist() == pytest.approx(np.nanmean(means, axis=0).tolist())
    seen = intake.understand(workbook)
    assert [one.kind for one in seen.questions] == []
    assert [code for code in codes(seen.findings) if code.startswith("answer_")] == []
