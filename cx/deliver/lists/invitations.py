"""Personal invitations as lists: a page to print and cut up, and a table for a mail merge."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import segno

from cx import text
from cx.deliver.lists import delimited
from cx.text import Language

_PAGE: Final = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 12mm; }}
body {{ margin: 0; font: 12px/1.4 sans-serif; color: #1f2933; }}
main {{ display: grid; grid-template-columns: repeat(2, 1fr); }}
section {{ display: flex; gap: 12px; align-items: center; padding: 12px; border: 1px dashed #9aa5b1;
  break-inside: avoid; }}
svg {{ flex: none; width: 34mm; height: 34mm; }}
h2 {{ margin: 0 0 4px; font-size: 16px; }}
p {{ margin: 0 0 4px; overflow-wrap: anywhere; }}
</style></head><body><main>
{slips}
</main></body></html>
"""
_SLIP: Final = "<section>{code}<div><h2>{title} {number}</h2><p>{what}</p><p>{address}</p></div></section>"


def invitations_page(addresses: Sequence[str], title: str, lang: Language) -> bytes:
    """Return a page of slips, one for each invitation, with its QR code and its address; UTF-8 HTML.

    Parameters
    ----------
    addresses
        What each invitation opens.
    title
        What is voted about: the name of the session.
    """
    what = text.for_html(text.say("invitations.what", lang, session=title))
    name = text.for_html(text.say("invitations.title", lang))
    slips = [
        _SLIP.format(code=_code(one), title=name, number=number, what=what, address=text.for_html(one))
        for number, one in enumerate(addresses, start=1)
    ]
    return _PAGE.format(lang=lang, title=name, slips="\n".join(slips)).encode()


def invitations_csv(addresses: Sequence[str], lang: Language) -> bytes:
    """Return the invitations as a table: number and address."""
    heads = [text.say(f"invitations.column.{one}", lang) for one in ("number", "address")]
    return delimited.written(heads, list(enumerate(addresses, start=1)), lang)


def _code(address: str) -> str:
    buffer = io.BytesIO()
    code = segno.make(address, error="m")
    code.save(buffer, kind="svg", xmldecl=False, border=2, omitsize=True)
    return buffer.getvalue().decode("utf-8")
