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

TOTAL_NAMES = frozenset({
    "gesamtergebnis", "gesamtsumme", "endsumme", "eindtotaal", "totale complessivo", "totale generale",
    "total general", "total geral", "totalsumma", "slutsumma", "hovedtotal", "totalsum", "loppusumma",
    "kaikki yhteensa", "yhteensa", "suma koncowa", "razem", "ogolem", "celkovy soucet", "celkem", "celkovy sucet",
    "spolu", "vegosszeg", "osszesen", "genel toplam", "toplam", "общий итог", "итого", "всего",
    "загальнии підсумок", "усього", "разом", "γενικο αθροισμα", "συνολο", "γενικο συνολο", "اجمالي كلي",
    "اجمالي", "مجموع", "סכום כולל", 'סה כ', "总计", "合计", "總計", "合計", "総計", "총합계", "합계",
    "tong cong", "tong cuoi", "ผลรวมทงหมด", "รวมทงหมด", "कुल योग", "कुल", "ukupno", "skupaj", "kopa", "kokku",
})  # fmt: skip
"""How spreadsheets call the row below all others, in their languages and letters."""

TOTAL_STARTS = ("subtotal", "subtotaal", "sub total")
"""A name that starts so sums up others, whatever follows."""

SUMMING_UP = TOTAL_WORDS | frozenset({
    "avg", "ave", "durchschnitt", "gesamtdurchschnitt", "durchschnittlich", "mittelwert", "mittel",
    "zwischensumme", "teilsumme", "gesamtsumme", "insgesamt", "moyenne", "moy", "ensemble", "sous", "somme",
    "promedio", "media", "suma", "totales", "conjunto", "totale", "somma", "medio", "complessivo", "razem",
    "srednia", "ogolem", "genomsnitt", "medel", "summa", "samtliga", "totalt", "gennemsnit", "gjennomsnitt",
    "samlet", "prumer", "celkem", "keskiarvo", "yhteensa", "ortalama", "toplam", "atlag", "osszesen",
    "tussentotaal", "groepstotaal", "groepsgemiddelde", "soma", "combined", "aggregate",
})  # fmt: skip
"""Words at the start or the end of a name that may sum up others, where its numbers say so."""

SUMMING_UP_OTHERWISE = (
    "средн", "итого", "всего", "сумма", "разом", "усього",
    "平均", "合计", "合計", "总计", "小计", "小計",
    "평균", "합계", "소계", "μέσος", "σύνολο", "ממוצע",
    'סה"כ', "متوسط", "المجموع", "إجمالي", "средна", "общо",
)  # fmt: skip
"""The same in letters that :func:`~cx.intake.words.comparable.plain` leaves out."""

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
