"""The invented energy supplier behind the sample data: its touchpoints, and its words in two languages.

The company does not exist and no figure was measured. What is written here is the picture that the samples
should give (which touchpoint satisfies, which one matters, how often it happens); `make_samples.py` turns it
into rows and respondents.
"""

from dataclasses import dataclass

SIGN_UP, USAGE, BILLS, SERVICE, CHANGES = range(5)
WEB, PHONE, MAIL, VISIT = range(4)
SALES, DIGITAL, BILLING, CARE, FIELD, MARKETING = range(6)
CONSUMERS, BUSINESS = range(2)
BEFORE, LATEST = range(2)


@dataclass(frozen=True)
class Touchpoint:
    """What is planned for one touchpoint; all figures are those of the latest period.

    `satisfaction` (1-10) is that of consumers in the main channel; `business`, `second` and `change` are
    the differences for small business, for the second channel, and since the period before. `impact` is the
    effect on NPS among consumers, `tilt` the factor for small business. `volume` and `n` are totals over
    channels and segments, `main` the main channel's part of them and `season` the volume of the period
    before as a part of the latest. `reach` is the part of the respondents who met it. `costs` are in euro,
    one per channel.
    """

    en: str
    nl: str
    journey: int
    owner: int
    channels: tuple[int, ...]
    costs: tuple[float, ...]
    satisfaction: float
    impact: float
    volume: int
    n: int
    sd: float
    reach: float
    business: float = -0.1
    second: float = 0.0
    change: float = 0.0
    tilt: float = 1.0
    main: float = 1.0
    season: float = 0.95
    consumers_only: bool = False


