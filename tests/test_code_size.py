"""Modules, pages and functions are short, and named after their thing."""

import statistics

from tests.source import ROOT, body_lines, functions, modules, screens

LONGEST_PAGE = 120
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60
NINE_IN_TEN = 30
MEDIAN = 8


def test_pages_are_short():
    pages = [module for module in screens() if not module.name.startswith("pages/parts/")]
    assert {module.name: len(module.lines) for module in pages if len(module.lines) > LONGEST_PAGE} == {}


def test_modules_are_short():
    everything = modules("cx", "pages/parts", "serving", "launch", "run.py")
    assert {
        module.name: len(module.lines) for module in everything if len(module.lines) > LONGEST_MODULE
    } == {}


def test_functions_are_short():
    lengths = {
        f"{module.at(function)} {function.name}": body_lines(function)
        for module in modules("cx", "pages", "app.py", "serving", "launch")
        for function in functions(module)
    }
    ordered = sorted(lengths.values())
    assert [name for name, lines in lengths.items() if lines > LONGEST_FUNCTION] == []
    assert ordered[int(len(ordered) * 0.9)] <= NINE_IN_TEN
    assert statistics.median(ordered) <= MEDIAN


def test_a_module_is_named_after_its_thing():
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
    everything = modules("cx", "pages", "app.py", "serving", "launch", "tests", "benchmarks", "data", "docs")
    named = {
        module.name
        for module in everything
        if vague & set(module.path.relative_to(ROOT).with_suffix("").parts)
    }
    assert named == set()
