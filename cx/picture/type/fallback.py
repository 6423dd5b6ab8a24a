"""Which fonts of this machine draw the characters that Source Sans does not have."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from cx.picture.record import Picture
from cx.picture.type.font import source_sans

FIRST = "DejaVu Sans"
"""It comes with the drawing library: Greek, Cyrillic, Arabic, Hebrew and many signs."""
_PREFERRED = ("Noto", "WenQuanYi", "Microsoft", "Hiragino", "PingFang", "Droid")
_LAST_RESORT = "LastResort"
"""Part of the file name of the font that draws boxes for everything."""
_REGULAR = frozenset({"400", "normal", "regular", "book"})
_IGNORED = frozenset({"Mn", "Me", "Cf", "Cc", "Zs", "Zl", "Zp"})


def unwritable(picture: Picture) -> str:
    """Return the characters that no font on this machine can draw in a PNG or PDF; empty where all can.

    An SVG keeps its text, so that a machine with the font shows it.
    """
    return families(picture)[1]


def families(picture: Picture) -> tuple[tuple[str, ...], str]:
    """Return the names of the fonts that a picture needs beside Source Sans, and what no font has."""
    blocks = (*picture.texts, picture.y_title)
    return families_for("".join(line for block in blocks for line in block.lines))


def families_for(words: str) -> tuple[tuple[str, ...], str]:
    """Return the names of the fonts that words need beside Source Sans, and the characters that none has."""
    found, rest = _found(words)
    return tuple(found), rest


def files_for(words: str) -> tuple[Path, ...]:
    """Return the font files that words need beside Source Sans, in their order.

    The last one draws a box for whatever no other font has.
    """
    found, _ = _found(words)
    bold, boxes = _path_of(f"{FIRST}-Bold"), _path_of("LastResortHE-Regular")
    return tuple(Path(path) for path in (*found.values(), bold, boxes))


def _found(words: str) -> tuple[dict[str, str], str]:
    """Return the fonts and their files, and the characters that none has."""
    known = source_sans().regular.advances
    rest = {c for c in words if c not in known and unicodedata.category(c) not in _IGNORED}
    found = {FIRST: _path_of(FIRST)}
    rest -= _characters(_path_of(FIRST)) if rest else set()
    for name, path in _installed() if rest else ():
        gained = rest & _characters(path)
        if gained:
            found[name] = path
            rest -= gained
        if not rest:
            break
    return found, "".join(sorted(rest))


def _installed() -> Sequence[tuple[str, str]]:
    """Return name and file of the upright fonts of the machine, those made for many scripts first."""
    from matplotlib import font_manager

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    entries = (
        e for e in font_manager.fontManager.ttflist if e.style == "normal" and _LAST_RESORT not in e.fname
    )
    regular = (e for e in entries if str(e.weight) in _REGULAR)
    return sorted({(e.name, e.fname) for e in regular}, key=lambda entry: (_rank(entry[0]), entry))


def _rank(name: str) -> int:
    return next((place for place, start in enumerate(_PREFERRED) if name.startswith(start)), len(_PREFERRED))


@cache
def _characters(path: str) -> frozenset[str]:
    from matplotlib.ft2font import FT2Font

    try:
        return frozenset(map(chr, FT2Font(path).get_charmap()))
    except (OSError, RuntimeError, ValueError):
        return frozenset()


def _path_of(name: str) -> str:
    import matplotlib as mpl

    return str(Path(mpl.get_data_path()) / "fonts" / "ttf" / f"{name.replace(' ', '')}.ttf")