# names; journey, owner, channels, costs;
# satisfaction, impact, volume, n, sd, reach; then what differs by segment, channel and period
# fmt: off
TOUCHPOINTS = (
    Touchpoint("Switching to us", "Overstappen naar ons", SIGN_UP, SALES, (WEB, PHONE), (1.85, 11.40),
               7.95, 6.8, 41_300, 620, 1.52, 0.22,
               second=0.15, change=0.10, main=0.7, season=1.12),
    Touchpoint("Welcome email", "Welkomstmail", SIGN_UP, MARKETING, (MAIL,), (0.08,),
               7.40, 0.9, 39_800, 410, 1.38, 0.24,
               season=1.10),
    Touchpoint("Creating an account", "Account aanmaken", SIGN_UP, DIGITAL, (WEB,), (0.12,),
               7.24, 1.5, 46_200, 530, 1.71, 0.34,
               business=-0.35, change=0.08, season=1.08),
    Touchpoint("Usage in the app", "Verbruik in de app", USAGE, DIGITAL, (WEB,), (0.02,),
               8.10, 2.6, 2_000_000, 2_380, 1.34, 0.72,
               change=0.12, season=0.91, consumers_only=True),
    Touchpoint("Meter reading", "Meterstand doorgeven", USAGE, DIGITAL, (WEB, MAIL), (0.10, 0.95),
               7.72, 1.9, 318_400, 940, 1.47, 0.46,
               second=-0.55, main=0.85, season=1.04),
    Touchpoint("Smart meter installation", "Plaatsing slimme meter", USAGE, FIELD, (VISIT,), (118.00,),
               7.55, 2.8, 12_400, 260, 1.66, 0.11,
               business=0.15, change=-0.05),
    Touchpoint("Heat pump advice at home", "Warmtepompadvies thuis", USAGE, SALES, (VISIT,), (146.00,),
               8.62, 5.3, 4_800, 27, 1.21, 0.06,
               tilt=0.93, season=0.86),
    Touchpoint("Newsletter", "Nieuwsbrief", USAGE, MARKETING, (MAIL,), (0.01,),
               7.02, 0.4, 890_000, 610, 1.62, 0.58,
               business=-0.30, season=0.99),
    Touchpoint("Annual bill", "Jaarafrekening", BILLS, BILLING, (MAIL, WEB), (0.92, 0.11),
               6.30, 9.8, 236_400, 1_640, 2.04, 0.87,
               second=0.35, change=-0.12, tilt=0.95, main=0.72, season=0.88),
    Touchpoint("Monthly direct debit", "Maandelijkse incasso", BILLS, BILLING, (MAIL,), (0.03,),
               7.93, 1.1, 1_460_000, 1_120, 1.29, 0.84,
               season=0.99),
    Touchpoint("Changing the monthly amount", "Termijnbedrag aanpassen", BILLS, BILLING, (WEB, PHONE),
               (0.14, 6.90),
               7.52, 3.4, 205_300, 870, 1.58, 0.41,
               business=-0.25, second=-0.40, change=0.15, main=0.8, season=0.86),
    Touchpoint("Question about the bill", "Vraag over de rekening", BILLS, CARE, (PHONE, MAIL), (7.40, 5.10),
               6.70, 3.4, 148_100, 760, 1.96, 0.28,
               business=0.10, second=-0.45, main=0.7, season=0.92),
    Touchpoint("Payment reminder", "Betalingsherinnering", BILLS, BILLING, (MAIL,), (0.74,),
               6.24, 2.4, 184_200, 480, 2.11, 0.16,
               business=-0.25, change=-0.08),
    Touchpoint("Payment arrangement", "Betalingsregeling", BILLS, BILLING, (PHONE, WEB), (9.80, 0.35),
               7.40, 6.5, 17_800, 190, 1.88, 0.09,
               business=-0.30, second=-0.15, change=0.18, main=0.6),
    Touchpoint("Outage updates", "Updates bij storing", SERVICE, DIGITAL, (WEB, PHONE), (0.06, 6.20),
               7.78, 5.5, 92_600, 690, 1.64, 0.31,
               business=-0.20, second=-0.25, change=0.78, main=0.8, season=0.83),
    Touchpoint("Boiler repair", "Reparatie cv-ketel", SERVICE, FIELD, (VISIT,), (132.00,),
               8.43, 8.2, 38_200, 560, 1.42, 0.17,
               change=0.05, tilt=1.08, season=0.81),
    Touchpoint("Boiler maintenance", "Onderhoud cv-ketel", SERVICE, FIELD, (VISIT,), (84.00,),
               8.31, 3.8, 112_500, 840, 1.31, 0.37,
               season=0.97),
    Touchpoint("Phone menu", "Keuzemenu telefoon", SERVICE, CARE, (PHONE,), (0.31,),
               5.64, 2.9, 415_700, 920, 2.16, 0.44,
               business=-0.20, change=-0.10),
    Touchpoint("Chatbot", "Chatbot", SERVICE, DIGITAL, (WEB,), (0.09,),
               5.85, 1.7, 268_900, 730, 2.22, 0.29,
               business=-0.15, change=0.35, season=0.72),
    Touchpoint("Complaint handling", "Klachtafhandeling", SERVICE, CARE, (PHONE, MAIL), (28.50, 19.20),
               5.62, 9.1, 21_500, 420, 2.34, 0.13,
               business=-0.10, second=-0.50, change=0.06, main=0.6, season=1.06),
    Touchpoint("Moving house", "Verhuizing doorgeven", CHANGES, CARE, (WEB, PHONE), (0.40, 8.60),
               6.88, 6.9, 64_300, 360, 1.93, 0.19,
               second=0.20, change=-0.46, main=0.65, season=0.78),
    Touchpoint("Price change notice", "Bericht nieuwe tarieven", CHANGES, MARKETING, (MAIL,), (0.36,),
               6.02, 7.6, 610_000, 1_050, 2.08, 0.63,
               business=-0.35, change=-0.22, tilt=1.07, season=0.64),
    Touchpoint("Renewal offer", "Verlengingsvoorstel", CHANGES, SALES, (MAIL, PHONE), (0.28, 10.30),
               7.38, 4.7, 128_700, 710, 1.74, 0.38,
               business=-0.85, second=0.20, tilt=1.12, main=0.75, season=1.09),
    Touchpoint("Bereavement desk", "Nabestaandendesk", CHANGES, CARE, (PHONE,), (16.70,),
               6.08, 4.6, 400, 24, 2.27, 0.05,
               change=0.04, season=1.10, consumers_only=True),
)
# fmt: on


@dataclass(frozen=True)
class Words:
    """The words of one language: file and sheet names, column headers with their explanations, and values."""

    table_file: str
    responses_file: str
    contacts_file: str
    table_sheet: str
    about_sheet: str
    about_title: str
    about_lines: tuple[str, ...]
    about_headers: tuple[str, str]
    columns: tuple[tuple[str, str], ...]
    journeys: tuple[str, ...]
    channels: tuple[str, ...]
    segments: tuple[str, str]
    periods: tuple[str, str]
    owners: tuple[str, ...]
    respondent: str
    outcomes: tuple[str, str, str]
    no_yes: tuple[str, str]
    contact: tuple[str, str, str, str, str, str]
    directions: tuple[str, str]
    weight: str
    delimiter: str
    decimal: str


