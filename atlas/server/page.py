"""The HTML of the page: Streamlit's own, with the visitor's language, our styles from the start, and no idle font.

Streamlit sends one file for every address and fills it in the browser.  What can only be said there is said here: the
language of the document, the title before the first run, the styles that keep things from moving when they arrive.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers

from atlas.server.compression import chosen_encoding, compress
from atlas.server.http import READ, Answer, request_path, whole_answer
from atlas.wording import DEFAULT_LANGUAGE, LANGUAGES, use_language
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_NO_PAGE: Final = re.compile(r"/(?:_stcore|static|app/static|component|media)/")
_PAGES_KEPT: Final = 32
_FONTS: Final = ("source-sans-3-latin-wght-normal", "literata-latin-wght-normal")
"""Every page needs them for its first words."""


class LocalPage:
    """The layer that sends the page's HTML.

    Parameters
    ----------
    app : ASGI application
        Knows which addresses are pages and sends Streamlit's HTML for them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page in the visitor's language, or let the request through."""
        if scope["type"] != "http" or scope["method"] not in READ or _NO_PAGE.match(request_path(scope)):
            return await self._app(scope, receive, send)
        request = Headers(scope=scope)
        answer = await whole_answer(
            self._app, scope, receive, without=("accept-encoding", "if-none-match", "if-modified-since", "range")
        )
        if answer.status == 200 and answer.media_type == "text/html":
            answer = _page(answer, wanted_language(scope["query_string"]), request)
        return await answer.send(send, head_only=scope["method"] == "HEAD")


def wanted_language(query: bytes) -> str:
    """Return the language that an address asks for, as the app reads it.

    >>> wanted_language(b"region=Africa&lang=fr"), wanted_language(b"lang=xx"), wanted_language(b"")
    ('fr', 'en', 'en')
    """
    wanted = parse_qs(query.decode("latin-1")).get("lang", [DEFAULT_LANGUAGE])[-1]
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


def _page(streamlit: Answer, language: str, request: Headers) -> Answer:
    encoding = chosen_encoding(request.get("accept-encoding", ""))
    body, tag = _sent(streamlit.body, language, encoding)
    headers = streamlit.headers
    for name in ("last-modified", "content-length"):
        del headers[name]
    # Nothing of it is secret or personal, yet it names files that the next release renames: ask, and get a 304.
    headers.update({"etag": tag, "cache-control": "no-cache", "content-language": language, "vary": "Accept-Encoding"})
    if tag in request.get("if-none-match", ""):
        return Answer(304, headers, b"")
    if encoding:
        headers["content-encoding"] = encoding
    return Answer(200, headers, body)


@lru_cache(maxsize=_PAGES_KEPT)
def _sent(streamlit: bytes, language: str, encoding: str) -> tuple[bytes, str]:
    html = localise(streamlit.decode(), language).encode()
    return compress(html, encoding), f'"{sha256(html).hexdigest()[:32]}{encoding and "-" + encoding}"'


def localise(html: str, language: str) -> str:
    """Return Streamlit's page in a language, with the head of the Atlas.

    Parameters
    ----------
    html : str
        ``index.html`` of the installed Streamlit; what is not found in it stays as it is.
    language : str
        A code of :data:`atlas.wording.LANGUAGES`.
    """
    use_language(language)
    languages = " ".join([DEFAULT_LANGUAGE, *(code for code in LANGUAGES if code != DEFAULT_LANGUAGE)])
    without = "<noscript><p>" + escape(_("The Atlas needs JavaScript: please switch it on.")) + "</p></noscript>"
    replacements = {
        r'<html lang="en">': f'<html lang="{language}" data-languages="{languages}">',
        r"<title>Streamlit</title>": f"<title>{escape(_('Learning Cities Atlas'))}</title>",
        r'<link rel="shortcut icon" href="[^"]*" />': '<link rel="icon" href="./app/static/icon.svg" />',
        # Streamlit's own typeface, 170 kB, which no page of ours shows.
        r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*>': _head(),
        # The one inline script is in page.js: scripts come from files only (Content-Security-Policy).
        r"<script>\s*window\.prerenderReady = false\s*</script>": "",
        r"<noscript>.*</noscript>": without,
    }
    for pattern, replacement in replacements.items():
        html = re.sub(pattern, lambda _match, text=replacement: text, html, count=1, flags=re.DOTALL)  # type: ignore[misc]
    return html


def _head() -> str:
    fonts = (
        f'<link rel="preload" href="./app/static/fonts/{name}.woff2" as="font" type="font/woff2" crossorigin />'
        for name in _FONTS
    )
    styles = '<link rel="stylesheet" href="./app/static/atlas.css" />'
    return "\n    ".join([*fonts, styles, '<script src="./app/static/page.js"></script>'])
