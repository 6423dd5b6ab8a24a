"""What ``benchmarks/fuzz_intake.py`` calls slow, and cases that it once called so."""

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from functools import partial

import pytest

from benchmarks import fuzz_intake
from benchmarks.fuzz_intake import Cost, costs
from tests.made.odd.damaged_records import Damaged

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows counts no work of other processes")
SPIN = "import time\nwhile time.process_time() < 0.4: pass"


@POSIX_ONLY
def test_waiting_is_no_work_and_work_of_others_counts():
    waited = [costs(lambda: time.sleep(0.3) or "read") for _ in range(3)]
    assert all(end == "read" and cost.clock >= 0.3 for end, cost in waited)
    assert min(cost.work for _, cost in waited) < 0.2  # threads of other tests may end beside it
    _, cost = costs(lambda: subprocess.run([sys.executable, "-c", SPIN], check=True) and "read")
    assert cost.work >= 0.3


@pytest.mark.parametrize(
    ("work", "clock", "too_much"),
    [(1.4, 12.4, False), (8.1, 8.1, True), (0.1, 61.0, True), (8.0, 60.0, False)],
)
def test_what_is_too_much(work, clock, too_much, monkeypatch):
    monkeypatch.setattr(fuzz_intake, "_crowd", lambda: 1.0)
    assert Cost(work, clock).too_much is too_much


def test_where_many_want_the_processor_a_case_waits_and_does_not_hang(monkeypatch):
    monkeypatch.setattr(fuzz_intake, "_crowd", lambda: 10.0)
    assert not Cost(1.1, 67.8).too_much
    assert Cost(1.1, 601.0).too_much and Cost(8.1, 8.1).too_much


@POSIX_ONLY
@pytest.mark.parametrize("number", [22, 48, 54])
def test_templates_that_were_called_slow_on_a_busy_machine_cost_what_others_do(tmp_path, number):
    """By the clock they had taken more than eight seconds; they are sound, and their work is that of any."""
    chance = random.Random(f"6/{number}")  # noqa: S311 - the case, not a secret
    kind = fuzz_intake._kind(chance, [one for one in fuzz_intake.KINDS if one != "deck"])  # as it was then
    with closing(Damaged(tmp_path)) as damaged:
        content = damaged.case(kind, chance)
        end, cost = costs(lambda: fuzz_intake._end(lambda: damaged.use(kind, content)))
    assert (kind, end) == ("template", "read")
    assert cost.work < fuzz_intake.SLOW


def test_an_interruption_ends_the_run_also_where_its_readers_broke_with_it():
    def broken():
        try:
            raise KeyboardInterrupt
        finally:
            raise BrokenPipeError

    with pytest.raises(KeyboardInterrupt):
        fuzz_intake._end(broken)
    assert fuzz_intake._end(partial(int, "x")).startswith("Traceback")
