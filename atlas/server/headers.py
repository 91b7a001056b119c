"""Security headers, each with its reason.

What the policy allows was found by opening every page in Chromium and reading the violations; a browser test does the
same again (``tests/e2e/test_first_load.py``).
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

from atlas.server.http import request_path
from atlas.server.page import SCRIPT
from atlas.server.share import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STREET_MAP: Final = "https://tile.openstreetmap.org"


def hash_source(script: str) -> str:
    """Return how a policy names an inline script.

    >>> hash_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


_PAGE: Final = {
    # What is not named below comes from us or not at all.
    "default-src": "'self'",
    # Scripts from files of ours only, and the one in the page's head by its hash: no other inline script, no eval, so
    # text that slips through stays text. WebAssembly is how Streamlit's messages count beyond 32 bits. Streamlit runs
    # the script of a component from a blob, which only a script that runs already can make.
    "script-src": f"'self' blob: 'wasm-unsafe-eval' {hash_source(SCRIPT)}",
    # Streamlit (styled-components) and plotly write their styles into the page.
    "style-src": "'self' 'unsafe-inline'",
    # Icons inside style sheets, and pictures that plotly makes for saving.
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    # The websocket of the same address is "self".
    "connect-src": "'self'",
    # Streamlit's table reads large pictures in a worker made from a blob.
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    # A <base> that slips in would turn every relative address to another host.
    "base-uri": "'self'",
    "form-action": "'self'",
}
_COMPONENT: Final = {
    **_PAGE,
    # streamlit-folium gets the map's script over the websocket, writes it into its frame and evaluates what changes:
    # it draws nothing without both. So only here, in a frame that shows no text of the page.
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    # The one thing that a visitor may fetch from elsewhere, when asked for: the street map.
    "img-src": f"'self' data: blob: {_STREET_MAP}",
}

_EVERYWHERE: Final = {
    # A file is what we say it is.
    "x-content-type-options": "nosniff",
    # OpenStreetMap's tiles want to know which site asks; nobody needs to know which page.
    "referrer-policy": "strict-origin-when-cross-origin",
    # The Atlas asks for none of these, so nothing embedded in it can.
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy(directives: Mapping[str, str], frames: Iterable[str]) -> str:
    """Return a Content-Security-Policy that also says who may show the page in a frame.

    >>> policy({"default-src": "'self'"}, ["https://city.example"])
    "default-src 'self'; frame-ancestors 'self' https://city.example"
    """
    allowed = " ".join(["'self'", *frames])
    return "; ".join(f"{name} {value}" for name, value in {**directives, "frame-ancestors": allowed}.items())


class SecurityHeaders:
    """The layer that adds the headers to every answer.

    Parameters
    ----------
    app : ASGI application
        Everything behind.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        who = ancestors()
        self._page, self._component = policy(_PAGE, who), policy(_COMPONENT, who)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        inside = request_path(scope).startswith("/component/")
        headers = {**_EVERYWHERE, "content-security-policy": self._component if inside else self._page}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"]).update(headers)
            await send(message)

        return await self._app(scope, receive, send_with_headers)
