"""A workbook of a user's as tests mark it, and the parts of its zip."""

import io
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from cx import deliver, intake
from cx.records import Finding
from tests.made.intake_files import saved

ERROR, WARNING, INFO = "FFE69E66", "FFF2CFB2", "FFD7D9DB"
SHEET = "Q3 'new'"
FINDINGS = (
    Finding("error", "out_of_scale", SHEET, "B5", "Score", 5, "14", {"low": 1, "high": 10}),
    Finding("warning", "total_row", SHEET, "A7", None, 7, "Total"),
    Finding("info", "total_row", SHEET, "B5", None, 5, "App"),
    Finding("warning", "no_volume"),
)


def own_book():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row in ([], [], ["Contact", "Score", "Volume"], ["Invoice", 6.1, 100], ["App", 14, "=C4*2"]):
        sheet.append(row)
    sheet["A1"], sheet["A7"] = "Report", "Total"
    sheet.merge_cells("A1:C1")
    sheet["B5"].font = Font(name="Georgia", size=14, bold=True, color="FFFFFFFF")
    sheet["B5"].fill = PatternFill("solid", fgColor="FF1F2933")
    sheet["B5"].number_format = "0.0"
    sheet["B4"].number_format = "0.00"
    sheet["A7"].comment = Comment("Ask Jan", "Els")
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("Findings")["A1"] = "mine"
    return book


def marked(book=None, findings=FINDINGS, lang="en", edits=(), name="Q3.xlsx"):
    content = book if isinstance(book, bytes) else saved(book or own_book())
    return deliver.marked(content, name, intake.read(content, name), findings, lang, edits=edits)


def opened(made):
    return openpyxl.load_workbook(io.BytesIO(made.content))


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_parts(**parts):
    """The workbook with further parts in its zip: for each name what it holds."""
    target = io.BytesIO(saved(own_book()))
    with zipfile.ZipFile(target, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()
