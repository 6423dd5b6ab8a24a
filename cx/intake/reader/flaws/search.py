"""Writes down in each sheet what its own records show and the spreadsheet reader does not."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from threading import Thread
from xml.parsers import expat

from ..container.package import CONTENT, UNSOUND, Package
from ..pipe.packed_columns import PackedSheet
from ..pipe.refusal import Refused
from .sheet_flaws import Seen

_BAD = (*UNSOUND, expat.ExpatError, struct.error, IndexError, Refused)


class Search:
    """A search through the file's own records, beside the spreadsheet reader.

    The reader leaves the other processor free while it parses: what is searched meanwhile costs no time.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.seen: Mapping[str, Seen] = {}
        self.failure: BaseException | None = None
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def put(self, sheets: list[PackedSheet]) -> None:
        """Write down what was found in the sheets that the reader gave."""
        self.thread.join()
        if self.failure is not None:
            raise self.failure
        for sheet in sheets:
            if sheet.name in self.seen:
                self.seen[sheet.name].put(sheet)

    def _run(self) -> None:
        try:
            self.seen = _seen_in(self.content)
        except _BAD:
            return  # what the reader made of the file stands
        except BaseException as failure:  # noqa: BLE001 - told where the sheets are asked for
            self.failure = failure


def _seen_in(content: bytes) -> Mapping[str, Seen]:
    """By the name of the sheet."""
    if not content.startswith(b"PK"):
        from . import xls

        return xls.seen_in(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        package = Package(archive)
        if package.has(CONTENT):
            from . import ods

            return ods.seen_in(package)
        if package.workbook.lower().endswith(".bin"):
            from . import xlsb

            return xlsb.seen_in(package)
        from . import xlsx

        return xlsx.seen_in(package)
