"""What the program wrote, damaged and brought back: sessions, their workbooks, mappings, decks; templates."""

import base64
import io
import json
import re
import zipfile
import zlib
from pathlib import Path

import openpyxl

from cx import deliver, intake
from cx.intake import mapping
from cx.intake.saved import document, workbook
from cx.session import portable
from cx.session.sessions import stored
from tests.made import damaged_files
from tests.made import sessions as samples
from tests.made.odd import damaged_decks, odd_values, worked_on
from tests.unit.deliver import cases

KEPT = Path(__file__).resolve().parents[2] / "kept" / "0.1.0"
KINDS = ("session", "session workbook", "mapping", "template", "deck")
WORDS = (
    *("fixed", "median", "segment", "channel", "log", "off", "custom", "a4", "composed", "derived", "none"),
    *(
        "below",
        "own",
        "volume",
        "lower",
        "percent",
        "nps",
        "points",
        "open",
        "responses",
        "ratings",
        "ignore",
    ),
)
_PRESENTATION = "ppt/"
_NUMBER = re.compile(rb'="(-?[0-9]+)"')


def files(pattern):
    """The kept files of one kind, the smallest first: thousands of them are opened."""
    found = sorted(KEPT.glob(pattern), key=lambda one: one.stat().st_size)[:3]
    return [one.read_bytes() for one in found]


class Damaged:
    """Makes cases of each kind, and uses them as the program does; keeps sessions in a folder of its own."""

    def __init__(self, folder):
        self.store = samples.opened(folder)
        self.whole = {
            "session": files("session-*.cxsession"),
            "session workbook": files("session-*.xlsx"),
            "mapping": files("mapping-*.json"),
            "template": files("template.pptx"),
            "deck": [damaged_decks.whole()],
        }
        self.tables = [
            intake.read((KEPT / name).read_bytes(), name) for name in ("untidy.csv", "answers-nl.csv")
        ]

    def close(self):
        self.store.close()

    def case(self, kind, chance):
        """Return the bytes of one case: damaged as bytes one time in four, else with odd values in it."""
        content = chance.choice(self.whole[kind])
        if chance.randrange(4) == 0:
            damage = (damaged_files.flipped, damaged_files.cut, damaged_files.doubled, damaged_files.reworded)
            return chance.choice(damage)(content, chance)
        if kind in {"session", "mapping"}:
            return _odd(content, chance)
        if kind == "session workbook":
            return _odd_workbook(content, chance)
        if kind == "deck":
            return damaged_decks.odd(content, chance, WORDS)
        return _odd_template(content, chance)

    def use(self, kind, content):
        """Bring a case back and work on it; raises a message of ours where it cannot be used."""
        if kind == "mapping":
            for book in self.tables:
                mapping.recognised([content], book)
            book = self.tables[0]
            intake.touchpoints(book, mapping.fitting(content, book))
        elif kind == "deck":
            damaged_decks.used(content)
        elif kind == "template":
            drawn, made = cases.matrix(), {"lang": "en", "day": cases.DAY}
            template = deliver.deck_template(content, "case.pptx")
            seen = deliver.deck_picture(drawn, **made, template=template)
            deliver.deck(drawn, seen, **made, template=template)
        else:
            text = document.document_of(content, "case")
            session = portable.imported(self.store, text, name="case")
            try:
                worked_on.on(self.store, session.id, "nl", whole=False)
            finally:
                stored.remove(self.store, session.id)


def _odd(content, chance):
    whole = json.loads(content)
    part = chance.choice([name for name, one in whole.items() if one and isinstance(one, (dict, list))])
    whole[part] = odd_values.changed(whole[part], chance, places=chance.choice((1, 1, 2, 4)), words=WORDS)
    return json.dumps(whole).encode()


def _odd_workbook(content, chance):
    """A session's workbook with odd values in its document, or in the cells that a person may change."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    if chance.randrange(2):
        sheet = book[workbook.SHEET]
        column = [cell.value for (cell,) in sheet.iter_rows(min_row=3)]
        packed = "".join(one.removeprefix("d") for one in column)
        whole = json.loads(zlib.decompress(base64.b64decode(packed)))
        odd = odd_values.changed(whole, chance, places=chance.choice((1, 2)), words=WORDS)
        sheet.delete_rows(3, sheet.max_row)
        for row, part in enumerate(workbook.packed(json.dumps(odd), {})[2:], start=3):
            sheet.cell(row, 1, part)
    else:
        sheet = chance.choice([one for one in book.worksheets if one.title != workbook.SHEET])
        for _ in range(chance.choice((1, 3))):
            row, place = chance.randrange(1, sheet.max_row + 2), chance.randrange(1, sheet.max_column + 2)
            value = chance.choice([*odd_values.NUMBERS[:-2], *odd_values.TEXTS[:2], *odd_values.TEXTS[3:]])
            sheet.cell(row, place, float(value) if isinstance(value, int) else value)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _odd_template(content, chance):
    """A template that is sound as a package, with another number or word in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(
        [one for one in parts if one.startswith(_PRESENTATION) and one.endswith((".xml", ".rels"))]
    )
    for _ in range(chance.choice((1, 2, 5))):
        found = list(_NUMBER.finditer(parts[name]))
        if found:
            at = chance.choice(found)
            odd = str(chance.choice([one for one in odd_values.NUMBERS if isinstance(one, int)])).encode()
            parts[name] = parts[name][: at.start(1)] + odd + parts[name][at.end(1) :]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, inside in parts.items():
            archive.writestr(part, inside)
    return made.getvalue()
