"""What the locked packages may be used under, by what they say themselves."""

import re
import sys
from pathlib import Path

import pytest
from packaging.markers import Marker

from launch import licences, locks
from launch.licences import Licence

PERMISSIVE = {
    *("MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Zlib", "CC0-1.0"),
    *(
        "Apache-2.0",
        "Apache Software License",
        "PSF-2.0",
        "BSD License",
        "Python Software Foundation License",
    ),
}
WEAK = {"MPL-2.0"}
"""A changed file of it has to be shown; the program changes none."""
FONTS = {"OFL-1.1"}
LESSER = {"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"}
TOOLS = {"Artistic License"}
"""Of tools that tests use and nobody is given."""
EXTRA = tuple(locks.EXTRAS.values())


def allowed(name, lock):
    """The licences that a package may have where it is locked."""
    fonts = FONTS if name.startswith("font-") else set()
    return (
        PERMISSIVE
        | WEAK
        | fonts
        | (LESSER if lock in EXTRA else set())
        | (TOOLS if lock == locks.TEST else set())
    )


def fits(words, names):
    """Whether one choice of an expression has only allowed licences."""
    return any(all(part in names for part in choice.split(" AND ")) for choice in re.split(r" OR ", words))


def here(pin):
    return not pin.marker or Marker(pin.marker).evaluate()


def locked():
    """Each package with the strictest lock that it is in."""
    found = {}
    for lock in (locks.RUN, *EXTRA, locks.TEST):
        for pin in locks.read(Path(__file__).parents[2] / lock):
            found.setdefault((pin.name, pin.version), (pin, lock))
    return [
        pytest.param(pin, lock, id=f"{pin.name}-{pin.version}") for pin, lock in found.values() if here(pin)
    ]


@pytest.fixture(scope="module")
def installed():
    return licences.installed(Path(sys.prefix))


@pytest.mark.parametrize(("pin", "lock"), locked())
def test_a_locked_package_says_a_licence_that_is_allowed(installed, pin, lock):
    assert pin.name in installed, "it is locked for this machine, and not installed"
    assert installed[pin.name].version == pin.version
    licence = licences.of(installed[pin.name])
    assert licence is not None, "no licence can be read from it: look at it, then mend launch/licences.py"
    assert fits(licence.words, allowed(pin.name, lock)), f"{licence} is none of those that are allowed"


def test_nearly_all_of_a_lock_can_be_checked_on_any_machine(root):
    for lock in (locks.RUN, *EXTRA, locks.TEST):
        pins = locks.read(root / lock)
        assert len({pin.name for pin in pins if here(pin)}) >= len({pin.name for pin in pins}) - 2


@pytest.mark.parametrize(
    ("words", "lock", "fit"),
    [
        ("MIT", locks.RUN, True),
        ("GPL-3.0-only", locks.RUN, False),
        ("AGPL-3.0-or-later", EXTRA[0], False),
        ("MIT OR GPL-2.0-only", locks.RUN, True),
        ("MIT AND GPL-2.0-only", locks.RUN, False),
        ("LGPL-3.0-only", locks.RUN, False),
        ("LGPL-3.0-only", EXTRA[0], True),
        ("OFL-1.1", locks.RUN, False),
        ("Apache-2.0 WITH LLVM-exception", locks.RUN, False),
        ("Proprietary", locks.TEST, False),
        ("Artistic License OR GNU General Public License (GPL)", locks.TEST, True),
        ("Artistic License", locks.RUN, False),
    ],
)
def test_what_is_allowed_where(words, lock, fit):
    assert fits(words, allowed("anything", lock)) is fit


def test_a_font_may_have_the_licence_of_fonts():
    assert fits("OFL-1.1", allowed("font-source-sans-pro", locks.RUN))


MIT_TEXT = "The MIT License\n\nCopyright (c) 2026 Somebody\n"
APACHE_TEXT = "                    Apache License\n      Version 2.0, January 2004\n"


@pytest.mark.parametrize(
    ("fields", "texts", "licence"),
    [
        (
            ["License-Expression: MIT OR Apache-2.0"],
            {},
            Licence("MIT OR Apache-2.0", True, "License-Expression"),
        ),
        (["License: BSD 3-Clause License"], {}, Licence("BSD-3-Clause", True, "License")),
        (["License: Apache License, Version 2.0"], {}, Licence("Apache-2.0", True, "License")),
        (
            ["Classifier: License :: OSI Approved :: MIT License"],
            {},
            Licence("MIT", True, "Classifier"),
        ),
        (
            ["Classifier: License :: OSI Approved :: BSD License", "Classifier: Topic :: Software"],
            {},
            Licence("BSD License", False, "Classifier"),
        ),
        (
            [f"Classifier: License :: OSI Approved :: {one}" for one in ("MIT License", "Artistic License")],
            {},
            Licence("MIT OR Artistic License", False, "Classifier"),
        ),
        ([], {"COPYING": MIT_TEXT}, Licence("MIT", True, "COPYING")),
        (
            ["License: A house licence"],
            {"LICENSE": "All rights reserved"},
            Licence("A house licence", False, "License"),
        ),
        (["License: GPL-3.0"], {}, Licence("GPL-3.0", False, "License")),
        (["License-Expression: MIT", "License: GPL"], {}, Licence("MIT", True, "License-Expression")),
        (["Classifier: License :: OSI Approved"], {}, None),
        (["License: " + "All rights reserved. " * 9], {}, None),
        (["License-Expression: see the file"], {}, None),
        ([], {"LICENSE": "Terms and conditions\n"}, None),
        ([], {}, None),
    ],
)
def test_a_licence_is_read_where_it_stands(tmp_path, fields, texts, licence, package):
    assert licences.of(package(tmp_path, "one", "1.0", *fields, **texts)) == licence


def test_a_whole_licence_in_the_old_field_is_known_by_its_heading(tmp_path, package):
    field = "License: " + APACHE_TEXT.strip().replace("\n", "\n        ")
    assert licences.of(package(tmp_path, "one", "1.0", field)) == Licence("Apache-2.0", True, "License")


def test_what_is_installed_is_found_on_every_system(tmp_path, package):
    for place, name in (("lib/python3.13/site-packages", "One.Thing"), ("Lib/site-packages", "other_thing")):
        package(tmp_path / place, name, "1.0")
    assert set(licences.installed(tmp_path)) == {"one-thing", "other-thing"}