ENGLISH = Words(
    table_file="energy-touchpoints-en.xlsx",
    responses_file="energy-responses-en.csv",
    contacts_file="energy-contacts-en.parquet",
    table_sheet="Touchpoints",
    about_sheet="About",
    about_title="Touchpoints of an energy supplier",
    about_lines=(
        "Invented data: the company does not exist and no figure was measured.",
        "One row per touchpoint, channel, segment and period.",
        "24 touchpoints, 5 journeys, 4 channels, 2 segments, 2 periods.",
        "Only touchpoint and satisfaction are needed in a file of your own. The rest adds to the picture.",
    ),
    about_headers=("Column", "What it holds"),
    columns=(
        ("Touchpoint", "Where a customer meets the company. The same name in every row."),
        ("Journey", "The customer journey that the touchpoint belongs to."),
        ("Channel", "How the contact takes place."),
        ("Segment", "The group of customers."),
        ("Period", "The quarter in which the contacts took place."),
        ("Satisfaction (1-10)", "Average satisfaction with the touchpoint, from 1 to 10. Higher is better."),
        (
            "Impact on NPS",
            "How much it matters for NPS, with all touchpoints in one model. Higher matters more.",
        ),
        ("Volume", "Number of contacts in the period."),
        ("n", "Number of customers who rated the touchpoint."),
        ("Sd", "Standard deviation of the ratings."),
        ("Cost per contact", "Average cost of one contact, in euro."),
        ("Owner", "The team that can change the touchpoint."),
    ),
    journeys=(
        "Becoming a customer",
        "Using energy",
        "Bills and payments",
        "Service and outages",
        "Changes and renewal",
    ),
    channels=("Website and app", "Phone", "Email and letter", "Engineer visit"),
    segments=("Consumers", "Small business"),
    periods=("Q2 2026", "Q3 2026"),
    owners=("Sales", "Digital", "Billing", "Customer service", "Field service", "Marketing"),
    respondent="Respondent",
    outcomes=("Overall satisfaction (0-10)", "Would recommend (NPS, 0-10)", "Churned"),
    no_yes=("no", "yes"),
    contact=("Customer", "Time", "Touchpoint", "Channel", "Direction", "Churned"),
    directions=("inbound", "outbound"),
    weight="Weight",
    delimiter=",",
    decimal=".",
)

DUTCH = Words(
    table_file="energie-contactmomenten-nl.xlsx",
    responses_file="energie-antwoorden-nl.csv",
    contacts_file="energie-contacten-nl.parquet",
    table_sheet="Contactmomenten",
    about_sheet="Toelichting",
    about_title="Contactmomenten van een energieleverancier",
    about_lines=(
        "Verzonnen gegevens: het bedrijf bestaat niet en geen enkel cijfer is gemeten.",
        "Eén rij per contactmoment, kanaal, segment en periode.",
        "24 contactmomenten, 5 klantreizen, 4 kanalen, 2 segmenten, 2 periodes.",
        "In je eigen bestand zijn alleen contactmoment en tevredenheid nodig. De rest vult het beeld aan.",
    ),
    about_headers=("Kolom", "Wat erin staat"),
    columns=(
        ("Contactmoment", "Waar een klant het bedrijf tegenkomt. In elke rij dezelfde naam."),
        ("Klantreis", "De klantreis waar het contactmoment bij hoort."),
        ("Kanaal", "Hoe het contact verloopt."),
        ("Segment", "De groep klanten."),
        ("Periode", "Het kwartaal waarin de contacten plaatsvonden."),
        (
            "Tevredenheid (1-10)",
            "Gemiddelde tevredenheid met het contactmoment, van 1 tot 10. Hoger is beter.",
        ),
        (
            "Impact op NPS",
            "Hoe zwaar het weegt voor de NPS, met alle contactmomenten in één model. Hoger is zwaarder.",
        ),
        ("Volume", "Aantal contacten in de periode."),
        ("n", "Aantal klanten dat het contactmoment heeft beoordeeld."),
        ("Sd", "Standaardafwijking van de beoordelingen."),
        ("Kosten per contact", "Gemiddelde kosten van één contact, in euro."),
        ("Eigenaar", "Het team dat het contactmoment kan veranderen."),
    ),
    journeys=(
        "Klant worden",
        "Energie gebruiken",
        "Rekening en betalen",
        "Service en storingen",
        "Wijzigen en verlengen",
    ),
    channels=("Website en app", "Telefoon", "E-mail en brief", "Monteur aan huis"),
    segments=("Particulier", "Zakelijk"),
    periods=("Q2 2026", "Q3 2026"),
    owners=("Verkoop", "Digitaal", "Facturatie", "Klantenservice", "Buitendienst", "Marketing"),
    respondent="Respondent",
    outcomes=("Algemene tevredenheid (0-10)", "Zou aanbevelen (NPS, 0-10)", "Opgezegd"),
    no_yes=("nee", "ja"),
    contact=("Klant", "Tijdstip", "Contactmoment", "Kanaal", "Richting", "Opgezegd"),
    directions=("ingaand", "uitgaand"),
    weight="Weegfactor",
    delimiter=";",
    decimal=",",
)
