"""A session as a workbook that a person can read, and that can be uploaded again with nothing lost."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from cx import matrix as building
from cx.deliver.ground import Book, Field, Kind, Value
from cx.deliver.told import named_kpi
from cx.intake.saved import wished_sheet
from cx.intake.saved import workbook as layout
from cx.lenses import assessed_words
from cx.records import QUADRANTS, Change, Decision, Matrix, Session
from cx.records.lenses import Assessment
from cx.records.session import Guess
from cx.text import Language, currency, currency_name, say

_WIDTHS: Final = {
    "name": 32,
    "mission": 40,
    "reason": 40,
    "notes": 40,
    "note": 32,
    "touchpoint": 32,
    "asked": 28,
    "evidence": 40,
}
_LONG: Final = ("mission", "reason", "notes", "note", "evidence")
_NUMBERS: Final = (
    *layout.DECISION_NUMBERS,
    "satisfaction",
    "impact",
    "sd",
    "expectation",
    "importance",
    "value",
)
_ROUNDS: Final = ("points", "urgency", "impact")
_VOTE_FIELDS: Final[tuple[tuple[str, tuple[float, Kind]], ...]] = (
    ("round", (8, "whole")),
    ("kind", (16, "text")),
    ("voter", (24, "text")),
    ("touchpoint", (32, "text")),
    ("vote", (10, "plain")),
)
_WHOLE: Final = ("volume", "n", "cost")


def session_workbook(
    session: Session,
    matrix: Matrix,
    history: Sequence[tuple[Change, str]],
    *,
    document: str,
    lang: Language,
) -> bytes:
    """Return the workbook of a session: the session, its touchpoints, decisions, votes and history.

    Parameters
    ----------
    matrix
        Of the session, drawn per touchpoint: the names of strategies and of what was voted on.
    history
        Each change with its words.
    document
        The session as its file holds it; it stands on a hidden sheet.
    """
    buffer = io.BytesIO()
    book = Book(buffer)
    names = {key: say(f"workbook.sheet.{key}", lang) for key in layout.EDITED}
    _about(book, session, matrix, names["session"], lang)
    _touchpoints(book, session, names["touchpoints"], lang)
    _decisions(book, session, matrix, names["decisions"], lang)
    _assessments(book, session, names["assessments"], lang)
    _wishes(book, session, names["wishes"], lang)
    _votes(book, json.loads(document), matrix, lang)
    _receipts(book, json.loads(document), lang)
    _history(book, history, lang)
    hidden = book.sheet(layout.SHEET)
    for row, part in enumerate(layout.packed(document, names)):
        book.write(hidden, row, 0, part)
    hidden.hide()
    book.file.close()
    return buffer.getvalue()


def _about(book: Book, session: Session, matrix: Matrix, name: str, lang: Language) -> None:
    """The session in lines; the name and the notes stand in the rows in which they are read again."""
    sheet = book.sheet(name)
    lock = f"{session.locked.who}, {_moment(session.locked.moment)}" if session.locked else ""
    places = sorted(layout.SESSION_ROWS, key=lambda field: layout.SESSION_ROWS[field])
    rows = [(field, str(getattr(session, field))) for field in places]
    rows += [
        ("created", _moment(session.created)),
        ("changed", _moment(session.changed)),
        ("locked", lock),
        ("crosshair", building.crosshair_words(matrix, lang)),
        ("currency", currency_name(currency(session.settings.currency, lang), lang)),
    ]
    lines: list[tuple[str, str]] = [(say(f"workbook.session.{key}", lang), value) for key, value in rows]
    for quadrant in QUADRANTS:
        words = building.strategy(session.settings, quadrant, lang)
        lines.append((words.name, words.text))
    what, value = (say(f"workbook.session.{key}", lang) for key in ("what", "value"))
    book.table(sheet, (Field(what, 28), Field(value, 90, "long")), lines)


def _touchpoints(book: Book, session: Session, name: str, lang: Language) -> None:
    rows = session.touchpoints.rows
    columns = {
        key: rows[key].tolist() if key in rows else [None] * len(rows) for key in layout.ROW_COLUMNS[:-1]
    }
    columns[layout.ROW_COLUMNS[-1]] = list(range(1, len(rows) + 1))
    fields = [_field(key, say(f"role.{key}", lang)) for key in layout.ROW_COLUMNS[:-1]]
    sheet = book.sheet(name)
    book.table(sheet, [*fields, Field("", 4, "whole")], list(zip(*columns.values(), strict=True)))
    sheet.set_column(len(fields), len(fields), 4, None, {"hidden": True})


def _decisions(book: Book, session: Session, matrix: Matrix, name: str, lang: Language) -> None:
    heads = {"name": "touchpoint", "measure": "kpi", "kpi": "kpi_name", "latest": "now", "moment": "decided"}
    fields = [
        _field(key, say(f"missions.column.{heads.get(key, key)}", lang))
        for key in layout.DECISION_COLUMNS[:-1]
    ]
    sheet = book.sheet(name)
    rows = [_decision(one, matrix, lang) for one in session.log]
    book.table(
        sheet, [*fields, Field("", 4)], rows, quadrants=[one.strategy for one in session.log], coloured=1
    )
    sheet.set_column(len(fields), len(fields), 4, None, {"hidden": True})


def _decision(one: Decision, matrix: Matrix, lang: Language) -> list[Value]:
    shown: Mapping[str, Any] = {
        "strategy": building.strategy(matrix.settings, one.strategy, lang).name,
        "advice": building.strategy(matrix.settings, one.advice, lang).name if one.advice else "",
        "due": one.due.isoformat() if one.due else "",
        "measure": "" if one.measure == "own" else named_kpi(one, lang),
        "moment": _moment(one.moment),
    }
    return [shown[key] if key in shown else getattr(one, key) for key in layout.DECISION_COLUMNS]


def _assessments(book: Book, session: Session, name: str, lang: Language) -> None:
    """What people said of touchpoints; no sheet where nobody said anything."""
    if not session.assessments:
        return
    fields = [_field(key, say(f"workbook.assessed.{key}", lang)) for key in layout.ASSESSED_COLUMNS[:-1]]
    lines = [_assessment(one, place, lang) for place, one in enumerate(session.assessments, start=1)]
    sheet = book.sheet(name)
    book.table(sheet, [*fields, Field("", 4, "whole")], lines)
    sheet.set_column(len(fields), len(fields), 4, None, {"hidden": True})


def _assessment(one: Assessment, place: int, lang: Language) -> list[Value]:
    shown: Mapping[str, Any] = {
        "asked": assessed_words.name(one.asked, lang),
        "shown": assessed_words.value(one.asked, one.value, lang),
        "way": assessed_words.way(one.way, lang),
        "moment": _moment(one.moment),
        "place": place,
    }
    return [shown[key] if key in shown else getattr(one, key) for key in layout.ASSESSED_COLUMNS]


def _wishes(book: Book, session: Session, name: str, lang: Language) -> None:
    """The moments that are wished for, with room for more below them; no sheet where there are none."""
    wished = session.lens_settings.wished
    if not wished:
        return
    fields = [_field(key, say(f"wishes.{key}", lang)) for key in wished_sheet.COLUMNS[:-1]]
    lines: list[list[Value]] = [
        [one.name, one.satisfaction, one.impact, place] for place, one in enumerate(wished, start=1)
    ]
    sheet = book.sheet(name)
    book.table(sheet, [*fields, Field("", 4, "whole")], lines)
    sheet.set_column(len(fields), len(fields), 4, None, {"hidden": True})


def _votes(book: Book, document: Mapping[str, Any], matrix: Matrix, lang: Language) -> None:
    """Each vote on a line, a guess as the number that was guessed; no sheet without votes."""
    lines = [
        [number, _kind(one, lang), ballot["name"], _name(matrix, id_), _vote(one, vote)]
        for number, one in enumerate(document.get("rounds", []), start=1)
        for ballot in one["ballots"]
        for id_, vote in json.loads(ballot["choices"]).items()
    ]
    lines += [
        [number, _kind(one, lang), say("workbook.vote.together", lang, n=found["ballots"]), name, votes]
        for number, one in enumerate(document.get("rounds", []), start=1)
        for found in [json.loads(one["question"]).get("together")]
        if found
        for name, votes in [(_name(matrix, id_), votes) for id_, votes, *_ in found["each"]]
    ]
    if lines:
        fields = [Field(say(f"workbook.vote.{key}", lang), *look) for key, look in _VOTE_FIELDS]
        book.table(book.sheet(say("workbook.sheet.votes", lang)), fields, lines)


def _receipts(book: Book, document: Mapping[str, Any], lang: Language) -> None:
    """The receipts of each revealed round, apart from its ballots; no sheet without any."""
    lines: list[list[Value]] = [
        [number, _kind(one, lang), f"{receipt[:4]}-{receipt[4:]}"]
        for number, one in enumerate(document.get("rounds", []), start=1)
        for receipt in json.loads(one["question"]).get("receipts", [])
    ]
    if lines:
        heads = (*_VOTE_FIELDS[:2], ("receipt", (16, "text")))
        fields = [Field(say(f"workbook.vote.{key}", lang), *look) for key, look in heads]
        book.table(book.sheet(say("workbook.sheet.receipts", lang)), fields, lines)


def _guess(asked: Mapping[str, Any]) -> Guess | None:
    found = json.loads(asked["question"]).get("guess")
    return Guess(**found) if found else None


def _vote(asked: Mapping[str, Any], vote: int) -> float:
    guess = _guess(asked)
    return guess.value(vote) if guess else vote


def _kind(asked: Mapping[str, Any], lang: Language) -> str:
    guess, kind = _guess(asked), str(asked["kind"])
    if guess:
        return assessed_words.name(guess.asked, lang)
    return say(f"workbook.round.{kind}", lang) if kind in _ROUNDS else kind


def _name(matrix: Matrix, touchpoint: str) -> str:
    bubble = matrix.bubble(touchpoint)
    return bubble.name if bubble else touchpoint


def _history(book: Book, history: Sequence[tuple[Change, str]], lang: Language) -> None:
    heads = (("moment", 20), ("who", 20), ("what", 90))
    fields = [Field(say(f"history.head.{key}", lang), width, "long") for key, width in heads]
    lines = [[_moment(change.moment), change.who, words] for change, words in history]
    book.table(book.sheet(say("workbook.sheet.history", lang)), fields, lines)


def _field(key: str, title: str) -> Field:
    kind: Kind = "long" if key in _LONG else "text"
    if key in (*_NUMBERS, *_WHOLE):
        kind = "number" if key in _NUMBERS else "whole"
    return Field(title, _WIDTHS.get(key, 18), kind)


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
