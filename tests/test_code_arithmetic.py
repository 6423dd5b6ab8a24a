"""Pages draw what cx returns: they do no arithmetic."""

import ast

import pytest

from tests.source import is_text, screens

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
COMPUTING = {"numpy", "scipy", "math", "statistics", "decimal", "fractions"}
COMPUTED = {"sum", "round", "divmod", "pow"}
SUMMARIES = {
    *(
        "mean",
        "median",
        "std",
        "var",
        "quantile",
        "groupby",
        "cumsum",
        "rank",
        "corr",
        "describe",
        "pivot_table",
    ),
    *("agg", "aggregate", "rolling", "idxmax", "idxmin", "nlargest", "nsmallest", "value_counts"),
}


LAYOUT = "pages/parts/shell/window.py"
"""The one place of the screens that calculates: how much room there is, in pixels."""


def test_pages_do_no_arithmetic():
    wrong = [
        f"{module.at(node)}: {ast.unparse(node)}"
        for module in screens()
        if not module.path.as_posix().endswith(LAYOUT)
        for paths in [paths_of(module.tree)]
        for node in module.walk()
        if computes(node, paths)
    ]
    assert wrong == []


def computes(node, paths=frozenset({"Path"})):
    """Whether a node calculates: an operator on numbers, or a function that summarises."""
    if isinstance(node, ast.BinOp | ast.AugAssign):
        return isinstance(node.op, ARITHMETIC) and not (joins(node) or steps(node) or descends(node, paths))
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        return name in COMPUTED or (isinstance(node.func, ast.Attribute) and node.func.attr in SUMMARIES)
    return isinstance(node, ast.Import | ast.ImportFrom) and bool(COMPUTING & first_names(node))


def sides(node):
    return [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]


def steps(node):
    """Whether a counter goes one on, or one back."""
    return isinstance(node.op, ast.Add | ast.Sub) and any(
        isinstance(side, ast.Constant) and side.value == 1 for side in sides(node)
    )


def joins(node):
    """Whether a plus joins texts or sequences, or the results of two functions, which pages use for lists."""
    results = all(isinstance(side, ast.Call) for side in sides(node))
    return isinstance(node.op, ast.Add) and (results or any(is_joinable(side) for side in sides(node)))


def is_joinable(side):
    sequences = (ast.JoinedStr, ast.Tuple, ast.List, ast.ListComp)
    if isinstance(side, ast.Call):
        name = ast.unparse(side.func)
        return (
            name in {"tuple", "list", "str"} or name.startswith("text.") or name.endswith((".join", ".strip"))
        )
    if isinstance(side, ast.BinOp):
        return joins(side)
    return is_text(side) or isinstance(side, sequences)


def descends(node, paths):
    """Whether a slash goes down into a folder."""
    if not isinstance(node.op, ast.Div):
        return False
    return any(is_text(side) or paths & names_in(side) for side in sides(node))


def paths_of(tree):
    """The names that a module gives to folders and files."""
    paths = {"Path"}
    for node in tree.body:
        if isinstance(node, ast.Assign) and paths & names_in(node.value):
            paths |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return paths


def names_in(node):
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def first_names(node):
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("a - b", True),
        ("n + 1", False),
        ("n += 1", False),
        ("n + 2", True),
        ("n += step", True),
        ("width * 9 / 16", True),
        ("Path(__file__).parent / name", False),
        ("sum(x)", True),
        ("frame.groupby('a')", True),
        ("import numpy as np", True),
        ("name + '.xlsx'", False),
        ("(*a, b) + (c,)", False),
        ("a | b", False),
    ],
)
def test_what_counts_as_arithmetic(code, wrong):
    assert any(computes(node) for node in ast.walk(ast.parse(code))) is wrong
