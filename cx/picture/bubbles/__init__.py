"""Bubbles: their size, their look, their hover, and how those that coincide are set apart."""

from cx.picture.bubbles.coinciding import Fan, fan
from cx.picture.bubbles.disc import Look, discs
from cx.picture.bubbles.reveal import revealed
from cx.picture.bubbles.size import FLOOR, Sizing, sizing

__all__ = ["FLOOR", "Fan", "Look", "Sizing", "discs", "fan", "revealed", "sizing"]
