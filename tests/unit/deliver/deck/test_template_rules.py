"""What a deck takes from a template is a list, and words on it can be read.

Long are further grounds of ``test_a_ground_on_which_nothing_can_be_read_gets_a_plain_one_below``.
"""

import io
import re
import zipfile

import pytest
from pptx import Presentation

from cx import deliver
from cx.deliver.deck import theme_colours
from cx.errors import FileError
from cx.picture.colour import FILL_OPACITY, INK, QUADRANT_SHADES, SECONDARY, contrast, mixed
from tests.project import tiers
from tests.unit.deliver import cases, slide_templates


def deck(content, **told):
    template = deliver.deck_template(content, "own.pptx")
    return template, deliver.deck(cases.matrix(), lang="nl", day=cases.DAY, template=template, **told)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        return {name: package.read(name) for name in names}


def test_nothing_of_the_templates_people_stays():
    _, made = deck(slide_templates.leaky())
    found = parts(made)
    told = (*slide_templates.SECRETS, slide_templates.OLD)
    assert [(name, word) for name, part in found.items() for word in told if word.encode() in part] == []
    own = [name for name in found if name.startswith("customXml/")]  # what the deck itself keeps
    assert sorted(own) == [
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    ]
    assert b"urn:cx-impact-matrix:deck" in found["customXml/item1.xml"]
    kinds = {re.sub(r"\d+", "", name) for name in found if name not in own}
    assert not [
        kind for kind in kinds if re.search("viewProps|presProps|printer|thumbnail|custom|tags|app", kind)
    ]
    properties = Presentation(io.BytesIO(made)).core_properties
    assert (properties.category, properties.revision, properties.last_printed) == ("", 1, None)
    assert properties.created.date() == properties.modified.date() == cases.DAY


def test_a_template_that_libre_office_saved_gives_one_of_each_part():
    _, made = deck(slide_templates.of_libre_office())
    assert [name for name in parts(made) if name.startswith("docProps/core")] == ["docProps/core.xml"]


@pytest.mark.parametrize("own", [False, True])
def test_notes_are_found_by_programs_that_read_the_list_only(own):
    template = deliver.deck_template(slide_templates.wide(), "own.pptx") if own else None
    made = deliver.deck(cases.matrix(), lang="en", day=cases.DAY, template=template)
    listed = parts(made)["ppt/presentation.xml"].decode()
    assert re.search(r"<p:sldMasterIdLst>.*</p:sldMasterIdLst>\s*<p:notesMasterIdLst>", listed, re.DOTALL)


def test_the_theme_in_use_gives_the_colours_not_those_that_it_had_before():
    template, _ = deck(slide_templates.once_older())
    assert template.colours["accent1"] == f"#{slide_templates.ACCENTS[0]}"
    assert "#FFFFCC" not in template.colours.values()


def test_a_title_that_stands_upright_is_not_chosen():
    template, made = deck(slide_templates.upright())
    assert template.layout_name == "Title Only"
    assert all(slide.shapes.title.text_frame.text for slide in cases.slides(made))


def test_a_strict_file_is_named_as_such():
    with pytest.raises(FileError) as raised:
        deliver.deck_template(slide_templates.strict(), "own.pptx")
    assert raised.value.key == "template_strict"


GRADIENT = (
    "<a:gradFill><a:gsLst><a:gs pos='0'><a:srgbClr val='{}'/></a:gs><a:gs pos='100000'><a:srgbClr val='{}'/>"
    "</a:gs></a:gsLst></a:gradFill>"
)


@pytest.mark.parametrize(
    ("fill", "grounds", "panel"),
    tiers.first(
        [
            (GRADIENT.format("FFFFFF", "E0E0E0"), ["#FFFFFF", "#E0E0E0"], False),
            ("<a:pattFill prst='pct5'/>", [], True),
        ],
        ("<a:solidFill><a:srgbClr val='101820'/></a:solidFill>", ["#101820"], False),
        (GRADIENT.format("FFFFFF", "101010"), ["#FFFFFF", "#101010"], True),
        rows=True,
    ),
)
def test_a_ground_on_which_nothing_can_be_read_gets_a_plain_one_below(fill, grounds, panel):
    template, made = deck(slide_templates.on_ground(fill))
    assert list(theme_colours.grounds(template.colours)) == grounds
    below = [
        shape
        for shape in cases.slides(made)[0].shapes
        if shape.has_text_frame and b"FFFFFF" in _xml(shape) and not shape.text_frame.text
    ]
    assert bool(below) is panel


def _xml(shape):
    from lxml import etree

    return etree.tostring(shape._element)


@pytest.mark.parametrize("ground", ["FFFFFF", "101820", "B0B0B0", "003B5C", "FFF3C4"])
@pytest.mark.parametrize(
    "accents",
    [
        slide_templates.ACCENTS,
        ("FFFFFF",) * 6,
        ("808080",) * 6,
        ("000080", "004000", "400000", "303030", "111111", "222222"),
    ],
)
@pytest.mark.parametrize("by_quadrant", [True, False])
def test_words_are_read_on_what_is_behind_them(ground, accents, by_quadrant):
    named = {f"accent{at}": f"#{colour}" for at, colour in enumerate(accents, start=1)}
    inks = {"tx1": "#000000", "bg1": "#FFFFFF", "tx2": "#1F497D", "bg2": "#EEECE1"}
    colours = {**named, **inks, "ground": f"#{ground}"}
    found = theme_colours.chosen(colours, by_quadrant=by_quadrant)
    shown = {ours: found[ours].of(colours) if ours in found else ours for ours in _ours()}
    for shade in QUADRANT_SHADES.values():
        tint, fill = shown[shade.tint], shown[shade.fill]
        assert contrast(shown[INK], tint) >= 4.5
        assert all(contrast(shown[shade.text], behind) >= 4.5 for behind in (f"#{ground}", tint))
        if by_quadrant:
            assert contrast(shown[INK], mixed(tint, fill, FILL_OPACITY)) >= 4.5
    assert all(contrast(shown[one], f"#{ground}") >= 4.5 for one in (INK, SECONDARY))


def _ours():
    shades = [(shade.fill, shade.text, shade.tint) for shade in QUADRANT_SHADES.values()]
    return {INK, SECONDARY, *(colour for shade in shades for colour in shade)}


def test_twice_the_same_is_the_same():
    template = deliver.deck_template(slide_templates.wide(), "own.pptx")
    told = {"lang": "en", "day": cases.DAY}
    for made in (
        lambda: deliver.deck(cases.matrix(), **told),
        lambda: deliver.deck(cases.matrix(), template=template, **told),
    ):
        assert made() == made()


def test_what_a_plain_deck_says_of_itself_is_true():
    made = deliver.deck(cases.matrix(), lang="en", day=cases.DAY)
    found = parts(made)
    assert b"<Application>CX impact matrix</Application>" in found["docProps/app.xml"]
    assert f"<Slides>{len(cases.slides(made))}</Slides>".encode() in found["docProps/app.xml"]
    assert not [name for name in found if re.search("thumbnail|printerSettings", name)]
    assert b"screen4x3" not in found["ppt/presentation.xml"]
    assert Presentation(io.BytesIO(made)).core_properties.created.date() == cases.DAY
