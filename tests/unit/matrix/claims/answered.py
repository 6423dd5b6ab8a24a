"""Answers of which the truth is known: an outcome of noise, and one that falls where a touchpoint rises."""

import numpy as np
import pandas as pd

from cx import impact
from cx.records import Scale

NAMES = ["Signs", "Shops", "Wifi", "Roads", "Parking", "Rental cars"]


def answers(outcome, n=400, seed=1):
    """Six ratings 1 to 10 with one mood behind them, and an outcome made of them."""
    random = np.random.default_rng(seed)
    mood = random.normal(size=(n, 1))
    ratings = np.array([6, 7.2, 7.4, 7.6, 6.4, 7]) + 1.6 * (0.55 * mood + 0.84 * random.normal(size=(n, 6)))
    table = pd.DataFrame(np.clip(np.round(ratings), 1, 10), columns=NAMES)
    return table.assign(Overall=outcome(table, random))


def noise(table, random):
    return random.permutation(np.clip(np.round(table.mean(axis=1) + random.normal(size=len(table))), 0, 10))


def turned(table, random):
    """Signs go down with the outcome, Shops, Wifi and Roads up; the others do nothing."""
    made = 7 - 0.45 * (table["Signs"] - 6) + 0.2 * (table["Shops"] - 7) + 0.2 * (table["Wifi"] - 7)
    return made + 0.3 * (table["Roads"] - 7) + random.normal(size=len(table))


def result(outcome, draws=200):
    return impact.drivers(answers(outcome), "Overall", NAMES, scales=Scale(1, 10), missing={}, draws=draws)
