"""What is derived from responses, kept for this person's session.

Answers that may take longer than a second are kept by hand, since a cached function may not draw progress.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors
from cx.records import DriverResult, Responses, Stress, Touchpoints, Trial
from pages.parts.computed import memory, one_file, stated_by_files, whole_files
from pages.parts.shell import keys, state
from pages.parts.shell.state import LoadedFile, Question, Workspace

if TYPE_CHECKING:
    from cx.impact import AtOnce, LikelyOutcome, Study
    from cx.matrix.comparison import Segments
    from cx.process import Beat
    from cx.text import Language

_KEPT = 12
_SLOW = range(21, 26)
"""Exact Shapley shares of so many touchpoints take more than a second; of more, orders are sampled."""
SEGMENT_DRAWS = 200
"""Draws for the certainty within a segment: enough to tell a borderline."""
_SHAPES = ("responses", "ratings")
Progress = Callable[[float], None]


def files(workspace: Workspace) -> tuple[LoadedFile, ...]:
    """Return the files that hold responses, those of the latest period first."""
    known = tuple(file for file in workspace.files if one_file.understanding(file).shape in _SHAPES)
    if len(known) < 2:  # noqa: PLR2004 - nothing to choose between
        return known
    from cx import intake

    try:
        there = intake.files_of_period(stated_by_files.touchpoints(workspace))
    except errors.CxError:
        return known
    return tuple(sorted(known, key=lambda file: file.workbook.name not in there))


def responses(file: LoadedFile) -> Responses:
    """Return the answers in a file; raises as :func:`cx.intake.responses`."""

    def make() -> Responses:
        from cx import intake

        return intake.responses(one_file.edited(file), file.choices)

    return memory.shared(f"responses {file.identity}", make)


def outcome(question: Question, found: Responses) -> str:
    """Return the outcome that is asked about: the chosen one, else the likeliest."""
    known = (*found.outcomes, *found.drivers)
    return question.outcome if question.outcome in known else known[0]


def study(file: LoadedFile, question: Question, beat: Beat | None = None) -> Study:
    """Return the sums that answer a question; raises as :func:`cx.impact.prepare`."""
    if file.whole is not None:
        return whole_files.study(file, question, beat)

    def make() -> Study:
        from cx import impact

        return _prepared(file, question, impact.within(responses(file), question.segments))

    asked = replace(question, method="shapley")
    return memory.shared(f"study {file.identity} {asked!r}", make)


def _prepared(file: LoadedFile, question: Question, part: Responses) -> Study:
    """The sums of some of the respondents."""
    from cx import impact

    found = responses(file)
    return impact.prepare(
        _weighed(question, part),
        outcome(question, found),
        [name for name in found.drivers if name not in question.left_out],
        outcome_direction=question.direction,
        leave_out_straight_liners=not question.straight_liners,
    )


def _weighed(question: Question, part: Responses) -> Responses:
    return part if question.weighted else replace(part, weight=None)


def at_once(file: LoadedFile, wanted: str | None) -> AtOnce:
    """Return the impact that answers carry by themselves, or why they carry none.

    Parameters
    ----------
    wanted
        The outcome that a person chose; one that the answers do not have counts as none chosen.
    """

    def make() -> AtOnce:
        from cx import impact

        found = responses(file)
        return impact.at_once(found, wanted if wanted in found.outcomes else None)

    return memory.shared(f"at_once {file.identity} {wanted!r}", make)


def likely_outcomes(file: LoadedFile) -> tuple[LikelyOutcome, ...]:
    """Return the outcomes between which a person has to choose; none where that is clear."""

    def make() -> tuple[LikelyOutcome, ...]:
        from cx import impact

        return impact.likely_outcomes(responses(file))

    return memory.shared(f"likely_outcomes {file.identity}", make)


def glance(file: LoadedFile, question: Question) -> DriverResult | None:
    """Return Johnson's weights, where exact shares take long; ``None`` where they do not."""
    if question.method != "shapley" or len(study(file, question).names) not in _SLOW:
        return None
    return estimates(file, replace(question, method="johnson"))


def estimates(file: LoadedFile, question: Question, progress: Progress | None = None) -> DriverResult:
    """Return what is known at once: everything but the intervals of the shares."""

    def make() -> DriverResult:
        from cx import impact

        return impact.result(study(file, question), method=question.method, draws=0, progress=progress)

    return _remembered(f"estimates {file.identity} {question!r}", make)


def result(file: LoadedFile, question: Question, progress: Progress | None = None) -> DriverResult:
    """Return the whole answer to a question, intervals included."""

    def make() -> DriverResult:
        from cx import impact

        plain = estimates(file, question)
        return impact.with_intervals(plain, study(file, question), progress=progress)

    return _remembered(_whole(file, question), make)


def is_known(file: LoadedFile, question: Question) -> bool:
    """Return whether the whole answer is there already."""
    return _whole(file, question) in st.session_state.get(keys.RESULTS, {})


