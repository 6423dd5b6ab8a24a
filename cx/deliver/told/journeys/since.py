"""Paths beside those that an earlier deck told: what differs beyond chance is told as of two periods."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cx.deliver.told.journeys.shared_words import PathsTold
from cx.journeys import differences_from
from cx.records.journeys import Difference, PathCounts, counts_of


@dataclass(frozen=True)
class Since:
    """What an earlier deck told of a log, and what the two logs are called."""

    before: PathCounts
    names: tuple[str, str]
    """Of the earlier and of the later log: their days, as a rule."""

    def differences(self, told: PathsTold) -> tuple[Difference, ...]:
        """Return what differs; nothing where paths compare two periods themselves, or cannot be compared."""
        if told.found.differences:
            return ()
        return differences_from(self.before, counts_of(told.found, top=told.paths.options.top))

    def told(self, told: PathsTold) -> PathsTold:
        """Return paths with what differs among their parts."""
        found = self.differences(told)
        if not found:
            return told
        a, b = self.names
        paths = replace(
            told.paths,
            found=replace(told.found, differences=found),
            options=replace(told.paths.options, period_a=a, period_b=b),
        )
        slides = None if told.slides is None else tuple(dict.fromkeys((*told.slides, "differences")))
        return replace(told, paths=paths, slides=slides)
