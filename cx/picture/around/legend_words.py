"""What the legend says about sizes, outlines and everything else that is drawn."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import get_args

from cx import text
from cx.matrix import satisfaction_words
from cx.matrix.strategy import any_priority
from cx.picture.bubbles import Sizing
from cx.records import Companions, DecisionStatus, Matrix, PictureOptions
from cx.text import Language


def sentences(
    matrix: Matrix, sized: Sizing, options: PictureOptions, beside: Companions, lang: Language
) -> tuple[str, ...]:
    """Return what the legend says, a sentence each, about what this picture draws."""
    if not matrix.bubbles:
        return ()
    if matrix.has_impact or matrix.impact_unknown:
        basic = _of_bubbles(matrix, sized, options, lang)
    else:
        basic = _without_impact(matrix, lang)
    return (*basic, *_of_options(matrix, options, beside, lang))


def _of_bubbles(matrix: Matrix, sized: Sizing, options: PictureOptions, lang: Language) -> list[str]:
    found = list(sized.note)
    if sized.legend and any(not bubble.volume for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.unknown", lang))
    if matrix.impact_unknown:
        found.append(text.say("picture.mark.unknown_impact", lang))
    if any(bubble.negative and (bubble.height or 0.0) < 0 for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.negative", lang))
    if options.borderline and any(bubble.borderline for bubble in matrix.bubbles):
        found.append(text.say("picture.mark.borderline", lang))
    if len({(bubble.satisfaction, bubble.height) for bubble in matrix.bubbles}) < len(matrix.bubbles):
        found.append(text.say("picture.mark.fanned", lang))
    return found


def _without_impact(matrix: Matrix, lang: Language) -> list[str]:
    """Return what is said about bubbles without a volume, where volume runs upwards."""
    volumes = [bubble.volume for bubble in matrix.bubbles]
    unknown = any(volumes) and not all(volume is not None for volume in volumes)
    return [text.say("picture.mark.foot", lang)] if unknown else []


def _of_options(matrix: Matrix, options: PictureOptions, beside: Companions, lang: Language) -> list[str]:
    found = []
    ids = {bubble.id for bubble in matrix.bubbles}
    if options.priority_lines and matrix.has_impact:
        key = "picture.mark.priority_lines" if any_priority(matrix) else "picture.mark.no_priority_lines"
        target = satisfaction_words(matrix.target, matrix, lang)
        found.append(text.say(key, lang, target=target))
    if options.regions and matrix.has_impact and ids & set(beside.regions):
        found.append(text.say("picture.mark.regions", lang))
    if ids & {one for one, share in beside.repeats.items() if share > 0}:
        found.append(text.say("picture.mark.repeats", lang))
    if len(ids & set(beside.followed)) > 1:
        found.append(text.say("picture.mark.followed", lang))
    if options.arrows and ids & set(beside.earlier):
        key = "picture.mark.arrows" if beside.earlier_name else "picture.mark.arrows_plain"
        found.append(text.say(key, lang, period=beside.earlier_name))
    if beside.lens is not None and ids & set(beside.readings):
        plain, of_guess = f"picture.mark.lens.{beside.lens}", f"picture.mark.guess.{beside.lens_figure}"
        found.append(text.say(of_guess if beside.lens == "knowledge_gap" else plain, lang))
    found += _of_room(ids, beside, lang)
    if beside.wished and matrix.has_impact:
        found.append(text.say("picture.mark.wished", lang))
    if options.ghost is not None and beside.ghost is not None and matrix.has_impact:
        found.append(text.say("picture.mark.ghost", lang, segment=beside.ghost_name or options.ghost))
    return found


def _of_room(ids: AbstractSet[str], beside: Companions, lang: Language) -> list[str]:
    """Return what the marks of decisions or votes mean: only the signs that are drawn."""
    signs = [
        text.say(f"picture.mark.decision.{status}", lang)
        for status in get_args(DecisionStatus)
        if status in {beside.decided[one] for one in ids & beside.decided.keys()}
    ]
    if signs:
        return [text.say("picture.mark.decisions", lang, signs="; ".join(signs))]
    if ids & beside.voted.keys():
        return [text.say(f"picture.mark.votes.{beside.voted_kind}", lang, n=beside.ballots)]
    return []
