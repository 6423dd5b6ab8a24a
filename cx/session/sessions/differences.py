"""What two states of a session differ in, field by field, and how one is brought into the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, cast

from cx.records import Decision, PictureOptions, Session, Settings
from cx.records.lenses import Assessment, LensSettings
from cx.session.sessions import assessing, document

Path = tuple[str, ...]
"""Where in a session: ``("notes",)``, ``("settings", "target")``, ``("decision", id, "owner")`` ..."""
_CROSSHAIR: Final = ("crosshair_rule", "fixed", "freeze")
_OWN_PATH: Final = (*_CROSSHAIR, "strategies", "look")
_VIEW: Final = ("filters", "size", "labels", "colour_by")
_SHARED_LOOK: Final = ("title", "footnote", "colours", "format", "custom_size", "type_size", "notes", "logo")
"""What everybody's picture has; the rest of how it is drawn is one person's view."""
_TOLD_BY_OTHERS: Final = ("touchpoint", "name", "moment", "advice", "who")
_NOTED: Final = ("told", "paths", "decks")
_MANY: Final = 3
"""More assessments under one question are told as their number."""
_WHOLE: Final = (
    "name",
    "notes",
    "agenda",
    "locked",
    "alerts",
    "webhook",
    "told",
    "targets",
    "paths",
    "decks",
    "archived",
    "deleted",
)


@dataclass(frozen=True)
class Difference:
    """One field that differs."""

    path: Path
    before: object
    """``None`` where it was not there."""
    after: object
    """``None`` where it is not there any more."""
    about: str = ""
    """The touchpoint that a decision or an assessment is about, by name."""

    @property
    def kind(self) -> str:
        """What sort of field it is: the path without the ids in it."""
        if self.path[0] == "decision":
            return f"decision.{self.path[2]}"
        if self.path[0] == "assessment":
            return f"assessment.{self.path[2]}"
        if self.path[0] == "lenses":
            return f"lenses.{self.path[1]}"
        if self.path[0] == "look" and self.path[1] not in ("title", "footnote"):
            return "look"
        return self.path[0] if self.path[0] == "strategy" else ".".join(self.path)

    @property
    def is_short(self) -> bool:
        """Whether both values can be told in a line."""
        return self.path[0] in ("decision", "settings", "name", "assessment", "lenses")

    @property
    def sides(self) -> dict[str, object]:
        """The two values as they are told: of an assessment its number."""
        both = {"before": self.before, "after": self.after}
        return {side: one.value if isinstance(one, Assessment) else one for side, one in both.items()}

    @property
    def counted(self) -> dict[str, object]:
        """What is told of many assessments that are one difference; nothing of others."""
        return {"asked": self.path[1], "n": self.after} if self.path[0] == "assessed" else {}

    @property
    def is_view(self) -> bool:
        """Whether it only changes what one person looks at, or notes what the program told."""
        if self.path[0] == "look":
            return self.path[1] not in _SHARED_LOOK
        return self.path[0] in _NOTED or (self.path[0] == "settings" and self.path[1] in _VIEW)


def between(before: Session, after: Session) -> tuple[Difference, ...]:
    """Return the fields that differ, in the order of the record."""
    old, new = _flat(before), _flat(after)
    both = {**old, **new}
    return tuple(
        Difference(path, old.get(path), new.get(path), _about(path, both, before, after))
        for path in both
        if old.get(path) is not new.get(path) and _said(old.get(path)) != _said(new.get(path))
    )


def gathered(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return differences to be told: many assessments under one question are one, with how many there are."""
    every = tuple(found)
    counts = Counter(one.kind for one in every if one.path[0] == "assessment")
    many = {kind: count for kind, count in counts.items() if count > _MANY}
    told = [one for one in every if one.kind not in many]
    told += [Difference(("assessed", kind.split(".")[1]), None, count) for kind, count in many.items()]
    return tuple(told)


def _said(value: object) -> object:
    """A value in which an empty text and nothing are the same; of an assessment all but its name."""
    if isinstance(value, Assessment):
        return replace(value, name="")
    return None if value == "" else value


def frozen(session: Session) -> dict[Path, object]:
    """Return what a lock freezes: data, crosshair, strategies, and what was assessed."""
    return {path: value for path, value in _flat(session).items() if is_frozen(path)}


def is_frozen(path: Path) -> bool:
    """Return whether a lock holds a field as it is."""
    settings = path[0] == "settings" and path[1] in ("crosshair", "unit")
    return path[0] in ("touchpoints", "strategy", "assessment", "lenses") or settings


def held(before: Settings, after: Settings) -> Settings:
    """Return later settings with what a lock freezes as it was before."""
    names = (*_CROSSHAIR, "unit", "strategies")
    return replace(after, **cast("Any", {name: getattr(before, name) for name in names}))


