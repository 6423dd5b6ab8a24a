"""Sentences, pictures and files assert what passed the gate, and nothing that they made of estimates.

What judges (where a quadrant is, how certain, in which order) is used by the gate alone. What tells (whatever
writes words, draws or delivers) decides nothing on raw estimates: it asks claims, or what the gate put on a
bubble. Where something is only shown as a number, it is not decided upon.
"""

import ast
from functools import cache

import pytest

from tests.source import modules

JUDGES = {
    "quadrant_of": ("cx/matrix/lines", "cx/matrix/comparison/of_two.py"),
    "quadrant_by_side": ("cx/matrix/lines", "cx/matrix/certainty", "cx/matrix/rows"),
    "certainties": ("cx/matrix/certainty", "cx/matrix/claims"),
    "approximated": ("cx/matrix/certainty",),
    "counted": ("cx/matrix/certainty",),
    "priorities": ("cx/matrix/strategy", "cx/matrix/claims"),
    "judged": ("cx/matrix/build.py", "cx/matrix/claims"),
    "ranks": ("cx/impact/claims", "cx/matrix/claims"),
}
"""What judges, and who may use it."""
TELLERS = (
    "cx/matrix/telling",
    "cx/matrix/strategy",
    "cx/impact/telling",
    "cx/picture",
    "cx/deliver",
    "cx/cli",
    "pages",
)
RAW = frozenset(
    {"impact", "share", "effect", "exposure_effect", "sign", "r2", "probabilities", "draws", "evidence"}
)
"""Estimates: shown as numbers, but nothing is decided on them outside the gate."""

UNSIGNED = ("cx/cli/output.py",)
"""The contract's JSON has the share as it is, beside the signed one."""


def within(module, places):
    name = module.path.as_posix()
    return any(f"/{place}" in f"/{name}" for place in places)


@cache
def taken(module):
    """Return what a module imports of the matrix and the impact: names, each with the statement."""
    return [
        (alias.name, node)
        for node in module.walk()
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(("cx.matrix", "cx.impact"))
        for alias in node.names
    ]


@pytest.mark.parametrize("judge", JUDGES)
def test_only_the_gate_judges(judge):
    wrong = [
        module.at(node)
        for module in modules("cx", "pages")
        if not within(module, JUDGES[judge])
        for name, node in taken(module)
        if name == judge
    ]
    assert not wrong, "\n".join(wrong)


def decided_upon(nodes):
    """Yield what is decided on an estimate: comparisons with one that are not about None."""
    for node in nodes:
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        if not any(isinstance(side, ast.Constant) and side.value is None for side in sides):
            yield from (part for side in sides for part in ast.walk(side) if is_raw(part))


def is_raw(node):
    """Whether a node reads an estimate; what the claims or the crosshair call impact is none."""
    said = isinstance(node, ast.Attribute) and node.attr in RAW
    return said and getattr(node.value, "attr", getattr(node.value, "id", "")) not in ("claims", "crosshair")


def test_what_tells_decides_nothing_on_estimates():
    wrong = [
        f"{module.at(node)}: {ast.unparse(node)}"
        for module in modules(*TELLERS)
        for node in decided_upon(module.walk())
    ]
    assert not wrong, "\n".join(wrong)


def test_the_height_of_a_bubble_is_read_and_not_its_unsigned_share():
    wrong = [
        module.at(node)
        for module in modules(*TELLERS)
        if module.name not in UNSIGNED
        for node in module.walk()
        if isinstance(node, ast.Attribute)
        and node.attr == "impact"
        and getattr(node.value, "id", "") in ("bubble", "b")
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("if driver.sign < 0: say('x')", ["driver.sign"]),
        ("n = sum((b.impact or 0) > line for b in bubbles)", ["b.impact"]),
        ("words = 'a' if matrix.claims.impact == 'none' else 'b'", []),
        ("if bubble.impact is None: pass", []),
        ("words = percent(driver.share)", []),
    ],
)
def test_what_is_decided_on_an_estimate_is_seen(code, found):
    assert [ast.unparse(node) for node in decided_upon(ast.walk(ast.parse(code)))] == found
