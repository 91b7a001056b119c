"""A visitor without a browser: speaks Streamlit's protocol over the websocket, as its frontend does.

Opens pages, sets widgets, keeps the elements on the page and the address, and counts bytes.  What the browser's side
of Streamlit does and this does not: draw, fetch files, and send what custom components report.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import count
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from _widgets import default_state, key_of, set_state, state_message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streamlit.proto.Element_pb2 import Element

PATIENCE_SECONDS: Final = 60
_LARGEST_MESSAGE: Final = 50_000_000
_KNOCK_SECONDS: Final = 15
_LONGEST_DELAY_SECONDS: Final = 4
_RUNS_KEPT: Final = 2
"""Streamlit's frontend keeps a message for two runs (``global.maxCachedMessageAge``)."""

_SIDEBAR: Final = 1
"""First number of the place of everything in the sidebar (``RootContainer``)."""

DeltaPath = tuple[int, ...]
ENDED: Final = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
"""What ends a run; FINISHED_EARLY_FOR_RERUN announces another one."""


@dataclass
class Run:
    """What one request of a visitor brought back.

    Attributes
    ----------
    seconds : float
        From sending the request to the message that the script has finished.
    received : int
        Bytes of the messages, uncompressed.
    messages : int
        Number of messages.
    exceptions : list of str
        Exceptions that the page shows.
    """

    seconds: float = 0.0
    received: int = 0
    messages: int = 0
    exceptions: list[str] = field(default_factory=list)


@dataclass
class _Drawn:
    """An element on the page, the run that drew it, its fragment, and the script: a page's or the main one."""

    element: Element
    run: int
    fragment: str
    script: str


