"""The HTML of the page and of the map's frame: what can only be said in a document's head, before any script runs.

Streamlit sends one file for every address and fills it in the browser; streamlit-folium sends an empty frame and loads
what a map needs one file after the other.  Both get here what they lack: the visitor's language, the title, the
styles that keep things from moving when they arrive, and the names of the files that will be needed.
"""

from __future__ import annotations

import asyncio
import json
import re
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from atlas.load import DataError
from atlas.server.asked import read_asked
from atlas.server.bundles import EVERY_PAGE, files_of
from atlas.server.http import READ, request_path, whole_answer
from atlas.server.preview import head, home
from atlas.server.share import ancestors, share_panel
from atlas.ui.frame import cache
from atlas.wording import LANGUAGES, known_language, speaking
from atlas.wording import gettext as _
from atlas.words.controls import words_of_controls
from geo.folium_map import ASSETS, SCRIPTS, STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send

SCRIPT: Final = "\n".join(
    (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8") for name in ("page", "controls", "keyboard")
)
"""Runs before Streamlit does; in the page itself, since a file would hold everything up by a way to the server."""

_NO_PAGE: Final = re.compile(r"/(?:_stcore|static|app/static|media)/")
_MAP_FRAME: Final = "/component/streamlit_folium.st_folium/"
_FONTS: Final = ("source-sans-3-latin-wght-normal", "literata-latin-wght-normal")
"""Every page needs them for its first words."""


class LocalPages:
    """The layer that finishes Streamlit's HTML.

    Parameters
    ----------
    app : ASGI application
        Knows which addresses are pages and sends Streamlit's HTML for them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page in the visitor's language, or let the request through."""
        if scope["type"] != "http" or scope["method"] not in READ or not _may_be_html(request_path(scope)):
            return await self._app(scope, receive, send)
        answer = await whole_answer(self._app, scope, receive)
        if answer.status == 200 and answer.media_type == "text/html":
            if request_path(scope).startswith(_MAP_FRAME):
                html = map_frame(answer.body.decode())
            else:
                accepted = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
                language = wanted_language(scope["query_string"], accepted)
                html = localise(answer.body.decode(), language)
                html = await asyncio.to_thread(describe, html, scope, language)
                answer.headers["content-language"] = language
                answer.headers["vary"] = "Accept-Language"
            answer.change(html.encode())
        return await answer.send(send, head_only=scope["method"] == "HEAD")


def _may_be_html(path: str) -> bool:
    """Whether the answer may be a document to finish; of a component only its own page, its files can be large."""
    return path in (_MAP_FRAME, _MAP_FRAME + "index.html") or not (
        _NO_PAGE.match(path) or path.startswith("/component/")
    )


def wanted_language(query: bytes, accepted: str = "") -> str:
    """Return the language that an address asks for, and else the first that the browser does, as the app reads it.

    >>> wanted_language(b"region=Africa&lang=fr"), wanted_language(b"lang=xx"), wanted_language(b"")
    ('fr', 'en', 'en')
    >>> wanted_language(b"", "fr-FR,fr;q=0.9,en;q=0.8"), wanted_language(b"lang=en", "fr")
    ('fr', 'en')
    """
    wanted = parse_qs(query.decode("latin-1")).get("lang", [""])[-1]
    first = accepted.partition(",")[0].partition(";")[0].strip()
    return wanted if wanted in LANGUAGES else known_language(first)


@lru_cache(maxsize=16)
def localise(html: str, language: str) -> str:
    """Return Streamlit's page in a language, with the head of the Atlas.

    Parameters
    ----------
    html : str
        ``index.html`` of the installed Streamlit; what is not found in it stays as it is.
    language : str
        A code of :data:`atlas.wording.LANGUAGES`.
    """
    languages = " ".join(f"{each.code}:{each.direction}" for each in LANGUAGES.values())
    with speaking(language):
        title, without = _("Learning Cities Atlas"), _("The Atlas needs JavaScript: please switch it on.")
        waits = json.dumps(_("The map is on its way…"), ensure_ascii=False)
    return _replaced(
        html,
        {
            r'<html lang="en">': f'<html lang="{language}" dir="{LANGUAGES[language].direction}" '
            f'data-languages="{languages}" style="{escape(f"--map-waits: {waits}")}">',
            r"<title>Streamlit</title>": f"<title>{escape(title)}</title>",
            r'<link rel="shortcut icon" href="[^"]*" />': '<link rel="icon" href="./app/static/icon.svg" />',
            r'(?=<link rel="stylesheet" crossorigin)': _parts(html),
            # Streamlit's own typeface, 170 kB, which no page of ours shows.
            r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*>': _head(),
            # Said in our own script, the one that the policy lets stand in the page.
            r"<script>\s*window\.prerenderReady = false\s*</script>": "",
            r"<noscript>.*</noscript>": f"<noscript><p>{escape(without)}</p></noscript>",
            # After the styles that Streamlit makes in the head while it runs, which weigh the same.
            r'(?=<div id="root">)': '<link rel="stylesheet" href="./atlas.css" />\n    '
            f'<p id="announcer" role="status"></p>\n    {_words()}\n    ',
        },
    )


def describe(html: str, scope: Scope, language: str) -> str:
    """Return the page with what is said of this one view: title, previews, and what the panel "Share" hands out.

    Data that cannot be read are no reason to send no page: its run says so to the visitor and to the log.
    """
    with speaking(language):
        try:
            network = cache.network()
        except DataError:
            return html
        asked = read_asked(request_path(scope), parse_qs(scope["query_string"].decode("latin-1")), network)
        words = {r"<title>[^<]*</title>": head(asked, network, language, home(scope))}
        return _replaced(html, {**words, r'(?=<div id="root">)': share_panel(network.version, ancestors())})


def _head() -> str:
    fonts = (
        f'<link rel="preload" href="./app/static/fonts/{name}.woff2" as="font" type="font/woff2" crossorigin />'
        for name in _FONTS
    )
    return "\n    ".join([*fonts, f"<script>{SCRIPT}</script>"])


def _words() -> str:
    """Return the names of Streamlit's controls in every language, as data: the visitor may switch at any moment."""
    words = json.dumps(words_of_controls(), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script id="words" type="application/json">{words}</script>'


def _parts(html: str) -> str:
    """Return links to the bundles that every page needs and that Streamlit's page does not name yet."""
    missing = (file for file in files_of(EVERY_PAGE) if file not in html)
    return "\n    ".join(f'<link rel="modulepreload" crossorigin href="./{file}">' for file in missing) + "\n    "


@lru_cache(maxsize=2)
def map_frame(html: str) -> str:
    """Return the frame of the map with the names of all files that it is going to load, and its styles in force.

    Without them streamlit-folium draws as soon as the scripts are there, and the pins are a list of names.

    Parameters
    ----------
    html : str
        ``index.html`` of the installed streamlit-folium.
    """
    scripts = (f'<link rel="preload" href="{address}" as="script">' for address in SCRIPTS)
    styles = (f'<link rel="stylesheet" href="{address}">' for address in STYLES)
    outlines = f'<link rel="preload" href="{ASSETS}/map/outlines-world.geojson" as="fetch" crossorigin>'
    # In the body: streamlit-folium writes the whole head anew while it starts, and styles there go and come again.
    return _replaced(html, {r"<body>": "".join(["<body>", *scripts, outlines, *styles])})


def _replaced(html: str, replacements: Mapping[str, str]) -> str:
    for pattern, text in replacements.items():
        html = re.sub(pattern, lambda _match, text=text: text, html, count=1, flags=re.DOTALL)  # type: ignore[misc]
    return html
