"""A child process costs no more than it may, and is gone afterwards."""

import sys

import psutil
import pytest

from cx.errors import ArgumentError, LimitExceeded
from cx.process.allowance import MEGABYTE, Allowance, numbers_set
from cx.process.child import said_by

AMPLE = Allowance(memory_bytes=500 * MEGABYTE, seconds=60.0)
TWICE = "import sys; given = sys.stdin.buffer.read(); sys.stdout.buffer.write(given + given)"
GREEDY = "x = bytearray(b'x') * 300_000_000\nwhile x: pass"
ENDLESS = "import sys\nwhile True: sys.stdout.buffer.write(b'x' * 1_000_000)"
SETTINGS = {"CX_SIZE_MB": ("size", MEGABYTE), "CX_COUNT": ("count", 1)}


def said(script, request=b"", allowance=AMPLE):
    return said_by([sys.executable, "-c", script], request, name="a.csv", allowance=allowance)


@pytest.mark.parametrize("size", [0, 3, 3_000_000])
def test_what_the_process_writes_is_returned_whole(size):
    request = bytes(range(256)) * (size // 256) + b"z" * (size % 256)
    assert said(TWICE, request) == request + request


def test_what_it_wrote_before_it_died_is_returned():
    script = "import os, sys; sys.stdout.write('ab'); sys.stdout.flush(); os.abort()"
    assert said(script) == b"ab"


@pytest.mark.parametrize(
    ("script", "allowance", "key", "limit"),
    [
        ("import time; time.sleep(60)", Allowance(500 * MEGABYTE, 1.4), "limit_time", 1),
        (ENDLESS, Allowance(90 * MEGABYTE, 20.0), "limit_memory", 90),
        (
            "x = bytearray(b'x') * 300_000_000\nwhile x: pass",
            Allowance(90 * MEGABYTE, 20.0),
            "limit_memory",
            90,
        ),
    ],
)
def test_a_process_that_costs_more_is_ended(script, allowance, key, limit):
    before = {one.pid for one in psutil.Process().children()}
    with pytest.raises(LimitExceeded) as raised:
        said(script, allowance=allowance)
    assert (raised.value.key, raised.value.values) == (key, {"file": "a.csv", "limit": limit})
    assert {one.pid for one in psutil.Process().children()} <= before


def test_numbers_of_the_environment_come_in_their_unit():
    assert numbers_set({"CX_SIZE_MB": " 20 ", "HOME": "/"}, SETTINGS) == {"size": 20_000_000}
    assert numbers_set({"CX_SIZE_MB": "1", "CX_COUNT": "7"}, SETTINGS) == {"size": 1_000_000, "count": 7}


@pytest.mark.parametrize("value", ["0", "-1", "2.5", "", "many"])
def test_a_setting_that_is_no_whole_number_is_refused(value):
    with pytest.raises(ArgumentError) as raised:
        numbers_set({"CX_COUNT": value}, SETTINGS)
    assert (raised.value.key, raised.value.values) == ("limit_setting", {"name": "CX_COUNT", "value": value})
