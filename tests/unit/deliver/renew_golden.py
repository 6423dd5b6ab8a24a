"""Write the golden text trees anew: python -m tests.unit.deliver.renew_golden"""

from cx import deliver
from tests.unit.deliver import cases
from tests.unit.deliver.added import additions
from tests.unit.deliver.deck.test_deck import GOLDEN

WITH = ("drivers", "comparison", "alerts", "votes", "decisions", "missions")

for lang in ("en", "nl"):
    content = deliver.deck(cases.matrix(), lang=lang, day=cases.DAY)
    (GOLDEN / f"deck-{lang}.txt").write_text(cases.text_tree(content), encoding="utf-8")
    added = additions(cases.matrix())
    told = deliver.deck(cases.matrix(), lang=lang, day=cases.DAY, added=added, topics=WITH)
    (GOLDEN / f"deck-added-{lang}.txt").write_text(cases.text_tree(told), encoding="utf-8")
