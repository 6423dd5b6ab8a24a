"""Starts the CX impact matrix, or its tests, on a machine that has nothing but Python.

``python3 run.py`` makes ``.venv``, installs ``requirements.txt`` into it and opens the program in the
browser; ``python3 run.py test`` installs what tests need as well and runs pytest. Only the standard library
is used here and in ``launch``, since nothing else is there yet.
"""

import platform
import sys

OLDEST = (3, 11)

# Stands before the imports: what they import cannot be read by an older Python.
if sys.version_info < OLDEST:
    sys.exit(
        "This program needs Python {}.{} or newer; this is Python {}. "
        "Install a newer one and start run.py with it, for instance: python3.13 run.py".format(
            OLDEST[0], OLDEST[1], platform.python_version()
        )
    )

from launch.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
