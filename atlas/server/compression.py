"""Static files compressed once and kept: Streamlit sends its bundles, 9.7 MB for the map, as they are.

Streamlit has its reason (compressing them for every visitor anew costs more than it saves); kept copies do not share
it.  A file is compressed when it is first asked for, in a thread, and found again by its content: a changed file is
another content, so nothing has to be emptied.  Files whose names carry their hash are not even asked for twice.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from posixpath import normpath
from typing import TYPE_CHECKING, Final

import brotli
from starlette.datastructures import Headers

from atlas.server.http import READ, Answer, request_path, whole_answer

if TYPE_CHECKING:
    from starlette.datastructures import MutableHeaders
    from starlette.types import ASGIApp, Receive, Scope, Send

_NO_FILES: Final = re.compile(r"/(?:_stcore/|media/(?![^/]+\.json$))")
"""Neither messages nor downloads.  Of the media only JSON, the members for the map: the same for everybody, while a
download is one visitor's own."""
_HASHED: Final = re.compile(r"/(?:static|component)/.*\.[\w-]{8}\.(?:js|css|woff2|png|gif|svg)$")
_MADE: Final = re.compile(r"/(?:media/|preview\.png$)")
"""Made by the app, which says itself how long they are good for."""
_COMPRESSIBLE: Final = re.compile(r"text/|application/(?:javascript|json|geo\+json|xml)|image/svg\+xml|font/ttf")
_BROTLI_QUALITY: Final = 9
"""Plotly: 4.7 MB to 1.18 in half a second; the best quality, 1.06, takes nine seconds of a visitor's first click."""
_QUICK_QUALITY: Final = 5
"""A page in half a millisecond instead of twenty, and no larger: every address has its own page, so none is kept."""
_KEPT_BYTES: Final = 24_000_000
"""All that the Atlas sends is 4 MB in one encoding; what is longest unused goes first."""
_SMALLEST: Final = 512
_YEAR: Final = "public, max-age=31536000, immutable"
_WEEK: Final = "public, max-age=604800"
_REVALIDATE: Final = "public, no-cache"


def chosen_encoding(accepted: str) -> str:
    """Return the best encoding that a visitor accepts: ``br``, ``gzip`` or none (the empty string).

    >>> chosen_encoding("gzip, deflate, br, zstd"), chosen_encoding("gzip;q=1.0, br;q=0"), chosen_encoding("")
    ('br', 'gzip', '')
    """
    parts = [each.strip().lower().replace(" ", "") for each in accepted.split(",")]
    names = {part.partition(";")[0] for part in parts if not re.search(r";q=0(?:\.0*)?$", part)}
    return next((name for name in ("br", "gzip") if name in names), "")


def compress(body: bytes, encoding: str, quality: int = _BROTLI_QUALITY) -> bytes:
    """Return the body in an encoding, of brotli in a quality; the empty name leaves it as it is."""
    if encoding == "br":
        return bytes(brotli.compress(body, quality=quality))
    return gzip.compress(body, compresslevel=9, mtime=0) if encoding == "gzip" else body


@dataclass(frozen=True)
class _Kept:
    """A file as it is sent: its head, its body in one encoding, and what names this content."""

    headers: MutableHeaders
    body: bytes
    tag: str


class CompressedFiles:
    """The layer that answers for files: Streamlit's bundles, our own, those of the map's component, the page itself.

    Parameters
    ----------
    app : ASGI application
        Finds the files, and refuses paths that leave their folders.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._bodies: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._immutable: dict[tuple[str, str], _Kept] = {}
        self._busy: dict[tuple[str, str], asyncio.Lock] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file, or let the request through."""
        if not _is_for_a_file(scope):
            return await self._app(scope, receive, send)
        headers = Headers(scope=scope)
        key = (request_path(scope), chosen_encoding(headers.get("accept-encoding", "")))
        kept = self._immutable.get(key) or await self._fetch(key, scope, receive, send)
        if kept:
            await _answer(kept, headers).send(send, head_only=scope["method"] == "HEAD")
        return None

    async def _fetch(self, key: tuple[str, str], scope: Scope, receive: Receive, send: Send) -> _Kept | None:
        path, encoding = key
        found = await whole_answer(self._app, scope, receive)
        if found.status != 200:
            await found.send(send, head_only=scope["method"] == "HEAD")
            return None
        kept = await self._keep(found, encoding if _COMPRESSIBLE.match(found.media_type) else "", path)
        if _HASHED.search(path) and found.media_type != "text/html":  # a page stands in for a file that is not there
            self._immutable[key] = kept
        return kept

    async def _keep(self, found: Answer, encoding: str, path: str) -> _Kept:
        digest = sha256(found.body).hexdigest()[:32]
        encoding = encoding if len(found.body) >= _SMALLEST else ""
        if found.media_type == "text/html":
            body = await asyncio.to_thread(compress, found.body, encoding, _QUICK_QUALITY)
        else:
            body = await self._compressed(found.body, digest, encoding)
        tag = f'"{digest}{encoding and "-" + encoding}"'
        headers = found.headers
        for name in ("last-modified", "content-length", "content-encoding", "vary"):
            del headers[name]
        headers.update({"etag": tag, "cache-control": _caching(path, found)})
        headers["vary"] = "Accept-Encoding"
        if encoding:
            headers["content-encoding"] = encoding
        return _Kept(headers, body, tag)

    async def _compressed(self, body: bytes, digest: str, encoding: str) -> bytes:
        if not encoding:
            return body
        key = (digest, encoding)
        async with self._busy.setdefault(key, asyncio.Lock()):  # of many first visitors only one lets it be compressed
            small = self._bodies.get(key)
            if small is None:
                small = await asyncio.to_thread(compress, body, encoding)
            self._bodies[key] = small
            self._bodies.move_to_end(key)
            self._forget_the_oldest()
        self._busy.pop(key, None)
        return small

    def _forget_the_oldest(self) -> None:
        while sum(map(len, self._bodies.values())) > _KEPT_BYTES and len(self._bodies) > 1:
            self._bodies.popitem(last=False)


def _is_for_a_file(scope: Scope) -> bool:
    """Whether a request reads a whole file under its one name: other spellings of it are not worth keeping."""
    if scope["type"] != "http" or scope["method"] not in READ:
        return False
    path = request_path(scope)
    return not _NO_FILES.match(path) and normpath(path) == path and "range" not in Headers(scope=scope)


def _caching(path: str, found: Answer) -> str:
    """Return how long a browser may keep a file without asking again.

    A name with a hash is another name when the file changes.  A font of ours changes once in years, our scripts with
    every release, together with what the server sends them: those are asked for, and not sent again when unchanged.
    """
    if found.media_type == "text/html" or _MADE.match(path):
        return found.headers.get("cache-control", _REVALIDATE)
    if _HASHED.search(path):
        return _YEAR
    return _WEEK if path.endswith(".woff2") else _REVALIDATE


def _answer(kept: _Kept, request: Headers) -> Answer:
    known = {each.strip().removeprefix("W/") for each in request.get("if-none-match", "").split(",")}
    headers = kept.headers.mutablecopy()
    if kept.tag in known or "*" in known:
        for name in ("content-type", "content-encoding"):
            del headers[name]
        return Answer(304, headers, b"")
    return Answer(200, headers, kept.body)