def touchpoints(workspace: Workspace, question: Question) -> Touchpoints:
    """Return the touchpoints of the responses with derived impact, beside what the other files say.

    Raises
    ------
    cx.errors.TableError
        When there are no responses, or they cannot answer the question.
    """
    file = chosen(workspace, question)
    if file is None:
        raise errors.TableError(
            "no_respondents", file=", ".join(one.workbook.name for one in workspace.files)
        )
    return with_others(workspace, file, result(file, question))


def with_others(workspace: Workspace, file: LoadedFile, found: DriverResult) -> Touchpoints:
    """Return the touchpoints of a result, with what the files beside the responses say about them."""
    from cx import impact, intake
    from cx import matrix as building

    saved = [workspace.saved.touchpoints] if workspace.saved else []
    others = saved + [
        intake.touchpoints(one_file.edited(other), other.choices, partial=True)
        for other in workspace.files
        if other is not file
    ]
    told = None if file.whole else impact.stated_importance(responses(file))
    table = impact.touchpoints(found, file.choices.score, importance=told)
    return building.with_others(table, others, workspace.matches)


def beside(
    workspace: Workspace, file: LoadedFile, found: DriverResult
) -> tuple[Touchpoints, errors.CxError | None]:
    """Return the touchpoints with what other files say; without them, and why, where one cannot be used."""
    try:
        return with_others(workspace, file, found), None
    except errors.CxError as error:
        alone = replace(workspace, files=(file,))
        return with_others(alone, file, found), error


def costs(beside: Touchpoints) -> dict[str, float]:
    """Return what the files beside the responses say that touchpoints cost."""
    rows = beside.rows
    return dict(rows.loc[rows["cost"].notna(), ["touchpoint", "cost"]].itertuples(index=False, name=None))


def segment_columns(file: LoadedFile) -> tuple[str, ...]:
    """Return the columns whose values can be compared as segments; of answers that were added up none."""
    if file.whole is not None:
        return ()
    from cx import impact
    from cx.matrix.comparison import segments

    found = responses(file)
    return tuple(
        column for column in found.segments if segments.shown_values(impact.values_of(found, column))
    )


def within_segments(
    file: LoadedFile, question: Question, column: str, *, result: DriverResult, lang: Language
) -> tuple[Segments, dict[str, str]]:
    """Return the matrix of each segment of a column, and why others have none."""

    def make() -> tuple[Segments, dict[str, str]]:
        from cx import impact
        from cx.matrix.comparison import segments

        score = file.choices.score
        method = segments.quick_method(result)
        asked = replace(question, segments={k: v for k, v in question.segments.items() if k != column})
        found, failed = impact.by_segment(
            impact.within(responses(file), asked.segments),
            column,
            lambda part: impact.result(_prepared(file, asked, part), method=method, draws=SEGMENT_DRAWS),
        )
        parts = {value: impact.touchpoints(one, score) for value, one in found.items()}
        whole = impact.touchpoints(result, score)
        reasons = {value: error.what(lang) for value, error in failed.items()}
        return segments.of_parts(column, parts, whole, state.current().settings), reasons

    settings = state.current().settings
    key = f"segments {file.identity} {question!r} {column} {settings!r} {lang} {result.draws is None}"
    return memory.shared(key, make)


def trials(file: LoadedFile, question: Question, found: DriverResult) -> tuple[Trial, ...]:
    """Return how a result would be otherwise, also for the answers without some of them or in clusters."""
    if file.whole is not None:  # its rows are not here
        return found.trials

    def make() -> tuple[Trial, ...]:
        from cx import impact

        part = _weighed(question, impact.within(responses(file), question.segments))
        score, straight = file.choices.score, question.straight_liners
        return (*found.trials, *impact.trials_of_answers(part, found, score, straight_liners=straight))

    return memory.shared(f"trials {file.identity} {question!r} {found.draws is None}", make)


def stressed(file: LoadedFile, question: Question, found: DriverResult, beside: Touchpoints) -> Stress | None:
    """Return which conclusions of a result survive."""
    from cx import matrix as building

    table = replace(beside, trials=trials(file, question, found))
    return building.stressed(building.build(table, state.current().settings), table)


def chosen(workspace: Workspace, question: Question) -> LoadedFile | None:
    """Return the file with responses that a question is about; ``None`` where no file has any."""
    known = files(workspace)
    return next((one for one in known if one.workbook.sha256 == question.file), next(iter(known), None))


def _whole(file: LoadedFile, question: Question) -> str:
    return f"result {file.identity} {question!r}"


def _remembered(key: str, make: Callable[[], DriverResult]) -> DriverResult:
    known: dict[str, DriverResult] = st.session_state.get(keys.RESULTS, {})
    if key not in known:
        found = make()
        known = st.session_state.get(keys.RESULTS, {})
        st.session_state[keys.RESULTS] = dict([*list(known.items())[1 - _KEPT :], (key, found)])
        return found
    return known[key]
