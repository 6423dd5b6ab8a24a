"""Files that cost much: honest ones that are large, and small ones that are made to be dear to understand."""

import io
import zipfile
from xml.sax.saxutils import escape

import numpy as np

from cx.records.file.workbook import letter_of

SIGNS = (
    *("1,", "(", "1 ", "€ ", "12/10", "'1", "a", "zeer tevreden ", "-", "12-03-2026 ", "1=goed;"),
    *("Q1 2026 ", "{[(", "1-10 ", "é", "\N{ZERO WIDTH SPACE}", "kr", "1.234", "aA", "A", "ja / nee | ", "★"),
)
"""What long cells are made of: each a start of something that some pattern looks for."""


def wide(columns, rows, kind="mixed", seed=7):
    """Return a table with many columns as delimited text.

    Parameters
    ----------
    kind
        ``mixed``: touchpoints, satisfaction and columns of numbers; ``survey``: whole answers from 1 to 5;
        ``broken``: answers with decimals; ``texts``: words that come back; ``dated``: volumes of months.
    """
    chance = np.random.default_rng(seed)
    cell = {
        "mixed": lambda: f"{chance.uniform(0, 5_000):.1f}",
        "survey": lambda: str(chance.integers(1, 6)),
        "broken": lambda: f"{chance.uniform(1, 10):.1f}",
        "texts": lambda: chance.choice(("noord", "oost", "zuid", "west")),
        "dated": lambda: str(chance.integers(0, 901)),
    }[kind]
    name = {"mixed": "Column", "survey": "Question", "broken": "Average", "texts": "Group", "dated": "Volume"}
    first = ["Touchpoint", "Satisfaction"] if kind in ("mixed", "texts", "dated") else []
    years = [f"{name[kind]} {1900 + at // 12 % 200}-{at % 12 + 1:02d} v{at}" for at in range(columns)]
    others = years if kind == "dated" else [f"{name[kind]} {at}" for at in range(columns)]
    lines = [",".join([*first, *others[: columns - len(first)]])]
    for row in range(rows):
        start = [f"Step {row}", f"{chance.uniform(5, 9):.1f}"] if first else []
        lines.append(",".join([*start, *(cell() for _ in range(columns - len(first)))]))
    return "\n".join(lines).encode()


def long_cells(signs, rows, columns=10):
    """Return delimited text whose cells have very many signs, each column other ones."""
    lines = ["\t".join(["Touchpoint", "Satisfaction", *(f"Remark {at}" for at in range(columns))])]
    for row in range(rows):
        pieces = [SIGNS[(at + row) % len(SIGNS)] for at in range(columns)]
        texts = [f"{row}{piece * (signs // len(piece))}" for piece in pieces]
        lines.append("\t".join([f"Step {row}", str(5 + row % 5), *texts]))
    return "\n".join(lines).encode()


def workbook(sheets, shared=()):
    """Return a workbook of plain sheets.

    Parameters
    ----------
    sheets
        Name to rows of cells: a number, a text, or the position of a shared text in a list of one.
    shared
        Texts that cells name by their position.
    """
    held = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    names = list(sheets)
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        types = "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for at in range(1, len(names) + 1)
        )
        parts.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/'
            f'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>',
        )
        parts.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(names, 1)
        )
        parts.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>',
        )
        related = "".join(
            f'<Relationship Id="r{at}" Type="{office}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(names) + 1)
        )
        related += f'<Relationship Id="rs" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        parts.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{related}</Relationships>',
        )
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
        parts.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{texts}</sst>')
        for at, rows in enumerate(sheets.values(), 1):
            parts.writestr(f"xl/worksheets/sheet{at}.xml", _sheet(rows, main))
    return held.getvalue()


def _sheet(rows, main):
    lines = (
        f'<row r="{at}">{"".join(_cell(value, f"{letter_of(place)}{at}") for place, value in enumerate(row))}'
        "</row>"
        for at, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(value, address):
    if isinstance(value, list):
        return f'<c r="{address}" t="s"><v>{value[0]}</v></c>'
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


def one_text_often(signs, times):
    """Return a workbook that names one long text again and again, in many columns."""
    wide = 12
    rows = [["Touchpoint", "Satisfaction", *(f"Remark {at}" for at in range(wide))]]
    rows += [[f"Step {row}", 5 + row % 5, *([[0]] * wide)] for row in range(times // wide)]
    return workbook({"Data": rows}, ["1,2 (" + "lang verhaal 1-10 " * (signs // 18)])


def long_texts(rows, signs):
    """Return an honest workbook whose rows each have a long remark of their own."""
    story = "The agent called back after two days, 12-03-2026, and gave a 7,5 out of 10 for it. "
    shared = [f"{row}: {(story * (signs // len(story) + 1))[:signs]}" for row in range(rows)]
    head = ["Touchpoint", "Satisfaction", "Impact", "Remark"]
    cells = [[f"Step {row}", 5 + row % 50 / 10, row % 7 / 10, [row]] for row in range(rows)]
    return workbook({"Data": [head, *cells]}, shared)


def many_sheets(sheets, rows=3, *, scored=False):
    """Return a workbook of many small sheets; without satisfaction unless ``scored``."""
    head = ["Touchpoint", "Satisfaction" if scored else "Remark", "Volume"]
    return workbook(
        {
            f"Sheet {at}": [
                head,
                *([f"Step {row}", 5 + row if scored else "x", 10 * row] for row in range(rows)),
            ]
            for at in range(sheets)
        }
    )


def long_thin_sheets(sheets, rows):
    """Return a workbook of sheets with two long columns each."""
    return workbook(
        {
            f"Sheet {at}": [["Name", "Value"], *([f"N {row}", row] for row in range(rows))]
            for at in range(sheets)
        }
    )


def many_findings(rows):
    """Return delimited text in which hardly a row can be used: repeats, blanks, texts for numbers."""
    lines = [
        (f"Step {row},abc,?,-5", f"Step {row // 2},99,x,", ",7,1,1", "Total,7,1,9")[row % 4]
        for row in range(rows)
    ]
    return "\n".join(["Touchpoint,Satisfaction,Impact,Volume", *lines]).encode()


def many_names(rows):
    """Return delimited text of touchpoints, each with a period, a segment and a journey of its own."""
    head = "Touchpoint,Satisfaction,Impact,Volume,Period,Segment,Journey"
    lines = [
        f"Step {row},{5 + row % 50 / 10},{row % 9},{row},{1 + row % 28}-{1 + row % 12}-{1990 + row % 40},"
        f"group {row},way {row}"
        for row in range(rows)
    ]
    return "\n".join([head, *lines]).encode()
