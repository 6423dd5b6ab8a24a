"""A file that an argument names is read whole, or refused for its size, also where it never ends."""

from pathlib import Path

import pytest

from cx.cli import streams
from cx.errors import ArgumentError, LimitExceeded

ENDLESS = Path("/dev/zero")


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(streams, "_MOST_BYTES", 2_000_000)
    monkeypatch.setattr(streams, "_PIECE", 700_000)


@pytest.mark.parametrize("size", [0, 1, 700_000, 2_000_000])
def test_what_may_be_read_comes_whole(tmp_path, size):
    place = tmp_path / "a.csv"
    place.write_bytes(b"x" * size)
    assert streams.content_of(place) == b"x" * size


@pytest.mark.parametrize(
    "endless", [False, pytest.param(True, marks=pytest.mark.skipif("not ENDLESS.exists()"))]
)
def test_what_is_larger_is_refused_with_words(tmp_path, endless):
    place = ENDLESS if endless else tmp_path / "a.csv"
    if not endless:
        place.write_bytes(b"x" * 3_000_001)
    with pytest.raises(LimitExceeded) as raised:
        streams.content_of(place)
    assert raised.value.key == "limit_file"
    assert raised.value.values == {"file": place.name, "size": 2 if endless else 3, "limit": 2}


def test_what_is_not_there_is_refused_with_words(tmp_path):
    with pytest.raises(ArgumentError):
        streams.content_of(tmp_path / "none.csv")
