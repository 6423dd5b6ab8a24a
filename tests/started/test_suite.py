"""What ``run.py test`` hands to pytest, and what pytest does with it.

Long are further ways to interrupt in ``test_workers_tidy_up_when_the_run_is_interrupted``, and what was
loaded before something is drawn: ``test_a_seed_draws_other_cases_and_the_same_ones_again`` stands for it.
"""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import SimpleNamespace

import psutil
import pytest

from launch import browser, command, suite
from launch.environment import Environment
from tests import conftest
from tests.project import tiers
from tests.project.test_run import HEARS_INTERRUPTS

ALWAYS = {"PYTHONDONTWRITEBYTECODE": "", "OPENBLAS_NUM_THREADS": "1"}
AT_ONCE = ("--numprocesses", "2", "--dist", "worksteal")
SHORT, LONG = ("-m", "not long"), ("-m", "long or drawn")


def asked(root, *given):
    return suite.suite(given, root, workers=2)


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("tests/unit",),
        ("tests/unit", "tests/app"),
        ("-q", "--durations=80"),
        ("-vv", "tests", "--tb=short"),
        ("--junitxml=out.xml",),
    ],
)
def test_whole_folders_run_on_several_processors(root, given):
    assert asked(root, *given).arguments == (*AT_ONCE, *SHORT, *given)
    assert asked(root, "--long", *given).arguments == (*AT_ONCE, *LONG, *given)


@pytest.mark.parametrize(
    "given",
    [
        ("-k", "port"),
        ("-x",),
        ("--pdb",),
        ("-s", "tests/unit"),
        ("tests/test_text.py",),
        ("tests/project/test_run.py::test_a_busy_port_is_said_so",),
        ("tests/unit", "-k", "app"),
        ("-n", "3"),
        ("--collect-only",),
        ("--lf",),
    ],
)
def test_whoever_chooses_tests_gets_them_one_by_one_as_asked(root, given):
    found = asked(root, *given)
    assert (found.arguments, found.seed, found.variables) == (
        given,
        None,
        {**ALWAYS, "PYTHONHASHSEED": "0"},
    )
    assert asked(root, *given, "--long").arguments == (*LONG, *given)


def test_one_processor_runs_one_test_at_a_time(root):
    assert suite.suite((), root, workers=1).arguments == SHORT
    assert suite.suite(("--long",), root, workers=1).arguments == LONG


@pytest.mark.parametrize(("processors", "workers"), [(1, "2"), (2, "3"), (3, "4"), (16, "4")])
@pytest.mark.parametrize("given", [(), ("-q",), ("tests",), ("tests/unit", "tests/app"), ("tests/browser/",)])
def test_by_itself_it_takes_a_worker_more_than_processors_and_four_at_most(
    root, monkeypatch, given, processors, workers
):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(processors)), raising=False)
    assert suite.suite(given, root).arguments[:2] == ("--numprocesses", workers)


@pytest.mark.parametrize(
    "given", [("tests/unit",), ("tests/unit/", "-q"), ("tests/property", "./tests/unit/cli")]
)
def test_where_no_test_waits_there_are_as_many_workers_as_processors(root, monkeypatch, given):
    for processors, beside in [(1, SHORT), (2, AT_ONCE), (16, ("--numprocesses", "4"))]:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _p, n=processors: set(range(n)), raising=False)
        assert suite.suite(given, root).arguments[: len(beside)] == beside


def test_a_seed_goes_to_everything_that_draws(root):
    found = asked(root, "--random=7", "-x")
    assert found.arguments == ("--hypothesis-profile=random", "--hypothesis-seed=7", "-x")
    assert (found.variables, found.seed, found.random) == (
        {**ALWAYS, "PYTHONHASHSEED": "7"},
        7,
        "--random=7",
    )
    drawn_anew = found.arguments[:2]
    assert asked(root, "--random=7", "--long", "tests").arguments == (*AT_ONCE, *LONG, *drawn_anew, "tests")


def test_without_a_seed_one_is_drawn_each_time(root):
    seeds = {asked(root, "--random").seed for _ in range(5)}
    assert len(seeds) == 5
    assert all(0 <= seed < 2**32 for seed in seeds)


@pytest.mark.parametrize("text", [f"--random={one}" for one in ("", "x", "-1", "4294967296", "\u00b2")])
def test_a_seed_that_is_none_is_refused_before_anything_starts(monkeypatch, capsys, text):
    monkeypatch.setattr(Environment, "prepare", lambda *_locks: pytest.fail("nothing is to be installed"))
    assert command.main(["test", text]) == 2
    assert "is no seed" in capsys.readouterr().err


