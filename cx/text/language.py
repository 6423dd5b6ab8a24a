"""The languages of the program."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "nl"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_from(accepted: str | None) -> Language:
    """Return our language that a browser's (or a system's) language tag asks for; English otherwise.

    Examples
    --------
    >>> language_from("nl-BE"), language_from("de"), language_from(None)
    ('nl', 'en', 'en')
    """
    start = (accepted or "").strip().lower().replace("_", "-").split("-")[0]
    return "nl" if start == "nl" else "en"


def language_tag(lang: Language) -> str:
    """Return a language as files name it (BCP 47).

    Examples
    --------
    >>> language_tag("nl")
    'nl-NL'
    """
    return {"en": "en-GB", "nl": "nl-NL"}[lang]
