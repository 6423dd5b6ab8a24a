"""How mature the service of each touchpoint is (the pyramid of Gartner)."""

from __future__ import annotations

from cx.lenses.gathered import by_touchpoint, said
from cx.records.lenses import LensResult, Material, Reading

LOW, HIGH, TOP = 2, 4, 5


def of(material: Material) -> LensResult | None:
    """Return the level of each touchpoint, 0 to 5, and where level and impact do not go together.

    Bottom to top: 1 information I can use, 2 solves my problem when I ask, 3 resolves my needs when I ask,
    4 gives what I need without my asking, 5 makes me feel better, safer or more powerful. A level counts only
    when those below hold. Of several rows the lowest counts; what people assessed goes before the file.
    ``low_where_it_matters``: impact at or above the crosshair, level at most 2; ``high_where_it_does_not``:
    impact below it, level at least 4. It misleads where levels are given without evidence.

    Source: METHODS 12; Gartner (2018), Create Powerful Customer Experiences.
    """
    found: dict[str, int] = {}
    for name, rows in by_touchpoint(material).items():
        known = rows.known("level")
        if len(known):
            found[name] = int(known.min())
    bases: dict[str, int | None] = {}
    for name, one in said(material, "level").items():
        found[name], bases[name] = round(min(max(one.value, 0.0), float(TOP))), one.n
    if not found:
        return None
    readings = tuple(Reading(name, level, n=bases.get(name)) for name, level in found.items())
    return LensResult("pyramid", readings, _beside_impact(found, material))


def _beside_impact(found: dict[str, int], material: Material) -> dict[str, object]:
    line, impact = material.impact_crosshair, material.impact
    known = {name: level for name, level in found.items() if line is not None and name in impact}
    high = {name for name in known if line is not None and impact[name] >= line}
    return {
        "levels": [sum(level == step for level in found.values()) for step in range(TOP + 1)],
        "low_where_it_matters": [name for name, level in known.items() if name in high and level <= LOW],
        "high_where_it_does_not": [
            name for name, level in known.items() if name not in high and level >= HIGH
        ],
    }


def level_of(holds: tuple[bool, ...]) -> int:
    """Return the highest k for which 1 to k hold; 0 where the first does not.

    Examples
    --------
    >>> level_of((True, True, False, True, True)), level_of((False, True))
    (2, 0)
    """
    return next((step for step, yes in enumerate(holds) if not yes), len(holds))
