"""Operational numbers that move one judgement, and not each other, are no ratings."""

import numpy as np
import pytest

from cx import intake
from tests.made.intake_files import csv, roles

HEADERS = {
    "en": ("Age", "Service_Usage", "Support_Tickets", "Response_Time", "Satisfaction"),
    "nl": ("Leeftijd", "Gebruik", "Aantal tickets", "Reactietijd", "Tevredenheid"),
    "de": ("Alter", "Nutzung", "Anfragen", "Antwortzeit", "Zufriedenheit"),
    "fr": ("Âge", "Usage", "Demandes", "Délai de réponse", "Satisfaction"),
}


def _file(headers, seed, rows=400):
    draw = np.random.default_rng(seed)
    age, usage, tickets = draw.integers(18, 70, rows), draw.integers(1, 6, rows), draw.integers(0, 6, rows)
    waited = draw.uniform(1, 5, rows).round(1)
    told = np.clip(np.round(6 - waited + 0.3 * usage - 0.3 * tickets + 0.4 * draw.normal(size=rows)), 1, 5)
    lines = [",".join(headers)]
    lines += [
        f"{a},{u},{t},{w},{int(s)}" for a, u, t, w, s in zip(age, usage, tickets, waited, told, strict=True)
    ]
    return csv("\n".join(lines) + "\n")


@pytest.mark.parametrize("language", HEADERS)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_only_moves_the_judgement_is_no_rating(language, seed):
    headers = HEADERS[language]
    found = roles(intake.understand(_file(headers, seed)))
    assert [found[one] for one in headers[:4]] == ["ignore"] * 4
    assert found[headers[4]] in ("outcome", "rating")
