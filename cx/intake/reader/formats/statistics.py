"""Files of SPSS, Stata and SAS: answers, the questions behind their names, and what numbers stand for."""

from __future__ import annotations

import html
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each of its threads would take of the memory's limit

import pyreadstat

from ..pipe.packed_columns import PackedColumn, PackedSheet, pack
from ..pipe.refusal import Refused

_READERS: Mapping[str, Callable[..., Any]] = {
    "sav": pyreadstat.read_sav,
    "por": pyreadstat.read_por,
    "dta": pyreadstat.read_dta,
    "sas7bdat": pyreadstat.read_sas7bdat,
    "xport": pyreadstat.read_xport,
}
_WITH_MISSING = ("sav", "dta", "sas7bdat")
"""Kinds that know several sorts of missing answers."""
_WITHOUT_ENCODING = ("por",)
_END_OF_PORTABLE, _RECORD = b"Z", 80
_OTHER_ENCODINGS = ("WINDOWS-1252", "ISO-8859-1")
"""Tried in turn where the texts are not in the encoding that the file names."""
_BADLY_CODED = "encoding"
"""Of the message about texts that cannot be read."""
_MOST_LABELS = 200
"""Where there are more they are names, of places or products, and stand in the cells themselves."""
_LONGEST_LABEL = 500
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")

Answers = Mapping[str, Sequence[Any]]


class _BadlyCodedError(Exception):
    """Texts that are in another encoding than was tried."""


def sheets_of(
    content: bytes, kind: str, *, cells: int, columns: int
) -> tuple[list[PackedSheet], dict[str, str]]:
    """Return the file's one table as a sheet with a header, and what to note about the reading.

    Raises
    ------
    Refused
        When it is damaged, or holds more cells or columns than allowed.
    """
    if kind == "por" and not content.rstrip().endswith(_END_OF_PORTABLE):
        raise Refused("statistics_damaged", reason="cut")  # it does not say how many answers it has
    for encoding in (None,) if kind in _WITHOUT_ENCODING else (None, *_OTHER_ENCODINGS):
        try:
            sheet = _sheet(_File(content, kind, encoding), cells, columns)
        except _BadlyCodedError:
            continue
        notes = {"kind": "statistics", "format": kind, "encoding": encoding or "utf-8"}
        return [sheet], {**notes, "cut": "cut"} if kind == "xport" and len(content) % _RECORD else notes
    raise Refused("statistics_coded")


class _File:
    """One file, to be read with one encoding; ``None``: the one that it names."""

    def __init__(self, content: bytes, kind: str, encoding: str | None) -> None:
        self.content, self.reader = content, _READERS[kind]
        self.options: dict[str, object] = {"output_format": "dict"}
        if kind in _WITH_MISSING:
            self.options["user_missing"] = True
        if encoding:
            self.options["encoding"] = encoding

    def read(self, **how: object) -> tuple[Answers, Any]:
        """Return the columns and what is known about them; dates beyond all calendars stay numbers."""
        try:
            return self._read(**how)
        except Refused:
            return self._read(disable_datetime_conversion=True, **how)

    def _read(self, **how: object) -> tuple[Answers, Any]:
        try:
            found: tuple[Answers, Any] = self.reader(io.BytesIO(self.content), **self.options, **how)
        except (MemoryError, UnicodeError) as error:
            raise (_BadlyCodedError if isinstance(error, UnicodeError) else MemoryError) from error
        except Exception as error:
            if _BADLY_CODED in str(error).lower():
                raise _BadlyCodedError from error
            raise Refused("statistics_damaged", reason=type(error).__name__) from error
        return found


def _sheet(file: _File, cells: int, columns: int) -> PackedSheet:
    width = int(file.read(metadataonly=True)[1].number_columns or 0)
    if width > columns:
        raise Refused("limit_columns", limit=columns)
    if not width:
        raise Refused("no_cells")
    answers, about = file.read(row_limit=max(1, cells // width))
    height = 1 + max(map(len, answers.values()), default=0)
    if height * width > cells:
        raise Refused("limit_cells", limit=cells)
    headers = _headers(answers, about.column_names_to_labels)
    packed = [
        _packed(header, answers[name], _Meaning(name, about))
        for name, header in zip(answers, headers, strict=True)
    ]
    return PackedSheet(
        "", hidden=False, top=1, left=0, height=height, columns=packed, header=1, names=list(answers)
    )


def _headers(names: Answers, questions: Mapping[str, str | None]) -> list[str]:
    """The question of each variable, with its name where several ask the same; the name where it has none."""
    told = [_plain(questions.get(name) or "") for name in names]
    often = Counter(told)
    return [
        name if not question else f"{question} ({name})" if often[question] > 1 else question
        for name, question in zip(names, told, strict=True)
    ]


def _plain(words: str) -> str:
    """Words without the markup of a page, which survey tools leave in questions and labels."""
    return " ".join(html.unescape(_TAG.sub(" ", words)).split())


class _Meaning:
    """What a file says of one variable: its labels, and what stands for no answer."""

    def __init__(self, name: str, about: Any) -> None:  # noqa: ANN401 - the library's own record
        labels = about.variable_value_labels.get(name, {})
        known = {code: _plain(str(label))[:_LONGEST_LABEL] for code, label in labels.items()}
        self.numbers = {float(code): label for code, label in known.items() if not isinstance(code, str)}
        self.texts = {code.rstrip(): label for code, label in known.items() if isinstance(code, str)}
        self.ranges = [(one["lo"], one["hi"]) for one in about.missing_ranges.get(name, ())]
        self.letters = {str(one) for one in about.missing_user_values.get(name, ())}
        """Stata and SAS have missing answers of 26 sorts, by letter."""

    def shown(self, text: str) -> str:
        """Return a text as it reads: its label where it has one; the letter of a missing answer as ``.a``."""
        return self.texts.get(text.rstrip(), f".{text}" if text in self.letters else text)

    @property
    def missing_texts(self) -> set[str]:
        """The texts that stand for no answer, as they read."""
        spelled = {str(low) for low, high in self.ranges if isinstance(low, str) and low == high}
        return {self.shown(text.rstrip()) for text in spelled | self.letters}


def _packed(header: str, answers: Sequence[Any], meaning: _Meaning) -> PackedColumn:
    named = meaning.numbers if len(meaning.numbers) > _MOST_LABELS else {}
    cells: list[object] = ["" if one is None else one for one in answers]
    if meaning.texts or meaning.letters:
        cells = [meaning.shown(one) if isinstance(one, str) else one for one in cells]
    if named:
        cells = [named.get(one, one) if isinstance(one, (int, float)) else one for one in cells]
    column = pack([header, *cells])
    if not named:
        column.labels = meaning.numbers
    column.missing = [(float(low), float(high)) for low, high in meaning.ranges if not isinstance(low, str)]
    column.missing_texts = sorted(meaning.missing_texts)
    return column
