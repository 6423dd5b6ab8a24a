"""The keys of the session state, each spelt once.

A key is *ours* (set and read by :mod:`pages.shell`) or that of a *widget* (set by Streamlit). A value of
the workspace is laid into its widget's key before the widget is drawn, see :func:`pages.shell.state.control`.
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
TABLE_ROUND: Final = "table round"
TABLE_BASE: Final = "table base"
RESULTS: Final = "driver results"
OWN_SCALE: Final = "own scale"
CONTENTS: Final = "contents"
MAPPINGS: Final = "mappings"
MAPPING_ROUND: Final = "mapping round"
TAKEN: Final = "choices taken from before"
MARKED: Final = "marked workbook"
QUADRANTS: Final = "quadrants shown"
DRAWN: Final = "fingerprint of what was drawn last"
SESSION: Final = "session as it was last saved"
SESSION_DATA: Final = "fingerprint of the data that it was saved with"
MEETING: Final = "changes that met those of somebody else"
THEIR_CHANGES: Final = "what somebody else changed"
SESSION_NOTICE: Final = "what is said about sessions once"
JUST_DELETED: Final = "session deleted last"
RENAMING: Final = "session that gets another name"
SESSION_ROUND: Final = "session upload round"
DECIDING: Final = "touchpoint that is decided about"
SHOWN_ROUND: Final = "round that is shown"
POINTS_FOLLOW: Final = "number of touchpoints that the points follow"
VOTE_ACKNOWLEDGED: Final = "number of the vote that was acknowledged"
VOTE_REFUSED: Final = "why the vote was refused"
ADMITTED: Final = "round that the code opened"

# Widgets.
LANGUAGE: Final = "language"
DECK_LANGUAGE: Final = "deck_language"
PROBE: Final = "probe"
CHART: Final = "chart"
SHOWN_FILE: Final = "shown_file"
WHAT_IF: Final = "what_if"
FACTOR: Final = "factor"
WHO: Final = "who"


def control(name: str, lang: Language) -> str:
    """Return the key of the widget that shows and sets one value of the workspace.

    Each language has a widget of its own: the browser keeps a choice by its words, and sends back words that
    the other language does not know.
    """
    return f"control_{lang}_{name}"
