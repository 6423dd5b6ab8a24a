"""What is kept of a version: tables, sessions and choices that use whatever the program can remember.

Everything is invented here, or one of the samples in ``data/``. Moments, names and numbers are fixed.
"""

import csv
import datetime as dt
import io
from dataclasses import replace

import numpy as np

from cx import impact, intake, matrix
from cx.records import (
    Agenda,
    AlertRule,
    Choices,
    Filters,
    ImpactPart,
    Lock,
    PictureOptions,
    PriorityTerms,
    Scale,
    Settings,
)
from cx.records.lenses import Assessment, LensSettings
from cx.session import portable
from cx.session.sessions import assessing, deciding, retention
from cx.session.sessions import stored as sessions
from cx.session.voting import guessing, rounds, taking_part
from tests.source import ROOT

MORNING = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 10, 5)
IDS = {"rich-en": "1" * 32, "rich-nl": "2" * 32, "derived": "3" * 32, "composed": "4" * 32, "gone": "5" * 32}
TOKENS = ("anna-token", "ben-token", "els-token", "nobody-token", "zoe-token")
VOTERS = ("Anna", "Ben Österreich", "Els van 't Hof", "", "Zoë 名前")
NPS = "Impact on NPS (1-5)"
CONTACTS = (
    # touchpoint, journey, channel, satisfaction, impact, volume, owner, note
    ("Invoice", "Paying", "Letter", 6.1, 4.2, 145_000, "Anna", "late in March"),
    ("Payment plan", "Paying", "Phone", 5.4, 3.6, 9_000, "Anna", ""),
    ("Café & bar <b>menu</b>", "Using", "Visit", 8.6, 4.1, 4_100, "", "=1+1"),
    ("Mobile app", "Using", "App", 7.9, 3.6, 88_000, "Ben", ""),
    ("Call to support", "Help", "Phone", 6.8, 3.9, 31_000, "Zoë", "waiting time"),
    ("Claim", "Help", "Letter", 5.2, 4.6, 2_400, "Zoë", ""),
    ("Chat", "Help", "App", 7.2, 2.9, 26_000, "Ben", ""),
    ("Welcome letter", "Joining", "Letter", 7.4, 2.1, 9_600, "", ""),
    ("Newsletter", "Using", "App", 6.5, 1.6, 72_000, "", ""),
    ("Meter reading", "Using", "App", 7.7, 2.4, 51_000, "Ben", ""),
    ("Moving house", "Joining", "Phone", 5.9, 2.2, 3_300, "Anna", ""),
    ("Goodbye", "Joining", "Letter", 6.3, 1.2, 700, "", "名前"),
)
CHANGED = {"Invoice": 0.5, "Claim": -0.4, "Mobile app": -0.9, "Chat": 0.3}
"""Touchpoint to what its satisfaction was more in the quarter before."""


