"""The words of cx/text as they stand in the .po files."""

from __future__ import annotations

import re
from functools import cache

from babel.messages.pofile import read_po

from tests.source import ROOT

LANGUAGES = ("en", "nl")
PLACEHOLDER = re.compile(r"\{(\w*)")


def files(lang: str) -> list:
    """The files of a language."""
    return sorted((ROOT / "cx" / "text" / lang).glob("*.po"))


@cache
def words(lang: str) -> dict[str, tuple[str, ...]]:
    """The words behind every key: one text, or singular and plural."""
    return {key: texts for path in files(lang) for key, texts in entries(path)}


def entries(path) -> list[tuple[str, tuple[str, ...]]]:
    """The keys of a file with their words, in order."""
    with path.open(encoding="utf-8") as file:
        catalogue = read_po(file, abort_invalid=True)
    return [
        (message.id if isinstance(message.id, str) else message.id[0], as_tuple(message.string))
        for message in catalogue
        if message.id
    ]


def as_tuple(string) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def placeholders(texts: tuple[str, ...]) -> set[str]:
    """The names between braces."""
    return {name for text in texts for name in PLACEHOLDER.findall(text.replace("{{", ""))}
