"""Decks that cannot be refreshed are named for what they are."""

import io
import zipfile

import pytest

from cx import deliver
from cx.errors import FileError
from tests.unit.deliver import slide_templates
from tests.unit.deliver.journeys import paths as journeys
from tests.unit.deliver.refresh.test_refreshed_deck import NOW, before, parts


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"PK\x03\x04 no zip", "deck_damaged"),
        (b"\xd0\xcf\x11\xe0 old", "deck_protected"),
        (b"plain words", "deck_unknown"),
        (slide_templates.wide(), "deck_without_ids"),
    ],
)
def test_what_is_no_deck_of_ours_is_named_as_such(content, key):
    with pytest.raises(FileError) as found:
        deliver.old_deck(content, "old.pptx")
    assert found.value.key == key
    assert "old.pptx" in found.value.message("nl")


def test_a_deck_of_journeys_alone_is_named_for_what_it_is():
    content = deliver.paths_deck(journeys.PATHS, lang="en", day=NOW)
    with pytest.raises(FileError) as found:
        deliver.old_deck(content, "paths.pptx")
    assert found.value.key == "deck_of_paths"


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b'"lang":"en"', b'"lang":"xx"'),
        (b'"format":"cx-deck"', b'"format":"other"'),
        (b'"satisfaction":6.0', b'"satisfaction":1e999'),
        (b'"figures":{', b'"figures":['),
    ],
)
def test_a_damaged_record_is_said(was, becomes):
    found = parts(before())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for name, part in found.items():
            changed = part.replace(was, becomes) if name.startswith("customXml/item1") else part
            copy.writestr(name, changed)
    with pytest.raises(FileError, match="damaged"):
        deliver.old_deck(target.getvalue(), "old.pptx")
