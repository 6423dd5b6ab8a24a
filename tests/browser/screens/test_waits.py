"""A test in a browser waits for what it looks at: one that waits for a time fails by chance under load."""

import ast

from tests.source import FUNCTIONS, modules, parents

CLOCKS = ("wait_for_timeout", "sleep")
LOOKS = ("until", "at_last", "serious")
"""They look again and again, and wait between two looks."""


def around(node):
    return next((one.name for one in parents(node) if isinstance(one, FUNCTIONS)), "")


def test_only_what_looks_again_and_again_waits_by_the_clock():
    calls = [
        (around(node), module.at(node))
        for module in modules("tests/browser")
        for node in module.walk()
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in CLOCKS
    ]
    assert {name for name, _ in calls if name in LOOKS} == set(LOOKS)
    assert [where for name, where in calls if name not in LOOKS] == []
