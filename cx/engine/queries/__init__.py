"""The queries, as SQL: in DuckDB's dialect, of the part of it that other engines share."""

from cx.engine.queries.measures import GROUPS, Measure, group_of, rows_of
from cx.engine.queries.products import contrast_products, histograms, products
from cx.engine.queries.profile import counts_of, unfit_of

__all__ = [
    "GROUPS",
    "Measure",
    "contrast_products",
    "counts_of",
    "group_of",
    "histograms",
    "products",
    "rows_of",
    "unfit_of",
]
