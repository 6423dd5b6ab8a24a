"""A lens that is added has its place in each of the modules that go from lens to lens."""

import ast

import pytest

from cx.records.lenses import LENSES
from tests.source import ROOT

PLACES = (
    "cx/matrix/claims/lenses.py",
    "cx/matrix/telling/lenses/table.py",
    "cx/matrix/telling/lenses/titles.py",
    "pages/parts/method/sections.py",
)
"""CONTRIBUTING.md names them, in "A lens"."""


@pytest.mark.parametrize("place", PLACES)
def test_every_lens_has_its_place(place):
    said = {
        node.value
        for node in ast.walk(ast.parse((ROOT / place).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert set(LENSES) - said == set()
    assert place in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
