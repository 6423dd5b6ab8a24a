"""Every format that we can write comes back the same with noise around it; damage ends in words.

Long are further formats of ``test_a_table_with_noise_around_it_comes_back_the_same``, and further damage of
``test_damage_never_ends_in_a_traceback``.
"""

import contextlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx import intake
from cx.errors import CxError
from cx.intake.words.comparable import folded
from tests.made.damaged_files import BINARY, WRITERS, bases, case, text_bytes
from tests.project import tiers
from tests.property.test_intake_properties import NAMES, read_here

HEADER = ("Touchpoint", "Satisfaction (1-10)", "Volume")
ROWS = st.lists(
    st.tuples(NAMES, st.integers(10, 100).map(lambda tenths: tenths / 10), st.integers(0, 3_000_000)),
    min_size=2,
    max_size=20,
    unique_by=lambda row: folded(row[0]),
)
KINDS = tiers.first(["xlsx", "csv", "xls"], "openpyxl", "ods", "html", "xml", "xlsb")
TITLES = st.lists(
    st.sampled_from(
        ["", "Klantonderzoek najaar", "Source: the customer desk", "Bron: CRM, peildatum 1 juli"]
    ),
    max_size=4,
)
TEXTS = st.tuples(
    st.sampled_from([";", "\t", "|", ","]),
    st.sampled_from([",", "."]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
).filter(lambda how: how[0] != how[1])


def around(rows, titles, left, remark):
    """The table with titles above it, blank columns before it, and a remark beside it."""
    lines = [[title] for title in titles]
    lines += [[None] * left + list(cells) for cells in (HEADER, *rows)]
    if remark:
        lines[len(titles) + 1] += [None, "to be checked with the desk"]
    width = max(map(len, lines))
    return [line + [None] * (width - len(line)) for line in lines]


def assert_same(found, rows, first):
    assert list(found.rows["touchpoint"]) == [name for name, _, _ in rows]
    assert list(found.rows["satisfaction"]) == [score for _, score, _ in rows]
    assert list(found.rows["volume"]) == [float(volume) for _, _, volume in rows]
    assert list(found.rows["row"]) == list(range(first, first + len(rows)))
    assert [finding for finding in found.findings if finding.severity == "error"] == []


@pytest.mark.parametrize("kind", KINDS)
@given(rows=ROWS, titles=TITLES, left=st.integers(0, 2), remark=st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_table_with_noise_around_it_comes_back_the_same(kind, rows, titles, left, remark):
    content = (WRITERS | BINARY)[kind](around(rows, titles, left, remark))
    assert_same(intake.touchpoints(read_here(content)), rows, len(titles) + 2)


@given(rows=ROWS, titles=TITLES, how=TEXTS)
@settings(max_examples=60, deadline=None)
def test_text_with_noise_around_it_comes_back_the_same(rows, titles, how):
    content = text_bytes(around(rows, titles, 0, remark=False), *how)
    assert_same(intake.touchpoints(read_here(content)), rows, len(titles) + 2)


def test_every_kind_is_tried():
    assert sorted(one if isinstance(one, str) else one.values[0] for one in KINDS) == sorted(WRITERS | BINARY)


@pytest.mark.parametrize("cases", tiers.first([100], 500))
def test_damage_never_ends_in_a_traceback(cases):
    chance, whole = random.Random(20260701), bases(binary=False)  # noqa: S311 - cases, not secrets
    for _ in range(cases):
        content = case(chance, whole)
        with contextlib.suppress(CxError):
            workbook = read_here(content, "damaged.xlsx")
            seen = intake.understand(workbook)
            assert all(finding.message("nl") for finding in seen.findings)
            intake.touchpoints(workbook)


def test_damage_never_ends_the_program_through_the_reader_process():
    chance, whole = random.Random(7), bases(binary=True)  # noqa: S311 - cases, not secrets
    for _ in range(60):
        with contextlib.suppress(CxError):
            intake.touchpoints(intake.read(case(chance, whole), "damaged.xlsx"))
