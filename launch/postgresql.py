"""A PostgreSQL server for the tests: one of its own, in a folder of its own, gone when they end."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from launch import debian
from launch.terminal import StoppedError, stop

HOST = "127.0.0.1"
USER = "cx"
NONE = (
    "No PostgreSQL was found for the tests. Install it (Debian: apt-get install postgresql), then start "
    "run.py test again. Until then tests against it are skipped; as root on Debian, with CI set, they fail."
)
_SYSTEM_USER = "postgres"
_DEBIANS = Path("/usr/lib/postgresql")
_SECONDS_TO_ANSWER = 60
_STATE_LINE = 7


@dataclass
class Server:
    """A server that runs; :func:`started` makes one.

    Parameters
    ----------
    programs
        The folder with ``initdb`` and ``postgres``.
    folder
        A new folder of its own.
    """

    programs: Path
    folder: Path
    durable: bool = True
    """Whether the disk is waited for; what tests keep may be lost with the machine."""
    port: int = 0
    password: str = field(default_factory=lambda: secrets.token_urlsafe(16), repr=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def address(self, database: str = "postgres") -> str:
        """Return the address of a database, without the password."""
        return f"postgresql://{USER}@{HOST}:{self.port}/{database}"

    def make(self) -> None:
        """Make its files; who may come in shows a password."""
        _own(self.folder)
        told = self.folder / "password"
        told.write_text(self.password, encoding="ascii")
        _own(told)
        who = ("--username", USER, "--auth", "scram-sha-256", "--pwfile", told.name)
        self._run("initdb", "-D", "data", *who, "--encoding", "UTF8", "--locale", "C", "--no-sync")
        told.unlink()
        self.port = _free_port()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {
            "listen_addresses": HOST,
            "port": self.port,
            "unix_socket_directories": "",
            "shared_buffers": "32MB",
            "fsync": "on" if self.durable else "off",
        }
        words = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [self.programs / "postgres", "-D", "data", *words],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=_whom(),
                group=_whom(),
                extra_groups=_no_groups(),
            )
        self._wait()

    def stop(self, *, for_good: bool = False) -> None:
        """End it, as for a restart: who is connected is cut off; for good also without tidying its files."""
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(OSError):
                self._process.send_signal(signal.SIGQUIT if for_good else signal.SIGINT)
            stop(self._process, patience=20)
        self._process = None

    @property
    def printed(self) -> str:
        """What it has printed until now."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def _wait(self) -> None:
        deadline = time.monotonic() + _SECONDS_TO_ANSWER
        while self._process is not None and self._process.poll() is None and time.monotonic() < deadline:
            if self._is_ready(self._process.pid):
                return
            time.sleep(0.05)
        raise StoppedError(f"PostgreSQL did not start: {self.printed}")

    def _is_ready(self, pid: int) -> bool:
        """Whether it says so in its own file, as its own tools find out."""
        try:
            lines = (self.folder / "data" / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except OSError:
            return False
        return lines[:1] == [str(pid)] and [line.strip() for line in lines[_STATE_LINE:]] == ["ready"]

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=120,
            user=_whom(),
            group=_whom(),
            extra_groups=_no_groups(),
        )
        if done.returncode:
            raise StoppedError(f"{program}: {done.stderr.decode(errors='replace')}")


@contextlib.contextmanager
def started(programs: Path, *, durable: bool = True) -> Iterator[Server]:
    """Start a server on a free port of this machine, and end and remove it with the block.

    Parameters
    ----------
    programs
        What :func:`found` returned.
    durable
        Whether the disk is waited for.

    Raises
    ------
    StoppedError
        When it does not start; the message says what it printed.
    """
    folder = Path(tempfile.mkdtemp(prefix="cx-postgresql-"))
    server = Server(programs, folder, durable)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop(for_good=True)
        shutil.rmtree(folder, ignore_errors=True)


def for_tests(root: Path) -> Path | None:
    """Return the folder of its programs, installed where we are root on Debian; None where that fails."""
    if sys.platform == "win32":
        return None
    return found() or (found() if debian.installed("postgresql", root) else None)


def found() -> Path | None:
    """Return the folder with PostgreSQL's programs, the newest that can be started here; None without one.

    PostgreSQL does not run as root, so that root needs its user beside it.
    """
    if sys.platform == "win32" or (debian.is_root() and not _has_user()):
        return None
    versions = [path for path in _DEBIANS.glob("*/bin") if path.parent.name.isdecimal()]
    newest = sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
    known = shutil.which("initdb")
    places = [*([Path(known).resolve().parent] if known else []), *newest]
    needed = ("initdb", "postgres")
    return next((one for one in places if all((one / name).is_file() for name in needed)), None)


def is_owed() -> bool:
    """Return whether it has to be there: where root can install it on Debian."""
    return debian.is_root() and shutil.which("apt-get") is not None


def _has_user() -> bool:
    import pwd

    with contextlib.suppress(KeyError):
        return bool(pwd.getpwnam(_SYSTEM_USER))
    return False


def _whom() -> str | None:
    """As whom its programs run: where we are root, as PostgreSQL's user."""
    return _SYSTEM_USER if debian.is_root() else None


def _no_groups() -> list[str] | None:
    return [] if debian.is_root() else None


def _own(path: Path) -> None:
    if debian.is_root():
        shutil.chown(path, _SYSTEM_USER, _SYSTEM_USER)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
