"""What tests share: the sample files beside the project, a running server, a browser."""

import gc
import os
import random
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from launch import browser as browsers
from launch import debian, postgresql
from launch import room as rooms
from launch import server as servers
from tests import chance

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}

_TO_TIDY_UP = 60
"""Seconds that a run which was interrupted may take for what it has started."""
_SEARCHES = (10_000, 10, 10)
"""After so many new things the collector looks at them; after 700, as it comes, nearly all are in use."""
_FIRST_PORT, _PORTS = 20_000, 1_000
"""Where the ports of the workers begin, and how many each of them has."""
_CHANCE = random.SystemRandom()
_INTERRUPTED = pytest.StashKey[bool]()
_RUNNING: list[pytest.Session] = []

chance.prepare()


def pytest_configure(config):
    signal.signal(signal.SIGTERM, _interrupted)
    if hasattr(config, "workerinput"):
        # Ctrl+C reaches a worker too, and the run that it works for then ends it: one of the two is enough.
        signal.signal(signal.SIGINT, _interrupted)


def pytest_sessionstart(session):
    _RUNNING.append(session)


def _interrupted(_number, _frame):
    # pytest tears everything down, servers and browsers too, as it does for Ctrl+C.
    signal.signal(signal.SIGTERM, _by_force)
    if signal.getsignal(signal.SIGINT) == _interrupted:
        # A worker is told by the run as well, once more: that is no reason for haste.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    for session in _RUNNING:
        session.shouldstop = "asked to end"  # where the test itself swallows what is raised here
    late = threading.Timer(_TO_TIDY_UP, _by_force)
    late.daemon = True
    late.start()
    raise KeyboardInterrupt


def _by_force(*_signal):
    """End at once, with all that was started: asked a second time, or where tidying up hangs."""
    for started in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            started.kill()
    os._exit(pytest.ExitCode.INTERRUPTED)


def pytest_keyboard_interrupt():
    """Let the workers of a run on several processors tidy up as well, before they are left alone."""
    workers = [one for one in psutil.Process().children() if _is_worker(one)]
    for worker in workers:
        with suppress(psutil.NoSuchProcess):
            worker.terminate()
    psutil.wait_procs(workers, timeout=_TO_TIDY_UP)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Let each worker read the tests from another place on: what one has compiled the others need not."""
    report = yield
    if report.passed and isinstance(collector, pytest.Directory) and hasattr(collector.config, "workerinput"):
        number = int(collector.config.workerinput["workerid"].removeprefix("gw"))
        start = len(report.result) * number // _workers()
        report.result[:] = report.result[start:] + report.result[:start]
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Let workers begin with the tests in a browser: they last longest, and wait most.

    Each has to have the same, in the same order. pytest brings together what shares a fixture with a
    parameter, and where it puts that depends on what it was given first: it is given all in one order, too.
    """
    if hasattr(config, "workerinput"):
        items.sort(key=_path)
    result = yield
    chance.drawn_in_both_tiers(items, part=config.option.markexpr == "not long")
    if hasattr(config, "workerinput"):
        items.sort(key=_path)
        if _workers() > 1:
            items[:] = spread(items)
    return result


def _path(item):
    return str(item.path)


def _workers():
    return int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))


def spread(items):
    """Return tests in an order that begins with all modules in a browser: the first worker has them.

    What a server loads and a browser reads at its first visit each worker would load and read anew, and
    together these modules last less long than the rest. All that is known beforehand of how long a module
    takes is how long it is: the longest goes first, so that what another takes over in the end is short.
    """
    by_module = {}
    for item in items:
        by_module.setdefault(item.path, []).append(item)
    seen = sorted((one for one in by_module if one.parent.name == "browser"), key=_length, reverse=True)
    others = [item for path, tests in by_module.items() if path not in seen for item in tests]
    return [item for module in seen for item in by_module[module]] + others


def _length(module):
    return module.stat().st_size


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Set what is loaded aside: the collector would go through it again and again, and find nothing."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_SEARCHES)
        gc.enable()


def pytest_sessionfinish(session, exitstatus):
    session.config.stash[_INTERRUPTED] = exitstatus == pytest.ExitCode.INTERRUPTED


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """End a worker that was interrupted: by itself it stays, tidied up, until the run that waits ends it."""
    if hasattr(config, "workerinput") and config.stash.get(_INTERRUPTED, False):
        os._exit(pytest.ExitCode.INTERRUPTED)


def _is_worker(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return "import sys;exec(eval(sys.stdin.readline()))" in process.cmdline()
    return False


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def sessions_apart(tmp_path_factory) -> Iterator[None]:
    """Tests, and the servers that they start, keep sessions in a folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CX_DATA", str(tmp_path_factory.mktemp("sessions")))
        patch.delenv("CX_STORE", raising=False)
        patch.delenv("CX_KEEP_DAYS", raising=False)
        patch.setenv("CX_WARM", "0")  # a server of a test has ended before that would gain anything
        yield


@pytest.fixture
def own_store(tmp_path, monkeypatch) -> Iterator[Path]:
    """A folder in which this test alone keeps sessions."""
    monkeypatch.setenv("CX_DATA", str(tmp_path))
    yield tmp_path
    if (tmp_path / "sessions.sqlite").exists():
        from cx.errors import StoreRefused
        from pages.parts.shell import database

        with suppress(StoreRefused):  # what a test broke on purpose
            database.store().close()


@pytest.fixture(scope="session")
def forking() -> Iterator:
    """What readers are forked from: one process, whichever folders use it."""
    from tests.forked_readers import Forking  # not at the top: it loads most of the program

    parent = Forking()
    yield parent
    parent.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server of the tests' own; it has to be there where root can install it in CI."""
    programs = postgresql.found()
    if programs is None:
        (pytest.fail if IN_CI and postgresql.is_owed() else pytest.skip)(postgresql.NONE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgresql, "_free_port", _free_port)
        with postgresql.started(programs, durable=False) as running:
            patch.setenv("PGPASSWORD", running.password)
            yield running


@pytest.fixture
def postgresql_address(postgresql_server) -> str:
    """The address of an empty database of its own."""
    from tests.made import stores

    return stores.new_database(postgresql_server)


@pytest.fixture(scope="session")
def emptied_database(postgresql_server) -> Iterator:
    """A database with the tables of a store, emptied whenever its address is asked for."""
    from tests.made import stores

    emptied = stores.Emptied(postgresql_server)
    yield emptied
    emptied.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the project: real data and ugly files, which do not ship."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the real files in ../shared, which are not there")
    return folder


