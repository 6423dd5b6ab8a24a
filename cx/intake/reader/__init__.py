"""The process that opens one file: bytes in, plain columns out.

It runs apart from the program, by path, with the standard library and the spreadsheet reader only (no numpy,
no pandas, nothing else of ``cx``): it starts in some hundredths of a second, and whatever a hostile file does
to it ends with it. Modules here import each other relatively and nothing from outside this folder.
"""
