"""What is loaded and set, with its history of changes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import streamlit as st

from cx.records import Lock, PictureOptions, Session, Settings
from cx.records.lenses import Assessment
from pages.parts.shell import keys, language
from pages.parts.shell.workspace import LoadedFile, LoadedLog, Question, Workspace

_LONGEST_HISTORY = 50


def current() -> Workspace:
    """Return what is loaded and set."""
    found: Workspace = st.session_state.get(keys.WORKSPACE, Workspace())
    return found


def lock() -> Lock | None:
    """Return the lock of the session that is open; ``None`` where nothing is locked."""
    saved: Session | None = st.session_state.get(keys.SESSION)
    session: Session | None = st.session_state.get(keys.PENDING, saved)
    return session.locked if session else None


def leave_session() -> None:
    """Go on without the session that is open; it stays as it was saved last.

    What the store did not take yet is with its keeper, who saves it when he can; that is said.
    """
    if keys.PENDING in st.session_state:
        st.session_state[keys.SESSION_NOTICE] = "waits"
    about = (keys.SESSION, keys.SESSION_DATA, keys.MEETING, keys.DECIDING, keys.THEIR_CHANGES, keys.NEWS)
    for key in (*about, keys.PENDING, keys.FAULT, keys.OWNER, keys.KEPT_PATHS):
        st.session_state.pop(key, None)


def change(workspace: Workspace) -> None:
    """Take a new workspace, and keep the old one for undo, unless it was empty; a lock stays a lock."""
    before = current()
    workspace = _held(workspace, before)
    if _same(workspace, before):
        return
    past: tuple[Workspace, ...] = st.session_state.get(keys.PAST, ())
    st.session_state[keys.PAST] = (*past, before)[-_LONGEST_HISTORY:] if before.loaded or before.log else ()
    st.session_state[keys.FUTURE] = ()
    st.session_state[keys.WORKSPACE] = workspace


def _same(one: Workspace, other: Workspace) -> bool:
    return _set(one) == _set(other)


def _set(one: Workspace) -> tuple[object, ...]:
    return one.identity, one.settings, one.question, one.assessments, one.lens_settings


def _held(workspace: Workspace, before: Workspace) -> Workspace:
    """A workspace with what the lock of the open session holds as it was before."""
    if lock() is None:
        return workspace
    from cx.session.sessions import differences

    settings = differences.held(before.settings, workspace.settings)
    return replace(
        workspace,
        files=before.files,
        saved=before.saved,
        derived=before.derived,
        impact_on=before.impact_on,
        settings=settings,
        assessments=before.assessments,
        lens_settings=before.lens_settings,
    )


def load(files: tuple[LoadedFile, ...], *, add: bool = False) -> None:
    """Take newly read files, beside or in place of those before; settings about the old data go with it.

    Files that take the place of a session's data leave the session: it stays as it was saved.
    """
    if not add:
        leave_session()
    before = current()
    kept = before.files if add else ()
    logo = before.settings.look.logo
    begun = Settings(strategies=before.settings.strategies, look=PictureOptions(logo=logo))
    settings = before.settings if add else begun
    settings = replace(settings, currency=settings.currency or _currency_of(files))
    question, derived = (before.question, before.derived) if add else (Question(), None)
    saved = before.saved if add else None
    impact_on = before.impact_on if add else None
    made = Workspace(
        (*kept, *files), settings, question, derived, impact_on, saved, log=before.log if add else None
    )
    said = {"assessments": before.assessments, "lens_settings": before.lens_settings} if add else {}
    change(replace(made, **said))
    st.session_state.pop(keys.CHOSEN, None)


def load_whole(file: LoadedFile, *, add: bool) -> None:
    """Take answers that the engine adds up; the matrix draws what all of them say, not their part alone."""
    load((file,), add=add)
    change(replace(current(), question=Question(), derived=Question(file=file.workbook.sha256)))


def show_log(log: LoadedLog | None) -> None:
    """Show a log that stays where it lies, beside what is loaded; ``None``: none any more."""
    change(replace(current(), log=log))


def _currency_of(files: tuple[LoadedFile, ...]) -> str | None:
    """The currency that the first file with money in it names."""
    from cx import intake

    return next(filter(None, (intake.currency_of(file.workbook) for file in files)), None)


def set_settings(**changes: Any) -> None:  # noqa: ANN401 - the fields of Settings, each with its own type
    """Change some of the settings."""
    workspace = current()
    change(replace(workspace, settings=replace(workspace.settings, **changes)))


def remove_file(position: int) -> None:
    """Take one file away; the others stay."""
    workspace = current()
    left = (*workspace.files[:position], *workspace.files[position + 1 :])
    change(replace(workspace, files=left, question=Question(), derived=None, impact_on=None))


def set_file(position: int, **changes: Any) -> None:  # noqa: ANN401 - the fields of LoadedFile
    """Change what was set about one file."""
    workspace = current()
    files = list(workspace.files)
    files[position] = replace(files[position], **changes)
    change(replace(workspace, files=tuple(files)))


def set_choices(position: int, **changes: Any) -> None:  # noqa: ANN401 - the fields of Choices
    """Change what was chosen about one file."""
    set_file(position, choices=replace(current().files[position].choices, **changes))


def ask(**changes: Any) -> None:  # noqa: ANN401 - the fields of Question
    """Change what is asked of the responses."""
    workspace = current()
    change(replace(workspace, question=replace(workspace.question, **changes)))


def derive(question: Question | None) -> None:
    """Let the matrix draw the impact that answers a question; ``None``: what the files say."""
    change(replace(current(), derived=question))


def set_impact_on(outcome: str | None) -> None:
    """Let the matrix draw the impact on another outcome of the answers, or none."""
    change(replace(current(), impact_on=outcome, derived=None))


def can_undo() -> bool:
    """Return whether there is a step to take back."""
    return bool(st.session_state.get(keys.PAST))


def can_redo() -> bool:
    """Return whether there is a step to take again."""
    return bool(st.session_state.get(keys.FUTURE))


def undo() -> None:
    """Take the last change back."""
    _step(keys.PAST, keys.FUTURE)


def redo() -> None:
    """Make the change that was taken back again."""
    _step(keys.FUTURE, keys.PAST)


def _step(source: str, target: str) -> None:
    steps: tuple[Workspace, ...] = st.session_state.get(source, ())
    if not steps:
        return
    kept: tuple[Workspace, ...] = st.session_state.get(target, ())
    st.session_state[target] = (*kept, current())
    st.session_state[source] = steps[:-1]
    st.session_state[keys.WORKSPACE] = _held(steps[-1], current())


def assess(assessments: tuple[Assessment, ...]) -> None:
    """Take what people say of touchpoints, as one step."""
    change(replace(current(), assessments=assessments))


def set_lenses(**changes: Any) -> None:  # noqa: ANN401 - the fields of LensSettings
    """Change some of the settings of lenses."""
    workspace = current()
    change(replace(workspace, lens_settings=replace(workspace.lens_settings, **changes)))


def carry(before: tuple[Assessment, ...], after: tuple[Assessment, ...]) -> None:
    """Lay what somebody else assessed into each step that can be taken back or again: it is not mine."""
    from cx.session.sessions import assessing

    for key in (keys.PAST, keys.FUTURE):
        steps: tuple[Workspace, ...] = st.session_state.get(key, ())
        st.session_state[key] = tuple(
            replace(one, assessments=assessing.carried(one.assessments, before, after)) for one in steps
        )


def reset_view() -> None:
    """Set crosshair, bubbles and filters back to what they were at first; strategies stay."""
    workspace = current()
    kept = workspace.settings
    settings = Settings(
        strategies=kept.strategies, goal=kept.goal, currency=kept.currency, look=kept.look.plain
    )
    change(replace(workspace, settings=settings))


def reset_strategies() -> None:
    """Set the strategies' names and texts back to the program's own."""
    set_settings(strategies={})


def reset_edits() -> None:
    """Take every cell that was edited back to what the file holds."""
    workspace = current()
    change(replace(workspace, files=tuple(replace(file, edits=()) for file in workspace.files)))


def control(
    name: str,
    value: object,
    apply: Callable[[Any], None],
    among: Collection[object] | None = None,
    *,
    sure: bool = False,
) -> dict[str, Any]:
    """Return the arguments that tie a widget to one value of the workspace.

    The workspace is the only truth: its value is laid into the widget's key before the widget is drawn, so
    that undo, reset and another page's change show at once; what a person sets goes back by ``apply``. Where
    the widget offers a choice, ``among`` holds what it offers: anything else that the browser sends is not
    taken over, and the next run shows the workspace's value again.

    A run that the next event interrupts can end in the middle of ``apply``. With ``sure``, what was set is
    then applied in the next run, so that somebody who types fast from box to box loses nothing.
    """
    key = keys.control(name, language.current())
    laid: dict[str, object] = st.session_state.setdefault(keys.LAID, {})
    held = st.session_state.get(key, _UNSET)
    if sure and held is not _UNSET and held not in (value, laid.get(key, held)):
        apply(held)
        laid[key] = held
        st.rerun()
    if held != value:
        st.session_state[key] = value
    laid[key] = value

    def take() -> None:
        typed = st.session_state[key]
        if among is None or _offered(typed, among):
            apply(typed)
        laid[key] = typed

    return {"key": key, "on_change": take}


def _offered(chosen: object, among: Collection[object]) -> bool:
    values = chosen if isinstance(chosen, list) else [chosen]
    return all(value is None or value in among for value in values)


_UNSET = object()
