"""The faults that ``benchmarks/mutants.py`` puts into the program fit it, and are told apart rightly."""

import ast

import pytest

from benchmarks import mutants
from benchmarks.mutants import Fault
from tests.source import ROOT

FAULTS = mutants.faults()


def test_there_are_forty_and_each_has_a_name_and_a_reason():
    assert len(FAULTS) == 40
    assert len({fault.name for fault in FAULTS}) == 40
    assert [fault.name for fault in FAULTS if not fault.why] == []
    assert {fault.file.split("/")[0] for fault in FAULTS} == {"cx", "launch", "pages"}
    assert len({fault.file for fault in FAULTS}) > 25


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_fits_the_program(fault):
    text = (ROOT / fault.file).read_text(encoding="utf-8")
    assert text.count(fault.old) == 1
    changed = ast.dump(ast.parse(text.replace(fault.old, fault.new)))
    assert changed != ast.dump(ast.parse(text))
    for test in fault.tests:
        file, _, name = test.partition("::")
        assert (
            f"def {name}(" in (ROOT / file).read_text(encoding="utf-8") if name else (ROOT / file).is_file()
        )


# --- what it says ---

PROGRAM = "def double(number):\n    return number * 2\n"
CATCHES = "from program import double\n\ndef test_it():\n    assert double(3) == 6\n"
SLEEPS = (
    "import time\nfrom program import double\n\ndef test_it():\n    time.sleep(0 if double(1) == 2 else 60)\n"
)


def fault(old="number * 2", new="number * 3", test="test_catches.py"):
    return Fault(f"{new} {test}", "program.py", old, new, "it matters", (test,))


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A program with tests that need none of what is installed beside pytest, and so do not load it."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for name, text in (
        ("program.py", PROGRAM),
        ("test_catches.py", CATCHES),
        ("test_sleeps.py", SLEEPS),
        ("test_sleepy.py", CATCHES.replace("double(3) == 6", "double(0) == 0")),
        ("test_fails.py", "def test_it():\n    assert False\n"),
        ("conftest.py", "import sys, pathlib\nsys.path.insert(0, str(pathlib.Path(__file__).parent))\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def ends(small, *faults, seconds=60.0):
    found = mutants.tried(faults, small, workers=2, seconds=seconds)
    assert (small / "program.py").read_text(encoding="utf-8") == PROGRAM
    return list(found.values())


def test_caught_survived_broken_and_too_slow_are_told_apart(small):
    chosen = (
        fault(),
        fault(test="test_sleepy.py"),
        fault(old="def double", new="def triple"),
        fault(new="number * 2 * 1"),
        fault(old="def double", new="import os\nos._exit(1)\ndef double"),
    )
    assert ends(small, *chosen) == ["caught", "survived", "broke (2)", "survived", "broke (1)"]
    assert ends(small, fault(test="test_sleeps.py"), seconds=6.0) == ["took too long"]


@pytest.mark.parametrize("old", ["number", "nothing like it"])
def test_a_fault_that_does_not_fit_once_is_refused(small, old):
    with pytest.raises(mutants.UnusableError, match=r"occurs \d times in program\.py, not once"):
        ends(small, fault(), fault(old=old))


def test_tests_that_fail_anyway_say_nothing(small):
    with pytest.raises(mutants.UnusableError, match="Without any fault the tests fail"):
        ends(small, fault(), fault(test="test_fails.py"))