class Visitor:
    """One tab of one visitor.

    Attributes
    ----------
    page : str
        Path of the page in the address, without slash.
    query : str
        Query string in the address, without question mark; the server changes it.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.page = ""
        self.query = ""
        self._cookies: dict[str, str] = {}
        self._connection: ClientConnection | None = None
        self._session = ""
        self._script_hash = self._main_hash = ""
        self._pages: dict[str, str] = {}
        self._drawn: dict[DeltaPath, _Drawn] = {}
        self._set: dict[str, tuple[str, Any]] = {}
        self._cache: dict[str, tuple[ForwardMsg, int]] = {}
        self._runs = 0

    async def connect(self) -> None:
        """Open the websocket; after a loss, ask for the same session again."""
        # Second and third entry: the token against forged requests (only logins need it) and the session to resume.
        wanted = ["streamlit", "none", self._session] if self._session else ["streamlit", "none"]
        self._connection = await connect(
            f"ws://{urlsplit(self.address).netloc}/_stcore/stream",
            subprotocols=wanted,  # type: ignore[arg-type]  # a NewType of str
            origin=self.address,  # type: ignore[arg-type]  # a NewType of str
            additional_headers=self._cookie_header(),
            max_size=_LARGEST_MESSAGE,
            proxy=None,
        )

    async def knock(self) -> None:
        """Ask whether anybody is there, as the frontend does before it opens the websocket; keep the cookies given.

        Raises
        ------
        OSError
            If nobody answers.
        """
        request = Request(f"{self.address}/_stcore/health", headers=self._cookie_header())
        answer = await asyncio.to_thread(lambda: urlopen(request, timeout=_KNOCK_SECONDS))
        with answer:
            for name, morsel in SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie") or ())).items():
                self._cookies[name] = morsel.value

    async def reconnect(self) -> None:
        """Come back after the connection broke, with the frontend's delays; it does not ask for the page again."""
        for attempt in count():
            longest = min(_LONGEST_DELAY_SECONDS, 0.5 * 2**attempt)
            await asyncio.sleep(random.uniform(longest / 2, longest))
            try:
                await self.knock()
                await self.connect()
            except (OSError, WebSocketException):
                continue
            return

    def _cookie_header(self) -> dict[str, str]:
        return (
            {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())} if self._cookies else {}
        )

    async def close(self) -> None:
        """Close the tab."""
        if self._connection:
            await self._connection.close()
            self._connection = None

    async def gone(self) -> None:
        """Wait until the connection breaks."""
        assert self._connection is not None, "not connected"
        await self._connection.wait_closed()

    async def open(self, page: str, query: str = "") -> Run:
        """Follow a link from outside: a new tab with a new session."""
        await self.close()
        self.page, self.query = page, query
        self._session = self._script_hash = ""
        self._drawn, self._set, self._cache = {}, {}, {}
        await self.connect()
        return await self._ask()

    async def go(self, page: str) -> Run:
        """Choose another page in the navigation, within the same session; what the page drew goes before it asks."""
        self.page, self.query, self._script_hash = page, "", self._pages[page]
        self._drawn = {path: each for path, each in self._drawn.items() if each.script == self._main_hash}
        self._forget_states()
        return await self._ask()

    async def choose(self, key: str, values: Sequence[str]) -> Run:
        """Choose these options, by their labels, in pills, a segmented control or a multiselect."""
        element, _name = self._widget(key)
        self._set[element.id] = ("string_array_value", list(values))
        return await self._ask(self._fragment_of(key))

    async def press(self, key: str) -> Run:
        """Press a button."""
        element, _name = self._widget(key)
        return await self._ask(self._fragment_of(key), pressed=element.id)

    async def again(self) -> Run:
        """Ask for the same page once more, as the frontend does when a connection broke during a run."""
        return await self._ask()

    # ------------------------------------------------------------------ what is on the page

    def widgets(self) -> dict[str, tuple[str, Any]]:
        """Return kind and message of every keyed widget, in the order on the page (main part, then sidebar)."""
        found: dict[str, tuple[str, Any]] = {}
        for kind, message, _drawn in self._all():
            if key := key_of(getattr(message, "id", "")):
                found[key] = (kind, message)
        return found

    def sidebar(self) -> list[str]:
        """Return the keys of the widgets in the sidebar."""
        elements = ((path, each.element) for path, each in sorted(self._drawn.items()) if path[0] == _SIDEBAR)
        ids = (getattr(getattr(each, each.WhichOneof("type") or "empty"), "id", "") for _path, each in elements)
        return [key for name in ids if (key := key_of(name))]

    def values(self, key: str) -> list[str]:
        """Return the labels chosen in pills or a multiselect."""
        message, _kind = self._widget(key)
        return list(self._set[message.id][1])

    def options(self, key: str) -> list[str]:
        """Return the labels on offer in pills or a multiselect."""
        message, kind = self._widget(key)
        return [each.content for each in message.options] if kind == "button_group" else list(message.options)

    def texts(self) -> Iterator[str]:
        """Return the HTML and Markdown on the page, one piece at a time."""
        for kind, message, _drawn in self._all():
            if kind in ("html", "markdown"):
                yield message.body

    def members(self) -> int:
        """Return the number of members that the Atlas says it shows.

        Raises
        ------
        ValueError
            If the page has no line of status.
        """
        for text in self.texts():
            if found := re.search(r'class="status"[^>]*>([^<]*)', text):
                first = re.search(r"\d[\d,\u202f]*", found[1])  # "40 of 403 members shown"
                return int(re.sub(r"\D", "", first[0])) if first else 0
        raise ValueError(f"No count on /{self.page}?{self.query}")

    def exceptions(self) -> list[str]:
        """Return the exceptions on the page, and the Atlas's own sentence that it could not be drawn."""
        found = [f"{message.type}: {message.message}" for kind, message, _ in self._all() if kind == "exception"]
        return found + ["the page could not be drawn" for text in self.texts() if 'class="failure"' in text]

    def _all(self) -> Iterator[tuple[str, Any, _Drawn]]:
        for _path, drawn in sorted(self._drawn.items()):
            kind = drawn.element.WhichOneof("type")
            if kind:
                yield kind, getattr(drawn.element, kind), drawn

    def _widget(self, key: str) -> tuple[Any, str]:
        for kind, message, _drawn in self._all():
            if key_of(getattr(message, "id", "")) == key:
                return message, kind
        raise KeyError(f"No widget {key!r} on /{self.page}?{self.query}; there are {list(self.widgets())}")

    def _fragment_of(self, key: str) -> str:
        found = (each.fragment for _, message, each in self._all() if key_of(getattr(message, "id", "")) == key)
        return next(found, "")

    # ------------------------------------------------------------------ the protocol

    async def _ask(self, fragment: str = "", pressed: str = "") -> Run:
        assert self._connection is not None, "not connected"
        request = BackMsg()
        state = request.rerun_script
        state.query_string, state.page_script_hash = self.query, self._script_hash
        state.page_name = "" if self._script_hash else self.page  # the name is for links from outside
        state.fragment_id = fragment
        state.cached_message_hashes.extend(self._cache)
        state.context_info.url = f"{self.address}/{self.page}"
        state.context_info.timezone, state.context_info.locale = "UTC", "en-GB"
        state.widget_states.widgets.extend(self._states(pressed))
        began = time.perf_counter()
        await self._connection.send(request.SerializeToString())
        async with asyncio.timeout(PATIENCE_SECONDS):
            run = await self._receive()
        run.seconds = time.perf_counter() - began
        return run

    def _states(self, pressed: str) -> Iterator[WidgetState]:
        """Return what every widget on the page says; the frontend sends all of them every time."""
        for name, (kind, value) in self._set.items():
            if kind:
                yield state_message(name, kind, value)
        if pressed:
            yield WidgetState(id=pressed, trigger_value=True)

    async def _receive(self) -> Run:
        assert self._connection is not None
        run, fragments = Run(), frozenset[str]()
        async for payload in self._connection:
            assert isinstance(payload, bytes)
            run.received += len(payload)
            run.messages += 1
            message = self._resolve(ForwardMsg.FromString(payload))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                fragments = frozenset(message.metadata.run.fragment_ids)
                self._begin(message, whole=not fragments)
            elif kind == "delta":
                self._draw(message)
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "navigation":
                self._script_hash = message.navigation.page_script_hash
                self._pages = {each.url_pathname: each.page_script_hash for each in message.navigation.app_pages}
            elif kind == "script_finished" and message.script_finished in ENDED:
                self._forget(fragments)
                run.exceptions = self.exceptions()
                return run
        raise ConnectionError("The server closed the connection before the script had finished.")

    def _resolve(self, message: ForwardMsg) -> ForwardMsg:
        """Keep what may come again, and put what was kept in the place of a reference."""
        if message.WhichOneof("type") == "ref_hash":
            kept, _run = self._cache[message.ref_hash]
            whole = ForwardMsg()
            whole.CopyFrom(kept)
            whole.metadata.CopyFrom(message.metadata)
            self._cache[message.ref_hash] = (kept, self._runs)
            return whole
        if message.metadata.cacheable:
            self._cache[message.hash] = (message, self._runs)
        return message

    def _begin(self, message: ForwardMsg, *, whole: bool) -> None:
        session = message.new_session
        self._script_hash = session.page_script_hash or self._script_hash
        self._main_hash, self._session = session.main_script_hash, session.initialize.session_id
        self._runs += 1
        if whole:
            self._cache = {name: kept for name, kept in self._cache.items() if self._runs - kept[1] <= _RUNS_KEPT}

    def _draw(self, message: ForwardMsg) -> None:
        path, delta = tuple(message.metadata.delta_path), message.delta
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        self._drawn[path] = _Drawn(element, self._runs, delta.fragment_id, message.metadata.active_script_hash)
        kind = element.WhichOneof("type")
        widget: Any = getattr(element, kind) if kind else None
        if name := getattr(widget, "id", ""):
            if getattr(widget, "set_value", False):  # the script has set it
                self._set[name] = set_state(str(kind), widget)
            elif name not in self._set:  # the first time; a default that comes later changes nothing
                self._set[name] = default_state(str(kind), widget)

    def _forget(self, fragments: Iterable[str]) -> None:
        """Take away what this run did not draw again: everywhere, or within its fragments."""
        self._drawn = {
            path: each
            for path, each in self._drawn.items()
            if each.run == self._runs or (fragments and each.fragment not in fragments)
        }
        self._forget_states()

    def _forget_states(self) -> None:
        """Take away what widgets hold that are no longer on the page."""
        here = {getattr(message, "id", "") for _kind, message, _drawn in self._all()}
        self._set = {name: value for name, value in self._set.items() if name in here}
