"""The same input gives the same bytes: one moment for all that a file says of its making."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from typing import Final

_FIRST: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can name."""
EPOCH: Final = "SOURCE_DATE_EPOCH"
"""The variable by which builders say which moment counts (reproducible-builds.org), in seconds since 1970."""


def made_at(day: dt.date) -> dt.datetime:
    """Return the moment that a file names as its making: the day's noon in UTC, or what builders say.

    Examples
    --------
    >>> made_at(dt.date(2026, 11, 29)).isoformat()
    '2026-11-29T12:00:00'
    """
    said = os.environ.get(EPOCH, "")
    if said.isascii() and said.isdigit() and len(said) < len("99999999999"):
        return dt.datetime.fromtimestamp(int(said), dt.UTC).replace(tzinfo=None)
    return dt.datetime.combine(day, dt.time(12))


def packed_alike(content: bytes) -> bytes:
    """Return a zip with the same parts in the same order, and one fixed moment at each."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for item in source.infolist():
            named = zipfile.ZipInfo(item.filename, _FIRST)
            named.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(named, source.read(item))
    return target.getvalue()
