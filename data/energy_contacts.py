"""The contact log of the sample data: who met which touchpoint when, in the half year of the table.

What people do by themselves, and what the company sends, follows the table's volumes. Other contacts follow
from one: a bill brings questions, some of them twice and then a complaint; moving house brings a meter
reading, a final bill and often a call. The plan of the touchpoints is in `energy_supplier.py`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from energy_supplier import MAIL, PHONE, TOUCHPOINTS, WEB
from numpy.typing import NDArray

Numbers = NDArray[Any]

CUSTOMERS, SPONTANEOUS = 40_000, 3.0
START, DAYS, DAY = "2026-04-01", 183, 86_400
PLACE = {plan.en: at for at, plan in enumerate(TOUCHPOINTS)}


@dataclass(frozen=True)
class Following:
    """A touchpoint that follows another one with some probability, within a number of days."""

    first: str
    then: str
    share: float
    soonest: float
    latest: float
    channel: int


RULES = (
    Following("Switching to us", "Welcome email", 0.96, 0.01, 0.2, MAIL),
    Following("Switching to us", "Creating an account", 0.62, 0.1, 6, WEB),
    Following("Moving house", "Meter reading", 0.71, 1, 9, WEB),
    Following("Moving house", "Annual bill", 0.64, 14, 40, MAIL),
    Following("Moving house", "Phone menu", 0.22, 0.5, 12, PHONE),
    Following("Annual bill", "Phone menu", 0.31, 0.5, 11, PHONE),
    Following("Annual bill", "Chatbot", 0.12, 0.1, 7, WEB),
    Following("Chatbot", "Phone menu", 0.34, 0.01, 1.5, PHONE),
    Following("Phone menu", "Question about the bill", 0.58, 0.002, 0.02, PHONE),
    Following("Question about the bill", "Phone menu", 0.27, 0.5, 6.5, PHONE),
    Following("Question about the bill", "Complaint handling", 0.09, 1, 15, PHONE),
    Following("Complaint handling", "Complaint handling", 0.33, 1, 6.5, MAIL),
    Following("Price change notice", "Renewal offer", 0.08, 5, 25, MAIL),
    Following("Payment reminder", "Payment arrangement", 0.14, 1, 12, PHONE),
    Following("Payment reminder", "Changing the monthly amount", 0.11, 1, 14, WEB),
)
"""In the order in which they follow; what an earlier one brings, later ones follow up."""
ROUNDS = 3
SENT = frozenset(
    {"Welcome email", "Newsletter", "Annual bill", "Monthly direct debit", "Payment reminder",
     "Outage updates", "Price change notice", "Renewal offer"}
)  # fmt: skip
"""What the company sends; customers begin all other contacts."""


@dataclass(frozen=True)
class Contacts:
    """Contacts in the order of time, in arrays of one place each."""

    customers: Numbers
    seconds: Numbers
    """Since the start of the half year."""
    touchpoints: Numbers
    channels: Numbers
    sent: Numbers
    """Whether the company began it."""
    churned: Numbers
    """0 or 1, the same for all contacts of a customer."""


def contacts(rng: np.random.RandomState) -> Contacts:
    """Draw the log."""
    parts = [spontaneous(rng)]
    for _ in range(ROUNDS):
        parts.append(brought(rng, parts[-1]))
    customer, second, touchpoint, channel = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    inside = second < DAYS * DAY
    order = np.lexsort((touchpoint[inside], customer[inside], second[inside]))
    customer, second, touchpoint, channel = (
        column[inside][order] for column in (customer, second, touchpoint, channel)
    )
    sent = np.isin(touchpoint, [PLACE[name] for name in SENT])
    return Contacts(customer, second, touchpoint, channel, sent, churned(rng, customer, touchpoint)[customer])


def spontaneous(rng: np.random.RandomState) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Contacts that follow from no other: customers, seconds, touchpoints and channels."""
    count = int(CUSTOMERS * SPONTANEOUS)
    brought_only = {rule.then for rule in RULES} - {
        "Annual bill",
        "Meter reading",
        "Chatbot",
        "Renewal offer",
    }
    volume = np.array([0.0 if plan.en in brought_only else plan.volume for plan in TOUCHPOINTS])
    touchpoint = rng.choice(len(TOUCHPOINTS), count, p=volume / volume.sum())
    second = (rng.random_sample(count) * DAYS * DAY).astype(np.int64)
    second -= second % DAY - (8 * 3_600 + rng.randint(0, 12 * 3_600, count))  # between eight and eight
    main = np.array([plan.main for plan in TOUCHPOINTS])[touchpoint]
    channels = np.array([(*plan.channels, plan.channels[-1])[:2] for plan in TOUCHPOINTS])
    channel = channels[touchpoint, (rng.random_sample(count) >= main).astype(int)]
    return rng.randint(0, CUSTOMERS, count), second, touchpoint, channel


def brought(
    rng: np.random.RandomState, before: tuple[Numbers, Numbers, Numbers, Numbers]
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Contacts that follow from those before."""
    customer, second, touchpoint, _ = before
    parts = []
    for rule in RULES:
        led = touchpoint == PLACE[rule.first]
        led[led] = rng.random_sample(int(led.sum())) < rule.share
        count = int(led.sum())
        wait = rule.soonest + (rule.latest - rule.soonest) * rng.random_sample(count) ** 2
        then = second[led] + (wait * DAY).astype(np.int64)
        parts.append((customer[led], then, np.full(count, PLACE[rule.then]), np.full(count, rule.channel)))
    one, two, three, four = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return one, two, three, four


def churned(rng: np.random.RandomState, customer: Numbers, touchpoint: Numbers) -> Numbers:
    """Who left: more of those who complained, and of those who asked about their bill more than once."""

    def met(name: str) -> Numbers:
        return np.bincount(customer[touchpoint == PLACE[name]], minlength=CUSTOMERS)

    logit = -2.3 + 1.2 * (met("Complaint handling") > 0) + 0.5 * (met("Question about the bill") > 1)
    logit = logit - 0.6 * (met("Boiler maintenance") > 0) + 0.4 * (met("Price change notice") > 0)
    return (rng.random_sample(CUSTOMERS) < 1 / (1 + np.exp(-logit))).astype(int)
