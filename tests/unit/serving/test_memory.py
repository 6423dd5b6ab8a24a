"""What is set aside is looked at by no search for garbage, and again when it is set aside anew."""

import subprocess
import sys

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
