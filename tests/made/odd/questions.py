"""A survey whose headers are whole questions, and what joins it."""

import random

OUTCOME = "Overall satisfaction"
ASKED = "Q4_{}: How satisfied are you with the {}?"
ABOUT = ("quote", "claim", "visit")
HEADERS = tuple(ASKED.format(place, name) for place, name in enumerate(ABOUT, start=1))


def answers(rows=60, *, seed=3, about=ABOUT, more=""):
    """Return answers as semicolon-separated text: three questions and a judgement of all."""
    chance = random.Random(seed)  # noqa: S311 - made up
    lines = [
        ";".join(
            [*(ASKED.format(at, name) for at, name in enumerate(about, start=1)), OUTCOME, *more.split()]
        )
    ]
    for _ in range(rows):
        mood = chance.gauss(0, 1)
        rated = [max(1, min(5, round(3.3 + 0.8 * mood + chance.gauss(0, 0.8)))) for _ in about]
        whole = max(1, min(5, round(sum(rated) / len(rated) + chance.gauss(0, 0.5))))
        lines.append(";".join(map(str, [*rated, whole, *(chance.randint(18, 80) for _ in more.split())])))
    return "\n".join(lines) + "\n"


def volumes(*names, first=1000):
    """Return volumes of touchpoints under any of their names: 1000, 2000, and so on."""
    lines = [f"{name};{first * place}" for place, name in enumerate(names, start=1)]
    return "\n".join(["Touchpoint;Volume", *lines]) + "\n"
