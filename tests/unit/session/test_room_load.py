"""Twenty phones over real websockets, a small edition of benchmarks/room_load.py."""

import pytest

from benchmarks import room_load


@pytest.mark.parametrize("kill", [False, True])
def test_twenty_phones_lose_no_acknowledged_vote(tmp_path, kill):
    outcome = room_load.load(tmp_path, people=20, seconds=8, kill=kill)
    assert (outcome.lost, outcome.doubled) == ([], [])
    assert outcome.ballots == 20
    assert sum(len(phone.save_seconds) for phone in outcome.phones) >= 20
    printed = (tmp_path / "server.log").read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in printed
