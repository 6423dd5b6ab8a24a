"""Files made to do harm cost a message, and nothing else; each reader is started as in the program.

Long are further files of ``test_a_hostile_file_costs_a_message_within_seconds``.
"""

import ast
import os
import re
import sys
import threading
from pathlib import Path

import psutil
import pytest

import cx
from cx import intake
from cx.errors import ArgumentError, FileError, LimitExceeded, UnreadableFile
from cx.intake import reader
from cx.intake.opening import reader_process as child
from cx.intake.reader import process as reader_process
from cx.intake.reader.formats import workbook as reader_workbook
from cx.intake.reader.pipe import wire
from tests.made.hostile_files import HOSTILE
from tests.made.workbook_parts import END, START, with_sheet
from tests.project import tiers

REQUEST = {"cells": 10_000, "unpacked_bytes": 10**9, "unpacked_ratio": 100, "password": ""}
CELL = '<c r="{0}"><v>1</v></c>'


@pytest.fixture(scope="module", autouse=True)
def readers_forked():
    """Nothing is forked here."""


def readers_seconds() -> float:
    """What processes that were started here have computed, whatever else the machine does (0 on Windows)."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_two_cells_in_far_corners_do_not_fill_the_memory():
    corners = f'<row r="1">{CELL.format("A1")}</row><row r="1048576">{CELL.format("XFD1048576")}</row>'
    begun = readers_seconds()
    with pytest.raises(UnreadableFile) as raised:
        intake.read(with_sheet(START + corners + END), "corners.xlsx")
    assert raised.value.key == "reader_stopped"
    assert readers_seconds() - begun < 10


def test_a_far_cell_keeps_its_row_number():
    rows = f'<row r="1">{CELL.format("A1")}</row><row r="1048576">{CELL.format("A1048576")}</row>'
    sheet = intake.read(with_sheet(START + rows + END), "tall.xlsx").sheets[0]
    assert sheet.row_count == 1_048_576
    assert sheet.cell(1_048_576, "A").value == 1.0


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    xml = (
        START.replace("<worksheet", bomb + "<worksheet")
        + '<row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row>'
    )
    with pytest.raises(FileError):
        intake.read(with_sheet(xml + END), "laughs.xlsx")


def test_a_field_without_end_is_stopped():
    with pytest.raises(UnreadableFile) as raised:
        intake.read(b'a,b\n"' + b"x" * 1_500_000, "quote.csv")
    assert raised.value.key == "text_damaged"


def test_the_time_limit_ends_the_process(monkeypatch):
    monkeypatch.setattr(
        child, "_command", lambda: [child.sys.executable, "-c", "import time; time.sleep(3600)"]
    )
    with pytest.raises(LimitExceeded) as raised:
        intake.read(b"a,b\n1,2\n", "slow.csv", limits=intake.Limits(seconds=0.3))
    assert raised.value.key == "limit_time"


def test_the_memory_limit_ends_the_process(monkeypatch):
    greedy = (
        "import sys; sys.stdin.buffer.read(); x = bytearray(b'x') * 400_000_000; import time; time.sleep(60)"
    )
    monkeypatch.setattr(child, "_command", lambda: [child.sys.executable, "-c", greedy])
    with pytest.raises(LimitExceeded) as raised:
        intake.read(b"a,b\n1,2\n", "greedy.csv", limits=intake.Limits(memory_bytes=100_000_000))
    assert (raised.value.key, raised.value.values["limit"]) == ("limit_memory", 100)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the watch from outside is all there is")
def test_the_system_holds_the_memory_of_the_reader_also_where_nobody_watches(monkeypatch):
    """The watch looks every 20 ms: what is asked for at once has to be refused by the system."""
    monkeypatch.setattr(sys.modules["cx.process.child"], "_memory", lambda _pid: 0)
    content = b"a,b\n" + b"".join(b"%d,x%d\n" % (number, number) for number in range(400_000))
    assert intake.read(content, "ample.csv").sheets[0].row_count == 400_001
    with pytest.raises(LimitExceeded) as raised:
        intake.read(content, "greedy.csv", limits=intake.Limits(memory_bytes=150_000_000))
    assert raised.value.key == "limit_memory"


@pytest.mark.parametrize(
    "script",
    [
        "import os; os.abort()",
        "import sys; sys.stdin.buffer.read(); sys.stdout.write('nonsense, not a message at all')",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write((2**40).to_bytes(8, 'little'))",
    ],
)
def test_a_process_that_ends_badly_is_told_in_words(monkeypatch, script):
    monkeypatch.setattr(child, "_command", lambda: [child.sys.executable, "-c", script])
    with pytest.raises(UnreadableFile) as raised:
        intake.read(b"a,b\n1,2\n", "bad.csv")
    assert raised.value.key == "reader_stopped"


def test_the_message_is_json_and_bytes():
    head, rest = wire.unpacked(b"".join(wire.packed({"a": ["é"]}, [b"xy", b"z"])))
    assert (head, bytes(rest)) == ({"a": ["é"]}, b"xyz")
    with pytest.raises(ValueError, match="cut off"):
        wire.unpacked(wire.LENGTH.pack(9) + b"{}")


def test_error_cells_show_whatever_prefix_and_quotes_the_sheet_uses():
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f"<?xml version='1.0'?><x:worksheet xmlns:x='{namespace}'><x:sheetData><x:row r='1'>"
        "<x:c r='A1'><x:v>1</x:v></x:c><x:c r='B1' t='e'><x:v>#DIV/0!</x:v></x:c>"
        "<x:c r='C1'><x:f>A1+1</x:f></x:c><x:c r='D1'><x:v>2</x:v></x:c>"
        "</x:row></x:sheetData></x:worksheet>"
    )
    found = intake.read(with_sheet(sheet), "prefix.xlsx").sheets[0]
    assert [found.cell(1, letter).kind for letter in "ABCD"] == ["number", "error", "formula", "number"]
    assert found.cell(1, "B").value == "#DIV/0!"


def test_a_process_that_ends_before_it_has_read_is_told_in_words(monkeypatch):
    monkeypatch.setattr(child, "_command", lambda: [child.sys.executable, "-c", "import os; os._exit(3)"])
    with pytest.raises(UnreadableFile) as raised:
        intake.read(b"a,b\n1,2\n" * 500_000, "early.csv")
    assert raised.value.key == "reader_stopped"


def readers():
    return {one for one in psutil.Process().children() if "reader" in " ".join(one.cmdline())}


def test_no_process_and_no_thread_is_left_behind():
    before, there = threading.active_count(), readers()
    intake.read(b"a,b\n1,2\n", "fine.csv")
    with pytest.raises(FileError):
        intake.read(b"%PDF-1.7", "wrong.csv")
    assert threading.active_count() == before
    assert readers() - there == set()


def test_the_reader_process_knows_nothing_of_the_program():
    allowed = {
        *sys.stdlib_module_names,
        "python_calamine",
        "charset_normalizer",
        "msoffcrypto",
        "cryptography",
        "openpyxl",
        "pptx",
        "lxml",
        "xlsxwriter",
        "pyarrow",
        "pyreadstat",
        "PIL",
    }
    folder = Path(reader.__file__).parent
    files = sorted(folder.rglob("*.py"))
    assert len(files) > 20
    for path in files:
        depth = len(path.relative_to(folder).parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
            assert {name.split(".")[0] for name in names} <= allowed, path.name
            assert not isinstance(node, ast.ImportFrom) or node.level <= depth, path.name


def test_nothing_is_unpickled_from_the_reader_process():
    for path in Path(cx.__file__).parent.rglob("*.py"):
        assert "pickle" not in path.read_text(encoding="utf-8").replace("never a pickle", ""), path.name


@pytest.mark.parametrize(
    "name", tiers.first(list(HOSTILE)[::3], *(one for at, one in enumerate(HOSTILE) if at % 3))
)
def test_a_hostile_file_costs_a_message_within_seconds(name):
    make, keys = HOSTILE[name]
    content = make()
    begun = readers_seconds()
    with pytest.raises(FileError) as raised:
        intake.read(content, name)
    assert raised.value.key in keys
    assert name in raised.value.message("nl")
    assert readers_seconds() - begun < 12  # some tenths to two, as a rule


def test_a_million_empty_rows_that_a_sheet_claims_cost_nothing():
    dimension = '<dimension ref="A1:XFD1048576"/><sheetData>'
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
    empty = "".join(f'<row r="{row}" ht="15" customHeight="1"/>' for row in range(2, 100_000))
    xml = START.replace("<sheetData>", dimension) + cells + empty + END
    assert intake.read(with_sheet(xml), "claims.xlsx").sheets[0].row_count == 1


def test_a_reader_that_panics_is_told_in_words(monkeypatch):
    class PanicException(BaseException):
        pass

    def panic(*_, **__):
        raise PanicException

    monkeypatch.setattr(reader_workbook.calamine, "load_workbook", panic)
    head, _ = wire.unpacked(b"".join(reader_process.answer(REQUEST, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
    assert head == {"refused": "workbook_damaged", "values": {"reason": "panic"}}


def test_a_small_file_gets_less_memory_than_a_large_one():
    limits = intake.Limits()
    assert limits.memory_for(0) == 700_000_000
    assert limits.memory_for(1_000_000) == 1_000_000_000
    assert limits.memory_for(40_000_000) == limits.memory_bytes


def test_limits_are_set_by_the_environment(monkeypatch):
    monkeypatch.setenv("CX_LIMIT_CELLS", "4")
    with pytest.raises(LimitExceeded) as raised:
        intake.read(b"a,b\n1,2\n3,4\n", "small.csv")
    assert raised.value.values["limit"] == 4
    monkeypatch.setenv("CX_LIMIT_CELLS", "many")
    with pytest.raises(ArgumentError) as refused:
        intake.read(b"a,b\n1,2\n", "small.csv")
    assert refused.value.key == "limit_setting"


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_limits_say_every_number(lang):
    said = " ".join(intake.Limits().sentences(lang))
    assert re.findall(r"\d+(?:[.,]\d{3})*", said) == [
        "50",
        *(["1,500"] if lang == "en" else ["1.500"]),
        "100",
        *(["25,000,000", "16,384", "1,500"] if lang == "en" else ["25.000.000", "16.384", "1.500"]),
        "700",
        "12",
        "3",
    ]


def test_a_sign_that_cuts_nothing_does_not_hide_the_one_that_does():
    """Cut at any other sign, the first line is one field beyond every limit."""
    names = [f"{place} {'long story ' * 3_000}" for place in range(40)]
    line = ",".join(["Touchpoint", "Satisfaction", *names])
    assert len(line) > 1_000_000
    sheet = intake.read(f"{line}\nCall,7{',x' * 40}\n".encode(), "headers.csv").sheets[0]
    assert (sheet.column_count, sheet.row_count) == (42, 2)
    assert sheet.cell(2, "A").value == "Call"
