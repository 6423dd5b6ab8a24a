"""A room: the key of its facilitator, and the names by which phones reach this machine."""

from __future__ import annotations

import contextlib
import secrets
import socket
from dataclasses import dataclass, field

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a room is open to the network; that is what it is for
LOCAL = ("127.0.0.1", "localhost")
_KEY_BYTES = 24
_NOWHERE = ("192.0.2.1", 9)  # an address kept for examples: no packet is sent to find the way there


@dataclass(frozen=True)
class Room:
    """What a server that is open to the network has to know."""

    host: str
    """The name or number by which phones reach this machine."""
    names: tuple[str, ...]
    """Every name under which the server answers."""
    key: str = field(default_factory=lambda: secrets.token_urlsafe(_KEY_BYTES))

    def address(self, port: int) -> str:
        """Return the address for participants."""
        return f"http://{self.host}:{port}"

    def facilitator(self, port: int) -> str:
        """Return the address for the facilitator."""
        return f"{self.address(port)}/?key={self.key}"

    def variables(self, port: int) -> dict[str, str]:
        """Return what the server is told by its environment, where other users cannot read it."""
        return {"CX_ROOM_KEY": self.key, "CX_ROOM_ADDRESS": self.address(port)}

    @property
    def local(self) -> bool:
        """Whether no network was found."""
        return self.host in LOCAL


def found(host: str | None = None) -> Room:
    """Return a room with a new key.

    Parameters
    ----------
    host
        The name by which phones reach this machine, where it is not the number found.
    """
    numbers = _numbers()
    own = socket.gethostname().lower()
    names = [host or "", *numbers, own, f"{own.split('.')[0]}.local", *LOCAL]
    return Room(host or next(iter(numbers), LOCAL[0]), tuple(dict.fromkeys(name for name in names if name)))


def _numbers() -> list[str]:
    """The numbers of this machine on the network, that of the way out first."""
    numbers = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_NOWHERE)
        numbers.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        numbers += [str(entry[4][0]) for entry in known]
    return [number for number in dict.fromkeys(numbers) if not number.startswith(("127.", "0."))]
