"""Which names can stand on the chart together: an exact search, for as long as it is allowed."""

from cx.picture.names.together.bits import members
from cx.picture.names.together.by_force import seated_by_force
from cx.picture.names.together.choices import Choices, choices
from cx.picture.names.together.most_weight import Outcome, lightest_hit, most_weight
from cx.picture.names.together.one_for_another import one_for_another
from cx.picture.names.together.wished import at_wished

__all__ = [
    "Choices",
    "Outcome",
    "at_wished",
    "choices",
    "lightest_hit",
    "members",
    "most_weight",
    "one_for_another",
    "seated_by_force",
]
