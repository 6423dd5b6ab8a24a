"""Started by path in its own process: ``python -I -S typesetter.py FOLDER``; the folder has typst's package.

It reads a request from its input (``told``, the data of the sheet; ``fonts``, a folder; ``standard``;
``moment``) and writes the PDF to its output, or ``!`` and what is wrong. What typst remembers from file to
file goes with the process, and nobody else waits while it works.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

REFUSED = b"!"


def main() -> None:
    """Set one document."""
    request = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(_set(request))


def _set(request: dict[str, Any]) -> bytes:
    import typst

    untyped: Any = typst
    fonts = untyped.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[request["fonts"]]
    )
    told = {**request["told"], "fonts": _families(fonts)}
    try:
        return bytes(
            untyped.compile(
                Path(__file__).with_name("sheet.typ").read_bytes(),
                font_paths=fonts,
                format="pdf",
                sys_inputs={"told": json.dumps(told)},
                pdf_standards=[request["standard"]],
                timestamp=dt.datetime.fromisoformat(request["moment"]),
            )
        )
    except untyped.TypstError as error:
        return REFUSED + str(error).encode()


def _families(fonts: Any) -> list[str]:
    """Return the names of the fonts in the order in which they are tried: that of their files."""
    known = sorted((one.path or "", one.family) for one in fonts.fonts())
    return list(dict.fromkeys(family for _, family in known))


if __name__ == "__main__":
    sys.path.extend(sys.argv[1:])
    main()
