"""What the first page may cost."""

import subprocess
import sys

HEAVY = ("matplotlib", "openpyxl", "pptx", "rapidfuzz", "scipy", "xlsxwriter")
SCRIPT = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=60).run()
assert not app.exception, app.exception
print(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_the_first_page_waits_for_no_library_that_it_does_not_use(root):
    run = subprocess.run([sys.executable, "-c", SCRIPT], cwd=root, capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert "streamlit" in loaded
    assert [name for name in HEAVY if name in loaded] == []
