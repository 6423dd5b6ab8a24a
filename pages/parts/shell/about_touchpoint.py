"""What the matrix says about one touchpoint: its strategy, its numbers and its distance to each line."""

from __future__ import annotations

from collections.abc import Sequence

from cx import matrix as building
from cx import text
from cx.matrix.telling.lenses import LensLine
from cx.picture.colour import LEVEL_SHADES, shade_of, shades
from cx.records import Bubble, Matrix
from cx.text import Language
from cx.text.format import NOTHING
from pages.parts.dress.shades import of_text


def in_html(
    bubble: Bubble,
    matrix: Matrix,
    lang: Language,
    more: Sequence[str] = (),
    lenses: Sequence[LensLine] = (),
) -> str:
    """Return the strategy that the matrix advises and the numbers, as HTML.

    Parameters
    ----------
    more
        What follows the advice.
    lenses
        What lenses say of the touchpoint; below the numbers.
    """
    parts = (_advice(bubble, matrix, lang, more), _proof(bubble, matrix, lang))
    return "".join((*parts, _numbers(bubble, matrix, lang), _lenses(lenses)))


def _lenses(lenses: Sequence[LensLine]) -> str:
    """Each lens below the other, with a thin bar where it divides contacts."""
    return "".join(
        f"<p class='cx-lens'><b>{text.for_html(one.name)}</b><br>"
        f"{text.for_html(one.words)}{_bar(one.shares)}</p>"
        for one in lenses
    )


def _bar(shares: Sequence[float]) -> str:
    parts = "".join(
        f"<i style='flex-grow:{share:.4f}; background:{shade}'></i>"
        for share, shade in zip(shares, LEVEL_SHADES, strict=False)
    )
    return f"<span class='cx-thin-bar' aria-hidden='true'>{parts}</span>" if parts else ""


def _advice(bubble: Bubble, matrix: Matrix, lang: Language, more: Sequence[str]) -> str:
    if bubble.quadrant is None:
        return f"<p class='cx-advice'>{text.for_html(' '.join(more))}</p>" if more else ""
    shade = shade_of(bubble, shades(matrix.settings.look.colours))
    name = text.for_html(building.strategy_words(bubble, matrix.settings, lang))
    sentences = " ".join([*building.advice(bubble, matrix, lang), *more])
    style = f"border-color:{shade.fill}; color:{of_text(shade.text)}"
    return (
        f"<p class='cx-strategy' style='{style}'><b>{name}</b></p>"
        f"<p class='cx-advice'>{text.for_html(sentences)}</p>"
    )


def _proof(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """What would prove the advice wrong, to be opened."""
    said = "".join(f"<li>{text.for_html(one)}</li>" for one in building.proof(bubble, matrix, lang))
    title = text.for_html(text.say("proof.title", lang))
    return f"<details><summary>{title}</summary><ul>{said}</ul></details>" if said else ""


def _numbers(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    far = building.distances(bubble, matrix)
    shown = (
        (
            "satisfaction",
            building.satisfaction_words(bubble.satisfaction, matrix, lang, "card"),
            _signed(far.satisfaction, matrix, lang),
        ),
        (
            "impact",
            building.impact_words(bubble.height, matrix, lang, "card"),
            _signed_impact(far.impact, matrix, lang),
        ),
        ("volume", text.whole(bubble.volume, lang), ""),
        ("n", text.whole(bubble.n, lang), ""),
        ("certainty", text.percent(bubble.certainty, lang), ""),
        ("rank", building.rank_words(bubble, lang), ""),
        ("journey", ", ".join(bubble.journeys), ""),
        ("channel", ", ".join(bubble.channels), ""),
        ("segment", ", ".join(bubble.segments), ""),
        ("owner", bubble.owner, ""),
        ("note", bubble.note, ""),
    )
    rows = "".join(_line(key, said, far, lang) for key, said, far in shown if said not in ("", NOTHING))
    return f"<table class='cx-table cx-close'><tbody>{rows}</tbody></table>"


def _line(key: str, words: str, far: str, lang: Language) -> str:
    label = text.say(f"card.{key}", lang)
    beside = f"<br><span class='cx-foot'>{far}</span>" if far else ""
    return f"<tr><th scope='row'>{label}</th><td>{text.for_html(words)}{beside}</td></tr>"


def _signed(value: float, matrix: Matrix, lang: Language) -> str:
    return _told(value, text.score(abs(value), lang, matrix.scale.width, "card"), lang)


def _signed_impact(value: float | None, matrix: Matrix, lang: Language) -> str:
    return (
        "" if value is None else _told(value, building.impact_words(abs(value), matrix, lang, "card"), lang)
    )


def _told(value: float, words: str, lang: Language) -> str:
    return text.say("card.above" if value >= 0 else "card.below", lang, value=words)
