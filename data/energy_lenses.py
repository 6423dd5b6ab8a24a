"""The sample for the lenses: what customers expect, what management believes, how mature the service is.

One row per touchpoint and channel. Invented like the rest; drawn from a seeded stream of its own, so that the
other samples stay as they are. The plan of the touchpoints is in `energy_supplier.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from energy_supplier import ENGLISH, MAIL, PHONE, TOUCHPOINTS, Touchpoint, Words

RELIABILITY, ASSURANCE, TANGIBLES, EMPATHY, RESPONSIVENESS = range(5)
YES, NO, UNKNOWN = True, False, None  # whether there is a standard
VOTERS = 12  # who guessed in the room
LAST_DAY = date(2026, 9, 30)
OPTIMISM, DISAGREEMENT = 0.45, 0.9  # how much too high guesses are on average, and their sd


@dataclass(frozen=True)
class Lens:
    """What is planned for one touchpoint beside `Touchpoint`.

    `gap` is experience minus expectation, `guess` what management believes minus what customers say, beyond
    its optimism. `standard` says whether there is one, `met` how often it is met (0: not measured);
    `measured` are the figures that are kept beside satisfaction: g(oal), e(ffort), r(ecommendation),
    o(perations). `stale`: the last answer is older than a year.
    """

    level: int
    dimension: int
    gap: float
    guess: float
    standard: bool | None
    met: float
    measured: str
    stale: bool = False


# in the order of TOUCHPOINTS
# fmt: off
PLANS = (
    Lens(3, RELIABILITY, 0.05, 0.0, YES, 0.91, "ger"),
    Lens(3, TANGIBLES, 0.40, 0.3, UNKNOWN, 0.0, ""),
    Lens(2, TANGIBLES, -0.35, 0.6, NO, 0.0, "ge"),
    Lens(4, TANGIBLES, 0.55, -0.2, YES, 0.99, "gero"),
    Lens(3, RELIABILITY, 0.10, 0.0, YES, 0.94, "go"),
    Lens(3, RESPONSIVENESS, 0.15, 0.2, YES, 0.88, "gro"),
    Lens(5, EMPATHY, 0.60, -0.5, NO, 0.0, "r"),
    Lens(4, TANGIBLES, 0.45, 0.9, UNKNOWN, 0.0, ""),
    Lens(1, RELIABILITY, -1.30, 1.1, YES, 0.71, "er"),
    Lens(4, RELIABILITY, 0.50, -0.3, YES, 0.99, "o"),
    Lens(3, RESPONSIVENESS, 0.05, 0.1, YES, 0.93, "ge"),
    Lens(2, ASSURANCE, -0.60, 0.7, YES, 0.78, "geo"),
    Lens(2, EMPATHY, -0.20, 0.4, YES, 0.86, "o", stale=True),
    Lens(3, EMPATHY, 0.10, -0.4, NO, 0.0, "e"),
    Lens(4, RESPONSIVENESS, 0.30, -0.2, YES, 0.95, "gro"),
    Lens(3, RESPONSIVENESS, 0.20, 0.0, YES, 0.84, "gero"),
    Lens(4, RELIABILITY, 0.45, 0.1, YES, 0.97, "ro"),
    Lens(1, RESPONSIVENESS, -0.90, 1.2, YES, 0.66, "eo"),
    Lens(2, RESPONSIVENESS, -0.70, 1.5, UNKNOWN, 0.0, "g", stale=True),
    Lens(2, EMPATHY, -1.15, 0.9, YES, 0.62, "ero"),
    Lens(2, RELIABILITY, -0.45, 0.5, NO, 0.0, "ge"),
    Lens(1, ASSURANCE, -1.05, 1.0, NO, 0.0, "", stale=True),
    Lens(3, ASSURANCE, 0.00, 0.3, UNKNOWN, 0.0, "r"),
    Lens(3, EMPATHY, 0.35, -0.6, YES, 0.92, "e"),
)
# fmt: on
UNASKED = (
    ("Cancelling by letter", "Opzeggen per brief", MAIL, 6.1, 21_300),
    ("Waiting for the grid operator", "Wachten op de netbeheerder", PHONE, 7.4, 58_900),
)
"""Touchpoints of which nobody asks anything: English, Dutch, channel, impact, volume."""

FILES = {"en": "energy-lenses-en.xlsx", "nl": "energie-lenzen-nl.xlsx"}
HEADERS = {
    "en": (
        "Touchpoint", "Channel", "Satisfaction (1-10)", "n", "Impact on NPS", "Volume", "Expectation (1-10)",
        "Sd of gap", "Dimension", "Standard", "Standard met", "Contacts measured", "Pyramid level", "Guess",
        "Guess sd", "Guess n", "Goal reached", "Effort", "Recommendation", "First time right", "Last answer",
    ),
    "nl": (
        "Contactmoment", "Kanaal", "Tevredenheid (1-10)", "n", "Impact op NPS", "Volume",
        "Verwachting (1-10)", "Sd van kloof", "Dimensie", "Standaard", "Standaard gehaald",
        "Contacten gemeten", "Niveau in de piramide", "Schatting", "Schatting sd", "Schatting n",
        "Doel bereikt", "Moeite", "Aanbeveling", "In een keer goed", "Laatste antwoord",
    ),
}  # fmt: skip
DIMENSIONS = {
    "en": ("Reliability", "Assurance", "Tangibles", "Empathy", "Responsiveness"),
    "nl": ("Betrouwbaarheid", "Zekerheid", "Tastbare zaken", "Inlevingsvermogen", "Responsiviteit"),
}
SHEETS = {"en": "Lenses", "nl": "Lenzen"}
LOOKS = (
    (30, ""), (20, ""), (12, "0.00"), (8, "#,##0"), (11, "0.0"), (12, "#,##0"), (13, "0.00"), (9, "0.00"),
    (18, ""), (11, ""), (12, "#,##0"), (12, "#,##0"), (10, "0"), (9, "0.0"), (9, "0.00"), (9, "0"),
    (10, "0%"), (9, "0.0"), (16, "0"), (12, "0%"), (13, "dd-mm-yyyy"),
)  # fmt: skip
"""Width and number format of each column; text has none."""
Cell = str | float | int | date | None


def language(words: Words) -> str:
    """The language of the words."""
    return "en" if words is ENGLISH else "nl"


def rows(rng: Any) -> list[tuple[int, int, tuple[Cell, ...]]]:
    """Touchpoint, channel and all further cells of each row; yes and no stand as True and False."""
    found = []
    for place, (touchpoint, plan) in enumerate(zip(TOUCHPOINTS, PLANS, strict=True)):
        guess = min(9.6, touchpoint.satisfaction + OPTIMISM + plan.guess)
        spread = round(float(rng.uniform(0.8, 1.2)) * DISAGREEMENT, 2)
        found += list(_of_channels(place, touchpoint, plan, (round(guess, 1), spread, VOTERS), rng))
    return found


def _of_channels(
    place: int, touchpoint: Touchpoint, plan: Lens, guess: tuple[Cell, ...], rng: Any
) -> Iterator[tuple[int, int, tuple[Cell, ...]]]:
    parts = (touchpoint.main, 1 - touchpoint.main)
    for at, channel in enumerate(touchpoint.channels):
        part = parts[at] if len(touchpoint.channels) > 1 else 1.0
        n, volume = round(touchpoint.n * part), round(touchpoint.volume * part, -1)
        got = round(touchpoint.satisfaction + at * touchpoint.second, 2)
        expected = round(got - plan.gap + float(rng.normal(0, 0.05)), 2)
        measured = min(round(volume * 0.02), 1_500) if plan.met else 0
        met = round(measured * plan.met) if measured else None
        day = LAST_DAY - timedelta(days=int(rng.randint(400, 700) if plan.stale else rng.randint(0, 90)))
        cells = (
            got,
            n,
            touchpoint.impact,
            int(volume),
            expected,
            round(touchpoint.sd * 0.8, 2),
            plan.dimension,
        )
        kept = (plan.standard, met, measured or None, plan.level, *(guess if at == 0 else (None,) * 3))
        yield place, channel, (*cells, *kept, *_figures(plan, at, rng), day)


def _figures(plan: Lens, at: int, rng: Any) -> tuple[Cell, ...]:
    """Goal reached, effort, recommendation and operations; a second channel is measured less."""
    drawn = (
        ("g", round(float(rng.uniform(0.62, 0.95)), 2)),
        ("e", round(float(rng.uniform(2.1, 5.4)), 1)),
        ("r", int(rng.randint(-20, 46))),
        ("o", round(float(rng.uniform(0.68, 0.96)), 2)),
    )
    return tuple(value if key in plan.measured and (at == 0 or key in "ge") else None for key, value in drawn)


def cells(words: Words, rng: Any) -> Iterator[tuple[Cell, ...]]:
    """The rows of the sheet in one language."""
    lang = language(words)
    no, yes = words.no_yes
    said = {True: yes, False: no, None: None}
    for place, channel, found in rows(rng):
        name = TOUCHPOINTS[place].en if lang == "en" else TOUCHPOINTS[place].nl
        dimension, standard = DIMENSIONS[lang][found[6]], said[found[7]]  # type: ignore[index]
        yield (name, words.channels[channel], *found[:6], dimension, standard, *found[8:])
    for en, nl, channel, impact, volume in UNASKED:
        name = en if lang == "en" else nl
        yield (name, words.channels[channel], None, None, impact, volume, *(None,) * 15)


def write(book: Any, words: Words, rng: np.random.RandomState) -> None:
    """Add the sheet to a workbook: header in row 1, a touchpoint in a channel a row."""
    lang = language(words)
    sheet = book.add_worksheet(SHEETS[lang])
    text = {"font_name": "Arial", "font_size": 10}
    head = {**text, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F2933", "valign": "top"}
    for column, (header, (width, number)) in enumerate(zip(HEADERS[lang], LOOKS, strict=True)):
        kind = {"num_format": number, "align": "right"} if number else {"align": "left", "indent": 1}
        sheet.set_column(column, column, width, book.add_format({**text, **kind}))
        sheet.write_string(0, column, header, book.add_format({**head, "text_wrap": True}))
    day = book.add_format({**text, "num_format": "dd-mm-yyyy", "align": "right"})
    for at, row in enumerate(cells(words, rng), start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(at, column, value, day)
            elif value is not None:
                sheet.write(at, column, value)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
