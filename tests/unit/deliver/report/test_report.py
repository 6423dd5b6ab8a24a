"""The report as PDF."""

import re
import shutil
import subprocess
from functools import cache

import pytest

from cx import deliver
from cx.picture import compute
from tests.unit.deliver import cases


def fresh(rows=None, lang="en"):
    matrix = cases.matrix(rows)
    return deliver.report(matrix, compute(matrix, lang=lang, day=cases.DAY), lang=lang, day=cases.DAY)


@cache
def report(lang="en"):
    """The report of the eight, made once for all tests that look at it."""
    return fresh(lang=lang)


def pages(content):
    return len(re.findall(rb"/Type /Page\b(?!s)", content))


def test_picture_strategies_priorities_and_method_are_a_page_each():
    content = report()
    assert content.startswith(b"%PDF-")
    assert pages(content) == 4


def test_long_lists_go_on():
    assert pages(fresh(cases.many(40))) == pages(report()) + 3


def test_the_same_matrix_gives_the_same_bytes():
    assert fresh() == report()


def test_hostile_text_does_no_harm():
    assert pages(fresh(cases.hostile())) == 4


def test_another_language_than_the_pictures():
    matrix = cases.matrix()
    english = compute(matrix, lang="en", day=cases.DAY)
    assert deliver.report(matrix, english, lang="nl", day=cases.DAY) == report("nl")


def test_words_can_be_selected(tmp_path):
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("needs pdftotext, which is not installed")
    (tmp_path / "report.pdf").write_bytes(report("nl"))
    command = [reader, "-layout", str(tmp_path / "report.pdf"), "-"]
    words = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    assert "Twee contactmomenten hebben 35% van de impact en scoren onder 7,1" in words
    assert "2 van de 8 contactmomenten hebben 77% van de prioriteit" in words
    assert re.search(r"1 +Invoice +Eerst verbeteren +6,0 +4,0 +400 +54,5% +54,5%", words)
