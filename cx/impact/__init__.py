"""Responses to the impact of each touchpoint, with intervals; and what would happen if one improved."""

from cx.impact.drivers import drivers, result
from cx.impact.study import Study, prepare
from cx.impact.what_if import Change, WhatIf, what_if

__all__ = ["Change", "Study", "WhatIf", "drivers", "prepare", "result", "what_if"]
