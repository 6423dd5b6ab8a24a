"""Large text is cut at once: into the same columns as cell by cell, or not at all."""

import numpy as np
import pytest

from cx.intake.reader import process
from cx.intake.reader.formats import delimited, large_text
from cx.intake.reader.pipe.refusal import Refused

CELLS = 25_000_000
COLUMNS = 16_384


def both(content, monkeypatch):
    """The packed sheet as it is cut at once and cell by cell, and whether it was cut at once."""
    text, _ = delimited.text_of(content)
    at_once = large_text.columns_of(text, delimited.plain_delimiter(text) or ",", cells=CELLS) is not None
    monkeypatch.setattr(delimited, "LARGE", 1)
    fast = sent(content)
    monkeypatch.setattr(delimited, "LARGE", len(content) * 9)
    return fast, sent(content), at_once


def sent(content):
    """What goes through the pipe."""
    [sheet], notes = process._delimited(content, CELLS, COLUMNS)
    return sheet.head(), b"".join(sheet.blobs()), notes


def table(sign=",", end="\n", rows=300):
    chance = np.random.default_rng(5)
    cells = ["7", "8", "", " ", "n/a", "#N/A", "é 2", '"a, b"', '"say ""no"""', "0", "R1", '"two\nlines"']
    lines = ["who" + sign + "a" + sign + "b"]
    lines += [
        f"R{n}{sign}{cells[chance.integers(12)]}{sign}{cells[chance.integers(7)]}".replace(",", sign)
        for n in range(rows)
    ]
    return end.join(lines) + end


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_ordinary_text_is_cut_alike(sign, end, encoding, monkeypatch):
    fast, slow, at_once = both(table(sign, end).encode(encoding), monkeypatch)
    assert fast == slow
    assert at_once


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\n\n", 3),
        lambda text: "\n" + text,
        lambda text: text + "R9,7\n",
        lambda text: text + "R9,7,8,9\n",
        lambda text: text + 'R9,5" pipe,8\n',
        lambda text: text + 'R9,"open,8\n',
        lambda text: text + 'R9,"a"b,8\n',
        lambda text: text + 'R9, "a",8\n',
        lambda text: "sep=,\n" + text,
    ],
)
def test_what_readers_cut_differently_is_left_to_the_closer_look(change, monkeypatch):
    fast, slow, _ = both(change(table()).encode(), monkeypatch)
    assert fast == slow


def test_few_texts_among_blanks_are_packed_as_ever(monkeypatch):
    lines = ["who,remark"] + [f"R{n},{'late' if n % 90 == 0 else ''}" for n in range(900)]
    content = "\n".join(lines).encode()
    fast, slow, at_once = both(content, monkeypatch)
    assert (fast == slow, at_once) == (True, True)
    [sheet], _ = process._delimited(content, CELLS, COLUMNS)
    assert sheet.columns[1].head()["form"] == "numbers"


@pytest.mark.parametrize("large", [1, 10**9])
def test_too_many_columns_are_refused_before_any_is_made(monkeypatch, large):
    monkeypatch.setattr(delimited, "LARGE", large)
    for module, name in ((process, "pack"), (large_text, "columns_of")):
        monkeypatch.setattr(module, name, lambda *_given, **_named: pytest.fail("a column was made"))
    with pytest.raises(Refused) as refused:
        process._delimited(b"a;b;c;d\n1;2;3;4\n", CELLS, 3)
    assert (refused.value.key, refused.value.values) == ("limit_columns", {"limit": 3})
