"""The words behind a message key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from numbers import Real
from pathlib import Path
from typing import Self

from babel.messages.pofile import read_po

from cx.text.format import shown
from cx.text.language import LANGUAGES, Language

_FOLDER = Path(__file__).parent
_FORMS = ("one", "many")


def say(key: str, lang: Language, /, **values: object) -> str:
    """Return the words of a message key, with its values filled in.

    Parameters
    ----------
    key
        The message's key, for instance ``"quadrant.fix_first"``.
    lang
        ``"en"`` or ``"nl"``.
    **values
        What the message's ``{placeholders}`` stand for. Whole numbers and decimals are written in the
        language's own format; text is filled in as it is. A value named ``n`` chooses between singular
        and plural where the message has both; ``{rows:row|rows}`` writes any number with the word that
        belongs to it, ``{rows:|is|are}`` the word alone. A value whose name ends in ``_role`` is the key of
        a role and stands there as the role's word.

    Raises
    ------
    KeyError
        When the language has no such key.

    Examples
    --------
    >>> say("quadrant.fix_first", "nl")
    'Eerst verbeteren'
    >>> say("count.touchpoints", "en", n=1), say("count.touchpoints", "en", n=24)
    ('1 touchpoint', '24 touchpoints')
    >>> say("stress.verdict", "en", n=0, total=1)
    '0 of 1 conclusion survives.'
    """
    words = _catalogue(lang)[key]
    template = words if isinstance(words, str) else words[0 if values.get("n") == 1 else 1]
    return template.format_map({name: _word(name, value, lang) for name, value in values.items()})


def _word(name: str, value: object, lang: Language) -> str:
    if name.endswith("_role"):
        return say(f"role.{value}", lang)
    return _Shown(shown(value, lang), one=isinstance(value, Real) and float(value) == 1)


class _Shown(str):
    """A value as it is written, which chooses between the words for one and for many."""

    __slots__ = ("one",)
    one: bool

    def __new__(cls, text: str, *, one: bool) -> Self:
        """Return a text that knows whether it says 1."""
        made = super().__new__(cls, text)
        made.one = one
        return made

    def __format__(self, spec: str) -> str:
        """Write the value with the word behind it, or after a first bar the word alone."""
        words = spec.split("|")
        if len(words) < len(_FORMS):
            return super().__format__(spec)
        word = words[-2 if self.one else -1]
        return word if len(words) > len(_FORMS) else f"{self!s} {word}"


def has(key: str, lang: Language) -> bool:
    """Return whether the language has words for the key."""
    return key in _catalogue(lang)


@cache
def _catalogue(lang: Language) -> Mapping[str, str | tuple[str, str]]:
    if lang not in LANGUAGES:
        raise KeyError(lang)
    entries: dict[str, str | tuple[str, str]] = {}
    for path in sorted((_FOLDER / lang).glob("*.po")):
        entries.update(_entries(path))
    return entries


def _entries(path: Path) -> dict[str, str | tuple[str, str]]:
    with path.open(encoding="utf-8") as file:
        catalogue = read_po(file)
    return {_key(message.id): _words(message.string) for message in catalogue if message.id}


def _key(msgid: str | Sequence[str]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _words(msgstr: str | Sequence[str] | None) -> str | tuple[str, str]:
    if isinstance(msgstr, str) or msgstr is None:
        return msgstr or ""
    return msgstr[0], msgstr[1]
