"""What is set aside is looked at by no search for garbage, and again when it is set aside anew."""

import subprocess
import sys
from functools import cache, lru_cache
from types import ModuleType

from serving import memory
from tests.source import ROOT

RING = (
    "import gc, weakref\n"
    "from serving import memory\n"
    "class Ring: pass\n"
    "def ring():\n"
    "    one = Ring(); one.itself = one\n"
    "    return one\n"
    "one = ring(); seen = weakref.ref(one)\n"
    "memory.set_aside()\n"
    "frozen = gc.get_freeze_count()\n"
    "del one\n"
    "gc.collect(); kept = seen() is not None\n"
    "memory.set_aside(anew=True); gone = seen() is None\n"
    "memory.few_heaps()\n"
    "memory.give_back()\n"
    "with memory.unsearched(): off = not gc.isenabled()\n"
    "print(frozen > 1000, kept, gone, gc.get_freeze_count() > 1000, off, gc.isenabled())\n"
)


def test_garbage_of_what_was_set_aside_is_found_once_it_is_set_aside_anew():
    done = subprocess.run([sys.executable, "-c", RING], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["True"] * 6, "")


def test_what_visitors_asked_is_forgotten_and_what_the_program_says_stays(monkeypatch):
    asked, told = lru_cache(maxsize=8)(str), cache(str)
    elsewhere = lru_cache(maxsize=8)(str)
    for name, kept in (("ours.words", {"asked": asked, "told": told}), ("theirs", {"asked": elsewhere})):
        module = ModuleType(name)
        vars(module).update(kept)
        monkeypatch.setitem(sys.modules, name, module)
    for one in (asked, told, elsewhere):
        one(1)
    memory.forget(["ours"])
    assert [one.cache_info().currsize for one in (asked, told, elsewhere)] == [0, 1, 1]
