"""Write the character widths of Liberation Sans, which has the metrics of Arial, for measuring text in decks.

    python data/font_widths.py LiberationSans-Regular.ttf LiberationSans-Bold.ttf [--check]

With ``--check`` nothing is written; the exit code says whether the table is that of the fonts.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cx.picture.type import face

TABLE = Path(__file__).resolve().parents[1] / "cx" / "picture" / "arial.json"
LAST = 0x2300
"""Letters, punctuation and signs that Arial has; what lies above is measured by the fallback."""


def weight(path: Path) -> dict[str, object]:
    """Return a font's line metrics and its characters by width, in thousandths of an em."""
    metrics = face(path)
    by_width: dict[int, list[str]] = defaultdict(list)
    for character, advance in sorted(metrics.advances.items()):
        if " " <= character < chr(LAST):
            by_width[round(advance * 1000)].append(character)
    widths = {str(width): "".join(characters) for width, characters in sorted(by_width.items())}
    return {"ascent": round(metrics.ascent, 4), "descent": round(metrics.descent, 4), "widths": widths}


def main(arguments: list[str]) -> int:
    """Write or check the table; return the exit code."""
    regular, bold = (Path(argument) for argument in arguments if argument != "--check")
    table = {"regular": weight(regular), "semibold": weight(bold)}
    words = json.dumps(table, ensure_ascii=True, indent=1) + "\n"
    if "--check" in arguments:
        return 0 if TABLE.read_text(encoding="utf-8") == words else 1
    TABLE.write_text(words, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
