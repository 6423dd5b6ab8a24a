"""The process that opens files with DuckDB: run by path, with nothing of ``cx`` but this folder."""

from .quoting import literal, quoted

__all__ = ["literal", "quoted"]
