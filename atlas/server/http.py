"""The few words of ASGI that the layers of the server share: headers, paths, and an answer taken in whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st
from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ABOUT_SENDING: Final = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range"})
READ: Final = frozenset({"GET", "HEAD"})


@dataclass
class Answer:
    """An answer of the app behind a layer, whole.

    Attributes
    ----------
    status : int
        HTTP status.
    headers : starlette.datastructures.MutableHeaders
        As the app set them.
    body : bytes
        Uncompressed.
    """

    status: int
    headers: MutableHeaders
    body: bytes

    @property
    def media_type(self) -> str:
        """Return the media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip()

    def change(self, body: bytes) -> None:
        """Put another body in the place of the one that the headers describe."""
        self.body = body
        for name in ("etag", "last-modified", "accept-ranges"):
            del self.headers[name]

    async def send(self, send: Send, *, head_only: bool = False) -> None:
        """Send the answer on, with the length that its body has now."""
        if self.status != 304:
            self.headers["content-length"] = str(len(self.body))
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers.raw})
        await send({"type": "http.response.body", "body": b"" if head_only else self.body})


def request_path(scope: Scope) -> str:
    """Return the path below the address that the app is served under (``server.baseUrlPath``, or a mount)."""
    path: str = scope["path"]
    for prefix in (scope.get("root_path", ""), "/" + str(st.get_option("server.baseUrlPath") or "").strip("/")):
        if len(prefix) > 1 and path.startswith(prefix + "/"):
            path = path[len(prefix) :]
    return path


async def whole_answer(app: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    """Ask the app for all of something, as it is, and wait for it.

    A ``HEAD`` is asked as a ``GET``: what is sent then follows from the body.  What the visitor knows already, and in
    which encoding it is to be sent, is decided where the body is final.
    """
    headers = [pair for pair in scope["headers"] if pair[0] not in _ABOUT_SENDING]
    answer = Answer(500, MutableHeaders(), b"")
    parts: list[bytes] = []

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status, answer.headers = message["status"], MutableHeaders(raw=list(message["headers"]))
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    await app({**scope, "method": "GET", "headers": headers}, receive, collect)
    answer.body = b"".join(parts)
    return answer
