"""A session worked on as the pages do, without a browser: drawn, told, compared, and taken away."""

import datetime as dt
from dataclasses import replace

from cx import deliver, matrix, picture, text
from cx.deliver.lists import icalendar, missions
from cx.deliver.workbook.session import session_workbook
from cx.errors import CxError
from cx.records import QUADRANTS, Filters, Settings
from cx.session import portable
from cx.session.sessions import change_words, stored
from cx.session.voting import taking_part

DAY = dt.date(2026, 11, 29)
MOMENT = dt.datetime(2026, 11, 29, 10, tzinfo=dt.UTC)


def on(store, session_id, lang="en", *, whole=True):
    """Do with a session what its pages do; what cannot be drawn is a message, never anything else.

    ``whole``: make the files that people take away as well.
    """
    session = stored.load(store, session_id)
    for one in stored.history(store, session_id):
        change_words.told(one, lang)
    votes = taking_part.revealed_of(store, session_id)
    _findings(session, lang)
    _compared(session)
    try:
        drawn = matrix.build(session.touchpoints, session.settings)
    except CxError as error:
        error.message(lang)
        return
    _screen(drawn, session, lang)
    if whole:
        _files(store, drawn, session, votes, lang)


def _findings(session, lang):
    for found in (
        *session.touchpoints.findings,
        *(f for s in session.touchpoints.sources for f in s.findings),
    ):
        found.message(lang)


def _compared(session):
    periods = session.touchpoints.periods
    if len(periods) < 2:
        return
    try:
        both = [
            matrix.build(session.touchpoints, replace(session.settings, filters=Filters(period=one)))
            for one in periods[-2:]
        ]
        found = matrix.comparison(*both, kind="period", names=(periods[-2], periods[-1]))
    except CxError:
        return
    for alert in matrix.raised(session.alerts, found):
        matrix.alert_in_words(alert, "nl")


def _screen(drawn, session, lang):
    seen = picture.compute(drawn, lang=lang, day=DAY, options=session.settings.look)
    picture.screen_figure(seen, width=900)
    text.for_html(matrix.headline(drawn, lang))
    for bubble in drawn.bubbles:
        matrix.advice(bubble, drawn, lang)
    for decision in session.log:
        decision.reached(decision.latest)
        text.number(decision.current, lang)
        text.number(decision.target, lang)
    session.agenda.left(MOMENT)
    if drawn.has_impact:
        matrix.pareto(drawn)


def _files(store, drawn, session, votes, lang):
    look = {"options": session.settings.look}
    made = {"lang": lang, "day": DAY}
    added = deliver.Additions(votes=votes, decisions=session.log)
    seen = deliver.deck_picture(drawn, **made, **look)
    deliver.deck(drawn, seen, **made, added=added, **look)
    deliver.workbook(drawn, session.touchpoints, seen, **made, added=added, **look)
    deliver.priorities_csv(drawn, lang, **look)
    missions.missions_csv(
        session.missions,
        lang,
        now=dict.fromkeys(one.touchpoint for one in session.missions),
        strategies=dict(zip(QUADRANTS, QUADRANTS, strict=True)),
    )
    icalendar.calendar(session.missions, session.id, lang, moment=MOMENT)
    paper = picture.compute(drawn, **made, **look)
    deliver.report(drawn, paper, **made, added=added, **look)
    document = portable.exported(store, session.id)
    history = [(one, change_words.told(one, lang)) for one in stored.history(store, session.id)]
    plain = matrix.build(session.touchpoints, replace(Settings(), min_n=session.settings.min_n))
    session_workbook(session, plain, history, document=document, lang=lang)
