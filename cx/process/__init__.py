"""A child process with limits on memory and time: what opens anything that comes from outside."""

from cx.process.allowance import MEGABYTE, Allowance, numbers_set

__all__ = ["MEGABYTE", "Allowance", "numbers_set"]
