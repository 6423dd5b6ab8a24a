"""The Data page asks what ``inspect`` asks, with the same readings, and lists the same columns.

Long are further files of ``test_the_page_asks_what_the_command_line_asks``, and of
``test_an_answer_on_the_page_settles_its_question_and_can_be_taken_back``.
"""

import pytest

from cx import intake, text
from cx.cli import inspection
from cx.records import Choices
from tests.app import screens
from tests.app.test_data_page import choices, data_page
from tests.made.odd import asked_files
from tests.project import tiers

FILES = sorted(kind for kind in asked_files.KINDS if kind != "sheets")
LANGUAGES = {"en": "en-GB", "nl": "nl-NL"}


def plain(words):
    """Words as they are read, without the signs that keep Markdown from reading them."""
    return " ".join(words.replace("\\", "").split())


FIRST = [("outcome", "nl"), ("overall", "en")]
FURTHER = [(kind, ("en", "nl")[at % 2]) for at, kind in enumerate(FILES) if kind not in dict(FIRST)]


@pytest.mark.parametrize(("kind", "lang"), tiers.first(FIRST, *FURTHER, rows=True))
def test_the_page_asks_what_the_command_line_asks(kind, lang):
    name, content = asked_files.KINDS[kind]()
    workbook = intake.read(content, name)
    seen = intake.understand(workbook)
    found = inspection.as_json(workbook, seen, lang)
    app = data_page(content.decode(), name, LANGUAGES[lang])
    titles = [text.say(f"questions.{one['kind']}", lang) for one in found["questions"]]
    boxes = [one for one in app.expander if one.label.partition(" · ")[0] in titles]
    assert [one.label.partition(" · ")[0] for one in boxes] == titles
    assert [one.proto.expanded for one in boxes] == [True, *[False] * (len(boxes) - 1)]
    assert text.say("questions.title", lang, n=len(boxes)) in [one.value for one in app.header]
    for key in (*(one.key for one in seen.questions), *(["outcome"] if kind == "outcome" else [])):
        app.session_state[f"question_0_{key}"] = True
    app.session_state["columns_0"] = True
    words = plain(screens.read(app.run()))
    for question in found["questions"]:
        assert plain(question["about"]) in words
        assert all(plain(reading["says"]) in words for reading in question["readings"])
    for column in found["columns"]:
        assert all(
            plain(clause) in words for clause in (column["name"], *column["because"], column["changes"])
        )


@pytest.mark.parametrize(
    "kind", tiers.first(["words"], *(one for one in FILES if one not in ("words", "outcome")))
)
def test_an_answer_on_the_page_settles_its_question_and_can_be_taken_back(kind):
    name, content = asked_files.KINDS[kind]()
    workbook = intake.read(content, name)
    question = intake.understand(workbook).questions[0]
    for side, reading in enumerate(question.readings):
        app = data_page(content.decode(), name)
        app.session_state[f"question_0_{question.key}"] = True
        app.run().button(key=f"answer_0_{question.key}_{side}").click().run()
        assert choices(app) == reading.choices
        assert question.key not in [one.key for one in intake.understand(workbook, choices(app)).questions]
        app.get_by_key("undo").click().run()
        assert choices(app) == Choices()
