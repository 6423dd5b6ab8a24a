"""Files of SPSS, Stata and SAS, as their users save them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

WRITERS: Mapping[str, Callable[..., object]] = {
    ".sav": pyreadstat.write_sav,
    ".zsav": pyreadstat.write_sav,
    ".dta": pyreadstat.write_dta,
    ".por": pyreadstat.write_por,
    ".xpt": pyreadstat.write_xport,
}


def bytes_of(columns: Mapping[str, Any], ending: str = ".sav", **options: object) -> bytes:
    """Return the bytes of a file with those columns; ``options`` are those of the library that writes it."""
    more = {"compress": True} if ending == ".zsav" else {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"made{ending}"
        WRITERS[ending](pd.DataFrame(dict(columns)), str(path), **more, **options)
        return path.read_bytes()


def labelled(
    columns: Mapping[str, Any],
    questions: Mapping[str, str],
    labels: Mapping[str, Mapping[float, str]],
    missing: Mapping[str, list[Any]] | None = None,
) -> bytes:
    """Return a file of SPSS with questions, labels and missing values."""
    return bytes_of(
        columns,
        column_labels=[questions.get(name, "") for name in columns],
        variable_value_labels={name: dict(known) for name, known in labels.items()},
        missing_ranges=dict(missing or {}),
    )
