"""What changed in a session, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import Final

from cx import text
from cx.lenses import assessed_words
from cx.records import CROSSHAIR_RULES, QUADRANTS, Change
from cx.records.lenses import ASSESSED
from cx.records.session import ROUND_KINDS
from cx.session.outwards import masked
from cx.session.sessions.differences import Difference
from cx.text import Language

_LONGEST: Final = 60
_MASKED: Final = "webhook"


def told(change: Change, lang: Language) -> str:
    """Return a line of history in words.

    Examples
    --------
    >>> import datetime as dt
    >>> told(Change(2, dt.datetime(2026, 10, 5), "Anna", "name", {"before": "Q3", "after": "Q4"}), "en")
    'Name: Q3 → Q4'
    """
    return _line(change.key, change.values, lang)


def without_secrets(change: Change) -> Change:
    """Return a line of history without the values that nobody may be shown: a file can hold any."""
    return replace(change, values={}) if change.key == _MASKED else change


def described(difference: Difference, lang: Language) -> str:
    """Return what somebody changed in words, with both values where they are short."""
    if not difference.is_short and not difference.counted:
        return label(difference, lang)
    values = difference.counted or {**difference.sides, "touchpoint": difference.about}
    return _line(difference.kind, values, lang)


def label(difference: Difference, lang: Language) -> str:
    """Return what a field is called, with the touchpoint that it is about."""
    return _about(_name(difference.kind, lang), difference.about)


def value_in_words(difference: Difference, value: object, lang: Language) -> str:
    """Return one of the two values of a difference, as a choice shows it."""
    if difference.kind == _MASKED and isinstance(value, str):
        return masked(value) or text.say("history.nothing", lang)
    if _is_record(value) or not (difference.is_short or isinstance(value, str)):
        return text.say("history.changed" if value is not None else "history.nothing", lang)
    return _in_words(difference.kind, value, lang)


def _line(key: str, values: Mapping[str, object], lang: Language) -> str:
    if key.startswith("assessed."):
        return _many(str(values.get("asked")), values.get("n"), lang)
    about = str(values.get("touchpoint") or "")
    name = _about(_name(key, lang), about)
    if "after" not in values or any(_is_record(values.get(side)) for side in ("before", "after")):
        quadrant, kind = values.get("quadrant"), values.get("round")
        if kind in ROUND_KINDS:
            return f"{name}: {text.say(f'round.kind.{kind}', lang)}"
        return f"{name}: {text.say(f'quadrant.{quadrant}', lang)}" if quadrant in QUADRANTS else name
    before, after = (_in_words(key, values.get(side), lang) for side in ("before", "after"))
    return text.say("history.from_to", lang, what=name, before=before, after=after)


def _many(asked: str, count: object, lang: Language) -> str:
    """How many touchpoints were assessed under one question."""
    if asked not in ASSESSED or not isinstance(count, int):
        return text.say("history.changed", lang)
    return text.say("history.assessed", lang, n=count, what=assessed_words.name(asked, lang))


def _about(name: str, touchpoint: str) -> str:
    return f"{touchpoint} · {name}" if touchpoint else name


def _name(key: str, lang: Language) -> str:
    """What was changed; of what another version of the program wrote only that it was."""
    kind, _, field = key.partition(".")
    if kind == "assessment" and field in ASSESSED:
        return assessed_words.name(field, lang)
    wanted = f"history.settings.{field}" if kind == "settings" else f"history.{key}"
    return text.say(wanted if text.has(wanted, lang) else "history.changed", lang)


def _is_record(value: object) -> bool:
    """Whether a value has fields of its own, here or as the store gives it back: it is no line of words."""
    return isinstance(value, Mapping) or is_dataclass(value)


def _in_words(key: str, value: object, lang: Language) -> str:
    if value is None or value in ("", ()):
        return text.say("history.nothing", lang)
    if isinstance(value, str):
        return _word(value, lang)
    if key == "settings.crosshair" and isinstance(value, tuple):
        return _crosshair(value, lang)
    if isinstance(value, tuple):
        return ", ".join(_in_words(key, one, lang) for one in value if one is not None and one is not False)
    if isinstance(value, bool):
        return text.say("history.yes" if value else "history.no", lang)
    return _single(key, value, lang)


def _name_of(value: object) -> str:
    """What a record is called, which stands for all of it."""
    found = value.get("name") if isinstance(value, Mapping) else getattr(value, "name", None)
    return str(found or "")


def _single(key: str, value: object, lang: Language) -> str:
    kind, _, asked = key.partition(".")
    if _is_record(value):
        return _name_of(value)
    if kind == "assessment" and asked in ASSESSED and isinstance(value, float):
        return assessed_words.value(asked, value, lang)
    return text.format.shown(value, lang)


def _crosshair(value: tuple[object, ...], lang: Language) -> str:
    """The rule, the lines where they were set by hand, and whether filters move them."""
    rule, lines, freeze = value
    moves = "" if freeze else text.say("history.moves", lang)
    numbers = lines if isinstance(lines, tuple) else ()
    parts = (_word(str(rule), lang), *(text.format.shown(one, lang) for one in numbers), moves)
    return " · ".join(part for part in parts if part)


def _word(value: str, lang: Language) -> str:
    if value in QUADRANTS:
        return text.say(f"quadrant.{value}", lang)
    if value in CROSSHAIR_RULES:
        return text.say(f"view.rule.{value}", lang)
    if text.has(f"measure.{value}", lang):
        return text.say(f"measure.{value}", lang)
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
