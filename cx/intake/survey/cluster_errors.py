"""Whose answers stand behind each row of touchpoints, and what errors that gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.intake.columns import Subject
from cx.intake.survey.answers import Values
from cx.intake.survey.clusters import place_of_clusters
from cx.intake.survey.summary import Whole
from cx.records import ALONE, Added, Clusters, Keys, clustered, keys_of_texts

_MOST = 2_000_000
_KEPT_BITS = np.uint64(47)
"""Of very many answers people are put into 131,072 groups, always the same ones."""


@dataclass
class Gathering:
    """Collects, touchpoint by touchpoint, whose the answers are."""

    keys: Keys | None
    """(rows,) of the table; ``None`` where nobody is known."""
    parts: list[Added] = field(default_factory=list)

    @cached_property
    def _order(self) -> npt.NDArray[np.int64]:
        """The rows of the table by whose they are: sorted once, not for each touchpoint."""
        return np.argsort(np.empty(0) if self.keys is None else self.keys, kind="stable")

    @cached_property
    def _sorted(self) -> Keys:
        """Whose they are, in that order."""
        return np.empty(0, np.uint64) if self.keys is None else self.keys[self._order]

    @cached_property
    def _ones(self) -> Values:
        return np.ones(len(self._sorted))

    def add(self, values: Values, rows: Whole, weights: Values | None) -> None:
        """Take in the scores of one touchpoint.

        Parameters
        ----------
        values
            (rows,) NaN where nobody rated it.
        rows
            (rows,) the number of the row of touchpoints that each answer counts in.
        """
        if self.keys is None:
            return
        scores, rated, keys = values[self._order], self._order, self._sorted
        there = ~np.isnan(scores)
        if not there.all():
            scores, rated, keys = scores[there], rated[there], keys[there]
        own = self._ones[: len(rated)] if weights is None else weights[rated]
        self.parts.append(clustered(rows[rated], keys, own, scores))

    @property
    def all(self) -> Clusters | None:
        """Everything that was taken in; rows must have come in ascending order."""
        return Clusters(tuple(self.parts)) if self.parts else None


def keys_for(subject: Subject, answers: int) -> Keys | None:
    """Return whose each row of a table is: of which cluster where one was chosen, else of which respondent.

    Parameters
    ----------
    answers
        How many ratings there are to every row.

    Raises
    ------
    cx.errors.ArgumentError
        When the table has no column of clusters of that name.
    """
    place = place_of_clusters(subject)
    people = subject.roles.of("respondent")
    if place is None and not people:
        return None
    keys = keys_of_texts(subject.table.labels(people[0] if place is None else place).texts)
    if len(keys) * answers <= _MOST:
        return keys
    return np.where(keys >= ALONE, keys >> _KEPT_BITS << _KEPT_BITS, keys)


def with_errors(rows: pd.DataFrame, clusters: Clusters | None) -> pd.DataFrame:
    """Return rows of touchpoints with the errors of whole clusters, where answers stand together."""
    if clusters is None or not clusters.together:
        return rows
    told = Added.joined(clusters.parts)
    begins = np.append(True, told.rows[1:] > told.rows[:-1])  # rows ascend
    known, at = told.rows[begins], np.cumsum(begins) - 1

    def total(values: Values) -> Values:
        return np.bincount(at, values, minlength=len(known)).astype(np.float64)

    weights, counts = total(told.weights), total(told.counts.astype(np.float64))
    means = total(told.scores) / weights
    about = told.scores - means[at] * told.weights
    sizes = weights**2 / total(told.weights**2)
    with np.errstate(divide="ignore", invalid="ignore"):
        errors = np.sqrt(total(about**2) * sizes / (sizes - 1)) / weights
    together = (counts > np.bincount(at, minlength=len(known))) & (sizes > 1 + 1e-9)
    found = pd.DataFrame({"error": errors, "freedom": sizes - 1}, index=known.astype(float))[together]
    own = found.reindex(rows["answers"])
    return rows.assign(
        error=own["error"].fillna(pd.Series(rows["error"].to_numpy(), own.index)).to_numpy(),
        freedom=own["freedom"].fillna(pd.Series(rows["freedom"].to_numpy(), own.index)).to_numpy(),
    )
