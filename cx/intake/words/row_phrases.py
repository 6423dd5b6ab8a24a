"""Words that make a row something else than a touchpoint: a sum, a note, units.

Facts about words in Dutch, English, German and French.
"""

from __future__ import annotations

TOTAL_WORDS = frozenset({
    "algemeen", "algemene", "all", "alle", "alles", "average", "eindtotaal", "gem", "gemiddeld", "gemiddelde",
    "gesamt",
    "mean", "overall", "som", "subtotaal", "subtotal", "sum", "summe", "totaal", "total", "totale",
    "totals", "totaux",
})  # fmt: skip
"""Words that make a row one that sums up others ..."""

TOTAL_COMPANY = frozenset({
    "and", "average", "channels", "contactmoment", "contactmomenten", "customers", "de", "en", "ervaring",
    "experience", "for", "gemiddelde", "generaal", "general", "grand", "het", "journeys", "kanalen",
    "klantcontacten", "klanten", "klantreizen", "of", "perioden", "periods", "satisfaction", "score",
    "segmenten", "segments", "sub", "tevredenheid", "the", "touchpoint", "touchpoints", "van", "voor",
})  # fmt: skip
"""... alone or with these: ``Totaal alle contactmomenten``, ``Overall satisfaction``."""

TOTAL_STARTS = ("subtotal", "subtotaal", "sub total")
"""A name that starts so sums up others, whatever follows."""

NOTE_STARTS = (
    "bron", "source", "note", "notes", "noot", "toelichting", "opmerking", "let op", "n b", "quelle",
    "legend", "legenda", "remark", "created", "gemaakt", "generated", "laatst bijgewerkt", "peildatum",
    "last updated", "copyright", "disclaimer",
)  # fmt: skip
"""How a line below a table starts that is no row of it."""
UNITS: frozenset[str] = frozenset((
    "%", "#", "€", "$", "£", "eur", "euro", "usd", "gbp", "n", "aantal", "number", "count", "score", "cijfer",
    "rapportcijfer", "points", "punten", "percent", "procent", "percentage", "per jaar", "per maand",
    "per year", "per month", "minuten", "minutes", "uren", "hours", "dagen", "days",
))  # fmt: skip
"""What a row of units below a header says."""
