"""Two people changed the same session: what each changed, what both changed, and what comes of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cx.records import Session
from cx.records.lenses import Assessment
from cx.session.sessions import differences
from cx.session.sessions.differences import Difference, Path


@dataclass(frozen=True)
class Meeting:
    """A session as both had it, as I changed it, and as somebody else changed it meanwhile."""

    base: Session
    mine: Session
    theirs: Session

    @property
    def their_changes(self) -> tuple[Difference, ...]:
        """What the other changed; what he looks at is his own affair."""
        return tuple(one for one in differences.between(self.base, self.theirs) if not one.is_view)

    @property
    def my_changes(self) -> tuple[Difference, ...]:
        """What I changed; what a lock holds by now is not among it."""
        held = self.theirs.locked is not None
        found = differences.between(self.base, self.mine)
        return tuple(one for one in found if not (held and differences.is_frozen(one.path)))

    @property
    def refused(self) -> tuple[Difference, ...]:
        """What I changed and a lock holds by now."""
        mine = {one.path for one in self.my_changes}
        return tuple(one for one in differences.between(self.base, self.mine) if one.path not in mine)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """What both changed to something else: from theirs to mine; somebody has to choose.

        Not so of assessments: what was said later counts.
        """
        return tuple(one for one in self._met if not isinstance(one.before or one.after, Assessment))

    @property
    def _met(self) -> tuple[Difference, ...]:
        both = {one.path for one in self.their_changes} & {one.path for one in self.my_changes}
        return tuple(one for one in differences.between(self.theirs, self.mine) if one.path in both)

    def settled(self, keep_mine: Collection[Path] = ()) -> Session:
        """Return theirs with what I changed; of what both changed, mine where it is named or said later."""
        later = {one.path for one in self._met if _is_later(one)}
        open_ = {one.path for one in self._met} - later
        wanted = [one.path for one in self.my_changes if one.path not in open_ or one.path in keep_mine]
        return differences.taken(self.theirs, self.mine, wanted)


def _is_later(met: Difference) -> bool:
    """Whether an assessment of mine counts before theirs: it was said later, or they took theirs away."""
    mine, theirs = met.after, met.before
    return isinstance(mine, Assessment) and (
        not isinstance(theirs, Assessment) or mine.moment >= theirs.moment
    )
