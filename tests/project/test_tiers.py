"""What the second tier (``run.py test --long``) may hold: repetitions, each with a test of the first tier."""

import ast
import re
from functools import cache

import pytest

from tests.project import tiers
from tests.source import functions, modules, parents

NAMED = re.compile(r"``(?:(tests/[\w/]+\.py)::)?(test_\w+)``")
LONG = "pytest.mark.long"
SPLIT = "tiers.first"
HERE = "tests/project/test_tiers.py"


@cache
def holding_tests():
    return [one for one in modules("tests") if one.path.name.startswith("test_") and "kept/" not in one.name]


@cache
def text_of(module):
    return "\n".join(module.lines)


def own_tests(module):
    return re.findall(r"^ *def (test_\w+)", text_of(module), re.MULTILINE)


@cache
def marked(module):
    """Return what of a module is in the second tier as a whole, and where it splits the cases of a test."""
    if module.name == HERE or not (LONG in text_of(module) or SPLIT in text_of(module)):
        return (), ()
    if any(ast.unparse(node) == f"pytestmark = {LONG}" for node in module.tree.body):
        return tuple(own_tests(module)) or ("*",), ()
    calls = (node for node in module.walk() if isinstance(node, ast.Call))
    return (
        tuple(one.name for one in functions(module) if LONG in map(ast.unparse, one.decorator_list)),
        tuple(node for node in calls if ast.unparse(node.func) == SPLIT and node.args[1:]),
    )


def in_first_tier(module):
    whole, _split = marked(module)
    return set(own_tests(module)) - set(whole)


def stand_ins(module):
    """Return the tests that a module's docstring names, each as path and name."""
    named = NAMED.findall(ast.get_docstring(module.tree) or "")
    return {(path or module.name, name) for path, name in named}


def test_each_module_of_the_second_tier_names_what_stands_for_it_in_the_first():
    known = {(one.name, name) for one in holding_tests() for name in in_first_tier(one)}
    wrong = {
        one.name: sorted(stand_ins(one) - known)
        for one in holding_tests()
        if any(marked(one)) and not (stand_ins(one) and stand_ins(one) <= known)
    }
    assert wrong == {}, "modules with long tests, and what they name that is no test of the first tier"


def test_no_folder_is_in_the_second_tier_as_a_whole():
    # A module may have its tests from another, which it tries on other ground.
    left = {one.path.parent for one in holding_tests() if in_first_tier(one) or not any(marked(one))}
    assert {one.path.parent for one in holding_tests()} - left == set()
    beside = [one for one in modules("tests") if one.path.name == "conftest.py"]
    assert [one.name for one in beside if LONG in text_of(one)] == []


def test_the_second_tier_is_entered_by_these_doors_alone():
    """A mark in another place would be seen by no rule above."""
    strange = [
        one.at(node)
        for one in modules("tests")
        if LONG in text_of(one) and one.path.name != "tiers.py"
        for node in one.walk()
        if isinstance(node, ast.Attribute) and ast.unparse(node) == LONG
        if not any(marks(node, up) for up in parents(node))
    ]
    assert strange == []


def marks(node, up):
    """Whether a mark stands at a test, or at a module as a whole."""
    if isinstance(up, ast.FunctionDef):
        return node in up.decorator_list
    return isinstance(up, ast.Assign) and ast.unparse(up.targets[0]) == "pytestmark"


def test_the_greater_part_is_in_the_first_tier():
    counts = [(len(in_first_tier(one)), len(own_tests(one))) for one in holding_tests()]
    short, every = map(sum, zip(*counts, strict=True))
    assert every > 2_000
    assert short / every > 0.9


def test_a_check_keeps_a_case_in_the_first_tier():
    assert tiers.first(["en"], "nl")[0] == "en"
    (_, long) = tiers.first(["en"], "nl")
    assert (long.values, [mark.name for mark in long.marks]) == (("nl",), ["long"])
    (_, row) = tiers.first([("en", 1)], ("nl", 2), rows=True)
    assert row.values == ("nl", 2)
    with pytest.raises(ValueError, match="without a case"):
        tiers.first([], "nl")
