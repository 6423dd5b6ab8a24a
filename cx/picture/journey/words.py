"""What stands around the map of journeys, and what its touchpoints and steps say when they are pointed at."""

from __future__ import annotations

from collections.abc import Mapping

from cx import text
from cx.picture.journey.options import MapOptions
from cx.picture.journey.placing import Drawn, Step
from cx.picture.journey.record import Kind
from cx.records.journeys import Edge, Journeys, PathTouchpoint

_BETWEEN = " · "
ARROW = " → "


def title(journeys: Journeys, options: MapOptions) -> str:
    """Return the finding: how many different paths there are, and how many take the most common one."""
    if options.title:
        return options.title
    first = next((one for one in journeys.variants if one.path is not None), None)
    key = "one" if journeys.variant_count == 1 else "title" if first else "many"
    if journeys.variant_count > 1 and all(one.start == one.end is not None for one in journeys.edges):
        key = "apart"
    return text.say(
        f"picture.map.{key}",
        options.lang,
        who=who(journeys, options, journeys.cases),
        paths=journeys.variant_count,
        share=text.percent_told(first.share if first else None, options.lang),
    )


def subtitle(journeys: Journeys, drawn: Drawn, options: MapOptions) -> str:
    """Return what is drawn: how many of the different paths, and the share of all that they cover."""
    share = drawn.cases / journeys.cases if journeys.cases else 0.0
    covered = text.percent(share, options.lang)
    values = {"n": drawn.variants, "paths": journeys.variant_count, "share": covered}
    key = "all" if drawn.cases == journeys.cases else "drawn"
    said = text.say(f"picture.map.{key}", options.lang, unit=unit(journeys, options, 2), **values)
    return _BETWEEN.join([*options.about, said])


def footnote(journeys: Journeys, options: MapOptions) -> str:
    """Return the source, what makes a path, what sizes and widths stand for, and the date."""
    lang = options.lang
    made = "gap" if journeys.gap_days is not None else journeys.unit
    parts = [
        text.say("footnote.source", lang, source=options.source) if options.source else "",
        text.say(f"picture.map.path.{made}", lang, n=journeys.gap_days),
        text.say(
            f"picture.map.{'sides' if options.shares else 'shows'}.{options.measure}",
            lang,
            unit=unit(journeys, options, 2),
        ),
        text.short_date(options.day, lang),
    ]
    return _BETWEEN.join(part for part in parts if part)


def alternative(drawn: Drawn, title: str, subtitle: str, lang: text.Language) -> str:
    """Return the finding in words for those who do not see the map, with the strongest steps."""
    between = sorted((step for step in drawn.steps if step[0] != step[1]), key=lambda s: (-drawn.steps[s], s))
    told = "; ".join(f"{ARROW.join(step)} {text.whole(drawn.steps[step], lang)}" for step in between[:5])
    strongest = [text.say("picture.map.alt", lang, steps=told)] if told else []
    return ". ".join([title, subtitle, *strongest])


def unit(journeys: Journeys, options: MapOptions, count: int) -> str:
    """Return what a path is of: customers, cases or visits."""
    return text.say(f"picture.map.unit.{journeys.unit}", options.lang, n=count)


def who(journeys: Journeys, options: MapOptions, count: int) -> str:
    """Return a number of customers, cases or visits."""
    return f"{text.whole(count, options.lang)} {unit(journeys, options, count)}"


def of_touchpoint(
    name: str, journeys: Journeys, drawn: Drawn, options: MapOptions, known: Mapping[str, PathTouchpoint]
) -> tuple[str, ...]:
    """Return the lines about a touchpoint, its name first."""
    lang, quadrant, whole = options.lang, options.quadrants.get(name), known.get(name)
    found = [name]
    if quadrant is not None and quadrant in options.strategies:
        found.append(options.strategies[quadrant])
    found.append(text.say("picture.map.hover.drawn", lang, who=who(journeys, options, drawn.customers[name])))
    if whole is not None:
        parts = (
            ("all", whole.cases),
            ("starts", whole.starts),
            ("ends", whole.ends),
            ("again", whole.repeat_cases),
        )
        found += [
            text.say(
                f"picture.map.hover.{key}",
                lang,
                count=text.whole(count, lang),
                share=_share(count, journeys, lang),
            )
            for key, count in parts
            if count
        ]
    return tuple(found)


def _share(count: int | None, journeys: Journeys, lang: text.Language) -> str:
    return text.percent(None if count is None else count / journeys.cases, lang, 1)


def of_step(
    step: Step, kind: Kind, journeys: Journeys, drawn: Drawn, *, options: MapOptions, edge: Edge | None
) -> tuple[str, ...]:
    """Return the lines about a step, its ends first."""
    lang = options.lang
    found = [ARROW.join(step)]
    if kind != "forward":
        found.append(text.say(f"picture.map.hover.{kind}", lang))
    found.append(text.say("picture.map.hover.drawn", lang, who=who(journeys, options, drawn.steps[step])))
    if edge is not None and edge.cases is not None:
        share = _share(edge.cases, journeys, lang)
        found.append(text.say("picture.map.hover.all", lang, count=text.whole(edge.cases, lang), share=share))
        times = {
            "median": text.duration(edge.median_seconds, lang), "late": text.duration(edge.p90_seconds, lang),
        }  # fmt: skip
        found.append(text.say("picture.map.hover.time", lang, **times))
    return tuple(found)
