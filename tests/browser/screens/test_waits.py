"""A test in a browser waits for what it looks at: one that does not, or waits for a time, fails by chance."""

import ast
import re

import pytest

from tests.browser.visitor import at_last
from tests.source import FUNCTIONS, Module, modules, parents

CLOCKS = ("wait_for_timeout", "sleep")
LOOKS = ("until", "at_last", "serious")
"""They look again and again, and wait between two looks."""
MEASURES = {
    *("bounding_box", "inner_text", "inner_html", "text_content", "get_attribute", "input_value", "content"),
    *("all_inner_texts", "all_text_contents", "evaluate", "evaluate_all", "count", "all", "title"),
    *("is_visible", "is_hidden", "is_enabled", "is_disabled", "is_checked", "is_editable"),
}
"""What asks a browser how something is at this moment."""
OF_PYTHON = {"count": 1, "all": 1}
"""Methods of other things too, which are then given so much."""
WAITERS = ("at_last", "at_rest", "comes_to", "until", "stays")
"""They are given a look, and look again until it holds."""
RULERS = ("tests/browser/visitor.py", "tests/browser/accessibility.py", "tests/browser/screens/measured.py")
"""The modules that look for others, again and again."""
ADDRESS = re.compile(r"\b(page|drawn|other|tab|one)\.url\b")


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


def name_of(call):
    return ast.unparse(call.func).rpartition(".")[2]


def is_measured(node):
    """Whether something is asked of the browser, and what it answers is used."""
    if not (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and name_of(node) in MEASURES
    ):
        return False
    is_done = name_of(node) == "evaluate" and isinstance(node.parent, ast.Expr)
    return not is_done and len(node.args) < OF_PYTHON.get(name_of(node), 9)


def is_looked_at_again(node, looks):
    """Whether a node stands in what a waiter was given, or in a function that is only used there."""
    inner = node
    for one in parents(node):
        if isinstance(one, ast.Call) and inner is not one.func and name_of(one) in WAITERS:
            return True
        if isinstance(one, FUNCTIONS) and one.name in looks:
            return True
        inner = one
    return False


def looks_of(module):
    """The functions of a module that are used in what a waiter is given alone, or in another look."""
    uses = {one.name: [] for one in module.walk() if isinstance(one, FUNCTIONS)}
    for node in module.walk():
        if isinstance(node, ast.Name) and node.id in uses:
            uses[node.id].append(node)
    looks = set(uses)
    while True:
        fewer = {
            name
            for name in looks
            if uses[name] and all(is_looked_at_again(use, looks - {name}) for use in uses[name])
        }
        if fewer == looks:
            return looks
        looks = fewer


def measured_at_once(module):
    """Where a module measures once, and takes that for what comes to be."""
    looks = looks_of(module)
    return [
        module.at(node)
        for node in module.walk()
        if (is_measured(node) and not is_looked_at_again(node, looks))
        or (isinstance(node, ast.Assert) and ADDRESS.search(ast.unparse(node)))
    ]


def test_what_is_measured_in_a_browser_is_looked_at_until_it_holds():
    tests = [one for one in modules("tests/browser") if one.name not in RULERS]
    assert [where for module in tests for where in measured_at_once(module)] == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("assert note.bounding_box()['x'] > 3", [1]),
        ("before = heading.inner_text()\nassert before", [1]),
        ("assert page.locator('tr').count() == 3 and 'abc'.count('a') == 1", [1]),
        ("page.evaluate('go()')\nassert page.evaluate('gone')", [2]),
        ("assert page.url.endswith('/data')\nassert server.url", [1]),
        ("def beside(note):\n    return note.bounding_box()\nassert beside(note)", [2]),
        ("def beside():\n    return note.bounding_box()\nassert at_last(page, beside, bool)\nbeside()", [2]),
        (
            "def x():\n    return a.count()\ndef y():\n    return x()\nuntil(page, lambda: y() + x())",
            [],
        ),
        ("assert at_last(page, note.bounding_box, fits)\ncomes_to(page, lambda: rows.count(), 3)", []),
        ("with page.expect_download() as waiting:\n    row.click()\nassert waiting.value", []),
    ],
)
def test_such_a_measure_is_found(tmp_path, monkeypatch, lines, wrong):
    monkeypatch.setattr("tests.source.ROOT", tmp_path)
    (tmp_path / "tests.py").write_text(lines, encoding="utf-8")
    found = measured_at_once(Module(tmp_path / "tests.py"))
    assert [int(where.rpartition(":")[2]) for where in found] == wrong


class _Clock:
    """A page whose waits last no time."""

    def wait_for_timeout(self, _milliseconds):
        return None


def test_what_is_drawn_anew_is_looked_at_again_and_what_never_comes_is_a_failure():
    boxes = iter([None, None, {"x": 1.0}, {"x": 2.0}])
    assert at_last(_Clock(), lambda: next(boxes)["x"], lambda x: x == 2.0) == 2.0
    with pytest.raises(TypeError):
        at_last(_Clock(), lambda: {"box": None}["box"]["x"], bool, seconds=0.01)
