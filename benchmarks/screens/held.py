"""What is loaded while pages are measured: tables, answers, contacts and sessions, made here or shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cx.session.store import database
from cx.session.voting import rounds
from tests.kept import cases

DATA = Path(__file__).resolve().parents[2] / "data"
ODD = (
    "Complaint about a reminder that was already paid, as told by letter, phone and app",
    "Explanation of the annual statement of gas and electricity, with all its lines",
    "Verkeersongevallenrechtsbijstandverzekeringsaanvraagformulier",
    "Q7",
    "Beëindiging & opzegging <per direct> (§ 4)",
    "**Bold** _and_ [linked](x) $5$",
    "名前 の 変更",
    "App 📱 v2",
    "Ärger mit der Überweisung über 1234 €",
    "x",
)
ONE = "Touchpoint;Satisfaction (1-10);Impact (0-10);Volume\nInvoice;6,8;7;12000\n"
SESSIONS = {"session": ("rich-en", "rich-nl"), "round": ("derived", "derived")}
"""The key of the session that is opened, on an English and on a Dutch screen."""
ALL = (
    *("start", "data", "matrix", "drivers", "journeys", "lenses"),
    *("priorities", "compare", "room", "decisions", "sessions", "method"),
)
PAGES = {
    "nothing": ALL,
    "sample": ALL,
    "one": tuple(name for name in ALL if name not in ("journeys", "method", "drivers")),
    "crowd": tuple(name for name in ALL if name not in ("journeys", "method", "drivers")),
    "survey": ("start", "data", "drivers", "matrix", "lenses", "priorities", "compare", "room"),
    "log": ("start", "data", "journeys", "lenses", "matrix", "compare"),
    "session": ("start", "matrix", "lenses", "priorities", "compare", "room", "decisions", "sessions"),
    "round": ("room", "decisions", "sessions"),
}
"""Of each kind of data, the pages that look otherwise with it."""


def crowd() -> str:
    """Return a table of 150 touchpoints with long and odd names, in two periods."""
    random = np.random.RandomState(150)
    lines = ["Touchpoint;Satisfaction (1-10);Impact (0-10);Volume;n;Journey;Channel;Segment;Period"]
    for place in range(150):
        mean, weight, volume = random.normal(7, 1.1), random.uniform(0, 10), random.lognormal(9, 1.6)
        name = f"{ODD[place % len(ODD)]} ({place})"
        part = f"Long journey, number {place % 5};Channel of type {place % 4};Home"
        for period, moved in (("Q2 2026", random.normal(0, 0.4)), ("Q3 2026", 0.0)):
            score = f"{np.clip(mean + moved, 1, 10):.2f};{weight:.2f};{volume:.0f};{random.randint(12, 900)}"
            lines.append(f"{name};{score};{part};{period}")
    return "\n".join(lines)


def files(held: str, lang: str) -> list[dict[str, str | bytes]]:
    """Return the files that are handed over for a kind of data, as Playwright takes them."""
    shipped = {
        "sample": {"en": ["energy-touchpoints-en.xlsx"], "nl": ["energie-contactmomenten-nl.xlsx"]},
        "survey": {"en": ["energy-responses-en.csv"], "nl": ["energie-antwoorden-nl.csv"]},
        "log": {
            "en": ["energy-lenses-en.xlsx", "energy-contacts-en.parquet"],
            "nl": ["energie-lenzen-nl.xlsx", "energie-contacten-nl.parquet"],
        },
    }
    made = {"one": ONE, "crowd": crowd()}
    if held in made:
        return [{"name": f"{held}.csv", "mimeType": "text/csv", "buffer": made[held].encode()}]
    names = shipped.get(held, {}).get(lang, [])
    return [
        {"name": name, "mimeType": "application/octet-stream", "buffer": (DATA / name).read_bytes()}
        for name in names
    ]


def stored(folder: Path) -> None:
    """Put sessions with decisions, votes, lenses and an open round into the store of a server."""
    store = database.open_store(f"sqlite:///{(folder / 'sessions.sqlite').as_posix()}")
    cases.fill(store)
    asked = [(f"t{place}", name) for place, name in enumerate(ODD)]
    rounds.open_round(store, cases.IDS["derived"], "points", asked, moment=cases.MORNING, points=10)
    store.close()


def address(held: str, lang: str) -> str:
    """Return what stands behind the address of the server to open a session; empty where none is kept."""
    return f"?session={cases.IDS[SESSIONS[held][lang == 'nl']]}" if held in SESSIONS else ""