def delimited(lines, sign=","):
    """A table as the bytes of a text file."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=sign, lineterminator="\n").writerows(lines)
    return target.getvalue().encode()


def contacts():
    """A tidy table: two quarters and two segments of each touchpoint, with every number that there is."""
    head = ("Touchpoint", "Journey", "Channel", "Segment", "Period", "Satisfaction (1-10)", NPS, "Volume")
    lines = [(*head, "n", "SD", "Cost", "Expectation", "Stated importance", "Owner", "Note")]
    for period, segment in ((p, s) for p in ("Q2 2026", "Q3 2026") for s in ("Consumers", "Business")):
        for at, (name, journey, channel, mean, weight, volume, owner, note) in enumerate(CONTACTS):
            before = CHANGED.get(name, 0.0) if period == "Q2 2026" else 0.0
            less = 0.4 if segment == "Business" else 0.0
            rated = f"{mean + before - less:.2f}", weight, round(volume / (1 + 4 * less)), 180 + 7 * at
            spread = f"{1.2 + at / 20:.2f}", f"{0.15 + at / 4:.2f}", f"{mean + 0.6:.1f}", 5 - at % 4
            lines.append((name, journey, channel, segment, period, *rated, *spread, owner, note))
    return delimited(lines)


def survey():
    """Ratings of six touchpoints by 320 people, many not met, and what they say about staying."""
    random = np.random.default_rng(20261005)
    names = ("Invoice", "Claim", "App", "Call", "Visit", "Letter")
    weights = np.array((0.9, 0.7, 0.4, 0.25, 0.1, 0.02))
    lines = [("Respondent", "Segment", *(f"{name} (1-10)" for name in names), "Likely to stay (0-10)")]
    for person in range(320):
        mood = random.normal(0, 1.0)
        given = np.clip(np.round(random.normal(6.4 + np.arange(6) * 0.3, 1.7) + mood), 1, 10)
        met = random.random(6) < (0.9, 0.5, 0.8, 0.7, 0.6, 0.9)
        stays = 5 + ((given - 6.5) * weights * met).sum() + random.normal(0, 0.8)
        cells = (int(one) if here else "" for one, here in zip(given, met, strict=True))
        segment = "Business" if person % 4 == 0 else "Consumers"
        lines.append((f"R{person:03}", segment, *cells, int(np.clip(np.round(stays), 0, 10))))
    return delimited(lines)


# --- files, and the choices that a person made for them ---


def untidy():
    """A table that needs choices: a title, headers that say little, marks instead of numbers, two impacts."""
    head = ("What", "A", "B", "C", "D", "Who")
    rows = [
        ("Invoice", "2", "8.5", "-3", 1200, "Anna"),
        ("App", "6", "2.5", "-9", 900, "Ben"),
        ("Call", "1", "7.0", "-2", 300, "Anna"),
        ("Letter", "99", "4.0", "-5", 250, ""),
        ("Visit", "5", "5.5", "-7", 80, "Zoë"),
        ("Goodbye", "4", "x", "-4", 60, ""),
    ]
    return delimited([("Report of October", "", "", "", "", ""), head, *rows])


UNTIDY = Choices(
    shape="touchpoints",
    header_rows=(2,),
    roles={
        "What": "touchpoint",
        "A": "satisfaction",
        "B": "impact",
        "C": "impact",
        "D": "volume",
        "Who": "owner",
    },
    scales={"A": Scale(1.0, 7.0, "lower")},
    missing_codes=("99",),
    impact_scale=Scale(0.0, 10.0),
    impact_parts=(ImpactPart("B", 3.0), ImpactPart("C", 1.0, "lower")),
    decimal_mark=".",
    matches={"Bill": "Invoice", "Nobody": ""},
)


def answers():
    """Een vragenlijst in het Nederlands: antwoorden in woorden, en een code voor wie er niet kwam."""
    words = ("slecht", "matig", "goed", "heel goed")
    head = ("Nr", "Rekening", "Winkel", "Belletje", "Zou aanbevelen")
    rows = [
        (at + 1, words[at * 3 % 4], words[at * 5 % 4], 9 if at % 5 == 0 else 1 + at * 7 % 5, at * 4 % 11)
        for at in range(40)
    ]
    return delimited([head, *rows], ";")


ANSWERS = Choices(
    shape="responses",
    roles={
        "Nr": "respondent",
        "Rekening": "rating",
        "Winkel": "rating",
        "Belletje": "rating",
        "Zou aanbevelen": "outcome",
    },
    scales={name: Scale(1.0, 4.0) for name in ("Rekening", "Winkel")} | {"Belletje": Scale(1.0, 5.0)},
    codes={"Belletje": {"9": "not_met"}},
    text_scales={
        name: {"slecht": 1.0, "matig": 2.0, "goed": 3.0, "heel goed": 4.0} for name in ("Rekening", "Winkel")
    },
    score="top2",
    blanks="no_answer",
)


# --- sessions ---


def table_of(content, name, choices=None):
    """The touchpoints of a file, as a page reads it."""
    return intake.together([intake.read(content, name)], choices or Choices())


def drivers():
    """Impact derived from the survey, with draws."""
    responses = intake.responses(intake.read(survey(), "survey.csv"))
    return impact.drivers(responses, "Likely to stay (0-10)", draws=100, seed=3)


def dutch():
    """The Dutch sample."""
    name = "energie-contactmomenten-nl.xlsx"
    return table_of((ROOT / "data" / name).read_bytes(), name)


RICH = Settings(
    crosshair_rule="fixed",
    fixed=(6.75, 3.1),
    freeze=False,
    filters=Filters(journeys=("Help", "Paying", "Using"), segments=("Consumers",), period="Q3 2026"),
    size="log",
    labels=False,
    colour_by="journey",
    target=7.5,
    priority_terms=PriorityTerms(impact=True, gap=False, volume=True),
    min_n=25,
    goal="Renewal of contracts",
    look=PictureOptions(
        tint=False,
        priority_lines=True,
        regions=True,
        borderline=False,
        arrows=True,
        colours={"fix_first": "#C8102E", "simplify": "#6D2077"},
        title="Help first <b>",
        footnote="Board paper 7",
        format="custom",
        custom_size=(1000.0, 500.0),
        type_size=1.15,
    ),
    strategies={
        ("en", "fix_first"): ("Repair now", "Whatever it takes; = before all else."),
        ("en", "simplify"): ("Stop", "Do without."),
        ("nl", "fix_first"): ("Nu herstellen", "Koste wat het kost."),
    },
    seed=7,
)
RICH_NL = Settings(
    crosshair_rule="weighted",
    unit="channel",
    filters=Filters(channels=("Telefoon",)),
    size="off",
    colour_by="segment",
    look=PictureOptions(ghost="Zakelijk", format="a4", colours={"expand_reach": "#003B5C"}),
    strategies={("nl", "expand_reach"): ("Meer van dit", "Laat iedereen het meemaken.")},
)


def begin(store, key, name, table, settings=None):
    """A session that Anna begins; it is kept under an id of its own."""
    made = replace(sessions.new(name, table, settings, now=MORNING), id=IDS[key])
    return sessions.add(store, made, who="Anna")


def fill(store):
    """Put into a store what a version keeps of sessions."""
    _rich(store)
    _rich_dutch(store)
    _derived(store)
    _composed(store)
    gone = begin(store, "gone", "Deleted by mistake", table_of(untidy(), "untidy.csv", UNTIDY))
    retention.set_deleted(store, gone.id, MORNING + dt.timedelta(days=1), who="Ben")
    retention.set_keep_days(store, 730)


def _rich(store):
    session = begin(store, "rich-en", "Board meeting Q3", table_of(contacts(), "contacts.csv"))
    drawn = matrix.build(session.touchpoints, Settings())
    ids = {bubble.name: bubble for bubble in drawn.bubbles}
    highlighted = (ids["Claim"].id, ids["Invoice"].id)
    settings = replace(RICH, look=replace(RICH.look, highlight=highlighted))
    session = _saved(store, replace(session, settings=settings), "Anna", 1)
    session = _saved(store, replace(session, notes="First line\n=second line, “quoted”"), "Ben", 2)
    session = deciding.decided(session, ids["Claim"], "fix_first", who="Zoë", now=_at(3))
    mission = {"mission": "Answer within two days", "owner": "Zoë", "due": dt.date(2027, 1, 31)}
    session = deciding.amended(session, ids["Claim"].id, who="Zoë", now=_at(4), target=6.5, **mission)
    session = deciding.decided(session, ids["Newsletter"], "minimise_cost", who="Anna", now=_at(5))
    reason = {"reason": "costs nothing <b>already</b>", "notes": "=2+2\nsecond"}
    session = deciding.amended(session, ids["Newsletter"].id, who="Anna", now=_at(6), **reason)
    session = deciding.decided(session, ids["Invoice"], "fix_first", who="Ben", now=_at(7))
    session = deciding.measured(session, ids["Invoice"], "own", who="Ben", now=_at(8))
    own = {"kpi": "Calls per invoice", "current": 0.1 + 0.2, "target": 0.1, "latest": 0.25, "owner": "Ben"}
    session = _saved(
        store, deciding.amended(session, ids["Invoice"].id, who="Ben", now=_at(9), **own), "Ben", 9
    )
    rules = (AlertRule("falls", 0.3), AlertRule("below", 5.5, touchpoints=highlighted))
    agenda = (
        Agenda({"read": 5, "vote": 15, "discuss": 40, "decide": 0}).begun("vote", _at(10)).paused(_at(14))
    )
    alerts = {"alerts": rules, "webhook": "https://hooks.example.com/cx", "told": ("Q2 2026",)}
    targets = {ids["Claim"].id: 6.5, ids["Chat"].id: 8.0}
    session = _saved(store, replace(session, agenda=agenda, targets=targets, **alerts), "Anna", 14)
    lenses = LensSettings(180, "Always near; “no” fuss", "Segment")
    said = _assessed(ids["Claim"], ids["Chat"])
    session = _saved(store, replace(session, assessments=said, lens_settings=lenses), "Ben", 14)
    _votes(store, session, [(bubble.id, bubble.name) for bubble in drawn.bubbles])
    _saved(store, replace(session, locked=Lock(_at(50), "Anna")), "Anna", 50)


def _assessed(first, second):
    """By hand and by the room, in every unit that there is."""
    by_hand = (("level", 4.0), ("standard", 1.0), ("met", 0.1 + 0.2), ("moment", 2.0), ("brand_fit", 5.0))
    said = ()
    for at, (asked, value) in enumerate(by_hand):
        place, rests = (first.id, first.name), "=1+1 <audit>" if at else ""
        said = assessing.given(said, place, asked, value, who="Zoë", now=_at(at), evidence=rests)
    room = Assessment(second.id, second.name, "guess_satisfaction", 20 / 3, _at(14), "", "room", 1 / 3, 12)
    return assessing.put(said, (room,))


def _votes(store, session, asked):
    """One round of each kind: points revealed, urgency closed, impact and guesses revealed with gaps."""
    three, points = asked[:3], ((3, 2, 1), (0, 6, 0), (2, 2, 2), None, (5, 0, 1))
    _round(store, session, "points", asked, points, points=6, ends="revealed", minute=15)
    rated = ((1, 5, 3), (2, 5, 3), (5, 1, 3), (5, 1, None), None)
    _round(store, session, "urgency", three, rated, ends="closed", minute=25)
    _round(store, session, "impact", three, ((4, 4, 1), None, (5, 3, 1)), ends="revealed", minute=35)
    guess = guessing.offered("guess_satisfaction", Scale(1, 10))
    guesses = ((55, 61, 12), None, (58, 70, None), (60, 65, 14), (41, 90, 13))
    _round(store, session, "guess", three, guesses, ends="revealed", minute=44, guess=guess)


def _round(store, session, kind, asked, ballots, *, ends, minute, points=None, guess=None):
    given = {"points": points, "guess": guess}
    opened = rounds.open_round(store, session.id, kind, asked, moment=_at(minute), **given)
    for at, (given, name, token) in enumerate(zip(ballots, VOTERS, TOKENS, strict=False)):
        chosen = zip(asked, given or (), strict=False)
        choices = {id_: number for (id_, _), number in chosen if number is not None}
        taking_part.cast(store, opened, f"{kind}-{token}", name, choices, moment=_at(minute + 1 + at))
    rounds.close(store, opened.id, _at(minute + 8))
    if ends == "revealed":
        rounds.reveal(store, opened.id, _at(minute + 9))


def _rich_dutch(store):
    session = begin(store, "rich-nl", "Directieoverleg – “kwartaal 3”", dutch(), RICH_NL)
    drawn = matrix.build(session.touchpoints, Settings())
    first, second, *_ = drawn.by_priority
    session = deciding.decided(session, first, "fix_first", who="Joost", now=_at(3))
    session = deciding.measured(session, first, "volume", who="Joost", now=_at(4))
    mission = {"mission": "Minder bellen", "owner": "Joost", "due": dt.date(2026, 12, 31), "target": 1000.0}
    session = deciding.amended(session, first.id, who="Joost", now=_at(5), **mission)
    session = deciding.decided(session, second, "simplify", who="Mieke", now=_at(6))
    _saved(store, replace(session, notes="Één notitie; met puntkomma"), "Mieke", 7)


def _derived(store):
    session = begin(store, "derived", "Survey of October", impact.touchpoints(drivers()))
    drawn = matrix.build(session.touchpoints, session.settings)
    session = deciding.decided(session, drawn.by_priority[0], "fix_first", who="Anna", now=_at(3))
    _saved(store, session, "Anna", 3)


def _composed(store):
    table = table_of(untidy(), "untidy.csv", UNTIDY)
    session = begin(
        store, "composed", "Composed impact", table, Settings("midpoint", look=PictureOptions(anonymous=True))
    )
    _saved(store, replace(session, archived=True, name="Composed of two columns"), "Ben", 5)


def _at(minute):
    return MORNING + dt.timedelta(minutes=minute)


def _saved(store, session, who, minute):
    return sessions.save(store, session, who=who, now=_at(minute))


def files_of(store, key, lang):
    """A session's own file, and its workbook in a language, as the page of sessions makes them."""
    from cx.deliver.workbook.session import session_workbook
    from cx.session.sessions import change_words

    session, document = sessions.load(store, IDS[key]), portable.exported(store, IDS[key])
    history = [(one, change_words.told(one, lang)) for one in sessions.history(store, session.id)]
    drawn = matrix.build(session.touchpoints, replace(session.settings, unit="touchpoint", filters=Filters()))
    return document.encode(), session_workbook(session, drawn, history, document=document, lang=lang)


def mistakes():
    """A workbook in which cells are wrong in several ways."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = "Contacts"
    sheet.append(["Touchpoint", "Satisfaction (1-10)", "Impact (1-5)", "Volume", "Owner"])
    for line in (
        ["Invoice", 6.1, 4.2, 1200, "Anna"],
        ["App", 71, 3.6, 900, "Ben"],
        ["Call", "six", 3.9, 300, "Zoë"],
        ["Letter", 7.4, 2.1, -5, ""],
        ["Visit", 8.6, None, 80, "=1+1"],
        ["Invoice", 6.3, 4.2, 100, "Anna"],
        ["Chat", 7.2, 2.9, 260, ""],
        ["Total", 7.0, 3.5, 2835, ""],
    ):
        sheet.append(line)
    sheet["A1"].font = Font(bold=True)
    sheet["E6"].data_type = "s"
    book.properties.created = book.properties.modified = dt.datetime(2026, 10, 5, 9, 0)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
