"""What the second tier (``run.py test --long``) may hold: repetitions, each with a test of the first tier."""

import ast
import re
from functools import cache

import pytest

from tests.project import tiers
from tests.source import ROOT, functions, modules, parents

NAMED = re.compile(r"``(?:(tests/[\w/]+\.py)::)?(test_\w+)``")
LONG = "pytest.mark.long"


@cache
def holding_tests():
    return [one for one in modules("tests") if one.path.name.startswith("test_") and "kept/" not in one.name]


def own_tests(module):
    return [one for one in functions(module) if one.name.startswith("test_")]


def is_whole(module):
    """Whether all of a module is in the second tier."""
    return any(
        isinstance(node, ast.Assign) and ast.unparse(node) == f"pytestmark = {LONG}"
        for node in module.tree.body
    )


def is_long(function):
    return any(ast.unparse(one) == LONG for one in function.decorator_list)


def calls(module):
    """Where a module splits the cases of a test between the tiers."""
    return [
        node
        for node in module.walk()
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "tiers.first" and node.args[1:]
        if module.path.name != "test_tiers.py"
    ]


def has_long(module):
    return is_whole(module) or bool(calls(module)) or any(is_long(one) for one in own_tests(module))


def in_first_tier(module):
    return [] if is_whole(module) else [one.name for one in own_tests(module) if not is_long(one)]


def stand_ins(module):
    """The tests that a module's docstring names, each as path and name."""
    return [(path or module.name, name) for path, name in NAMED.findall(ast.get_docstring(module.tree) or "")]


def test_each_module_of_the_second_tier_names_what_stands_for_it_in_the_first():
    known = {(one.name, name) for one in holding_tests() for name in in_first_tier(one)}
    wanting = {
        one.name: [f"{path}::{name}" for path, name in stand_ins(one) if (path, name) not in known]
        for one in holding_tests()
        if has_long(one) and not (stand_ins(one) and set(stand_ins(one)) <= known)
    }
    assert wanting == {}, "modules with long tests, and what they name that is no test of the first tier"


def test_no_folder_is_in_the_second_tier_as_a_whole():
    folders = {one.path.parent for one in holding_tests()}
    # A module may have its tests from another, which it tries on other ground.
    left = {
        one.path.parent
        for one in holding_tests()
        if not is_whole(one) and (in_first_tier(one) or not own_tests(one))
    }
    assert sorted(map(str, folders - left)) == []
    marking = [
        one.name
        for one in modules("tests")
        if one.path.name == "conftest.py" and LONG in one.path.read_text()
    ]
    assert marking == []


def test_the_second_tier_is_entered_by_these_doors_alone():
    """A mark in another place would be seen by no rule above."""
    strange = [
        one.at(node)
        for one in modules("tests")
        if one.path != ROOT / "tests" / "project" / "tiers.py"
        for node in one.walk()
        if isinstance(node, ast.Attribute) and ast.unparse(node) == LONG
        if not any(
            (isinstance(up, ast.FunctionDef) and node in up.decorator_list) or _names_the_module(up)
            for up in parents(node)
        )
    ]
    assert strange == []


def _names_the_module(node):
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"


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
