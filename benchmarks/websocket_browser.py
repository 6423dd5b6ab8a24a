"""A browser without a screen: it speaks Streamlit's own protocol over a real websocket.

It opens a page, keeps what the server draws, sets widgets, presses buttons, obeys the server's timers, and
keeps its address as the server sets it, so that it can come back after a lost connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import uuid
from collections.abc import Callable, Iterable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

import requests
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

PATIENCE = 120.0
"""Seconds after which an answer is given up."""
_XSRF = "_streamlit_xsrf"
_ON_EVERY_PAGE = ("cx_put_on", "cx_guard", "cx_window")
"""Components that have nothing of the page's own."""
"""The cookie whose value goes along with an upload."""


class Browser:
    """One tab of one person."""

    def __init__(self, base: str, page: str, query: str = "", cookie: str = "") -> None:
        """Get ready for an address; nothing is opened yet."""
        self.base = base
        self.page = page
        self.query = query
        self.cookie = cookie
        self.session = ""
        self.lost = False
        self.drawing = False
        self.elements: dict[tuple[int, ...], Any] = {}
        self._fresh: set[tuple[int, ...]] = set()
        self._messages: dict[str, ForwardMsg] = {}
        self._states: dict[str, WidgetState] = {}
        self._runs = 0
        self._fragments: dict[str, asyncio.Task[None]] = {}
        self._changed = asyncio.Condition()
        self._hash = ""
        self._session = ""
        self._places: Any = None

    async def open(self) -> None:
        """Connect, and wait until the page is drawn."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        address = self.base.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = await websockets.connect(
            address,
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(self.base),
            additional_headers=headers,
            max_size=None,
            open_timeout=PATIENCE,
            ping_interval=None,
        )
        self.lost = False
        self._states.clear()
        self._hash = ""
        self._reader = asyncio.create_task(self._read())
        await self.run()

    async def close(self) -> None:
        """Drop the connection, as a phone does that is put away."""
        for task in (*self._fragments.values(), self._reader):
            task.cancel()
        self._fragments.clear()
        with contextlib.suppress(websockets.WebSocketException, OSError):
            await self._socket.close()

    async def go(self, page: str) -> None:
        """Go to another page of the same tab."""
        self.page, self._hash = page, ""
        await self.run()

    async def run(self, *triggers: WidgetState) -> None:
        """Let the page run, and wait until it is drawn."""
        before = self._runs
        await self._send("", triggers)
        await self.until(lambda: self._runs > before)

    async def press(self, label: str, **typed: str) -> None:
        """Press a button, after typing into boxes that are named by their labels."""
        for box, content in typed.items():
            found = self.find("text_input", lambda one, box=box: one.label == box)
            self._states[found.id] = WidgetState(id=found.id, string_value=content)
        await self.until(lambda: not self.drawing and self._has_button(label))
        button = self.find("button", lambda one: one.label == label)
        await self.run(WidgetState(id=button.id, trigger_value=True))

    async def upload(self, name: str, content: bytes) -> None:
        """Hand a file to the first uploader of the page, and wait until the page is drawn with it."""
        box = self.find("file_uploader")
        file_id = str(uuid.uuid4())
        await asyncio.to_thread(self._put, f"/_stcore/upload_file/{self.session}/{file_id}", name, content)
        told = UploadedFileInfo(name=name, size=len(content), file_id=file_id)
        state = WidgetState(id=box.id)
        state.file_uploader_state_value.uploaded_file_info.append(told)
        self._states[box.id] = state
        await self.run()

    def _put(self, path: str, name: str, content: bytes) -> None:
        with requests.Session() as calling:
            calling.get(f"{self.base}/_stcore/health", timeout=PATIENCE)
            token = calling.cookies.get(_XSRF, "")
            calling.put(
                f"{self.base}{path}",
                files={"file": (name, content)},
                headers={"X-Xsrftoken": token},
                timeout=PATIENCE,
            ).raise_for_status()

    async def set_toggle(self, label: str, on: bool) -> None:  # noqa: FBT001 - what a toggle is
        """Set a toggle by its label, and wait until the page is drawn."""
        box = self.find("checkbox", lambda one: one.label == label)
        self._states[box.id] = WidgetState(id=box.id, bool_value=on)
        await self.run()

    async def set_component(self, **value: object) -> None:
        """Send what the page's component would, without waiting for the answer."""
        known = self.find("bidi_component", _is_the_pages_own)
        self._states[known.id] = WidgetState(id=known.id, json_value=json.dumps(value))
        await self._send("", ())

    async def switch(self, label: str, *, on: bool) -> None:
        """Set a switch or check box that is named by its label, and wait until the page is drawn."""
        box = self.find("checkbox", lambda one: one.label == label)
        self._states[box.id] = WidgetState(id=box.id, bool_value=on)
        await self.run()

    async def hand_over(self, name: str, content: bytes, label: str) -> None:
        """Hand a file to the uploader of that label, and wait until the page is drawn that follows."""
        wanted = BackMsg()
        wanted.file_urls_request.request_id = f"{name} {self._runs}"
        wanted.file_urls_request.file_names.append(name)
        wanted.file_urls_request.session_id = self._session
        self._places = None
        await self._socket.send(wanted.SerializeToString())
        await self.until(lambda: self._places is not None)
        places = self._places.file_urls[0]
        await asyncio.to_thread(self._carry, places.upload_url, name, content)
        uploader = self.find("file_uploader", lambda one: one.label == label)
        state = WidgetState(id=uploader.id)
        state.file_uploader_state_value.uploaded_file_info.add(
            name=name, size=len(content), file_id=places.file_id, file_urls=places
        )
        self._states[uploader.id] = state
        await self.run()

    def _carry(self, place: str, name: str, content: bytes) -> None:
        """Send the bytes as a browser's form does, with the mark that shows where the page came from."""
        address = urlsplit(self.base)
        link = http.client.HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
        link.request("GET", "/_stcore/health")
        answer = link.getresponse()
        answer.read()
        cookie = SimpleCookie(answer.getheader("Set-Cookie") or "")
        marks = {key: value.value for key, value in cookie.items()}
        form = uuid.uuid4().hex
        head = f'--{form}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        headers = {
            "Content-Type": f"multipart/form-data; boundary={form}",
            "Cookie": "; ".join(f"{key}={value}" for key, value in marks.items()),
            "X-Xsrftoken": marks.get("_streamlit_xsrf", ""),
            "Origin": self.base,
        }
        link.request("PUT", place, head.encode() + content + f"\r\n--{form}--\r\n".encode(), headers)
        answer = link.getresponse()
        answer.read()
        link.close()
        if answer.status >= http.client.BAD_REQUEST:
            raise ConnectionError(f"{place}: {answer.status}")

    def component(self) -> dict[str, Any]:
        """Return what the server last told the page's component; empty where there is none."""
        with contextlib.suppress(LookupError):
            found: dict[str, Any] = json.loads(self.find("bidi_component", _is_the_pages_own).json)[0]
            return found
        return {}

    def find(self, kind: str, fits: Callable[[Any], bool] = lambda _one: True) -> Any:
        """Return the element of a kind that fits; raises LookupError where nothing does."""
        for element in list(self.elements.values()):
            if element.WhichOneof("type") == kind and fits(getattr(element, kind)):
                return getattr(element, kind)
        raise LookupError(f"no {kind} on {self.page}: {sorted(self.kinds())}")

    def _has_button(self, label: str) -> bool:
        with contextlib.suppress(LookupError):
            return bool(self.find("button", lambda one: one.label == label))
        return False

    def kinds(self) -> Iterable[str]:
        """Return what is drawn on the page."""
        return {element.WhichOneof("type") or "" for element in list(self.elements.values())}

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait until something holds; raises ConnectionError where the connection is lost before."""
        async with self._changed, asyncio.timeout(seconds):
            await self._changed.wait_for(lambda: holds() or self.lost)
        if self.lost and not holds():
            raise ConnectionError(self.page)

    async def _send(self, fragment: str, triggers: Iterable[WidgetState]) -> None:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = self.query
        asked.page_name = "" if self._hash else self.page
        asked.page_script_hash = self._hash
        asked.fragment_id = fragment
        asked.is_auto_rerun = bool(fragment)
        asked.widget_states.widgets.extend([*self._states.values(), *triggers])
        asked.context_info.locale = "en-GB"
        asked.context_info.url = f"{self.base}/{self.page}"
        try:
            await self._socket.send(message.SerializeToString())
        except websockets.WebSocketException as error:
            raise ConnectionError(self.page) from error

    async def _read(self) -> None:
        try:
            async for content in self._socket:
                message = ForwardMsg()
                message.ParseFromString(content if isinstance(content, bytes) else content.encode())
                async with self._changed:
                    self._take(message)
                    self._changed.notify_all()
        except websockets.WebSocketException:
            pass
        async with self._changed:
            self.lost = True
            self._changed.notify_all()

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            self._take(self._messages[message.ref_hash])
        elif kind == "file_urls_response":
            self._places = message.file_urls_response
        elif kind == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
            self._session = self.session
            self._begin(part=bool(message.metadata.run.fragment_ids))
        elif kind == "navigation":
            self._hash = message.navigation.page_script_hash
        elif kind == "delta":
            self._keep(message)
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            self._drawn()

    def _begin(self, *, part: bool) -> None:
        """A part is drawn anew only after the page has ended.

        The server keeps that end to itself where a timer's message reaches it in that very moment.
        """
        if not part:
            self.drawing = True
            self._fresh.clear()
            self._forget_timers()
        elif self.drawing:
            self._drawn()

    def _drawn(self) -> None:
        """As in a browser, what the last run drew stays in sight until the next one has ended."""
        self.elements = {place: one for place, one in self.elements.items() if place in self._fresh}
        self.drawing = False
        self._runs += 1

    def _keep(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._messages[message.hash] = message
        if message.delta.WhichOneof("type") == "new_element":
            place = tuple(message.metadata.delta_path)
            self.elements[place] = message.delta.new_element
            self._fresh.add(place)

    def _repeat(self, fragment: str, seconds: float) -> None:
        if fragment not in self._fragments:
            self._fragments[fragment] = asyncio.create_task(self._tick(fragment, seconds))

    async def _tick(self, fragment: str, seconds: float) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                await asyncio.sleep(seconds)
                await self._send(fragment, ())

    def _forget_timers(self) -> None:
        for task in self._fragments.values():
            task.cancel()
        self._fragments.clear()


def _is_the_pages_own(component: Any) -> bool:
    return component.component_name not in _ON_EVERY_PAGE
