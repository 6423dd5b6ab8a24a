"""The queries, as SQL: in DuckDB's dialect, of the part of it that other engines share."""

from cx.engine.queries.alike import (
    ANSWERS,
    RATED,
    Telling,
    ends_in,
    straight_rows,
    whole_rows,
    without_outcome,
)
from cx.engine.queries.answers import Kind
from cx.engine.queries.dialects import Dialect
from cx.engine.queries.measures import GROUPS, Measure, folded, group_of, rows_of
from cx.engine.queries.products import contrast_products, histograms, products
from cx.engine.queries.profile import counts_of, unfit_of
from cx.engine.queries.table_logs import TableLog

__all__ = [
    "ANSWERS",
    "GROUPS",
    "RATED",
    "Dialect",
    "Kind",
    "Measure",
    "TableLog",
    "Telling",
    "contrast_products",
    "counts_of",
    "ends_in",
    "folded",
    "group_of",
    "histograms",
    "products",
    "rows_of",
    "straight_rows",
    "unfit_of",
    "whole_rows",
    "without_outcome",
]
