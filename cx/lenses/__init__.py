"""Lenses: what touchpoints are beside satisfaction and impact (METHODS 12), from records of others."""

from cx.lenses.study import look

__all__ = ["look"]
