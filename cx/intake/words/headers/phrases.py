"""What columns are called, in Dutch and English, with German and French beside them.

Facts about words, not about a file: which phrases name which role, and which words only say something beside
others.
"""

from __future__ import annotations

from collections.abc import Mapping

from cx.records.file import Role

PHRASES: Mapping[Role, tuple[str, ...]] = {
    "touchpoint": (
        "touchpoint", "tp", "journey step", "step in journey", "stap klantreis", "stap in klantreis",
        "contact", "contact reason", "contactreden", "reden contact", "klantvraag", "experience",
        "ervaring", "touchpoints", "touch point", "touch points", "touchpoint name", "name of touchpoint",
        "customer touchpoint", "contact moment", "contact moments", "contact point", "moment of truth",
        "interaction", "service", "service name", "name of service", "process", "process step", "step",
        "activity", "item", "attribute", "moment", "contactmoment", "contactmomenten", "klantcontactmoment",
        "klantcontact", "klantmoment", "contactpunt", "klantinteractie", "interactie", "processtap",
        "proces", "stap", "dienst", "onderwerp", "aspect", "naam", "naam contactmoment", "name",
        "kontaktpunkt", "beruhrungspunkt", "point de contact", "concept name",
        "row labels", "rijlabels", "zeilenbeschriftungen", "etiquettes de lignes", "contactmom",
        "klantcontactmomenten", "contact type", "contacttype", "type contact", "reason for contact",
        "call reason", "call driver", "reden van contact", "beruhrungspunkte", "kontaktpunkte",
        "kontaktgrund", "kontaktanlass", "anliegen", "points de contact", "motif de contact",
        "raison du contact", "etape", "schritt", "prozessschritt", "prozess", "journeystap",
        "kundenkontaktpunkt", "leistung", "prestation", "bezeichnung", "libelle", "intitule", "nom",
    ),
    "satisfaction": (
        "satisfaction", "satisfied", "% satisfied", "satisfied %", "tevreden", "% tevreden", "tevreden %",
        "tev", "customer sat", "cust sat", "customer rating", "klantoordeel", "oordeel", "eindcijfer",
        "quality score", "customer satisfaction", "csat", "sat", "satisfaction score",
        "satisfaction rating", "customer satisfaction score", "mean satisfaction", "average satisfaction",
        "avg satisfaction", "mean sat", "performance", "perceived quality", "top box", "topbox",
        "mean topbox", "mean performance", "average performance", "top 2 box", "top box percentage",
        "top2box", "happiness", "tevredenheid", "klanttevredenheid", "tevredenheidsscore",
        "tevredenheidscijfer", "gemiddelde tevredenheid", "ktv", "kto", "kto score", "rapportcijfer",
        "gem cijfer", "gemiddeld cijfer", "klantwaardering", "waardering", "zufriedenheit",
        "kundenzufriedenheit", "satisfaction client", "ervaren kwaliteit",
        "klantbeleving", "t2b", "tevr",
        "zufr", "kundenzuf", "kuzu", "zuf", "zufriedenheitswert", "zufriedenheitsscore",
        "mittlere zufriedenheit", "durchschnittliche zufriedenheit", "zufriedenheit mittelwert",
        "gesamtzufriedenheit", "satisfaction moyenne", "taux de satisfaction", "satisf",
        "satisfaction globale", "score de satisfaction", "note de satisfaction", "klanttevr", "klanttev",
        "gem tev", "gem tevr", "gem tevredenheid", "tevrscore", "avg csat", "mean csat", "csat score",
        "csat rating", "average csat", "average of csat", "ktv score",
        "tevredenheid klant", "mate van tevredenheid",
        "zufriedene kunden", "anteil zufriedener kunden", "anteil zufrieden", "zufrieden", "% zufrieden",
        "tevreden klanten",
        "% tevreden klanten", "satisfied customers", "clients satisfaits", "% satisfaits",
        "part de satisfaits",
    ),
    "impact": (
        "impact", "imp", "correlation", "correlatie", "regression coefficient", "regressiecoefficient",
        "coefficient", "shapley", "shapley value", "relative weight", "driver strength", "driver impact",
        "impact score", "impact on nps", "impact on churn", "impact on revenue", "impact on ces",
        "relative impact", "derived importance", "derived impact", "effect", "driver weight", "influence",
        "invloed", "relatieve impact", "effect op nps", "invloed op nps", "afgeleid belang", "effekt",
        "einfluss", "auswirkung", "influence sur nps", "beta", "regression weight", "driver score",
        "effectgrootte", "effect size", "standardized beta", "standardised beta", "beta coefficient", "r2",
        "r squared", "samenhang", "driver importance", "gewicht in model", "weight in model", "model weight",
        "wirkung", "einflussstarke", "effet", "poids", "coefficient de regression", "gewicht auf nps",
        "importance derivee", "abgeleitete wichtigkeit", "effect op tevredenheid", "belang afgeleid",
    ),
    "volume": (
        "volume", "volumes", "vol", "contacts", "number of contacts", "no of contacts", "# contacts",
        "contact volume", "count", "frequency", "traffic", "visits", "calls", "interactions",
        "transactions", "customers", "#", "number", "number of customers", "number of interactions",
        "total volume", "usage", "reach", "qty", "quantity", "aantal", "aantallen", "contacten",
        "aantal contacten", "aantal klanten", "klanten", "frequentie", "bereik", "gebruik", "contactvolume",
        "aantal keer", "per jaar", "jaarvolume", "anzahl", "kontakte", "nombre", "nombre de contacts",
        "menge", "bezoeken", "klantbezoeken", "tickets", "cases", "sessions", "chats", "users", "orders",
        "gesprekken", "gebruikers", "transacties", "bestellingen", "meldingen", "dossiers",
        "anz", "anz kontakte", "anzahl kontakte", "kontaktvolumen", "vorgange", "aant",
        "aantal contactmomenten", "contacten per jaar", "contactaantal", "nb", "nb contacts",
        "nb de contacts", "nbre", "volumetrie", "nombre d appels", "nombre clients", "kunden", "haufigkeit",
        "anrufe", "volumen", "frequence", "trafic", "visites", "nr of contacts", "count of case id",
        "visitors", "guests", "patients", "passengers", "attendees", "bezoekers", "reizigers", "besucher",
        "visiteurs",
    ),
    "segment": (
        "segment", "customer segment", "segments", "target group", "customer group", "customer type",
        "audience", "persona", "klantsegment", "doelgroep", "klantgroep", "klanttype", "klantsoort",
        "zielgruppe", "kundensegment", "groupe cible", "type klant", "klantprofiel", "region", "regio",
        "country", "land", "brand", "merk", "customer profile", "age group", "leeftijdsgroep",
        "kundengruppe", "kundentyp", "klantengroep", "segment client", "type de client", "pays", "marke",
        "marque", "bundesland",
    ),
    "period": (
        "period", "quarter", "month", "year", "wave", "week", "date", "measurement", "fiscal year",
        "release period", "periode", "kwartaal", "maand", "jaar", "meting", "meetmoment", "golf", "datum",
        "quartal", "zeitraum", "monat", "jahr", "trimestre", "mois", "annee", "peilmoment", "peiling",
        "meetperiode", "tijdvak", "ronde", "round", "survey round", "reporting period", "verslagjaar",
        "boekjaar",
        "semester", "halfjaar", "halbjahr", "semestre", "mesure", "messzeitpunkt", "welle", "vague",
        "erhebung", "wave number", "meetronde",
    ),
    "journey": (
        "journey", "customer journey", "journey name", "journeys", "phase", "journey phase", "stage",
        "journey stage", "life event", "episode", "klantreis", "klantreizen", "customer journey fase",
        "fase", "reis", "klantreisfase", "kundenreise", "parcours", "parcours client", "domein",
        "kundenreise phase", "phase parcours", "etape du parcours", "journey fase",
        "customer journey phase",
    ),
    "channel": (
        "channel", "channels", "contact channel", "medium", "kanaal", "kanalen", "contactkanaal",
        "klantkanaal", "kanal", "canal",
        "kontaktkanal", "canal de contact", "kontaktweg", "vertriebskanal",
    ),
    "cost": (
        "cost", "costs", "cost per contact", "unit cost", "cost per transaction", "cpt", "cost price",
        "kosten", "kosten per contact", "kostprijs", "kosten per klantcontact", "kost", "prijs per contact",
        "cout", "stuckkosten", "total cost", "totale kosten",
    ),
    "n": (
        "n", "base", "sample", "sample size", "respondents", "number of respondents", "no of respondents",
        "responses", "number of responses", "answers", "completes", "completed surveys", "respondenten",
        "aantal respondenten", "respons", "aantal antwoorden", "antwoorden", "waarnemingen",
        "aantal waarnemingen", "steekproef", "basis", "stichprobe", "befragte", "nombre de repondants",
        "n obs", "observations", "aantal beoordelingen", "number of ratings",
        "effectif", "effectifs", "anz befragte", "anzahl befragte", "anzahl antworten", "anz antworten",
        "nb repondants", "nombre de reponses", "nb reponses", "repondants", "fallzahl", "aantal resp",
        "aantal enquetes", "n responses", "response count", "number of surveys", "surveys",
        "questionnaires", "enquetes ingevuld", "fragebogen", "gem n", "ongewogen n",
        "n ongewogen", "base size", "unweighted base", "antworten", "antwortende", "ratings", "reviews",
        "votes", "evaluations", "avis", "bewertungen", "stemmen", "beoordelingen", "n ratings",
        "nombre d avis", "nb d avis", "nombre d evaluations", "anzahl bewertungen", "aantal stemmen",
    ),
    "sd": (
        "sd", "std", "std dev", "stdev", "st dev", "standard deviation", "deviation", "spread",
        "stdeviation", "standaarddeviatie", "standaardafwijking", "spreiding", "stdafw",
        "stdev satisfaction", "standardabweichung", "ecart type",
        "stdabw", "std abw", "standardabw", "ecart types", "ecarttype", "std afw", "stand dev", "stand afw",
    ),
    "expectation": (
        "expectation", "expectations", "expected satisfaction", "expected", "expected score", "verwachting",
        "verwachtingen", "verwachte tevredenheid", "erwartung", "attente",
        "erwartungen", "attentes",
    ),
    "importance": (
        "importance", "stated importance", "importance score", "importance rating", "belang",
        "belangrijkheid", "gesteld belang", "genoemd belang", "wichtigkeit", "bedeutung",
        "importance declaree", "prioriteit klant",
        "wichtigk", "wichtig", "bel", "belangr", "importance moyenne", "mittlere wichtigkeit",
        "gemiddeld belang", "imp stated", "stated imp",
    ),
    "exposure": (
        "exposure", "share exposed", "share of customers", "penetration", "aandeel klanten",
        "blootstelling",
    ),
    "owner": (
        "owner", "process owner", "responsible", "department", "team", "accountable", "eigenaar",
        "proceseigenaar", "verantwoordelijke", "verantwoordelijk", "afdeling", "eigner", "verantwortlich",
        "responsable",
        "prozessverantwortlicher", "abteilung", "service responsable", "zustandig",
    ),
    "note": (
        "note", "notes", "comment", "comments", "remark", "remarks", "explanation", "description",
        "opmerking", "opmerkingen", "toelichting", "omschrijving", "notitie", "beschrijving", "bemerkung",
        "kommentar", "remarque", "commentaire",
        "anmerkung", "anmerkungen", "remarques", "commentaires", "notizen", "bemerkungen",
    ),
    "respondent": (
        "respondent", "respondent id", "respondentnummer", "respondent nr", "customer id", "client id",
        "klantnummer", "klant id", "klantid", "customer number", "case id", "case concept name", "user id",
        "survey id", "participant",
        "klantnr", "klant nr", "klantennummer", "relatienummer", "respnr", "resp nr", "resp", "respid",
        "resp id", "respondentnr", "respondentid", "response id", "responseid", "deelnemer",
        "deelnemernummer", "participant id", "teilnehmer", "teilnehmer id", "teilnehmernummer", "befragter",
        "kundennummer", "kundennr", "kunden nr", "kd nr", "kunden id", "kundenid", "repondant",
        "id repondant", "numero client", "no client", "id client", "client", "customer", "customerid",
        "customer nr", "customer no", "panelid", "panel id", "member id", "lidnummer", "polisnummer",
        "debiteurnummer", "debiteur", "account id", "accountnummer", "fallnummer",
    ),
    "weight": (
        "weight", "weging", "weegfactor", "gewicht", "weging factor", "weighting",
        "weegf", "weeg", "wegingsfactor", "gewichtung", "gewichtungsfaktor", "ponderation",
        "poids de sondage", "wgt", "survey weight",
    ),
    "time": (
        "timestamp", "time", "datetime", "date time", "tijdstip", "tijd", "datum tijd", "time timestamp",
        "tijdstempel", "zeitstempel", "horodateur", "horodatage", "start date", "end date", "startdate",
        "enddate", "start date utc", "submit date", "submit date utc", "begintijd", "eindtijd", "starttijd",
        "tijd van voltooien", "voltooid op", "completion time", "start time", "end time", "recorded date",
        "recordeddate", "date submitted", "submitted at", "submission date", "created at", "created",
        "date created", "startzeit", "endzeit", "fertigstellungszeit", "heure de debut", "heure de fin",
        "datum en tijd", "date heure", "invuldatum", "ingevuld op",
    ),
}  # fmt: skip
"""Per role the phrases that name it, as :func:`cx.intake.words.comparable.plain` writes them."""

