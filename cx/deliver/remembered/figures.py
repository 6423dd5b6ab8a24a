"""The figures that a deck told, kept in it: what next quarter's is compared with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cx.records import Bubble, Claim, Crosshair, Matrix, Precision, Quadrant, Scale, Settings
from cx.records.bounds import Amount
from cx.records.file import ImpactKind


@dataclass(frozen=True)
class Figure:
    """One touchpoint as it was told."""

    id: str
    """Empty where names were hidden: ids come from the names."""
    name: str
    group: str
    satisfaction: float
    height: float | None
    """Where it is drawn on the impact axis: of a negative driver below 0."""
    volume: Amount | None
    n: Amount | None
    sd: Amount | None
    quadrant: Quadrant | None
    error: Amount | None = None
    """The standard error of satisfaction, with its degrees of freedom and the effective number of answers."""
    freedom: Amount | None = None
    n_eff: Amount | None = None
    impact_error: Amount | None = None


@dataclass(frozen=True)
class Figures:
    """The matrix as it was told: no more of it than slides show, and how exactly it was known."""

    scale: Scale
    impact_kind: ImpactKind
    impact_scale: Scale | None
    crosshair: Crosshair
    goal: str
    period: str
    target: float
    touchpoints: tuple[Figure, ...]


def of_matrix(matrix: Matrix, *, hidden: bool) -> Figures:
    """Return the figures of a matrix.

    Parameters
    ----------
    hidden
        Whether names are hidden in it: then nothing that comes from the names is kept.
    """
    return Figures(
        matrix.scale,
        matrix.impact_kind,
        matrix.impact_scale,
        matrix.crosshair,
        matrix.goal,
        matrix.period,
        matrix.target,
        tuple(_figure(bubble, hidden=hidden) for bubble in matrix.bubbles),
    )


def matrix_of(figures: Figures) -> Matrix:
    """Return the matrix that figures were kept of, as far as a comparison asks for it."""
    for_the_worse = any((one.height or 0.0) > 0 for one in figures.touchpoints)
    bubbles = tuple(
        _bubble(one, negative=for_the_worse and (one.height or 0.0) < 0) for one in figures.touchpoints
    )
    return Matrix(
        bubbles=bubbles,
        crosshair=figures.crosshair,
        scale=figures.scale,
        impact_kind=figures.impact_kind,
        impact_scale=figures.impact_scale,
        goal=figures.goal,
        period=figures.period,
        target=figures.target,
        median_volume=None,
        settings=Settings(),
    )


def _figure(bubble: Bubble, *, hidden: bool) -> Figure:
    exact = bubble.precision
    found = Figure(
        "" if hidden else bubble.id,
        bubble.name,
        bubble.group,
        bubble.satisfaction,
        bubble.height,
        bubble.volume,
        bubble.n,
        bubble.sd,
        bubble.quadrant,
    )
    if exact is None:
        return found
    return replace(
        found,
        error=exact.error,
        freedom=exact.freedom,
        n_eff=exact.n_eff,
        impact_error=exact.impact_error,
    )


def _bubble(one: Figure, *, negative: bool) -> Bubble:
    exact = None
    if one.error is not None and one.freedom is not None and one.n_eff is not None:
        exact = Precision(one.n_eff, one.error, one.freedom, one.impact_error)
    return Bubble(
        id=one.id,
        name=one.name,
        group=one.group,
        satisfaction=one.satisfaction,
        impact=one.height,
        volume=one.volume,
        n=one.n,
        sd=one.sd,
        cost=None,
        journeys=(),
        channels=(),
        segments=(),
        period="",
        owner="",
        note="",
        quadrant=one.quadrant,
        certainty=None,
        certainty_axis=None,
        probabilities=None,
        small_base=False,
        high_volume=None,
        priority=None,
        rows=(),
        precision=exact,
        claim=Claim(one.name, quadrant_claim=False, direction="negative") if negative else None,
    )
