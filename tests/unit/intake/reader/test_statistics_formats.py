"""Questions, labels and missing answers of statistics files, in three languages, and data sets of SAS.

Long are two of the languages of ``test_labels_say_which_end_is_good_and_what_is_no_answer``.
"""

import numpy as np
import pytest

from cx import errors, intake
from tests.made.odd import sas_files
from tests.made.odd.statistics_files import bytes_of
from tests.project import tiers

NAMES = ("v1", "v2", "v3")
QUESTIONS = {
    "de": ["Wie zufrieden sind Sie mit der Beratung?", "… mit dem Preis?", "… mit der Lieferung?"],
    "fr": ["Êtes-vous satisfait de l’accueil ?", "… de la facture ?", "… de la livraison ?"],
    "nl": ["Hoe tevreden bent u over de balie?", "… over de website?", "… over de factuur?"],
}
LABELS = {
    "de": ("sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden", "weiß nicht"),
    "fr": ("Très satisfait", "Satisfait", "Neutre", "Insatisfait", "Très insatisfait", "Sans objet"),
    "nl": ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden", "n.v.t."),
}


def answers(rows=60):
    chance = np.random.default_rng(4)
    mood = chance.normal(size=rows)
    return {
        name: np.clip(np.round(3.2 + mood + 0.7 * chance.normal(size=rows)), 1, 5).tolist() for name in NAMES
    }


def read(content, name):
    book = intake.read(content, name)
    found = intake.understand(book)
    table = intake.touchpoints(book).rows
    return found, table["n"].tolist(), [round(one, 9) for one in table["satisfaction"]]


@pytest.mark.parametrize("lang", tiers.first(["nl"], "de", "fr"))
def test_labels_say_which_end_is_good_and_what_is_no_answer(lang):
    held = answers()
    held["v1"][::6] = [9.0] * 10
    content = bytes_of(
        held,
        ".zsav",
        column_labels=QUESTIONS[lang],
        variable_value_labels={
            name: dict(zip((1.0, 2.0, 3.0, 4.0, 5.0, 9.0), LABELS[lang], strict=True)) for name in NAMES
        },
        missing_ranges={name: [{"lo": 8, "hi": 9}] for name in NAMES},
    )
    found, n, means = read(content, "made.zsav")
    assert [one.role for one in found.columns] == ["rating"] * 3
    assert [one.header for one in found.columns] == QUESTIONS[lang]
    assert {(one.minimum, one.maximum, one.direction) for one in found.scales.values()} == {
        (1, 5, "lower" if lang == "fr" else "higher")
    }
    assert (n, found.questions) == ([50, 60, 60], ())
    given = [np.mean([one for one in held[name] if one < 9]) for name in NAMES]
    assert means == [round(6 - one if lang == "fr" else one, 9) for one in given]


def test_a_data_set_of_sas_has_its_questions_numbers_and_missing_answers():
    held = answers()
    held["v1"][:4] = [None, None, "A", "z"]
    content = sas_files.written(
        {**held, "remark": [f"né {row}" for row in range(60)]}, dict(zip(NAMES, QUESTIONS["de"], strict=True))
    )
    found, n, means = read(content, "made.sas7bdat")
    assert [one.header for one in found.columns] == [*QUESTIONS["de"], "remark"]
    assert [one.role for one in found.columns][:3] == ["rating"] * 3
    assert found.source.missing_codes == {QUESTIONS["de"][0]: (".A", ".Z")}
    assert n == [56, 60, 60]
    assert means == [
        round(np.mean([one for one in held[name] if isinstance(one, float)]), 9) for name in NAMES
    ]


def test_a_data_set_of_sas_that_is_cut_off_is_refused():
    content = sas_files.written(answers(), {})
    with pytest.raises(errors.FileError) as refused:
        intake.read(content[:5_000], "cut.sas7bdat")
    assert refused.value.key == "statistics_damaged"