def test_the_seed_is_told_before_and_after(monkeypatch, capsys):
    monkeypatch.setattr(Environment, "prepare", lambda *_locks: None)
    monkeypatch.setattr(browser, "for_tests", lambda _environment: "/usr/bin/chromium")
    monkeypatch.setattr(command, "exit_code", lambda *_words, **_more: 1)
    assert command.main(["test", "--random=12", "-x"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Drawn anew, with seed 12.",
        "The same is drawn again by: run.py test --random=12",
    ]


PLUGINS = ("-p _hypothesis_pytestplugin", "-p xdist.plugin")

PROPERTY = """
from hypothesis import given, strategies as st
from tests import chance

drawn = []

@given(st.text(), st.floats(), st.sets(st.integers()))
def test_draws(text, number, numbers):
    drawn.append((text, repr(number), sorted(numbers)))

def test_tells():
    print("DRAWN", __import__("hashlib").sha256(repr(drawn).encode()).hexdigest())
"""


@pytest.fixture
def tests_apart(root, tmp_path, monkeypatch):
    """Tests of their own, in a folder with the project's conftest and the plugins that they are about."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    # What Hypothesis works out of Unicode, once for all of them.
    monkeypatch.setenv("HYPOTHESIS_STORAGE_DIRECTORY", str(root / ".hypothesis"))
    (tmp_path / "conftest.py").write_text(
        f"import sys\nsys.path.insert(0, {str(root)!r})\nfrom tests.conftest import *\n", encoding="utf-8"
    )
    (tmp_path / "pytest.ini").write_text(f"[pytest]\naddopts = {' '.join(PLUGINS)}\n", encoding="utf-8")

    def write(content):
        (tmp_path / "test_apart.py").write_text(content, encoding="utf-8")
        return tmp_path

    return write


def run(folder, *arguments, before=""):
    """What pytest prints; ``before`` is what was imported earlier, as by other tests."""
    code = f"import sys; {before}\nimport pytest; sys.exit(pytest.main(sys.argv[1:]))"
    words = [sys.executable, "-c", code, "-q", "-s", "-p", "no:cacheprovider", *arguments]
    surroundings = {**os.environ, "PYTHONHASHSEED": "random"}
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env=surroundings)
    return done.stdout + done.stderr


def drawn(*arguments, **more):
    return re.findall(r"DRAWN (\w+)", run(*arguments, **more))


@pytest.mark.long
def test_the_same_is_drawn_whatever_ran_before(tests_apart, root):
    folder = tests_apart(PROPERTY)
    loads = f"sys.path.insert(0, {str(root)!r}); import cx.matrix"
    (first,) = drawn(folder)
    assert drawn(folder, before=loads) == [first]


def test_a_seed_draws_other_cases_and_the_same_ones_again(tests_apart):
    folder = tests_apart(PROPERTY)
    one, again, other = (
        drawn(folder, "--hypothesis-profile=random", f"--hypothesis-seed={seed}") for seed in (5, 5, 6)
    )
    assert len(one) == 1
    assert one == again != other


COSTLY = """
import gc
from hypothesis import given, settings, strategies as st
from hypothesis.internal.conjecture.data import ConjectureResult
from tests import chance

chance.prepare()
calls = {"fails": 0, "holds": 0}
kept = 0
numbers = st.lists(st.integers(0, 10**6), min_size=60, max_size=80)

@given(numbers)
def fails(drawn):
    calls["fails"] += 1
    assert len({one % 7 for one in drawn}) < 7 or sum(drawn) < 10**5

@settings(max_examples=600)
@given(st.integers())
def holds(_number):
    global kept
    calls["holds"] += 1
    if calls["holds"] == 600:
        kept = sum(isinstance(one, ConjectureResult) for one in gc.get_objects())

holds()
try:
    fails()
except AssertionError:
    print(kept, calls["fails"])
"""


def test_a_failure_is_made_smaller_within_bounds(root):
    """Left alone, Hypothesis calls this three times as often, and keeps every case that it tried."""
    done = subprocess.run(
        [sys.executable, "-c", COSTLY], cwd=root, capture_output=True, text=True, check=True
    )
    kept, calls = map(int, done.stdout.split())
    assert kept <= 210
    assert calls <= 150


WAITING = """
import pathlib, subprocess, sys, time
import pytest

@pytest.fixture(scope="session", autouse=True)
def tidied():
    yield
    pathlib.Path("tidied-" + __import__("os").environ["PYTEST_XDIST_WORKER"]).touch()

@pytest.mark.parametrize("number", range(2))
def test_waits(number):
    pathlib.Path(f"waits-{number}").touch()
    time.sleep(600)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX knows them")
@pytest.mark.parametrize("everybody", tiers.first([False], True))
def test_workers_tidy_up_when_the_run_is_interrupted(tests_apart, everybody):
    """Ctrl+C reaches the run and its workers; a signal to end reaches the run alone."""
    folder = tests_apart(WAITING)
    words = [sys.executable, "-c", HEARS_INTERRUPTS, "-m", "pytest", "-q", "-p", "no:cacheprovider", *AT_ONCE]
    running = subprocess.Popen(words, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL)
    while not all((folder / f"waits-{number}").exists() for number in range(2)):
        assert running.poll() is None
        time.sleep(0.05)
    workers = psutil.Process(running.pid).children()
    if everybody:
        os.killpg(running.pid, signal.SIGINT)
    else:
        running.send_signal(signal.SIGTERM)
    assert running.wait() == 2
    assert psutil.wait_procs(workers, timeout=60)[1] == []
    assert sorted(path.name for path in folder.glob("tidied-*")) == ["tidied-gw0", "tidied-gw1"]


STUBBORN = """
import pathlib, subprocess, sys, time

def test_goes_on():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    for asked in range(2):
        pathlib.Path(f"{asked}-{child.pid}").touch()
        try:
            time.sleep(600)
        except BaseException:
            pass
"""


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX knows them")
def test_asked_a_second_time_it_ends_at_once_with_all_that_it_started(tests_apart):
    """The first time a test may have swallowed it; it is alone in its process, without workers."""
    folder = tests_apart(STUBBORN)
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    running = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL)
    for asked in range(2):
        while not (told := list(folder.glob(f"{asked}-*"))):
            assert running.poll() is None
            time.sleep(0.05)
        child = psutil.Process(int(told[0].name.removeprefix(f"{asked}-")))
        running.send_signal(signal.SIGTERM)
    assert running.wait() == 2
    for _ in range(1_200):
        if has_ended(child):
            break
        time.sleep(0.05)
    assert has_ended(child)


