"""Small files of each of which something is asked: one for each kind of question."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

from tests.made.intake_files import workbook_bytes

Made = tuple[str, bytes]
"""The name of a file, and its bytes."""
NAMES = ("Quote", "Delivery", "Invoice", "Helpdesk")
_SCORES = (7.1, 6.4, 5.9, 7.7)
_VOLUMES = (1200, 8000, 20_000, 3100)
_FIVE = ("very poor", "poor", "fair", "good", "very good")


def _written(rows: Iterable[Sequence[object]]) -> Made:
    lines = (";".join("" if one is None else str(one) for one in row) for row in rows)
    return "asked.csv", "\n".join(lines).encode()


def _answers(rows: int, columns: int, high: int = 5, seed: int = 3, low: int = 1) -> list[list[int]]:
    """Answers of respondents whose ratings share a mood."""
    chance = random.Random(seed)  # noqa: S311 - a survey, no secret
    found = []
    for _ in range(rows):
        mood = chance.gauss(0, 1)
        spread = (high - low) / 4
        middle = (high + low) / 2
        found.append(
            [
                min(high, max(low, round(middle + spread * (mood + chance.gauss(0, 0.8)))))
                for _ in range(columns)
            ]
        )
    return found


def two_columns() -> Made:
    rows = zip(NAMES, (3.1, 2.2, 4.4, 3.3), _SCORES, _VOLUMES, strict=True)
    return _written([("Touchpoint", "CSAT", "Satisfaction", "Volume"), *rows])


def overall() -> Made:
    answers = _answers(150, 4)
    chance = random.Random(4)  # noqa: S311 - a survey, no secret
    whole = [min(5, max(1, round(sum(row) / 4 + chance.gauss(0, 0.3)))) for row in answers]
    header = (*(f"How satisfied are you with: {name}" for name in NAMES), "The company as such")
    return _written([header, *((*row, one) for row, one in zip(answers, whole, strict=True))])


def doubted() -> Made:
    chance = random.Random(12)  # noqa: S311 - a survey, no secret
    rows = ([chance.randint(1, 5) for _ in range(3)] for _ in range(90))
    return _written([("Doors", "Seats", "Gears"), *rows])


def role() -> Made:
    names = (*NAMES, "App", "Visit", "Letter", "Store")
    scores, volumes = (*_SCORES, 6.8, 8.1, 5.2, 7.4), (*_VOLUMES, 150, 900, 4200, 610)
    shares = (0.4, 0.1, 0.9, 0.3, 0.8, 0.2, 0.6, 0.5)
    return _written([("c1", "c2", "c3", "c4"), *zip(names, scores, volumes, shares, strict=True)])


def scale() -> Made:
    rows = zip(NAMES, (7.1, 8.2, 6.5, 5.9), strict=True)
    return _written([("Touchpoint", "CSAT (1-5)"), *rows])


def effort() -> Made:
    header = ("id", *(f"{name}: how much effort did it take?" for name in NAMES))
    rows = ((f"r{at}", *row) for at, row in enumerate(_answers(90, 4, 7)))
    return _written([header, *rows])


def code() -> Made:
    answers = _answers(120, 4)
    for at in range(3):
        answers[at * 9][1] = 0
    return _written([NAMES, *answers])


def words() -> Made:
    made_up = ("izidi", "bida", "mezo", "gula", "supa")
    rows = ((f"r{at}", *(made_up[one - 1] for one in row)) for at, row in enumerate(_answers(120, 4)))
    return _written([("id", *NAMES), *rows])


def letters() -> Made:
    rows = ((f"r{at}", *(f"A{one}" for one in row)) for at, row in enumerate(_answers(120, 4)))
    return _written([("id", *NAMES), *rows])


def blanks() -> Made:
    chance, found = random.Random(6), []  # noqa: S311 - a survey, no secret
    for at, row in enumerate(_answers(120, 4)):
        drawn = [chance.random() for _ in row]
        found.append(
            [
                f"r{at}",
                *("n/a" if d < 0.1 else None if d < 0.3 else one for one, d in zip(row, drawn, strict=True)),
            ]
        )
    return _written([("id", *NAMES), *found])


def tests() -> Made:
    rows = [(f"Guest {at} of us", f"It was fine on day {at}", *row) for at, row in enumerate(_answers(90, 4))]
    for at, word in enumerate(("test", "Test 2", "asdf")):
        rows[at] = (word, "test test", *rows[at][2:])
    return _written([("Name", "Remark", *NAMES), *rows])


def changed() -> Made:
    rows = (*_answers(90, 4, 5), *_answers(90, 4, 10, seed=8))
    return _written([("id", *NAMES), *((at, *row) for at, row in enumerate(rows, 1))])


def decimal() -> Made:
    volumes = ("1.234", "8.120", "20.400", "3.150")
    return _written(
        [("Touchpoint", "Satisfaction", "Volume"), *zip(NAMES, (7, 6, 5, 8), volumes, strict=True)]
    )


def shares() -> Made:
    rows = zip((*NAMES, "App", "Visit"), ("71", "64", "0.58", "77", "83", "69"), strict=True)
    return _written([("Touchpoint", "% satisfied"), *rows])


def clusters() -> Made:
    chance, rows = random.Random(9), []  # noqa: S311 - a survey, no secret
    for store in range(20):
        there = chance.gauss(0, 1)
        for _ in range(15):
            mood = chance.gauss(0, 1)
            rows.append(
                (
                    f"Store {store + 1}",
                    *(min(10, max(1, round(6.5 + there + mood + chance.gauss(0, 1)))) for _ in NAMES),
                )
            )
    return _written([("Store", *NAMES), *rows])


def tickets() -> Made:
    rows = (
        (f"C{at:04d}", f"2026-03-{1 + at % 28:02d} 10:00", ("Price", "Fault", "Move")[at % 3], *row)
        for at, row in enumerate(_answers(150, 2))
    )
    return _written([("Case", "Opened", "Topic", "Speed", "Courtesy"), *rows])


def unrated() -> Made:
    answers = ("Good",) * 8 + ("Bad",) * 3 + ("Offered",) * 5
    rows = ((f"C{at:04d}", ("Price", "Fault", "Move")[at % 3], answers[at // 3 % 16]) for at in range(240))
    return _written([("Ticket", "Topic", "Satisfaction rating"), *rows])


def sheets() -> Made:
    rows = [["Touchpoint", "Satisfaction"], *map(list, zip(NAMES, _SCORES, strict=True))]
    return "asked.xlsx", workbook_bytes(rows, name="2025", **{"2026": rows})


def outcome() -> Made:
    chance, rows = random.Random(11), []  # noqa: S311 - a survey, no secret
    for row in _answers(200, 3, 10):
        level = sum(row) / 3
        likely = min(10, max(0, round(level + chance.gauss(0, 1))))
        rows.append((*row, likely, "yes" if level + chance.gauss(0, 1.5) < 4 else "no"))
    return _written([(*NAMES[:3], "NPS", "Churn"), *rows])


KINDS: dict[str, Callable[[], Made]] = {
    "two_columns": two_columns,
    "overall": overall,
    "doubted": doubted,
    "role": role,
    "scale": scale,
    "effort": effort,
    "code": code,
    "words": words,
    "letters": letters,
    "blanks": blanks,
    "tests": tests,
    "changed": changed,
    "decimal": decimal,
    "shares": shares,
    "clusters": clusters,
    "tickets": tickets,
    "unrated": unrated,
    "sheets": sheets,
    "outcome": outcome,
}
"""What is asked to the file of which it is."""
