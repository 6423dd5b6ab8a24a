"""Large delimited text as packed columns, without a Python object for each cell.

Only text that every reader of .csv cuts alike goes this way: as many cells in each row, and quotation marks
that open and close whole cells. All else is left to :mod:`.delimited`, which forgives more and takes longer.
"""

from __future__ import annotations

import os
import re
from array import array

# As in :mod:`.parquet`: pools of their own would reserve more than the process may hold.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pyarrow as pa
from pyarrow import compute, csv

from ..pipe.packed_columns import PackedColumn, pack
from .delimited import first_rows

_BLOCK = 8_000_000
_FEW = 64
"""So many texts in a column that holds few are packed as :func:`..pipe.packed_columns.pack` does it."""
_BLANK_LINES = ("\n\n", "\r\r", "\n\r", "\r\n\r")
_LONGEST_CELL = 1_000_000


def columns_of(text: str, delimiter: str, *, cells: int) -> list[PackedColumn] | None:
    """Return the columns, the first row among their cells; ``None`` where the text needs a closer look.

    Parameters
    ----------
    text
        The whole text, decoded.
    delimiter
        The sign between cells.
    cells
        How many cells there may be; more need a closer look as well.
    """
    text = text.rstrip("\r\n")
    blank = text.startswith(("\r", "\n")) or any(sign in text for sign in _BLANK_LINES)
    if blank or not _quoted_as_usual(text, delimiter):
        return None
    table = _table(text, delimiter)
    if table is None or table.num_columns * table.num_rows > cells:
        return None
    packed = [_packed(column) for column in table.columns]
    return None if any(max(map(len, one.texts), default=0) > _LONGEST_CELL for one in packed) else packed


def _quoted_as_usual(text: str, delimiter: str) -> bool:
    """Whether each quotation mark opens or closes a whole cell, or is doubled inside one."""
    if '"' not in text:
        return True
    ends = f"[{re.escape(delimiter)}\r\n]"
    whole = re.compile(f'(?:^|(?<={ends}))"[^"]*(?:""[^"]*)*"(?={ends}|$(?![\r\n]))')
    return '"' not in whole.sub("", text)


def _table(text: str, delimiter: str) -> pa.Table | None:
    width = len(first_rows(text, delimiter)[0])
    names = [str(place) for place in range(width)]
    coded = pa.dictionary(pa.int32(), pa.string())
    pa.set_cpu_count(1)
    try:
        return csv.read_csv(
            pa.BufferReader(text.encode("utf-8", "surrogatepass")),
            read_options=csv.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, newlines_in_values='"' in text, ignore_empty_lines=False
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, coded), strings_can_be_null=False, null_values=[]
            ),
        )
    except (pa.ArrowException, ValueError):
        return None


def _packed(column: pa.ChunkedArray) -> PackedColumn:
    whole = column.unify_dictionaries().combine_chunks()
    texts: list[str] = whole.dictionary.to_pylist()
    blanks = [place for place, text in enumerate(texts) if not text.strip()]
    places = pa.array(_without(texts, blanks), pa.int32()).take(whole.indices) if blanks else whole.indices
    if compute.sum(compute.greater_equal(places, 0)).as_py() <= _FEW:
        return pack(whole.to_pylist())
    codes = array("i")
    codes.frombytes(places.buffers()[1][4 * places.offset : 4 * (places.offset + len(places))])
    return PackedColumn("texts", codes=codes, texts=[text for text in texts if text])


def _without(texts: list[str], blanks: list[int]) -> array[int]:
    """The code of each text: its place, less one behind the empty text; -1 where it is blank."""
    empty = texts.index("") if "" in texts else len(texts)
    codes = array("i", [*range(empty), -1, *range(empty, len(texts) - 1)][: len(texts)])
    for place in blanks:
        codes[place] = -1
    return codes
