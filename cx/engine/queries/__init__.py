"""The queries, as SQL: in DuckDB's dialect, of the part of it that other engines share."""

from cx.engine.queries.answers import Asked, Feature, Kind
from cx.engine.queries.dialects import Dialect
from cx.engine.queries.measures import GROUPS, Measure, Wanted, folded, group_of, rows_of
from cx.engine.queries.one_pass import EVERY, LACKING_ROWS, MOST, RATED_ROWS, one_pass, unfit_bits
from cx.engine.queries.packed_sums import FURTHEST, packed_contrasts, packed_products
from cx.engine.queries.products import contrast_products, histograms, products
from cx.engine.queries.profile import counts_of, unfit_of
from cx.engine.queries.row_checks import (
    ANSWERS,
    RATED,
    Telling,
    ends_in,
    ends_of_outcome,
    straight_rows,
    whole_marks,
    whole_rows,
)
from cx.engine.queries.table_logs import TableLog

__all__ = [
    "ANSWERS",
    "EVERY",
    "FURTHEST",
    "GROUPS",
    "LACKING_ROWS",
    "MOST",
    "RATED",
    "RATED_ROWS",
    "Asked",
    "Dialect",
    "Feature",
    "Kind",
    "Measure",
    "TableLog",
    "Telling",
    "Wanted",
    "contrast_products",
    "counts_of",
    "ends_in",
    "ends_of_outcome",
    "folded",
    "group_of",
    "histograms",
    "one_pass",
    "packed_contrasts",
    "packed_products",
    "products",
    "rows_of",
    "straight_rows",
    "unfit_bits",
    "unfit_of",
    "whole_marks",
    "whole_rows",
]
