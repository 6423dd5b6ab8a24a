"""The only function through which anything leaves this machine; a test finds any other way.

One post, to an address that a person on this machine has confirmed, within one deadline for all of it. The
name is resolved once, what it gave is looked at, and that very number is connected to. What comes back is a
status; a redirect is an answer like any other.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from typing import Any, Final

from cx.errors import ArgumentError, CxError, DeliveryError
from cx.session.outwards import networks
from cx.session.outwards.address import WebAddress

SECONDS: Final = 10.0
"""From the look-up of the name to the last byte that is waited for."""


def post(
    address: WebAddress,
    content: bytes,
    kind: str,
    *,
    confirmed: Collection[str],
    private: bool,
    seconds: float = SECONDS,
) -> None:
    """Send content to an address; it arrived when this returns.

    Parameters
    ----------
    kind
        The content's type, as ``application/json``.
    confirmed
        The digests of the addresses that a person on this machine has confirmed.
    private
        Whether addresses of this machine and of the network around it may be written to.
    seconds
        The deadline for all of it.

    Raises
    ------
    ArgumentError
        When the address is a private one and must not be.
    DeliveryError
        When the address is not confirmed; when nobody answers, not in time, or not with a success.
    """
    if address.digest not in confirmed:
        raise DeliveryError("webhook_asleep", host=address.place)
    call = _Call(address, content, kind, private=private, seconds=seconds)
    # A look-up of a name cannot be given a limit, so the call has a thread that is left behind.
    thread = threading.Thread(target=call.run, name="door", daemon=True)
    thread.start()
    thread.join(seconds)
    call.end()
    if call.failure is not None:
        raise call.failure
    if call.status is None:
        raise DeliveryError("webhook_slow", host=address.place, seconds=seconds)
    if not 200 <= call.status < 300:  # noqa: PLR2004 - what HTTP calls a success
        redirect = 300 <= call.status < 400  # noqa: PLR2004 - and what it calls a redirection
        key = "webhook_redirect" if redirect else "webhook_refused"
        raise DeliveryError(key, host=address.place, status=call.status)


class _Call:
    """One post: what is open of it, and what came of it."""

    def __init__(
        self, address: WebAddress, content: bytes, kind: str, *, private: bool, seconds: float
    ) -> None:
        self.status: int | None = None
        self.failure: CxError | None = None
        self._address = address
        self._content = content
        self._kind = kind
        self._private = private
        self._until = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._open: socket.socket | None = None
        self._over = False

    def run(self) -> None:
        """Send, and note how that ended; nothing is noted any more after the end."""
        try:
            status, failure = self._status(), None
        except CxError as error:
            status, failure = None, error
        except Exception as error:  # noqa: BLE001 - whatever a strange server or resolver provokes is its fault
            status, failure = None, self._told(error)
        with self._lock:
            if not self._over:
                self.status, self.failure = status, failure
            if self._open is not None:
                self._open.close()
                self._open = None

    def end(self) -> None:
        """Cut the connection off, wherever it is: the thread that works on it stops, and closes it."""
        with self._lock:
            self._over = True
            if self._open is not None:
                with suppress(OSError):
                    # Not the method of a TLS connection, which changes what the other thread reads with.
                    socket.socket.shutdown(self._open, socket.SHUT_RDWR)

    def _told(self, error: Exception) -> CxError | None:
        """What went wrong, in words; nothing where the time was up, which is said by whoever waited."""
        if time.monotonic() >= self._until:
            return None
        host = self._address.place
        if isinstance(error, ssl.SSLCertVerificationError):
            return DeliveryError("webhook_certificate", host=host)
        strange = isinstance(error, (http.client.HTTPException, ssl.SSLError))
        return DeliveryError("webhook_strange" if strange else "webhook_silent", host=host)

    def _status(self) -> int:
        connection = http.client.HTTPConnection(self._address.host, self._address.port)
        connection.sock = self._connected()
        headers = {"Host": self._address.place, "Content-Type": self._kind, "Connection": "close"}
        connection.request("POST", self._address.target, self._content, headers)
        # Its body is not read: it may be of any size, and says nothing that anybody is told.
        return connection.getresponse().status

    def _connected(self) -> socket.socket:
        plain = self._held(self._reached(self._numbers()))
        if self._address.scheme == "http":
            return plain
        context = ssl.create_default_context()
        wrapped = context.wrap_socket(
            plain, server_hostname=self._address.host, do_handshake_on_connect=False
        )
        secured = self._held(wrapped)
        secured.settimeout(self._left())
        wrapped.do_handshake()
        return secured

    def _numbers(self) -> list[tuple[int, Any]]:
        """What the name leads to, looked up once; refused where any of it is private and must not be."""
        found = socket.getaddrinfo(self._address.host, self._address.port, type=socket.SOCK_STREAM)
        if not self._private and any(networks.is_private(str(one[4][0])) for one in found):
            raise ArgumentError("webhook_private", host=self._address.place, setting=networks.SETTING)
        return [(int(family), where) for family, _, _, _, where in found]

    def _reached(self, numbers: list[tuple[int, Any]]) -> socket.socket:
        """A connection to the first of the numbers that takes one."""
        failure = OSError()
        for family, where in numbers:
            tried = socket.socket(family, socket.SOCK_STREAM)
            try:
                tried.settimeout(self._left())
                tried.connect(where)
            except OSError as error:
                tried.close()
                failure = error
            else:
                return tried
        raise failure

    def _held(self, opened: socket.socket) -> socket.socket:
        """Let the end cut this connection off; not opened any more where it came first."""
        with self._lock:
            self._open = opened
            over = self._over
        if over:
            raise TimeoutError
        opened.settimeout(self._left())
        return opened

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left
