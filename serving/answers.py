"""A page that asks where its file is to go gets the answer, also when it is drawn anew at that moment."""

from __future__ import annotations

from typing import Final

from streamlit.runtime import app_session
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

_ANSWERS: Final = ("file_urls_response", "backend_operation_response")


def keep() -> None:
    """Give pages that are opened from now on a queue that keeps the answers in it.

    Notes
    -----
    Streamlit forgets what it has not sent to a page yet when a run of that page begins, and with it the
    address for a file that was dropped, or for a download that was asked for. The page waits for it for
    ever, and says nothing: the file is lost in silence. The first run of every page is followed by a second
    one, once the browser has said how large its window is, so whoever is quick can meet it.
    """
    app_session.ForwardMsgQueue = KeepingQueue  # type: ignore[attr-defined]


class KeepingQueue(ForwardMsgQueue):
    """What is to be sent to a page; answers that it waits for stay when a new run begins."""

    def clear(
        self,
        retain_lifecycle_msgs: bool = False,  # noqa: FBT001, FBT002 - Streamlit calls it so
        fragment_ids_this_run: list[str] | None = None,
    ) -> None:
        """Empty the queue; while the page is there, all that it waits for stays."""
        said = self._queue if retain_lifecycle_msgs else []
        answers = [message for message in said if message.WhichOneof("type") in _ANSWERS]
        super().clear(retain_lifecycle_msgs, fragment_ids_this_run)
        left = {id(message) for message in self._queue}
        self._queue += [message for message in answers if id(message) not in left]
