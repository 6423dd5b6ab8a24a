"""The keys of the session state, each spelt once.

A key is *ours* (set and read by :mod:`pages.parts`) or that of a *widget* (set by Streamlit). A value of
the workspace is laid into its widget's key before the widget is drawn, see :func:`state.control`.
"""

from __future__ import annotations

from typing import Final

from cx.text import Language

# Ours.
WORKSPACE: Final = "workspace"
PAST: Final = "past"
FUTURE: Final = "future"
FAILURES: Final = "failures"
FAILURES_PAGE: Final = "page of the failures"
LOCKED: Final = "locked"
CHOSEN: Final = "chosen"
PRESENT: Final = "present"
WINDOW: Final = "window"
STAGE: Final = "stage"
UPLOAD_ROUND: Final = "upload round"
SENT: Final = "sent by the raw table"
TARGET: Final = "cell to show"
RESULTS: Final = "driver results"
OWN_SCALE: Final = "own scale"
NAMES_TOLD: Final = "what is said about names that were typed"
CONTENTS: Final = "contents"
MAPPINGS: Final = "mappings"
MAPPING_ROUND: Final = "mapping round"
TAKEN: Final = "choices taken from before"
MARKED: Final = "marked workbook"
QUADRANTS: Final = "quadrants shown"
COMPARE_KIND: Final = "kind of comparison"
COMPARED: Final = "sides that are compared"
COMPARED_SESSION: Final = "session that is compared with"
COMPARISON: Final = "comparison looked at last"
COMPARE_MATCHES: Final = "names that a comparison takes as one"
ALERT_RULES: Final = "alert rules without a session"
NEWS: Final = "new period that the rules were checked on"
WEBHOOK: Final = "webhook without a session"
WEBHOOK_ROUND: Final = "webhook typed in round"
WEBHOOK_FAULT: Final = "what is wrong with the webhook typed last"
CONFIRMED: Final = "webhook confirmed without a session"
COPYING: Final = "image for the clipboard wanted"
ZOOM: Final = "part of the plot in view"
SPOT: Final = "touchpoint in the spotlight"
REVEALED: Final = "quadrants revealed"
DRAWN: Final = "fingerprint of what was drawn last"
LAID: Final = "values laid into widgets last"
ANSWERS: Final = "answers about paths"
PATHS: Final = "what is asked of paths"
PICKED: Final = "touchpoint or step picked on the map"
TO_DO: Final = "changes of the session that are not done yet"
SESSION: Final = "session as it was last saved"
KEPT_PATHS: Final = "paths for the session that is open"
SESSION_DATA: Final = "fingerprint of the data that it was saved with"
PENDING: Final = "session as it is on the screen and not in the store yet"
FAULT: Final = "since when and why the store does not take the session"
ASKED_AGAIN: Final = "when the page was drawn that tries again by the clock"
OWNER: Final = "sign of this page among the changes that wait"
TROUBLE: Final = "why what a widget called could not be done"
DAMAGED: Final = "sessions that could not be opened"
RESTORED: Final = "backup that was restored last"
MEETING: Final = "changes that met those of somebody else"
THEIR_CHANGES: Final = "what somebody else changed"
SESSION_NOTICE: Final = "what is said about sessions once"
JUST_DELETED: Final = "session deleted last"
RENAMING: Final = "session that gets another name"
SESSION_ROUND: Final = "session upload round"
DECIDING: Final = "touchpoint that is decided about"
TEMPLATE: Final = "template of the deck"
TEMPLATE_ROUND: Final = "template round"
SHOWN_ROUND: Final = "round that is shown"
POINTS_FOLLOW: Final = "number of touchpoints that the points follow"
VOTE_ACKNOWLEDGED: Final = "number of the vote that was acknowledged"
VOTE_REFUSED: Final = "why the vote was refused"
ADMITTED: Final = "round that the code opened"
BALLOT_SEEN: Final = "token, round and ballot as they were last seen"

# Widgets.
LANGUAGE: Final = "language"
DECK_LANGUAGE: Final = "deck_language"
PROBE: Final = "probe"
CHART: Final = "chart"
PATHS_CHART: Final = "paths_chart"
SHOWN_FILE: Final = "shown_file"
WHAT_IF: Final = "what_if"
FACTOR: Final = "factor"
NUMBERS_TYPED: Final = "numbers that were typed and are not understood yet"
NUMBERS_MEANT: Final = "which number was meant in a cell that can be two"
CELLS_TYPED: Final = "what was typed into tables of numbers"
UNDERSTOOD: Final = "understood"
BUDGET: Final = "budget"
ONLY_SHOWN: Final = "only_shown"
WHO: Final = "who"
TOPICS: Final = "deck_topics"
CODE_TYPED: Final = "code_typed"


def control(name: str, lang: Language) -> str:
    """Return the key of the widget that shows and sets one value of the workspace.

    Each language has a widget of its own: the browser keeps a choice by its words, and sends back words that
    the other language does not know.
    """
    return f"control_{lang}_{name}"