WEAK: Mapping[Role, tuple[str, ...]] = {
    "satisfaction": (
        "schulnote", "schulnoten",
        "answer", "antwoord", "antwort", "reponse", "score", "rating", "mean", "average", "avg",
        "mean score", "average score", "grade", "cijfer",
        "gemiddelde", "gemiddelde score", "gem", "beoordeling", "note moyenne", "bewertung", "result",
        "resultaat", "nps", "ces", "customer effort score", "net promoter score", "effort", "moeite",
        "ease", "gemak", "customer effort", "klantinspanning", "inspanning", "effort score", "aufwand",
        "kundenaufwand", "emotion", "emotie", "mood", "beleving", "moyenne", "mittelwert", "durchschnitt",
    ),
}  # fmt: skip
"""Phrases that name a role only where no stronger column does."""

FIRST: tuple[Role, ...] = (
    "expectation", "sd", "n", "importance", "impact", "cost", "owner", "note", "respondent",
)  # fmt: skip
"""Roles that win where a header holds words of several: ``Impact on satisfaction`` is impact."""

WHOLE = frozenset({
    "zufrieden", "anliegen", "anz", "bel", "bezeichnung", "client", "contact type", "contacttype", "created",
    "customer", "debiteur", "deelnemer", "effectif", "effectifs", "effet", "etape", "fallzahl",
    "frequence", "gem n", "haufigkeit", "intitule", "kunden", "leistung", "libelle", "marke", "marque",
    "mesure", "nb", "nbre", "nom", "nombre clients", "pays", "poids", "prestation", "prozess", "resp",
    "row labels", "schritt", "teilnehmer", "trafic", "type contact", "vague", "visites", "volumen",
    "vorgange", "weeg", "welle", "wichtig", "wirkung", "zuf", "zustandig", "semester", "kundengruppe",
    "repondant", "repondants", "aant", "attentes", "bestellingen", "bezoeken", "cases", "chats",
    "dossiers", "gebruikers", "gesprekken", "meldingen", "orders", "r2", "samenhang", "sessions", "tevr",
    "tickets", "transacties", "users", "#", "activity", "afdeling", "answers", "aspect", "attente",
    "attribute", "audience", "base", "basis", "bedeutung", "bereik", "beta", "brand", "coefficient",
    "country", "customers", "date", "datum", "department", "description", "deviation", "dienst", "domein",
    "effect", "effekt", "episode", "ervaring", "expected", "experience", "explanation", "fase", "gebruik",
    "gewicht", "golf", "happiness", "imp", "influence", "interactie", "interaction", "item", "klanten",
    "land", "measurement", "medium", "menge", "merk", "moment", "naam", "name", "name of service", "nombre",
    "note", "notes", "number", "onderwerp", "oordeel", "peiling", "per jaar", "performance", "persona",
    "phase", "proces", "process", "process step", "processtap", "reach", "regio", "region", "reis",
    "respons", "responses", "responsible", "ronde", "round", "sample", "satisfied", "service",
    "service name", "spread", "stage", "stap", "step", "team", "tev", "tevreden", "tijd", "time", "tp",
    "traffic", "usage", "weight", "visitors", "guests", "patients", "passengers", "attendees", "votes",
    "bezoekers", "reizigers", "besucher", "visiteurs", "ratings", "reviews", "avis", "bewertungen",
    "stemmen", "beoordelingen", "evaluations", "antworten", "contact", "correlatie", "correlation", "count",
})  # fmt: skip
"""Phrases that name a role only as the whole header: in ``Phone number`` or ``Date of birth`` they do not."""

