"""Event logs in XES (IEEE 1849): one row an event, with what its trace says in columns of their own."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from xml.parsers import expat

from ..pipe.packed_columns import PackedSheet, pack
from ..pipe.refusal import Refused

_VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})
_LONGEST = 100_000
"""Signs of one value."""
_DEEPEST = 60
_PIECE = 1 << 20


def sheets_of(content: bytes, *, cells: int, columns: int) -> tuple[list[PackedSheet], dict[str, str]]:
    """Return the events as a sheet with a header, and what to note about the reading.

    Attributes of a trace stand in columns whose names begin with ``case:``. Attributes inside attributes, and
    lists, are left out.

    Raises
    ------
    Refused
        When it declares entities, is damaged or empty, or holds more cells or columns than allowed.
    """
    reading = _Reading(cells, columns)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the parser takes it by place
    except (expat.ExpatError, ValueError) as error:
        raise Refused("xes_damaged", reason=type(error).__name__) from error
    return [reading.packed()], {"kind": "xes"}


def unpacked(content: bytes, limit: int, ratio: int) -> bytes:
    """Return what a gzip file holds.

    Raises
    ------
    Refused
        When it is damaged, or unpacks beyond a limit.
    """
    reader = zlib.decompressobj(wbits=31)
    most = min(limit, max(100_000_000, ratio * len(content)))
    try:
        found = reader.decompress(content, most)
    except zlib.error as error:
        raise Refused("xes_damaged", reason=type(error).__name__) from error
    if reader.unconsumed_tail:
        raise Refused("limit_unpacked", size=len(found) // 1_000_000, limit=most // 1_000_000)
    if not reader.eof:
        raise Refused("xes_damaged", reason=EOFError.__name__)
    return found


class _Reading:
    """What was read so far; columns by name, each with a value an event."""

    def __init__(self, cells: int, columns: int) -> None:
        self.cells, self.most = cells, columns
        self.rows = 0
        self.columns: dict[str, list[str]] = {}
        self.path: list[str] = []
        self.trace: dict[str, str] = {}
        self.event: dict[str, str] = {}
        self.events: list[dict[str, str]] = []
        """Of the open trace."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins: a trace, an event, or a value directly inside one."""
        name = tag.rpartition(":")[2].lower()
        self.path.append(name)
        if len(self.path) > _DEEPEST:
            raise Refused("xes_damaged", reason=RecursionError.__name__)
        if name == "trace":
            self.trace, self.events = {}, []
        elif name == "event":
            self.event = {}
        elif name in _VALUES and len(self.path) > 1:
            self._value(attributes)

    def _value(self, attributes: Mapping[str, str]) -> None:
        key, value = attributes.get("key", ""), attributes.get("value", "")
        if not key or len(value) > _LONGEST:
            return
        if self.path[-2] == "event":
            self.event[key] = value
        elif self.path[-2] == "trace":
            self.trace[f"case:{key}"] = value

    def end(self, tag: str) -> None:
        """Keep an event that ends, and write down those of a trace that ends: it may say more behind them."""
        name = tag.rpartition(":")[2].lower()
        self.path.pop()
        if name == "event":
            self.events.append(self.event)
        if name == "trace" or (name == "event" and "trace" not in self.path):
            for event in self.events:
                self._row({**self.trace, **event})
            self.trace, self.events = {}, []

    def _row(self, values: Mapping[str, str]) -> None:
        self.rows += 1
        for key, value in values.items():
            column = self.columns.get(key)
            if column is None:
                if len(self.columns) >= self.most:
                    raise Refused("limit_columns", limit=self.most)
                column = self.columns[key] = []
            column.extend([""] * (self.rows - 1 - len(column)))
            column.append(value)
        if self.rows * len(self.columns) > self.cells:
            raise Refused("limit_cells", limit=self.cells)

    def packed(self) -> PackedSheet:
        """Return all events as a sheet."""
        if not self.rows:
            raise Refused("no_cells")
        columns = [
            pack([key, *cells, *[""] * (self.rows - len(cells))]) for key, cells in self.columns.items()
        ]
        return PackedSheet("", hidden=False, top=1, left=0, height=self.rows + 1, columns=columns, header=1)

    def refuse(self, *_: object) -> None:
        """Entities can stand for more than any memory holds."""
        raise Refused("own_entities")
