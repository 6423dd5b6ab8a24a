"""How all contacts went, month by month, in words."""

from __future__ import annotations

import datetime as dt

from cx import text
from cx.records.lenses import Month, MonthsClaim
from cx.text import Language


def month_name(month: str, lang: Language) -> str:
    """Return a month as people write it.

    Examples
    --------
    >>> month_name("2026-03", "en"), month_name("2026-03", "nl")
    ('Mar 2026', 'mrt 2026')
    """
    return text.month(dt.date.fromisoformat(f"{month}-01"), lang)


def month_in_words(month: Month, lang: Language) -> str:
    """Return the three shares of a month, as a card has those of a touchpoint."""
    bars = {"negative": month.negative, "reactive": month.reactive, "proactive": month.proactive}
    shares = {kind: text.percent_told(bar.value, lang) for kind, bar in bars.items()}
    return text.say("lens.card.proactivity", lang, **shares)


def months_title(claim: MonthsClaim, lang: Language) -> str:
    """Return where negative contacts went from the first month to the last, as far as chance allows."""
    return text.say(
        f"lens.months.title.{claim.moved}",
        lang,
        before=text.percent_told(claim.before, lang),
        after=text.percent_told(claim.after, lang),
        first=month_name(claim.first, lang),
        last=month_name(claim.last, lang),
    )