WEAK_PARTS = (
    "score", "rating", "cijfer", "beoordeling", "nps", "ces",
)  # fmt: skip
"""Weak words that still say something inside a longer header."""

GOALS = (
    "churn", "revenue", "turnover", "nps", "ces", "retention", "loyalty", "omzet", "opzegging", "verloop",
    "behoud", "retentie", "loyaliteit", "umsatz", "chiffre d affaires",
)  # fmt: skip
"""Business goals; a column named after one beside a satisfaction column may hold effects on it."""

EFFECTS = ("effect", "effects", "effekt", "influence", "invloed", "delta", "beta")
"""Beside a goal they say that the column holds effects on it."""

COUNTS = (
    "number of ", "no of ", "nr of ", "# ", "aantal ", "aant ", "anzahl ", "anz ", "nombre de ", "nombre d ",
    "nb de ", "nb ", "count of ",
)  # fmt: skip
"""How a header that counts something starts."""

ANSWERS = (
    "respond",
    "response",
    "respons",
    "answer",
    "antwo",
    "rating",
    "beoordeling",
    "survey",
    "resp",
    "teilnehm",
    "bewertung",
    "enquet",
    "befrag",
    "repon",
    "waarneming",
    "observ",
    "reacti",
    "reaktion",
    "review",
    "vote",
    "stimme",
    "respuest",
    "respost",
    "rispost",
    "svar",
    "odpowied",
    "vastau",
)
"""How words start that say that answers are counted."""

NEITHER = (
    "target", "doel", "doelstelling", "norm", "benchmark", "delta", "change", "verandering", "verschil",
    "difference", "rank", "ranking", "rang", "trend", "previous", "vorige", "vorig", "last year", "gap",
    "strategy", "strategie", "quadrant", "kwadrant", "plan", "forecast",
)  # fmt: skip
"""Words that turn a column into something else: ``Satisfaction target`` holds no satisfaction."""

AFTER = (
    "of", "on", "per", "with", "for", "by", "in", "van", "op", "met", "voor", "over", "aan", "bij", "sur",
    "de", "auf", "mit", "about",
)  # fmt: skip
"""Behind these words stands what a header is about, not what it is."""
