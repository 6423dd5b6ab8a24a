"""What all kinds of files share: safe text, file names, pages of words, tables, room."""

from cx.deliver.ground.book import A4, NO_DAY, Book, Field, Kind, Typed, Value, pages_across
from cx.deliver.ground.file_names import file_name, paths_file_name
from cx.deliver.ground.form import BODY, HEAD, HEIGHT, LEADING, WIDTH, Form, plain
from cx.deliver.ground.page import Bar, BarChart, Frame, Grid, Interval, Line, Page, footnote_frame
from cx.deliver.ground.safe_text import (
    cell_number,
    cell_text,
    csv_text,
    escaped,
    file_stem,
    sheet_name,
    starts_formula,
    xml_text,
)
from cx.deliver.ground.same_bytes import made_at, packed_alike
from cx.deliver.ground.table import ABOVE, PADDING, Column, Table

__all__ = [
    "A4",
    "ABOVE",
    "BODY",
    "HEAD",
    "HEIGHT",
    "LEADING",
    "NO_DAY",
    "PADDING",
    "WIDTH",
    "Bar",
    "BarChart",
    "Book",
    "Column",
    "Field",
    "Form",
    "Frame",
    "Grid",
    "Interval",
    "Kind",
    "Line",
    "Page",
    "Table",
    "Typed",
    "Value",
    "cell_number",
    "cell_text",
    "csv_text",
    "escaped",
    "file_name",
    "file_stem",
    "footnote_frame",
    "made_at",
    "packed_alike",
    "pages_across",
    "paths_file_name",
    "plain",
    "sheet_name",
    "starts_formula",
    "xml_text",
]
