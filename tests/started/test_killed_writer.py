"""What a process was told is kept stays, also where that process is killed."""

import subprocess
import sys

from cx.session.sessions import stored
from cx.session.store import database
from tests.source import ROOT

WRITER = """
import sys
from cx.session.sessions import stored
from cx.session.store import database
from tests.made import sessions as samples
kept = database.open_store(sys.argv[1])
session = stored.add(kept, samples.session())
for turn in range(200):
    session = stored.save(kept, stored.replace(session, notes=f"note {turn}"))
    print(session.id, session.revision, session.notes, flush=True)
    sys.stdin.readline()
"""


def writing(url):
    """A process that saves one change after the other, and says each when it is kept."""
    command = [sys.executable, "-c", WRITER, url]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_saved_change_survives_a_process_that_is_killed(tmp_path):
    url = f"sqlite:///{tmp_path / 'sessions.sqlite'}"
    with writing(url) as writer:
        for _ in range(5):
            told = writer.stdout.readline().split(maxsplit=2)
            writer.stdin.write("\n")
            writer.stdin.flush()
        writer.kill()
    after = database.open_store(url)
    found = stored.load(after, told[0])
    after.close()
    assert found.revision >= int(told[1])
    assert int(found.notes.split()[1]) >= int(told[2].split()[1]) == 4


def test_the_change_that_was_acknowledged_last_is_there_when_nothing_follows(tmp_path):
    url = f"sqlite:///{tmp_path / 'sessions.sqlite'}"
    with writing(url) as writer:
        told = writer.stdout.readline().split(maxsplit=2)
        writer.kill()
    after = database.open_store(url)
    found = stored.load(after, told[0])
    after.close()
    assert (found.revision, found.notes) == (2, "note 0")
