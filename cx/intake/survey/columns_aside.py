"""What is said of columns of answers that rate no touchpoint: one finding a reason, for all its columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cx.intake.findings import Noticed
from cx.intake.survey.answers import GIVEN
from cx.intake.survey.kinds import Kinds

_CODES: Mapping[str, str] = {
    "survey_importance": "aside_importance",
    "survey_expectation": "aside_expectation",
    "survey_average": "aside_average",
    "survey_copy": "aside_copy",
    "survey_recode": "aside_recode",
    "survey_constant": "aside_constant",
    "survey_order": "aside_order",
    "survey_trait": "aside_trait",
    "survey_count": "aside_count",
    "survey_off_scale": "aside_off_scale",
    "survey_yes_no": "aside_yes_no",
    "survey_choice": "aside_choice",
    "survey_lone": "lone_outcome",
}
"""Key of a reason to the code of its finding."""
_SHOWN, _LONGEST = 40, 120


def notice_aside(noticed: Noticed, kinds: Kinds) -> None:
    """Say which columns with numbers or answers in words are no touchpoints, or only for want of them."""
    found: dict[str, list[str]] = {}
    for column in kinds.columns:
        _, _, reason, _ = kinds.roles[column.place]
        held = int(np.count_nonzero(column.states == GIVEN))
        if reason in _CODES and (held or reason == "survey_constant"):
            found.setdefault(_CODES[reason], []).append(column.header)
    for code, headers in found.items():
        shown = [f"“{header[:_LONGEST]}”" for header in headers[:_SHOWN]]
        more = ["…"] if len(headers) > _SHOWN else []
        noticed.sheet("info", code, n=len(headers), columns=", ".join([*shown, *more]))
