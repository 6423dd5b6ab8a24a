"""Questions to the engine are answered in this process: the same code without the start of another one."""

from types import SimpleNamespace

import pytest

from cx.engine import asking
from cx.engine.files import message, process
from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture(autouse=True)
def engine_at_hand(monkeypatch):
    def said_by(_command, request, **_limits):
        return bytearray(b"".join(process.answer(*message.unpacked(request), hold=False)))

    monkeypatch.setattr(asking, "child", SimpleNamespace(said_by=said_by))