def has_ended(process):
    """Whether a process is gone, though nobody may have asked yet how it ended."""
    with suppress(psutil.NoSuchProcess):
        return process.status() == psutil.STATUS_ZOMBIE
    return True


def test_one_worker_begins_with_the_browser_the_longest_module_first_and_every_test_runs_once(tmp_path):
    lengths, counts = {"e": 900, "b": 20, "a": 90, "d": 10, "c": 50}, (40, 1, 2, 3, 1)
    modules = {name: tmp_path / ("browser" if name < "e" else "unit") / f"test_{name}.py" for name in lengths}
    for name, module in modules.items():
        module.parent.mkdir(exist_ok=True)
        module.write_text("#" * lengths[name], encoding="utf-8")
    tests = [
        SimpleNamespace(path=module, number=number)
        for module, count in zip(modules.values(), counts, strict=True)
        for number in range(count)
    ]
    ordered = conftest.spread(tests)
    assert sorted(map(id, ordered)) == sorted(map(id, tests))
    assert [one.path.stem[-1] for one in ordered] == [*"aacbddd", *"e" * 40]


def test_each_worker_hands_all_tests_on_in_the_same_order(tmp_path, monkeypatch):
    """It read them from another place on; what pytest brings together depends on what comes first."""
    monkeypatch.setattr(conftest, "_workers", lambda: 2)
    paths = [tmp_path / folder / f"test_{name}.py" for folder in ("browser", "unit") for name in "ab"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    config = SimpleNamespace(workerinput={}, option=SimpleNamespace(markexpr=""))
    orders = []
    for start in range(len(paths)):
        items = [SimpleNamespace(path=one) for one in paths[start:] + paths[:start]]
        handing = conftest.pytest_collection_modifyitems(config, items)
        next(handing)
        orders.append([one.path for one in items])
        with pytest.raises(StopIteration):
            next(handing)
        orders.append([one.path for one in items])
    assert orders == [paths] * (2 * len(paths))
