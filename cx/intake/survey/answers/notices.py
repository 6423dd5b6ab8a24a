"""What is said about answers: codes, answers in words, scales, and what a blank means."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.findings import Noticed
from cx.intake.survey.answers.code_verdicts import Verdict
from cx.intake.survey.answers.column import AGAIN, BLANK, GIVEN, NOT_MET, SILENT, UNRATED, UNREAD, Answered
from cx.intake.survey.answers.scale_changes import Change
from cx.intake.survey.answers.scales import Scaled, most_common, rival_of
from cx.intake.words import NUMBERED, Spoken, folded, goodness, may_be_school_grade, unnumbered
from cx.process import steps
from cx.records.file import Choices
from cx.records.finding import Severity
from cx.records.scale import Scale

_SHOWN, _MOST_CODES, _LONGEST = 3, 6, 40
_FEW_REMARKS = 2
_MOST_OF_VOLUME = 0.1
"""By so much of its volume a touchpoint may hang on what a blank means without a question."""


def about_verdicts(noticed: Noticed, verdicts: Sequence[Verdict]) -> None:
    """One finding for each number that may be a code, with its evidence."""
    for verdict in verdicts:
        one = verdict.suspect
        code = (
            "code_proposed" if verdict.sure else "code_ambiguous" if verdict.taken_out else "rating_ambiguous"
        )
        details: dict[str, object] = {
            "number": f"{one.code:g}",
            "n": one.n,
            "near": one.near,
            "mean_with": verdict.mean_with,
            "mean_without": verdict.mean_without,
        }
        if verdict.evidence is None:
            noticed.column("warning", code, verdict.place, **details)
            continue
        proof = verdict.evidence
        details |= {"group": proof.group, "near_group": proof.near}
        witness = "outcome" if proof.witness else "others"
        if proof.witness:
            details["witness"] = proof.witness
        noticed.column("warning", f"{code}_{witness}", verdict.place, **details)


def about_words(noticed: Noticed, columns: Sequence[Answered]) -> None:
    """Codes in words, answers in words, and texts that are neither."""
    for column in steps(columns):
        if column.by_hand:
            noticed.column("info", "no_answers", column.place, n=column.by_hand)
        missing = _cells_with(noticed, column, "missing", NOT_MET)
        unrated = _about_unrated(noticed, column)
        for kind, state in (("not_met", NOT_MET), ("no_answer", SILENT), ("missing", NOT_MET)):
            texts = [text for text, one in column.codes.items() if one == kind]
            texts += [f"{number:g}" for number, one in column.coded.items() if one == kind]
            n = int(np.count_nonzero(column.states == state))
            n = missing if kind == "missing" else n - (missing if state == NOT_MET else unrated)
            if texts and n:
                noticed.column("info", f"words_{kind}", column.place, n=n, texts=_listed(texts, _MOST_CODES))
        remarks = _remarks(noticed, column)
        if remarks:
            rows = _rows_with(noticed, column, remarks)
            first = _address(noticed, column, rows[0])
            noticed.column("info", "number_with_remark", column.place, n=len(rows), first=first)
        if column.spoken and not column.spoken.asked and set(column.spoken.numbers) - set(remarks):
            noticed.column("info", "text_scale", column.place, mapping=_mapping(column.spoken, remarks))
        again = [text for text, one in column.codes.items() if one == AGAIN]
        if again:
            rows = _rows_with(noticed, column, again)
            noticed.column(
                "warning", "header_again", column.place, n=len(rows), first=_address(noticed, column, rows[0])
            )
        unread = np.flatnonzero(column.states == UNREAD)
        if len(unread):
            address = _address(noticed, column, int(unread[0]))
            noticed.column("error", "text_in_ratings", column.place, n=len(unread), first=address)
    _about_proposals(noticed, columns)


def _about_unrated(noticed: Noticed, column: Answered) -> int:
    """Texts beside a good and a bad answer that are none; a lone one may be an answer in between."""
    texts = [text for text, kind in column.codes.items() if kind == UNRATED]
    n = _cells_with(noticed, column, UNRATED, SILENT)
    if len(texts) == 1:
        noticed.column("warning", "words_unrated_ambiguous", column.place, n=n, text=texts[0])
    elif n:
        noticed.column("info", "words_unrated", column.place, n=n, texts=_listed(texts, _MOST_CODES))
    return n


def _address(noticed: Noticed, column: Answered, at: int) -> str:
    return noticed.table.address(at, column.place)


def _rows_with(noticed: Noticed, column: Answered, texts: Sequence[str]) -> list[int]:
    """The positions of the rows in which a column holds one of some texts."""
    held = noticed.table.columns[column.place]
    codes = [at for at, text in enumerate(held.texts) if text in texts]
    return [int(at) for at in np.flatnonzero(np.isin(held.codes, codes))]


def _remarks(noticed: Noticed, column: Answered) -> list[str]:
    """Texts with a number that hardly anybody typed where all others typed the number: not to be repeated."""
    scale = column.spoken
    if scale is None or scale.family != NUMBERED:
        return []
    held = noticed.table.columns[column.place]
    often = np.bincount(held.codes[held.codes >= 0], minlength=len(held.texts))
    told = dict(zip(held.texts, often.tolist(), strict=True))
    bare = len(column.known) - sum(told.get(text, 0) for text in scale.numbers)
    rare = [
        text for text in scale.numbers if told.get(text, 0) <= _FEW_REMARKS and not goodness(unnumbered(text))
    ]
    return rare if bare > len(column.known) / 2 else []


def _mapping(scale: Spoken, without: Sequence[str] = ()) -> str:
    known = [pair for pair in scale.numbers.items() if pair[0] not in without]
    pairs = sorted(known, key=lambda pair: pair[1])
    return ", ".join(f"{text} = {number:g}" for text, number in pairs)


def _about_proposals(noticed: Noticed, columns: Sequence[Answered]) -> None:
    """One question for all columns with the same answers whose order, or good end, is proposed only."""
    for column, headers in proposals(columns):
        scale = column.spoken
        if scale is None:
            continue
        code = f"answer_{scale.asked}_ambiguous_{scale.because}"
        texts = sorted(scale.numbers, key=folded) if scale.asked == "codes" else list(scale.numbers)
        noticed.column(
            "warning",
            code,
            column.place,
            columns=_listed(headers),
            mapping=_mapping(scale),
            first=texts[0],
            last=texts[-1],
            best=max(scale.numbers, key=scale.numbers.__getitem__),
        )


def proposals(columns: Sequence[Answered]) -> list[tuple[Answered, list[str]]]:
    """Return for each set of answers that is asked about its first column, and the headers of all."""
    found: dict[tuple[tuple[str, float], ...], tuple[Answered, list[str]]] = {}
    for column in columns:
        if column.spoken and column.spoken.asked:
            key = tuple(column.spoken.numbers.items())
            found.setdefault(key, (column, []))[1].append(column.header)
    return list(found.values())


def _cells_with(noticed: Noticed, column: Answered, kind: str, state: int) -> int:
    """How many cells of a column hold a code in words of some kind."""
    texts = [text for text, one in column.codes.items() if one == kind]
    if not texts:
        return 0
    cells = noticed.table.columns[column.place]
    held = [code for code, text in enumerate(cells.texts) if text in texts]
    return int(np.count_nonzero(np.isin(cells.codes, held) & (column.states == state)))


def about_scales(
    noticed: Noticed, columns: Sequence[Answered], scales: Mapping[str, Scaled], typed: Sequence[Answered]
) -> None:
    """The scale that most columns share, and each column that has another.

    ``typed`` holds the columns whose numbers are as they were typed, not moved from one scale to another.
    """
    shared = most_common([one.scale for one in scales.values()])
    if not any(one.stated for one in scales.values() if not one.own):
        rival = rival_of(typed, shared) if typed else None
        if rival:
            noticed.sheet("warning", "ratings_on_ambiguous", None, **_ends(shared), **_ends(rival, "other_"))
        else:
            noticed.sheet("info", "ratings_on", None, **_ends(shared))
    for column in steps(columns):
        one = scales[column.header]
        if one.own:
            ends = {**_ends(one.scale), **_ends(shared, "other_")}
            noticed.column("warning", "scales_disagree", column.place, **ends)
    for column in steps(columns):
        one = scales[column.header]
        if one.against:
            code = "turned_ambiguous" if one.scale.direction == "lower" else "runs_against_ambiguous"
            noticed.column("warning", code, column.place, **_ends(one.scale))
    recoded = [column for column in columns if column.recoded]
    for low, high in dict.fromkeys(column.recoded for column in recoded if column.recoded):
        alike = [column.header for column in recoded if column.recoded == (low, high)]
        noticed.sheet("info", "recoded_scale", None, columns=_listed(alike), low=low, high=high)
    _about_directions(noticed, columns, scales)


def _about_directions(noticed: Noticed, columns: Sequence[Answered], scales: Mapping[str, Scaled]) -> None:
    """Columns of which it is asked which end is good: grades one by one, the others together."""
    open_ = [one for one in columns if scales[one.header].asked and not scales[one.header].against]
    grades = [one for one in open_ if may_be_school_grade(one.header)]
    for column in grades:
        noticed.column("warning", "grades_direction", column.place, **_ends(scales[column.header].scale))
    for direction in ("lower", "higher"):
        asked = [
            one.header
            for one in open_
            if not may_be_school_grade(one.header) and scales[one.header].scale.direction == direction
        ]
        if asked:
            ends = _ends(scales[asked[0]].scale)
            noticed.sheet("warning", f"direction_{direction}_ambiguous", None, columns=_listed(asked), **ends)


def _ends(scale: Scale, start: str = "") -> dict[str, float]:
    return {f"{start}low": float(scale.minimum), f"{start}high": float(scale.maximum)}


def about_changes(noticed: Noticed, changes: Sequence[Change], choices: Choices) -> None:
    """Each column whose answers go further from some row on, or up to some row, and what is done about it."""
    for change in changes:
        row = int(noticed.table.rows[change.row])
        code = "scale_widens" if change.widens else "scale_narrows"
        if change.moves:
            code = {None: "scale_changed_ambiguous", "moved": "scale_moved"}.get(choices.changed, code)
        severity: Severity = "info" if code == "scale_moved" else "warning"
        noticed.column(
            severity, code, change.place, at=str(row), n=change.n, low=change.low, high=change.high
        )


def about_blanks(
    noticed: Noticed, columns: Sequence[Answered], kept: npt.NDArray[np.bool_], *, chosen: bool
) -> bool:
    """Blanks beside codes for not met can mean two things; return whether there are any.

    Asked where the volume of a touchpoint hangs on it by more than a tenth; below that it is said.

    Parameters
    ----------
    columns
        The rating columns.
    kept
        (rows,) which rows count.
    chosen
        Whether a person said what a blank means.
    """
    blank = {one.header: int(np.count_nonzero(kept & (one.states == BLANK))) for one in columns}
    both = [one for one in columns if blank[one.header] and (one.states == NOT_MET).any()]
    if not both or chosen:
        return bool(both)
    met = {one.header: np.count_nonzero(kept & np.isin(one.states, (GIVEN, SILENT, UNREAD))) for one in both}
    most = max(blank[name] / max(int(n), 1) for name, n in met.items())
    details: dict[str, object] = {
        "n": sum(blank[one.header] for one in both),
        "columns": _listed([one.header for one in both]),
    }
    if most > _MOST_OF_VOLUME:
        noticed.sheet("warning", "blanks_ambiguous", None, **details)
    else:
        noticed.sheet("info", "blanks_few", None, percent=math.ceil(100 * most), **details)
    return True


def about_outside(noticed: Noticed, column: Answered, scale: Scale, n: int, example: float) -> None:
    """Numbers that are on no scale and look like no code."""
    noticed.column(
        "error",
        "ratings_outside",
        column.place,
        n=n,
        example=example,
        low=float(scale.minimum),
        high=float(scale.maximum),
    )


def _listed(texts: Sequence[str], most: int = _SHOWN) -> str:
    shown = ", ".join(f"“{_short(text)}”" for text in texts[:most])
    return f"{shown} …" if len(texts) > most else shown


def _short(header: str) -> str:
    """The end of a long header: questions of a survey begin alike."""
    if len(header) <= _LONGEST:
        return header
    end = header[-_LONGEST:]
    return f"… {end.partition(' ')[2] or end}"
