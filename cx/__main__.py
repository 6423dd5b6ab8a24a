"""The command line: ``python -m cx inspect | matrix | drivers | deck | workbook | image``.

Exit 0 when there is a result; 2 when there is none, with one clear message on standard error; 141, and no
word, when whoever reads the output stops before its end.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

# The matrices are small or many: threads that wait for one another take more time than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from cx import text
from cx.cli import exit_code, language_of, parsed, reader_left, tell
from cx.errors import ArgumentError, CxError
from cx.text import Language


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    lang = language_of(given)
    try:
        arguments = parsed(given)
        from cx.cli import commands  # and with it all that reads, computes and writes

        result = commands.result_of(arguments, arguments.lang)
    except CxError as error:
        tell(error.message(lang))
        return 2
    except Exception as error:  # the contract: one clear message and no traceback
        if isinstance(error, OSError) and reader_left(error):
            raise  # whoever read the help has seen enough
        tell(text.say("error.unexpected", lang, kind=type(error).__name__))
        return 2
    return _printed(result, lang)


def _printed(result: str, lang: Language) -> int:
    try:
        print(result, flush=True)
    except OSError as error:
        if reader_left(error):
            raise
        tell(ArgumentError("argument_output", value="stdout").message(lang))
        return 2
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A file's name may hold bytes that are no text; they are shown as such.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(exit_code(main))
