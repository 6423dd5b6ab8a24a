"""The formulas of the Method page: told in both languages, and each with the source that the code names."""

import ast
import re

import pytest

from cx import text
from cx.matrix.method import formulas
from tests.source import modules

NAMED = re.compile(r"^\s*([^\W\d_]+).*?\((1[89]\d\d|20\d\d)\)", re.MULTILINE)
STATISTICS = ("cx/impact", "cx/matrix", "cx/session", "cx/picture/marks/equal_priority.py")


def sources_in_docstrings():
    """The first author and the year of each source that a docstring of the statistics names."""
    documented = ast.Module | ast.ClassDef | ast.FunctionDef
    found = set()
    for module in modules(*STATISTICS):
        for node in ast.walk(ast.parse("\n".join(module.lines))):
            said = (ast.get_docstring(node) if isinstance(node, documented) else "") or ""
            for part in re.findall(r"References\n-+\n(.*?)(?:\n\n|\Z)", said, re.DOTALL):
                found |= set(NAMED.findall(part))
    return found


def test_every_source_that_the_code_names_stands_beside_a_formula():
    named = sources_in_docstrings()
    told = " ".join(formula.source for formula in formulas.FORMULAS)
    missing = {one for one in named if not re.search(rf"{one[0]}\b[^()]*\({one[1]}\)", told)}
    assert {("Wilson", "1927"), ("Welch", "1947"), ("Nemhauser", "1969")} <= named
    assert missing == set()


def test_every_formula_has_a_key_of_its_own_and_every_part_has_formulas():
    keys = [formula.key for formula in formulas.FORMULAS]
    assert len(set(keys)) == len(keys)
    ordered = [formula for part in formulas.PARTS for formula in formulas.of(part)]
    assert tuple(ordered) == formulas.FORMULAS


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_no_two_formulas_are_told_alike(lang):
    told = [(formula.name(lang), formula.what(lang)) for formula in formulas.FORMULAS]
    assert len({name for name, _ in told}) == len({what for _, what in told}) == len(formulas.FORMULAS)


@pytest.mark.parametrize("formula", formulas.FORMULAS, ids=lambda one: one.key)
def test_the_braces_of_a_formula_close(formula):
    bare = formula.latex.replace(r"\{", "").replace(r"\}", "")
    depths = [bare[: place + 1].count("{") - bare[: place + 1].count("}") for place in range(len(bare))]
    assert min(depths) == 0
    assert depths[-1] == 0
