"""The figures of paths a second time, in pandas and plain Python, for a frame of events (METHODS 11).

Nothing of ``cx`` is used: what both give alike is what the rules say.
"""

from collections import Counter, defaultdict
from itertools import pairwise

import numpy as np
import pandas as pd


def paths_of(frame, gap=None):
    """Return per path its events as (time, touchpoint), in order.

    ``frame`` has case, at (Timestamp), touchpoint and perhaps order, in the order of rows.
    """
    keys = ["case", "at", "order", "row"] if "order" in frame else ["case", "at", "row"]
    frame = frame.assign(row=range(len(frame))).sort_values(keys, na_position="last", kind="stable")
    found = []
    for _, part in frame.groupby("case", sort=False):
        rows = list(zip(part["at"], part["touchpoint"], strict=True))
        start = 0
        for at in range(1, len(rows)):
            if gap is not None and rows[at][0] - rows[at - 1][0] > pd.Timedelta(days=gap):
                found.append(rows[start:at])
                start = at
        found.append(rows[start:])
    return found


def figures(paths, anchor=None, funnel=()):
    """Return the figures of paths, as ``journeys --json`` names them."""
    names = [[name for _, name in path] for path in paths]
    spans = [(path[-1][0] - path[0][0]).total_seconds() for path in paths]
    again = [len(set(path)) < len(path) for path in names]
    return {
        "cases": len(paths),
        "events": sum(map(len, names)),
        "touchpoints": touchpoints(names),
        "edges": edges(paths),
        "variants": variants(names),
        "duration": (float(np.median(spans)), float(np.mean(spans))),
        "length": (min(map(len, names)), max(map(len, names)), float(np.mean([len(p) for p in names]))),
        "repeats": (sum(again), sum(again) / len(paths)),
        "positions": positions(names),
        "steps": steps(names, anchor) if anchor else [],
        "funnel": funnel_of(names, funnel) if funnel else [],
    }


def repeat_contacts(paths, days=7):
    """Return per touchpoint its contacts, and after how many the same case has a later one there in time."""
    found = defaultdict(lambda: [0, 0])
    for path in paths:
        for began, name in path:
            later = [at - began for at, other in path if other == name and at > began]
            found[name][0] += 1
            found[name][1] += any(gap <= pd.Timedelta(days=days) for gap in later)
    return {name: tuple(pair) for name, pair in found.items()}


def touchpoints(names):
    found = {}
    for name in {name for path in names for name in path}:
        places = [at + 1 for path in names for at, one in enumerate(path) if one == name]
        found[name] = (
            len(places),
            sum(name in path for path in names),
            sum(path[0] == name for path in names),
            sum(path[-1] == name for path in names),
            sum(path.count(name) > 1 for path in names),
            float(np.median(places)),
        )
    return found


def edges(paths):
    times, cases = defaultdict(list), defaultdict(set)
    for number, path in enumerate(paths):
        for (began, name), (then, following) in pairwise(path):
            times[name, following].append((then - began).total_seconds())
            cases[name, following].add(number)
    return {
        edge: (len(gaps), len(cases[edge]), float(np.quantile(gaps, 0.5)), float(np.quantile(gaps, 0.9)))
        for edge, gaps in times.items()
    }


def variants(names):
    counts = Counter(map(tuple, names))
    return sorted(counts.items(), key=lambda pair: (-pair[1], " → ".join(pair[0])))


def positions(names):
    return Counter((at + 1, name) for path in names for at, name in enumerate(path[:10]))


def steps(names, anchor):
    found = Counter()
    for path in names:
        if anchor in path:
            place = path.index(anchor)
            for offset in (-3, -2, -1, 1, 2, 3):
                at = place + offset
                found[offset, path[at] if 0 <= at < len(path) else None] += 1
    return found


def funnel_of(names, wanted):
    counts = [0] * len(wanted)
    for path in names:
        at = -1
        for step, name in enumerate(wanted):
            later = [place for place, one in enumerate(path) if place > at and one == name]
            if not later:
                break
            at = later[0]
            counts[step] += 1
    return counts
