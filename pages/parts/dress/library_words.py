"""Streamlit's own words, in the language of the page.

Streamlit says some things by itself, in English only: what stands in its box for files, in its lists, in the
tools of its tables, and what it tells a screen reader. ``put_on.js`` watches the page and says them in the
page's language, also where Streamlit draws them anew. Words of ours, and those of the data, stand in
other places of the page and are left alone.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from streamlit.elements.exception import _GENERIC_UNCAUGHT_EXCEPTION_TEXT as BROKEN

from cx import text
from cx.text import LANGUAGES, Language

_UPLOAD: Final = "[data-testid='stFileUploader']"
_LIST: Final = "[data-testid='stMultiSelectDropdown'], [data-testid='stSelectboxVirtualDropdown']"
_BOX: Final = "[data-testid='stMultiSelect'], [data-testid='stSelectbox']"
_MENU: Final = (
    "[data-testid='stMainMenuPopover'], [data-testid='stMainMenu'], [data-testid='stMainMenuButton']"
)
_TABLE: Final = (
    "[data-testid='stDataFrame'], [data-testid='stDataFrameColumnMenu'], [data-testid='stTooltipContent'],"
    "[data-testid='stDataFrameColumnVisibilityMenu'], [data-testid='stDataFrameColumnFormattingMenu'],"
    "[data-testid='stElementToolbar'], [data-testid='stDataFrameResizable']"
)
_TYPED: Final = "[data-testid='InputInstructions']"
_DATE: Final = (
    "[data-testid='stDateInput'], [role='dialog'], [role='grid'], [data-testid='stDateInputPopover']"
)
_STATUS: Final = "[data-testid='stStatusWidget'], [data-testid='stTooltipContent']"
_CHART: Final = (
    "[data-testid='stFullScreenFrame'], [data-testid='stElementToolbar'], [data-testid='stTooltipContent']"
)
_BROKEN: Final = "[data-testid='stException']"
_ANYWHERE: Final = "*"

PLACES: Final = {
    _UPLOAD: (
        *("upload", "upload_size", "drop", "not_allowed", "remove_file", "delete_file", "too_large", "retry"),
    ),
    _LIST: ("select_all", "select_matches", "no_results", "dismiss", "most_one", "most"),
    _BOX: ("choose_one", "choose_many", "open", "selected", "remove", "clear_all", "clear"),
    _MENU: (
        *("main_menu", "theme", "theme_system", "theme_light", "theme_dark", "print", "record"),
        *("stop_recording", "made_with", "copy_version", "rerun", "clear_cache", "settings", "about"),
    ),
    _TABLE: (
        *("columns", "csv", "search", "type_to_search", "previous_result", "next_result", "close_search"),
        *("one_result", "results", "of_results", "one_of_one", "sort_up", "sort_down", "pin", "unpin"),
        *("hide_column", "format", "statistics", "add_row", "delete_rows", "clear_selection", "column_menu"),
        *("autosize", "copy_name"),
    ),
    _TYPED: ("enter_apply", "enter_submit", "ctrl_apply", "ctrl_submit", "cmd_apply", "cmd_submit"),
    _DATE: ("choose_date", "previous_month", "next_month", "calendar", "clear_date", "date_help"),
    _STATUS: ("running", "stop", "stop_script"),
    _CHART: ("fullscreen", "close_fullscreen"),
    _ANYWHERE: ("skip", "sidebar", "sidebar_open", "sidebar_close", "help", "show_password", "hide_password",
                "increment", "decrement", "link_to_heading", "tabs_left", "tabs_right", "close"),
}  # fmt: skip
"""Where on a page Streamlit says something, and what: the last part of the key of its words."""


_TOOLS: Final = (_TABLE, _CHART)
_FORMS: Final = ("{}", "{}: {{what}}")
"""The words alone, and as the tool of a table or chart, which Streamlit calls by its name as well."""


def words(lang: Language) -> list[list[str]]:
    """Return each place, what Streamlit (or a page in another language) says there, and our words for it."""
    return [list(one) for one in _words(lang)]


@cache
def _words(lang: Language) -> tuple[tuple[str, str, str], ...]:
    """The same, put together once a language: every run of every page puts on all of them."""
    return tuple(
        (place, form.format(said), form.format(ours))
        for place, names in PLACES.items()
        for name in names
        for other in LANGUAGES
        for form in (_FORMS if place in _TOOLS else _FORMS[:1])
        if (said := template(name, other)) != (ours := template(name, lang))
    )


def of_a_broken_page(lang: Language) -> list[list[str]]:
    """Return the same for what stands in the place of a page that broke.

    Streamlit's words are for who made the page; ours are for who reads it, in English too.
    """
    ours = {other: text.say("failure.broken", other) for other in LANGUAGES}
    said = [BROKEN, *(words for other, words in ours.items() if other != lang)]
    return [[_BROKEN, words, ours[lang]] for words in said]


def template(name: str, lang: Language) -> str:
    """Return words as they stand in the catalogue, with the hole that Streamlit fills in."""
    holes: dict[str, Any] = {hole: f"{{{hole}}}" for hole in ("what", "found")}
    return text.say(f"streamlit.{name}", lang, **holes)
