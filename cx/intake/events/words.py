"""What columns of logs are called, in English, Dutch, German, French and Spanish; facts about words.

Headers are compared in plain form (:func:`cx.intake.words.plain`): small letters, no signs, no accents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cx.records.file import Role

_CUSTOMER = (
    r"(?:customer|client|consumer|user|member|patient|subscriber|account|person|visitor|passenger|guest|"
    r"caller|"
    r"respondent|student|citizen|policy ?holder|klant|gebruiker|clie ?nt|patient|lid|abonnee|bezoeker|"
    r"relatie|debiteur|"
    r"kunde|kunden|nutzer|mitglied|benutzer|utilisateur|abonne|adherent|cliente|usuario|paciente|socio)"
)
_NUMBER = r"(?: ?(?:id|ids|no|nr|num|number|code|key|ref|uuid|guid|hash|nummer|numero|kennung|identifiant))"
CUSTOMER = re.compile(
    rf"(?:id )?(?:de |del |du )?{_CUSTOMER}{_NUMBER}?|(?:id|numero|nr|no) (?:de |del |du )?{_CUSTOMER}"
)
"""A column of this name is the customer's."""
_CASE = (
    r"(?:case|trace|process instance|instance|ticket|session|visit|order|application|loan|claim|dossier|"
    r"zaak|melding|"
    r"aanvraag|sessie|bezoek|bestelling|incident|request|request for service|journey|path|vorgang|fall|"
    r"auftrag|sitzung|"
    r"dossiers|commande|visite|caso|pedido|sesion|encounter|admission|episode|issue|document|invoice|"
    r"call|contact|"
    r"conversation|interaction|parcours|lead|opportunity|booking|reservation|boeking|polis|policy|contract)"
)
CASE = re.compile(
    rf"(?:id )?(?:de |del |du )?{_CASE}{_NUMBER}|case|trace|case concept name|(?:id|numero|nr) (?:de |"
    rf"del |du )?{_CASE}"
)
ID = re.compile(r".*\b(?:id|ids|uuid|guid|nummer|nr|no|number|key|numero|kennung|identifier)\b|#")
XES_CASE, XES_NAME = "case concept name", "concept name"
"""What logs in XES, and tables made of them, call case and touchpoint."""
EVENT_ID = re.compile(
    r"(?:event|row|log|record|line|regel|gebeurtenis|entry|zeile|ligne) ?(?:id|nr|no|number|nummer|uuid|key)?"
)

