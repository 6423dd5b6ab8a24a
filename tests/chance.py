"""What properties draw: the same everywhere, or anew from a seed; and what a failure may cost."""

from collections.abc import Iterable
from typing import Any, Final

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase
from hypothesis.internal.conjecture import engine, providers

SAME: Final = "same"
ANEW: Final = "random"
"""The profile of ``run.py test --random``, which hands over the seed as well."""
_PART: Final = 3
_FEWEST: Final = 10
_MOST_STEPS: Final = 60
_MOST_SECONDS: Final = 45
_MOST_KEPT: Final = 200


def prepare() -> None:
    """Set how cases are drawn and made smaller, before any module of tests is read."""
    hypothesis.settings.register_profile(
        SAME,
        deadline=None,  # a slow machine must not fail a property,
        suppress_health_check=[HealthCheck.too_slow],  # nor the making of a case
        database=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    same = hypothesis.settings.get_profile(SAME)
    hypothesis.settings.register_profile(ANEW, parent=same, derandomize=False)
    hypothesis.settings.load_profile(SAME)
    _bound_what_a_failure_costs()
    _draw_without_a_look_at_what_is_loaded()


def drawn_in_both_tiers(items: Iterable[pytest.Item], *, part: bool) -> None:
    """Let the first tier draw a third of a property's cases, ten at least; the second one draws all of them.

    Examples that are written down are tried in both. What the second tier draws as a whole is marked
    ``drawn``.
    """
    seen = set()
    for item in items:
        law: Any = getattr(item, "obj", None)
        if not hypothesis.is_hypothesis_test(law):
            continue
        found = law._hypothesis_internal_use_settings
        if law not in seen and found.max_examples <= _FEWEST:
            continue
        item.add_marker(pytest.mark.drawn)
        if part and law not in seen:
            fewer = max(_FEWEST, found.max_examples // _PART)
            law._hypothesis_internal_use_settings = hypothesis.settings(found, max_examples=fewer)
        seen.add(law)


def _bound_what_a_failure_costs() -> None:
    """A case is made smaller in so many steps and seconds, and so many of those tried are kept.

    Left alone, Hypothesis goes on for five minutes and keeps ten thousand: gigabytes, where one is a picture.
    """
    for name, most in (
        ("MAX_SHRINKS", _MOST_STEPS),
        ("MAX_SHRINKING_SECONDS", _MOST_SECONDS),
        ("CACHE_SIZE", _MOST_KEPT),
    ):
        if not isinstance(getattr(engine, name), int):
            raise TypeError(f"Hypothesis has no {name} any more")
        setattr(engine, name, most)


def _draw_without_a_look_at_what_is_loaded() -> None:
    """Hypothesis also draws constants of the modules loaded so far: others, where other tests ran before."""
    none = providers._local_constants
    if not callable(providers._get_local_constants) or len(none):
        raise TypeError("Hypothesis looks for constants in another way, or has begun to")
    providers._get_local_constants = lambda: none
