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
    "quadrant_of": ("cx/matrix/lines", "cx/matrix/comparison/two_matrices.py"),
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
    {
        *("impact", "share", "effect", "exposure_effect", "sign", "r2", "probabilities", "draws", "evidence"),
        *("signed_impact", "effect_low", "effect_high", "exposure_effect_low", "exposure_effect_high"),
        *("change_satisfaction", "change_impact", "correlation"),
    }
)
"""Estimates: shown as numbers, but nothing is decided on them outside the gate."""

SWITCHES = {("said", "share"), ("terms", "impact"), ("claimed", "share")}
"""Called like an estimate, and none: what an outcome is, what a score multiplies, what a headline may say."""

UNSIGNED = ("cx/cli/output.py",)
"""The contract's JSON has the share as it is, beside the signed one."""


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
ORDERING = ("sorted", "sort", "min", "max", "nlargest", "nsmallest", "groupby")
"""What puts things in order, or picks one, by a key."""


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


def decided_upon(tree):
    """Yield what is decided on an estimate: compared, asked whether it is 0, ordered by, picked by its size.

    An estimate is also the name that it was given on the way, and a field that is fetched by its name.
    """
    for scope in scopes(tree):
        renamed = names_of_raw(scope)
        for node in own(scope):
            yield from (part for side in decisions(node) for part in raw_in(side, renamed))


def scopes(tree):
    """Yield the module and every function: names hold in one of them."""
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, FUNCTIONS))


def own(scope):
    """Yield the nodes of a scope, without those of functions within it."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, FUNCTIONS):
            waiting += ast.iter_child_nodes(node)


def decisions(node):
    """Return the parts of a node that a decision rests on."""
    match node:
        case ast.Compare():
            sides = [node.left, *node.comparators]
            return [] if any(isinstance(one, ast.Constant) and one.value is None for one in sides) else sides
        case ast.If() | ast.IfExp() | ast.While():
            found = asked(node.test)
        case ast.comprehension():
            found = [part for test in node.ifs for part in asked(test)]
        case ast.Match():
            found = [node.subject]
        case ast.Call() if called(node) in ORDERING:
            found = [word.value for word in node.keywords if word.arg == "key"]
        case ast.Subscript() if not isinstance(node.slice, ast.Slice):
            found = [node.slice]
        case _:
            found = []
    return found


def asked(test):
    """Return what a test asks whether it is true; comparisons are looked at by themselves."""
    if isinstance(test, ast.BoolOp):
        return [part for value in test.values for part in asked(value)]
    if isinstance(test, ast.UnaryOp):
        return asked(test.operand)
    return [] if isinstance(test, (ast.Compare, ast.Call)) else [test]


def called(node):
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def names_of_raw(scope):
    """Return the names that an estimate was given in a scope."""
    found = set()
    for node in own(scope):
        value = getattr(node, "value", None)
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) and value is not None and bare(value):
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def bare(value):
    """Whether a value is an estimate and nothing made of it: counted or written it is none any more."""
    if isinstance(value, (ast.UnaryOp, ast.BinOp)):
        parts = [value.operand] if isinstance(value, ast.UnaryOp) else [value.left, value.right]
        return any(bare(part) for part in parts)
    return is_raw(value)


def raw_in(side, renamed):
    """Yield the estimates that are read in a part of a decision."""
    for part in ast.walk(side):
        if is_raw(part) or (isinstance(part, ast.Name) and part.id in renamed):
            yield part


def is_raw(node):
    """Whether a node reads an estimate; what the claims or the crosshair call impact is none."""
    if isinstance(node, ast.Call) and called(node) in ("getattr", "attrgetter"):
        return any(isinstance(one, ast.Constant) and one.value in RAW for one in node.args)
    said = isinstance(node, ast.Attribute) and node.attr in RAW
    owner = getattr(node.value, "attr", getattr(node.value, "id", "")) if said else ""
    return said and owner not in ("claims", "crosshair") and (owner, node.attr) not in SWITCHES


def test_what_tells_decides_nothing_on_estimates():
    wrong = [
        f"{module.at(node)}: {ast.unparse(node)}"
        for module in modules(*TELLERS)
        for node in decided_upon(module.tree)
    ]
    assert not wrong, "\n".join(wrong)


def sides_told(tree):
    """Yield where a score is compared with a line or a target: on which side it lies, claims say."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE):
            parts = [part for side in (node.left, *node.comparators) for part in ast.walk(side)]
            if any(isinstance(part, ast.Attribute) and part.attr == "satisfaction" for part in parts):
                yield node


def test_what_tells_does_not_say_by_itself_on_which_side_a_score_lies():
    telling = modules("cx/matrix/telling", "cx/deliver", "cx/cli", "pages")
    assert [module.at(node) for module in telling for node in sides_told(module.tree)] == []
    seen = sides_told(ast.parse("words = 'below' if bubble.satisfaction < matrix.target else 'reached'"))
    assert [ast.unparse(node) for node in seen] == ["bubble.satisfaction < matrix.target"]


def test_no_list_of_a_quadrant_has_negative_drivers():
    """What a quadrant calls for is not for them: lists take ``advised``, and they stand apart."""
    listing = modules("cx/deliver", "cx/picture", "cx/cli", "pages")
    calls = [
        (module, node) for module in listing for node in ast.walk(module.tree) if isinstance(node, ast.Call)
    ]
    assert [module.at(node) for module, node in calls if called(node) == "in_quadrant"] == []


def test_what_tells_shows_drivers_in_the_order_that_the_claims_allow():
    wrong = [
        module.at(node)
        for module in modules(*TELLERS)
        for node in module.walk()
        if isinstance(node, ast.Attribute) and node.attr == "ranked"
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
        ("largest = driver.share\nif largest > 0.3: say('x')", ["largest"]),
        ("def f(d):\n    size = -d.effect\n    return 'a' if size > 0 else 'b'", ["size"]),
        ("first = sorted(rows, key=lambda d: -d.share)[0]", ["d.share"]),
        ("first = max(rows, key=attrgetter('impact'))", ["attrgetter('impact')"]),
        ("if getattr(driver, 'effect') > 0: say('x')", ["getattr(driver, 'effect')"]),
        ("if driver.sign: say('x')", ["driver.sign"]),
        ("words = 'a' if driver.effect and known else 'b'", ["driver.effect"]),
        ("names = [d.name for d in rows if d.sign]", ["d.sign"]),
        ("words = ('worse', 'none', 'better')[driver.sign + 1]", ["driver.sign"]),
        ("match driver.sign:\n    case 1: say('x')", ["driver.sign"]),
        ("first = sorted(rows, key=lambda d: d.name)", []),
        ("share = percent(driver.share)\nif share > other: pass", []),
    ],
)
def test_what_is_decided_on_an_estimate_is_seen(code, found):
    assert [ast.unparse(node) for node in decided_upon(ast.parse(code))] == found
