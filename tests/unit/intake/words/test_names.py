"""Short names of ratings: what differs within a question, in any language; what is a name already stays.

Long are further columns beside the questions of ``test_a_column_of_its_own_changes_no_name``.
"""

import pytest

from cx.intake.words.names import names_of
from tests.project import tiers

QUESTIONS = {
    "grid": (["Hoe tevreden bent u over: [Balie]", "Hoe tevreden bent u over: [Brief]"], ["Balie", "Brief"]),
    "numbered rows": (
        [
            "Q4_1: Please rate how easy it was to deal with us - Getting a quote",
            "Q4_2: Please rate how easy it was to deal with us - Making a claim",
        ],
        ["Getting a quote", "Making a claim"],
    ),
    "letters of rows": (["Q7a_Billing", "Q7b_Help desk"], ["Billing", "Help desk"]),
    "numbers": (["1-2. Delivery", "1-3. Returns"], ["Delivery", "Returns"]),
    "numbers and a blank": (["Q1 Delivery", "Q2 Price"], ["Delivery", "Price"]),
    "both ends": (["Import: Shop [Rating]", "Import: Call centre [Rating]"], ["Shop", "Call centre"]),
    "a bracket inside": (
        ["Rate the following: Billing (online)", "Rate the following: Help"],
        ["Billing (online)", "Help"],
    ),
    "names of columns": (["sat_delivery", "sat_price", "sat_app"], ["delivery", "price", "app"]),
    "ends of the scale": (
        ["Delivery (1 = very bad, 5 = very good)", "App (1 = very bad, 5 = very good)"],
        ["Delivery", "App"],
    ),
    "question and grade": (
        ["V1d Polis kiezen: rapportcijfer (1-10)", "V2d Schademelding: rapportcijfer (1-10)"],
        ["Polis kiezen", "Schademelding"],
    ),
    "a question around it": (["Was the quote clear?", "Was the app clear?"], ["quote", "app"]),
    "satisfaction with": (["Satisfaction with delivery", "Satisfaction with price"], ["delivery", "price"]),
    "other articles": (
        ["How satisfied are you with the delivery?", "How satisfied are you with your adviser?"],
        ["delivery", "adviser"],
    ),
    "beside a question about all": (
        [
            "How satisfied are you with the delivery?",
            "How satisfied are you with the price?",
            "How satisfied are you overall?",
        ],
        ["delivery", "price", "overall"],
    ),
    "two of a kind": (
        [
            "How satisfied are you with the delivery by post?",
            "How satisfied are you with the delivery by van?",
            "How satisfied are you with the price?",
        ],
        ["delivery by post", "delivery by van", "price"],
    ),
    "numbers keep their word": (
        ["How satisfied are you with step 1?", "How satisfied are you with step 2?"],
        ["step 1", "step 2"],
    ),
    "capitals are no article": (
        ["How satisfied are you with the IT desk?", "How satisfied are you with the US office?"],
        ["IT desk", "US office"],
    ),
    "two languages": (
        [
            "How satisfied are you with the delivery? / Hoe tevreden bent u over de levering?",
            "How satisfied are you with the price? / Hoe tevreden bent u over de prijs?",
        ],
        ["delivery / levering", "price / prijs"],
    ),
    "two languages in a grid": (
        [
            "How satisfied are you with / Hoe tevreden bent u over: [Delivery / Levering]",
            "How satisfied are you with / Hoe tevreden bent u over: [Price / Prijs]",
        ],
        ["Delivery / Levering", "Price / Prijs"],
    ),
    "de": (
        ["Wie zufrieden sind Sie mit der Lieferung?", "Wie zufrieden sind Sie mit dem Preis?"],
        ["Lieferung", "Preis"],
    ),
    "de, a sentence": (
        ["Ich bin mit der Lieferung zufrieden", "Ich bin mit dem Preis zufrieden"],
        ["Lieferung", "Preis"],
    ),
    "fr": (
        [
            "Êtes-vous satisfait de l'accueil ?",
            "Êtes-vous satisfait de la livraison ?",
            "Êtes-vous satisfait du prix ?",
        ],
        ["accueil", "livraison", "prix"],
    ),
    "es": (
        ["¿Qué tan satisfecho está con el *alta*?", "¿Qué tan satisfecho está con el *área*?"],
        ["alta", "área"],
    ),
    "sv": (["Hur nöjd är du med leveransen?", "Hur nöjd är du med priset?"], ["leveransen", "priset"]),
    "fi": (
        ["Kuinka tyytyväinen olet toimitukseen?", "Kuinka tyytyväinen olet hintaan?"],
        ["toimitukseen", "hintaan"],
    ),
    "pl": (
        ["Jak bardzo jest Pan zadowolony z dostawy?", "Jak bardzo jest Pan zadowolony z ceny?"],
        ["dostawy", "ceny"],
    ),
    "tr": (
        ["Siparişten ne kadar memnunsunuz?", "Teslimattan ne kadar memnunsunuz?"],
        ["Siparişten", "Teslimattan"],
    ),
    "ru": (["Насколько вы довольны: доставка", "Насколько вы довольны: оплата"], ["доставка", "оплата"]),
    "hi": (["दिलीवरी से आप कितने संतुष्ट हैं?", "कीमत से आप कितने संतुष्ट हैं?"], ["दिलीवरी", "कीमत"]),
    "ar": (["ما مدى رضاك عن التوصيل؟", "ما مدى رضاك عن السعر؟"], ["التوصيل", "السعر"]),
    "zh": (["您对配送的满意度如何？", "您对价格的满意度如何？"], ["配送", "价格"]),
    "ja": (
        ["配送に満足していますか", "価格に満足していますか", "サポートに満足していますか"],
        ["配送", "価格", "サポート"],
    ),
    "ja, grid": (["満足度 [配送]", "満足度 [支払い]"], ["配送", "支払い"]),
}
CONTROLS = {
    "names that begin alike": ["Signing up", "First bill", "Signing off"],
    "names that end alike": ["Meter reading", "Card reading"],
    "details in brackets": ["Billing (online)", "Billing (post)"],
    "what touchpoints belong to": ["Contact: phone", "Contact: e-mail", "Invoice: paper", "Invoice: online"],
    "aspects, no question": ["Ease of finding the entrance", "Ease of finding the toilet", "Friendliness"],
    "qualities": ["Quality of the food", "Quality of the service", "Price"],
    "words with a hyphen": ["E-mail", "E-shop"],
    "words with a number": ["3D-printing", "4K-screens"],
    "numbers of opening hours": ["24/7 support", "24/7 chat"],
    "codes alone": ["Q1", "Q2", "Q3"],
    "the same header": ["Score: Shop", "Score: Shop"],
    "one alone": ["How satisfied are you with the shop?"],
    "nothing": [],
}