def taken(into: Session, source: Session, paths: Iterable[Path]) -> Session:
    """Return a session with some of its fields as another has them."""
    wanted = tuple(paths)
    whole = {path[0]: getattr(source, path[0]) for path in wanted if path[0] in (*_WHOLE, "touchpoints")}
    settings = _settings_taken(into.settings, source.settings, wanted)
    decisions = _decisions_taken(into, source, wanted)
    seen = {path[1]: getattr(source.lens_settings, path[1]) for path in wanted if path[0] == "lenses"}
    lenses = replace(into.lens_settings, **cast("Any", seen))
    into = replace(into, assessments=_assessments_taken(into, source, wanted), lens_settings=lenses)
    if ("touchpoints",) in wanted:
        names = {one.touchpoint: one.name for one in source.assessments}
        names |= {one.touchpoint: one.name for one in source.decisions}  # they come with the data
        into = replace(into, decisions=decisions).named(names)
        decisions = into.decisions
    return replace(into, **whole, settings=settings, decisions=decisions)


def _assessments_taken(into: Session, source: Session, paths: Iterable[Path]) -> tuple[Assessment, ...]:
    keys = {path[1:] for path in paths if path[0] == "assessment"}
    if not keys:
        return into.assessments
    kept = [one for one in into.assessments if one.key not in keys]
    return assessing.ordered((*kept, *(one for one in source.assessments if one.key in keys)))


def _decisions_taken(into: Session, source: Session, paths: Iterable[Path]) -> tuple[Decision, ...]:
    named: dict[str, list[str]] = {}
    for path in paths:
        if path[0] == "decision":
            named.setdefault(path[1], []).append(path[2])
    found = {one.touchpoint: one for one in into.decisions}
    for id_, names in named.items():
        joined = _joined(into.decision(id_), source.decision(id_), names)
        if joined is None:
            found.pop(id_, None)
        else:
            found[id_] = joined
    return tuple(found.values())


def with_decision(
    decisions: tuple[Decision, ...], touchpoint: str, decision: Decision | None
) -> tuple[Decision, ...]:
    """Return decisions with the one about a touchpoint set, or taken away."""
    if decision is None:
        return tuple(one for one in decisions if one.touchpoint != touchpoint)
    if any(one.touchpoint == touchpoint for one in decisions):
        return tuple(decision if one.touchpoint == touchpoint else one for one in decisions)
    return (*decisions, decision)


def _flat(session: Session) -> dict[Path, object]:
    found: dict[Path, object] = {(name,): getattr(session, name) for name in _WHOLE}
    found["touchpoints",] = document.fingerprint(session.touchpoints)
    found["settings", "crosshair"] = tuple(getattr(session.settings, name) for name in _CROSSHAIR)
    for name in (field.name for field in fields(Settings)):
        if name not in _OWN_PATH:
            found["settings", name] = getattr(session.settings, name)
    for name in (field.name for field in fields(PictureOptions)):
        found["look", name] = getattr(session.settings.look, name)
    for (lang, quadrant), words in session.settings.strategies.items():
        found["strategy", lang, quadrant] = tuple(words)
    for name in (field.name for field in fields(LensSettings)):
        found["lenses", name] = getattr(session.lens_settings, name)
    for one in session.assessments:
        found["assessment", *one.key] = one
    for decision in session.decisions:
        for name in (field.name for field in fields(Decision)):
            if name not in _TOLD_BY_OTHERS:
                found["decision", decision.touchpoint, name] = getattr(decision, name)
    return found


def _about(path: Path, known: Mapping[Path, object], before: Session, after: Session) -> str:
    value = known[path]
    if isinstance(value, Assessment):
        return value.name
    if path[0] != "decision":
        return ""
    decision = after.decision(path[1]) or before.decision(path[1])
    return decision.name if decision else ""


def _settings_taken(into: Settings, source: Settings, paths: Collection[Path]) -> Settings:
    named = [path[1] for path in paths if path[0] == "settings"]
    names = (*(_CROSSHAIR if "crosshair" in named else ()), *(one for one in named if one != "crosshair"))
    strategies = dict(into.strategies)
    for path in paths:
        if path[0] == "strategy":
            key = (path[1], path[2])
            strategies.pop(key, None)
            if key in source.strategies:
                strategies[key] = source.strategies[key]
    changed = {name: getattr(source, name) for name in names}
    seen = {path[1]: getattr(source.look, path[1]) for path in paths if path[0] == "look"}
    look = replace(into.look, **cast("Any", seen))
    return replace(into, **cast("Any", changed), strategies=strategies, look=look)


def _joined(into: Decision | None, source: Decision | None, names: Collection[str]) -> Decision | None:
    """A decision with some of its fields as another has them; whoever gives the strategy was advised."""
    if into is None or source is None:
        return source
    advised = ("advice",) if "strategy" in names else ()
    changed: Mapping[str, object] = {name: getattr(source, name) for name in (*names, *advised)}
    latest = max(into, source, key=lambda one: one.moment)
    return replace(into, **cast("Any", changed), moment=latest.moment, who=latest.who)
