"""Text that people typed, made harmless where a screen would interpret it."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r"([\\`*_{}\[\]!|<>~$:&^@])")
_DASHES = re.compile(r"-(?=[-><\\])|(?<=[-<])-")
_AT_THE_START = re.compile(r"^([#+=-])|^(\d+)([.)])")
_ADDRESS = re.compile(r"(?i)(?<=www)\.")
_SPACES = re.compile(r"\s+")


def for_html(text: str) -> str:
    """Return the text with the characters that HTML interprets replaced by references.

    Examples
    --------
    >>> for_html("<b>Claims & more</b>")
    '&lt;b&gt;Claims &amp; more&lt;/b&gt;'
    """
    return html.escape(text, quote=True)


def for_markdown(text: str) -> str:
    r"""Return the text so that Markdown shows it as it was typed, on one line.

    Only what Markdown would interpret is escaped: a plain header such as "Satisfaction (1-10)" stays as it
    is, since labels are also read aloud as they stand.

    Examples
    --------
    >>> for_markdown("[x](http://y) :red[z] $a$")
    '\\[x\\](http\\://y) \\:red\\[z\\] \\$a\\$'
    >>> for_markdown("Satisfaction (1-10)"), for_markdown("1. # - a --> www.x.nl")
    ('Satisfaction (1-10)', '1\\. # - a \\-\\-\\> www\\.x.nl')
    """
    line = _SPACES.sub(" ", text).strip(" ")
    line = _DASHES.sub(r"\\-", _MARKUP.sub(r"\\\1", line))
    line = _AT_THE_START.sub(_escaped_start, line)
    return _ADDRESS.sub(r"\\.", line)


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
