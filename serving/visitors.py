"""Who is there and with what, and who has left for good, as Streamlit's server keeps them."""

from __future__ import annotations

import threading

from streamlit.runtime import Runtime

from pages.parts.shell import keys

_RUN = "ScriptRunner.scriptThread"
"""The name of the thread in which Streamlit runs a page."""


def runs() -> frozenset[threading.Thread]:
    """Return the runs of pages that are going on: what is drawn for somebody just now."""
    return frozenset(thread for thread in threading.enumerate() if thread.name == _RUN)


def at_work() -> bool:
    """Return whether a page is being drawn for somebody."""
    return bool(runs())


class Visitors:
    """The sessions of the server that runs in this process.

    Notes
    -----
    A closed tab is kept for ``server.disconnectedSessionTTL`` seconds, so that a lost connection loses
    nothing. After that Streamlit forgets it only when the next connection is lost. There is no public way to
    ask for it earlier: names that are not public are used here, and nowhere else.
    """

    def __init__(self, runtime: Runtime) -> None:
        """Look at a server that runs."""
        self._runtime = runtime
        self._sessions = runtime._session_mgr  # noqa: SLF001 - see the notes

    @property
    def hold_data(self) -> bool:
        """Whether anything of a visitor's own is in memory, or may be on its way."""
        return (
            at_work()
            or any(list(self._runtime.uploaded_file_mgr.file_storage.values()))  # type: ignore[attr-defined]
            or any(
                key in known.session.session_state
                for known in self._sessions.list_sessions()
                for key in (keys.WORKSPACE, keys.DRAFTS_READ)
            )
        )

    def forget(self) -> int:
        """End the sessions of all who cannot come back; return how many there were.

        To be called in the thread of the server's event loop, as everything that ends a session.
        """
        stored = self._sessions._session_storage  # type: ignore[attr-defined]  # noqa: SLF001 - see the notes
        gone = stored._cache.expire()  # noqa: SLF001 - see the notes
        for _id, left in gone:
            left.session.shutdown()
        return len(gone)
