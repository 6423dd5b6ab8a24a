"""The CX impact matrix: it shows where a company should act on its customer experience.

Everything that the screens show can be done from a notebook by importing this package: read a
spreadsheet (:mod:`cx.intake`), build the matrix (:mod:`cx.matrix`), draw it (:mod:`cx.picture`) and take
it away (:mod:`cx.deliver`).
"""

__version__ = "0.1.0"