NAMES: Mapping[Role, re.Pattern[str]] = {
    "touchpoint": re.compile(
        r"(?:concept name|activity|activities|activity name|activity id|event|event name|event type|"
        r"eventtype|touchpoint|"
        r"touch point|touchpoint name|contact ?moment|klantcontactmoment|contact ?type|type of contact|"
        r"soort contact|contact reason|"
        r"reason(?: for contact)?|contactreden|reden(?: van contact)?|action|action name|actie|"
        r"activiteit|gebeurtenis|stap|step|step name|"
        r"task|task name|taak|page|page name|page type|pagina|screen|scherm|process step|processtap|"
        r"status|state|stage|fase|"
        r"aktivitat|ereignis|schritt|vorgangsschritt|kontaktpunkt|kontaktgrund|seite|activite|evenement|"
        r"etape|point de contact|motif|"
        r"actividad|evento|paso|etapa|punto de contacto|topic|onderwerp|subject|department|treatment|"
        r"what|wat|interaction|"
        r"interaction type|operation|category|call type|call reason|message type|milestone|"
        r"verrichting|handeling|behandeling|zorgactiviteit|ingreep|procedure|procedure name|care activity|"
        r"naam contactmoment|touchpunt)"
    ),
    "time": re.compile(
        r"(?:time timestamp|timestamp|time stamp|event time|eventtime|event date|event timestamp|"
        r"event datetime|time|date ?time|datetime|"
        r"start|start ?time|started|started at|start timestamp|start date|begin|begin time|begun at|"
        r"date|created|created at|creation time|occurred|occurred at|"
        r"when|moment|contact date|contact time|visit date|call date|session start|ts|date and time|"
        r"tijdstip|tijd|datum|starttijd|startdatum|begintijd|begindatum|aangemaakt|"
        r"aangemaakt op|datum tijd|datum en tijd|contactdatum|contact datum|zeit|zeitpunkt|zeitstempel|"
        r"datum uhrzeit|startzeit|beginn|erstellt am|"
        r"horodatage|heure|date heure|date debut|heure debut|debut|fecha|fecha hora|hora|fecha inicio|"
        r"inicio|logged at|received|received at|ontvangen|ontvangen op|complete timestamp)"
    ),
    "end": re.compile(
        r"(?:end|end ?time|ended|ended at|end timestamp|end date|finish|finished|finish time|stop|"
        r"stop time|completed|completed at|complete time|"
        r"complete timestamp|completion time|closed|closed at|close time|resolved at|session end|"
        r"eindtijd|einddatum|einde|eind|klaar|afgerond|afgerond op|afgesloten op|gesloten op|ende|"
        r"endzeit|abgeschlossen am|enddatum|fin|date fin|heure fin|fin le|fecha fin|hora fin)"
    ),
    "order": re.compile(
        r"(?:order|sequence|seq|sequence number|seq no|sequence no|sort order|event number|event no|"
        r"event nr|event order|event index|index|position|step number|step no|step nr|"
        r"rank|nr|no|volgorde|volgnummer|volgnr|stapnummer|reihenfolge|laufende nummer|lfd nr|ordre|"
        r"sequence d evenement|orden|secuencia|hit number)"
    ),
    "channel": re.compile(r"(?:.*\b)?(?:channel|channels|medium|kanaal|kanal|canal|contactkanaal|via)"),
    "direction": re.compile(
        r"(?:direction|call direction|in out|inbound outbound|inbound|richting|in uit|richtung|sens|"
        r"direccion|sentido|initiator|initiated by)"
    ),
    "result": re.compile(
        r"(?:result|disposition|resolution|outcome code|call result|call outcome|resultaat|afhandeling|"
        r"uitkomst contact|ergebnis|resultat|resultado|solved|resolved|opgelost|transferred|passed on|"
        r"escalated|forwarded|doorverbonden|doorgestuurd|doorgezet|geescaleerd|weitergeleitet|transfere)"
    ),
    "standard": re.compile(
        r"(?:(?:within |met |in )?(?:the )?(?:service )?(?:standard|norm|sla|service level)"
        r"(?: (?:met|kept|ok|achieved))?|"
        r"(?:binnen |haalt |voldoet aan )?(?:de )?(?:service ?)?(?:norm|standaard|sla)"
        r"(?: (?:gehaald|behaald|ok))?|voldaan aan (?:de )?norm|norm (?:erfullt|eingehalten)|"
        r"(?:norme|standard) respectee?)"
    ),
    "duration": re.compile(
        r"(?:duration|duration seconds|duration s|duration min|duration minutes|handling time|"
        r"handle time|aht|call duration|talk time|length|duur|gespreksduur|behandeltijd|looptijd|dauer|"
        r"duree|"
        r"duracion|seconds|minutes|seconden|minuten)"
    ),
    "period": re.compile(
        r"(?:period|periode|wave|golf|quarter|kwartaal|month|maand|year|jaar|quartal|monat|jahr|"
        r"zeitraum|trimestre|mois|annee|periodo|mes|cohort)"
    ),
    "outcome": re.compile(
        r"(?:outcome|churn|churned|churn flag|has churned|is churned|left|has left|customer left|"
        r"attrition|cancelled|canceled|terminated|lapsed|retained|"
        r"satisfaction|csat|nps|ces|customer value|value|clv|ltv|revenue|target|label|uitkomst|"
        r"vertrokken|opgezegd|overgestapt|tevredenheid|"
        r"klantwaarde|omzet|gekundigt|abgewandert|zufriedenheit|kundenwert|umsatz|resilie|parti|"
        r"satisfait|valeur client|"
        r"baja|abandono|satisfaccion|converted|conversion|geconverteerd)"
    ),
    "segment": re.compile(
        r"(?:segment|customer segment|klantsegment|kundensegment|region|regio|country|land)"
    ),
}
"""The whole of a plain header."""
OTHER_DATES = re.compile(
    r".*\b(?:birth|born|dob|geboorte\w*|geburt\w*|naissance|nacimiento|reg|registration|registered|"
    r"signup|sign up|joined|due|deadline|expiry|expires|"
    r"expected|planned|modified|updated|last|until|tot|contract|case|customer|klant)\b.*"
)
"""Dates of something else than the event."""
PASSED_ON = re.compile(
    r"\b(?:transfer\w*|passed (?:on|to)|pass(?:ed)? over|forward\w*|escalat\w*|handed (?:over|on)|referred|"
    r"rerouted|doorverbond\w*|doorgestuurd|doorgezet|doorgegeven|doorverwezen|overgedragen|geescaleerd|"
    r"escalatie|weitergeleitet|weiterverbunden|weitergegeben|eskaliert|ubergeben|transfer\w*|reoriente\w*|"
    r"escalade\w*|transferid\w*|escalad\w*|derivad\w*)\b"
)
"""Results that say that a contact was passed on to somebody else."""
NOT_SO = re.compile(r"^(?:no|not|non|never|without|niet|geen|zonder|nooit|nicht|kein\w*|ohne|sans|pas|sin)\b")
"""Before them these words deny it."""
LIFECYCLE = re.compile(r"lifecycle transition|lifecycle|transition|transaction type")
LEFT = re.compile(
    r"churn|attrit|cancel|\bleft\b|lapse|terminat|verloop|opge?zeg|vertrok|beeindig|overgestapt|"
    r"gekundigt|kundigung|"
    r"abgewander|resili|\bparti\b|\bbaja\b|abandon",
    re.IGNORECASE,
)
"""An outcome of this name says that the customer left, where it is yes."""
YES = frozenset(
    {"yes", "ja", "true", "waar", "y", "j", "1", "oui", "si", "wahr", "vrai", "left", "churned", "vertrokken"}
)
NO = frozenset(
    {
        "no",
        "nee",
        "neen",
        "false",
        "onwaar",
        "n",
        "0",
        "non",
        "nein",
        "falsch",
        "faux",
        "stayed",
        "retained",
        "gebleven",
    }
)
DIRECTIONS = frozenset(
    {"in", "out", "inbound", "outbound", "incoming", "outgoing", "ingaand", "uitgaand", "inkomend",
     "eingehend", "ausgehend", "entrant", "sortant", "entrante", "saliente", "customer", "company", "klant",
     "bedrijf"}
)  # fmt: skip
