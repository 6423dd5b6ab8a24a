"""Events to paths: which ones are taken, where people turn back and leave, and what that says."""

from cx.journeys.options import LEAST_ELSEWHERE, Options
from cx.journeys.study import journeys

__all__ = ["LEAST_ELSEWHERE", "Options", "journeys"]
