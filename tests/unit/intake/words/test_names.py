"""Short names within a battery: what differs between the headers."""

import pytest

from cx.intake.words.names import names_of


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (["Hoe tevreden bent u over: [Balie]", "Hoe tevreden bent u over: [Brief]"], ("Balie", "Brief")),
        (
            ["Wie zufrieden sind Sie mit der Lieferung?", "Wie zufrieden sind Sie mit der Rechnung?"],
            ("Lieferung", "Rechnung"),
        ),
        (["Q7a_Billing", "Q7b_Help desk"], ("Billing", "Help desk")),
        (["1-2. Delivery", "1-3. Returns"], ("Delivery", "Returns")),
        (["Import: Shop [Rating]", "Import: Call centre [Rating]"], ("Shop", "Call centre")),
        (["Billing (online)", "Billing (post)"], ("Billing (online)", "Billing (post)")),
        (["Rate the following: Billing (online)", "Rate the following: Help"], ("Billing (online)", "Help")),
        (
            ["¿Qué tan satisfecho está con el *alta*?", "¿Qué tan satisfecho está con el *área*?"],
            ("alta", "área"),
        ),
        (["Насколько вы довольны: доставка", "Насколько вы довольны: оплата"], ("доставка", "оплата")),
        (["満足度 [配送]", "満足度 [支払い]"], ("配送", "支払い")),
        (["Signing up", "First bill", "Signing off"], ("Signing up", "First bill", "Signing off")),
        (["Score: Shop", "Score: Shop"], ("Score: Shop", "Score: Shop")),
        (["How was it?: Shop", "How was it?:"], ("How was it?: Shop", "How was it")),
        (["How satisfied are you with the shop?"], ("How satisfied are you with the shop?",)),
        ([], ()),
    ],
)
def test_what_differs_is_the_name(headers, names):
    assert names_of(headers) == names