@dataclass(frozen=True)
class Server:
    """A server of the program on this machine."""

    url: str
    log: Path
    pid: int

    @property
    def printed(self) -> str:
        """What it has printed until now; a traceback there means that a page broke."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@dataclass(frozen=True)
class StoreServer(Server):
    """A server that keeps sessions in a file of its own, which need not be there yet."""

    file: Path


@dataclass(frozen=True)
class RoomServer(Server):
    """A server whose vote page is open to the network; here to this machine's own name."""

    key: str
    database: str
    """The address of its store."""


@contextmanager
def _serving(folder: Path, room: rooms.Room | None = None, port: int | None = None) -> Iterator[Server]:
    port = port or _free_port()
    log = folder / f"server-{port}.log"
    with log.open("wb") as output, servers.started(sys.executable, ROOT, port, output, room) as process:
        if not servers.answers(process, port):
            pytest.fail(f"The server did not start: {log.read_text(encoding='utf-8', errors='replace')}")
        with _nothing_left_of(process.pid):
            yield Server(f"http://{servers.HOST}:{port}", log, process.pid)


@contextmanager
def _nothing_left_of(pid: int) -> Iterator[None]:
    try:
        yield
    finally:
        children = psutil.Process(pid).children(recursive=True) if psutil.pid_exists(pid) else []
        for child in children:
            child.kill()
        psutil.wait_procs(children, timeout=10)


def _free_port() -> int:
    """Return a port that is free and stays so until somebody listens on it.

    Each worker has ports of its own, which no system gives to connections: between a look at a port and the
    moment at which a server listens there pass seconds, in which others look for one as well.
    """
    first = _first_port()
    tried = (first + _CHANCE.randrange(_PORTS) for _ in range(_PORTS))
    return next(port for port in tried if servers.is_free(port))


def _first_port() -> int:
    """The first of the ports of this worker."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw8").removeprefix("gw")
    return _FIRST_PORT + _PORTS * int(worker)


@pytest.fixture
def ports_apart(monkeypatch) -> None:
    """What this test starts looks for a free port where no other worker does."""
    monkeypatch.setattr(servers, "FIRST_PORT", _free_port())


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[StoreServer]:
    """One server for all tests that leave nothing behind on it, nor in its store, which is its own."""
    folder = tmp_path_factory.mktemp("server")
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("CX_DATA", str(folder))
            patched.delenv("CX_WARM")  # this one is as people have it, and lives long
            running = stack.enter_context(_serving(folder))
        yield StoreServer(running.url, running.log, running.pid, folder / "sessions.sqlite")


@pytest.fixture(scope="session")
def room_server(tmp_path_factory) -> Iterator[RoomServer]:
    """One server for all tests of a room, with a store of its own that holds one session."""
    from tests.unit.session import voting_store  # not at the top: it loads most of the program

    folder = tmp_path_factory.mktemp("room")
    voting_store.opened(folder).close()
    room = rooms.Room(servers.HOST, (servers.HOST,))
    address = f"sqlite:///{(folder / 'store.db').as_posix()}"
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("CX_STORE", address)
            running = stack.enter_context(_serving(folder, room))
        yield RoomServer(running.url, running.log, running.pid, room.key, address)


@pytest.fixture(scope="session")
def same_port() -> int:
    """Where fresh servers stand, one after another: a browser keeps what it read at an address."""
    return _free_port()


@pytest.fixture
def fresh_server(tmp_path, same_port) -> Iterator[Callable[[], Server]]:
    """Starts a server that nobody has visited yet, each time it is called."""
    with ExitStack() as stack:

        def another() -> Server:
            port = same_port if servers.is_free(same_port) else None
            return stack.enter_context(_serving(tmp_path, port=port))

        yield another


@pytest.fixture(scope="session")
def base_url() -> None:
    """Tests name the server that they mean. (The browser plugin's own fixture makes pytest 9.2 warn.)"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The browser that run.py found; without one, browser tests are skipped here and fail in CI."""
    found = browsers.first_that_starts(browsers.candidates())
    if found is None:
        (pytest.fail if IN_CI else pytest.skip)(browsers.NONE)
    return {**browser_type_launch_args, "executable_path": str(found), "args": _browser_arguments()}


def _browser_arguments() -> list[str]:
    small_memory = ["--disable-dev-shm-usage"] if sys.platform.startswith("linux") else []
    # The sandbox does not start for root, as who tests run in a container. A graphics card that is played
    # by the processor costs more than none.
    # No page lives long enough to earn back what the last step of its scripts' compiler costs.
    compiler = "--js-flags=--no-opt"
    return ["--disable-gpu", compiler, *small_memory, *(["--no-sandbox"] if debian.is_root() else [])]
