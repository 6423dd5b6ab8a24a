"""What comes in stays in memory: a file of somebody's customers is written to no disk on its way."""

from __future__ import annotations

from starlette.formparsers import MultiPartParser
from streamlit import config

_MEGABYTE = 1024 * 1024


def stay_in_memory() -> None:
    """Hold uploads in memory up to the largest that is allowed; from 1 MB on the parser would use a file."""
    most = int(config.get_option("server.maxUploadSize"))
    MultiPartParser.spool_max_size = (most + 1) * _MEGABYTE
