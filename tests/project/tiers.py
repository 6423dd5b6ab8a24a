"""Two tiers: what every run of the tests tries, and what repeats it many times over (``run.py test --long``).

A test is long where it repeats a check on further sizes, languages, kinds, damaged files or stores, and
cannot be made cheap. Its module says which test of the first tier stands for it;
``tests/project/test_tiers.py`` holds that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def first(values: Iterable[Any], *more: Any, rows: bool = False) -> list[Any]:
    """Cases of which some are tried by every run, and the others in the second tier.

    Parameters
    ----------
    values
        The cases of the first tier, at least one; as many as it takes to have each kind of case once.
    more
        The others.
    rows
        Whether each case is a tuple with a value for each of several names.
    """
    kept = list(values)
    if not kept:
        raise ValueError("a check without a case in the first tier")
    return [*kept, *(_long(one, rows=rows) for one in more)]


def _long(case: Any, *, rows: bool) -> Any:
    return pytest.param(*(case if rows else (case,)), marks=pytest.mark.long)
