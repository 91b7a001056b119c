"""The files that a tutorial's map would fetch from four CDNs, from this machine and kept by the browser."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAFLET: Final = Path(__file__).resolve().parent.parent.parent / "static" / "leaflet"
TYPES: Final = {"js": "text/javascript", "css": "text/css", "png": "image/png"}
PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A transparent PNG of one pixel, for tiles and marker pictures."""


JQUERY: Final = """
window.$ = window.jQuery = (html) =>
  [Object.assign(document.createElement("div"), { innerHTML: html }).firstElementChild];
"""
"""All of jQuery that folium's popups call: making an element from its HTML."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.split("?")[0].rsplit("/", 1)[-1]
        body = _content(name)
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        # A visitor's browser has the CDNs' files in its cache from the second run on.
        self.send_header("Cache-Control", "public, max-age=86400, immutable")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: every line would cost time."""


def _content(name: str) -> bytes:
    if name in ("leaflet.js", "leaflet.css"):
        return (LEAFLET / name).read_bytes()
    if name.startswith("jquery"):
        return JQUERY.encode()
    # Bootstrap, awesome-markers and the icon fonts: never called by a map of plain markers, so empty.
    return PIXEL if name.endswith(".png") else b""


@contextmanager
def serve_assets() -> Iterator[str]:
    """Serve the files on a free port and yield the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
