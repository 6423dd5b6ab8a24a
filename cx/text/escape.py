"""Text that people typed, made harmless where a screen would interpret it."""

from __future__ import annotations

import html
import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")
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

    Examples
    --------
    >>> for_markdown("[x](http://y) :red[z] $a$")
    '\\[x\\]\\(http\\://y\\) \\:red\\[z\\] \\$a\\$'
    """
    return _MARKDOWN.sub(r"\\\1", _SPACES.sub(" ", text))