@pytest.mark.parametrize(("headers", "names"), QUESTIONS.values(), ids=QUESTIONS)
def test_what_differs_is_the_name(headers, names):
    assert names_of(headers) == tuple(names)


@pytest.mark.parametrize("headers", CONTROLS.values(), ids=CONTROLS)
def test_what_is_a_name_already_stays(headers):
    assert names_of(headers) == tuple(headers)


@pytest.mark.parametrize(
    "other", tiers.first(["Parking", "Opening hours: summer"], "How old are you?", "E-mail", "Q99")
)
@pytest.mark.parametrize(("headers", "names"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_column_of_its_own_changes_no_name(headers, names, other):
    assert names_of([other, *headers])[1:] == tuple(names)
    assert names_of([*headers, other])[:-1] == tuple(names)


def test_the_order_in_which_a_header_is_repeated_changes_nothing():
    assert names_of(
        ["Delivery", "How good was our service: Delivery", "How good was our service: Price"]
    ) == (
        "Delivery",
        "How good was our service: Delivery",
        "Price",
    )


def test_a_header_that_is_all_question_keeps_its_text():
    assert names_of(["How was it?: Shop", "How was it?: Call", "How was it?:"]) == (
        "Shop",
        "Call",
        "How was it?:",
    )


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (["満足度【店舗】", "満足度【配送】", "満足度【請求書】"], ("店舗", "配送", "請求書")),
        (["满意度（门店）", "满意度（配送）", "满意度（账单）"], ("门店", "配送", "账单")),
        (["「予約」の満足度", "「配送」の満足度", "「請求」の満足度"], ("予約", "配送", "請求")),
        (
            ["Tevredenheid balie", "Tevredenheid website", "Tevredenheid brief", "Tevredenheid loket"],
            ("balie", "website", "brief", "loket"),
        ),
        (["Cijfer winkel", "Cijfer hulp", "Cijfer post", "Cijfer app"], ("winkel", "hulp", "post", "app")),
    ],
)
def test_brackets_of_every_script_and_one_word_that_all_share_are_no_part_of_a_name(headers, names):
    assert names_of(headers) == names


@pytest.mark.parametrize(
    "headers",
    [
        ["Experience center", "Experience day", "Experience box", "Experience tour"],
        ["Rate plan", "Rate card", "Rate change", "Rate limit"],
        ["Score A", "Score B", "Score C", "Score D"],
        ["Tevredenheid balie", "Tevredenheid website"],
    ],
)
def test_a_shared_word_that_is_a_name_itself_or_that_few_share_stays(headers):
    assert names_of(headers) == tuple(headers)
