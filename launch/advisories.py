"""What a service of security advisories knows against the locked libraries.

It is asked only by the command for it, at the address that whoever gives the command names; the program
itself never asks. Names and versions are sent, nothing else.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import ssl
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from launch.locks import Pin

CLEAN, FOUND, NO_VERDICT = 0, 1, 3
SECONDS = 60.0
LONGEST = 600.0
_MOST_BYTES = 16 * 2**20
"""Of an answer; a list of numbers for a hundred libraries has some kilobytes."""
_MOST_PAGES = 20
_PATH = "/v1/querybatch"
_OK = 200


class NoVerdictError(Exception):
    """Nothing can be said about any library; the message says why."""


def about(pins: Sequence[Pin], service: str, *, seconds: float = SECONDS) -> dict[Pin, tuple[str, ...]]:
    """Return the numbers of the advisories about each library that there are any about.

    Parameters
    ----------
    pins
        The libraries.
    service
        The address of a service that speaks the protocol of OSV: ``https://host``, or ``http://`` on this
        machine.
    seconds
        The deadline for all of it, from the look-up of the name to the last byte.

    Raises
    ------
    NoVerdictError
        When the service cannot be asked, or answers with anything but a full answer.

    References
    ----------
    OSV, API version 1, "Query batch": one question holds all libraries, an answer may come in pages.
    """
    call = _Call(_address(service), list(pins), seconds)
    # A look-up of a name cannot be given a limit, so the call has a thread that is left behind.
    thread = threading.Thread(target=call.run, name="advisories", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise NoVerdictError(f"{call.address.hostname} did not answer in full within {seconds:g} seconds.")
    if call.failure:
        raise NoVerdictError(call.failure)
    return {pin: tuple(sorted(call.found[pin])) for pin in pins if call.found.get(pin)}


def _address(service: str) -> SplitResult:
    """The service's address, where it is one that can be asked."""
    if not service:
        raise NoVerdictError(
            "no service was named. Give the address of one that speaks the protocol of OSV with --at, or in "
            "the variable CX_ADVISORIES; docs/security.md says more."
        )
    try:
        address = urlsplit(service)
        usable = address.port != 0 and bool(address.hostname)
    except ValueError:
        usable = False
    if not usable or not service.isprintable() or " " in service:
        raise NoVerdictError("this is no address: give one as https://advisories.example.com")
    if address.username is not None or address.query or address.fragment:
        raise NoVerdictError("the address must have no name, password, question or mark in it.")
    if address.scheme != "https" and not (address.scheme == "http" and _is_here(str(address.hostname))):
        raise NoVerdictError("the address has to begin with https:// (http:// only for this machine).")
    return address


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _UnexpectedError(Exception):
    """An answer that is none."""


@dataclass
class _Call:
    """All questions to the service, and what came of them."""

    address: SplitResult
    pins: list[Pin]
    seconds: float

    def __post_init__(self) -> None:
        self.found: dict[Pin, set[str]] = {}
        self.failure = ""

    def run(self) -> None:
        """Ask, page by page; note why where that fails."""
        host = self.address.hostname
        try:
            self._ask()
        except _UnexpectedError as error:
            self.failure = f"{host} answered, but {error}."
        except ssl.SSLError as error:
            self.failure = f"the certificate of {host} was not accepted ({error.reason or 'unknown reason'})."
        except (http.client.HTTPException, ValueError, RecursionError):
            self.failure = f"{host} answered with something else than a service of advisories does."
        except OSError as error:
            self.failure = f"{host} cannot be reached ({error.strerror or type(error).__name__})."

    def _ask(self) -> None:
        asked: list[tuple[Pin, str]] = [(pin, "") for pin in self.pins]
        for _page in range(_MOST_PAGES):
            answers = self._answers([_question(pin, page) for pin, page in asked])
            following = []
            for (pin, _), answer in zip(asked, answers, strict=True):
                self.found.setdefault(pin, set()).update(_numbers(answer))
                if page := answer.get("next_page_token"):
                    following.append((pin, str(page)))
            asked = following
            if not asked:
                return
        raise _UnexpectedError("its answer has no end")

    def _answers(self, questions: list[dict[str, object]]) -> list[dict[str, object]]:
        """The answer to each question, in their order."""
        answer = json.loads(self._posted(json.dumps({"queries": questions}).encode()))
        results = answer.get("results") if isinstance(answer, dict) else None
        if not isinstance(results, list) or not all(isinstance(one, dict) for one in results):
            raise _UnexpectedError("not in the protocol of OSV")
        if len(results) != len(questions):
            raise _UnexpectedError(f"about {len(results)} of {len(questions)} libraries")
        return results

    def _posted(self, content: bytes) -> bytes:
        secure = self.address.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        # Whoever waits for this thread keeps the deadline; this only ends the thread some day.
        connection = kind(str(self.address.hostname), self.address.port, timeout=2 * self.seconds)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        try:
            connection.request("POST", self.address.path.rstrip("/") + _PATH, content, headers)
            response = connection.getresponse()
            if response.status != _OK:
                raise _UnexpectedError(f"with status {response.status}")
            body = response.read(_MOST_BYTES + 1)
        finally:
            connection.close()
        if len(body) > _MOST_BYTES:
            raise _UnexpectedError("its answer is too long")
        return body


def _question(pin: Pin, page: str) -> dict[str, object]:
    question: dict[str, object] = {
        "package": {"name": pin.name, "ecosystem": "PyPI"},
        "version": pin.version,
    }
    return {**question, "page_token": page} if page else question


def _numbers(answer: dict[str, object]) -> set[str]:
    """The numbers of the advisories in one answer."""
    listed = answer.get("vulns", [])
    if not isinstance(listed, list):
        raise _UnexpectedError("not in the protocol of OSV")
    numbers = [one.get("id") if isinstance(one, dict) else None for one in listed]
    if not all(isinstance(number, str) and number and number.isprintable() for number in numbers):
        raise _UnexpectedError("not in the protocol of OSV")
    return {str(number) for number in numbers}
