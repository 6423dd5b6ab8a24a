"""Matrices to draw: realistic clustered touchpoints, and the extremes."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from cx.matrix import build
from cx.records import Matrix, Scale, Settings, Source
from tests.made.tables import row, touchpoints

DUTCH = (
    "Factuur",
    "Jaarafrekening",
    "Telefonisch contact klantenservice",
    "Chat met klantenservice",
    "Online aanmelden",
    "Verhuizing doorgeven",
    "Termijnbedrag aanpassen",
    "Mijn-omgeving",
    "App",
    "Meterstanden doorgeven",
    "Bezoek van de monteur",
    "Storing melden",
    "Afspraak maken voor een slimme meter",
    "Klachtafhandeling",
    "Betalingsregeling",
    "Herinnering en aanmaning",
    "Offerte zonnepanelen",
    "Welkomstpakket",
    "Overstapbevestiging",
    "Prijswijziging per brief",
    "Contractverlenging",
    "Nieuwsbrief",
    "Website: zoeken",
    "Energieadvies aan huis",
    "Cv-ketel onderhoud",
    "Opzegging",
    "Eindafrekening",
    "Tariefvergelijker",
    "Incasso",
    "Terugbelverzoek",
    "Social media",
    "Buurtbijeenkomst",
    "Duurzaamheidsscan",
    "Laadpaal aanvragen",
    "Warmtepomp installatie",
    "Winkelbezoek",
    "Contract wijzigen",
    "Wachtwoord vergeten",
    "Teruglevering zonnestroom",
    "Klanttevredenheidsonderzoek",
)
ENGLISH = (
    "Invoice",
    "Annual statement",
    "Calling customer service",
    "Chat with customer service",
    "Signing up online",
    "Moving house",
    "Changing the monthly amount",
    "My account",
    "App",
    "Submitting meter readings",
    "Engineer visit",
    "Reporting an outage",
    "Smart meter appointment",
    "Claims handling",
    "Payment plan",
    "Reminder and dunning letter",
    "Solar panel quote",
    "Welcome pack",
    "Switch confirmation",
    "Price change letter",
    "Contract renewal",
    "Newsletter",
    "Website search",
    "Home energy advice",
    "Boiler maintenance",
    "Cancelling",
    "Final settlement",
    "Tariff comparison",
    "Direct debit",
    "Call-back request",
    "Social media",
    "Neighbourhood evening",
    "Sustainability scan",
    "Requesting a charge point",
    "Heat pump installation",
    "Shop visit",
    "Changing the contract",
    "Password reset",
    "Feed-in of solar power",
    "Customer survey",
)


def names(count: int, lang: str = "nl") -> list[str]:
    """Return so many different names."""
    base = DUTCH if lang == "nl" else ENGLISH
    more = (
        "",
        " (zakelijk)" if lang == "nl" else " (business)",
        " online",
        " telefoon" if lang == "nl" else " phone",
        " 2",
        " 3",
        " 4",
    )
    return [base[i % len(base)] + more[i // len(base)] for i in range(count)]


def clustered(
    count: int, seed: int = 1, lang: str = "nl", settings: Settings | None = None, **change: Any
) -> Matrix:
    """Return touchpoints in a few clusters, with log-normal volumes, as real tables have them."""
    random = np.random.default_rng(seed)
    centres = random.normal((7.1, 0.04), (0.5, 0.013), (4, 2))
    member = random.integers(0, 4, count)
    satisfaction = np.clip(centres[member, 0] + random.normal(0, 0.33, count), 1.5, 9.8)
    impact = np.clip(centres[member, 1] + random.normal(0, 0.012, count), 0.002, None)
    impact /= impact.sum()
    volume = np.round(np.exp(random.normal(10.3, 1.3, count)), -2) + 400
    rows = [
        row(
            name,
            round(s, 2),
            i,
            volume=v,
            n=float(n),
            sd=1.6,
            journey=f"Reis {k}",
            channel=("App", "Telefoon", "Web")[k % 3],
        )
        for name, s, i, v, n, k in zip(
            names(count, lang),
            satisfaction.tolist(),
            impact.tolist(),
            volume.tolist(),
            random.integers(12, 900, count).tolist(),
            member.tolist(),
            strict=True,
        )
    ]
    for column, value in change.items():
        for place, one in enumerate(rows):
            one[column] = value[place] if isinstance(value, (list, np.ndarray)) else value
    table = touchpoints(
        rows,
        impact_kind="derived" if rows[0]["impact"] is not None else "none",
        goal="NPS",
        sources=(source(),),
    )
    return build(table, settings or Settings())


def source() -> Source:
    """Return where the rows come from."""
    return Source("Energie Q3 2026.xlsx", (), "touchpoints", (1,), {}, {})


def placed(rows: list[dict[str, Any]], settings: Settings | None = None, **fields: Any) -> Matrix:
    """Return the matrix of some rows."""
    return build(
        touchpoints(rows, **{"scale": Scale(1, 10), "sources": (source(),), **fields}), settings or Settings()
    )


def with_settings(matrix: Matrix, **change: Any) -> Matrix:
    """Return the matrix with other settings."""
    return dataclasses.replace(matrix, settings=dataclasses.replace(matrix.settings, **change))
