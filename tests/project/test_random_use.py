"""What ``benchmarks/staying/random_use.py`` calls a day whose end is not as its start."""

import pytest

from benchmarks.staying.random_use import Day, Part


@pytest.mark.parametrize(
    ("late", "wrong", "said"),
    [
        (Part([1.0] * 10, 3.0, 355.0), [], []),
        (Part([1.0] * 10, 3.0, 365.0), [], ["memory 300 to 365 MB"]),
        (Part([9.0] * 10, 3.1, 300.0), [], ["work of a step 0.200 to 0.310 s, any other work 1.00 times"]),
        (Part([1.0] * 10, 3.1, 300.0, [0.03, 0.09, 0.024]), [], []),
        (
            Part([1.0] * 10, 2.9, 300.0, [0.018]),
            [],
            ["work of a step 0.200 to 0.290 s, any other work 0.90 times"],
        ),
        (Part([1.0] * 10, 1.0, 200.0), ["data: KeyError"], ["data: KeyError"]),
    ],
)
def test_what_is_compared_is_memory_and_work_and_not_the_clock(late, wrong, said):
    warming = Part([1.0], 9.0, 100.0)
    early = Part([1.0] * 10, 2.0, 300.0, [0.02])
    assert Day([warming, early, Part(), late], wrong).failures() == said
