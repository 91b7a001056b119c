"""What ``dashboard.py`` hands to ``st.App``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from atlas.server.compression import CompressedFiles
from atlas.server.headers import SecurityHeaders
from atlas.server.heaps import keep_few_heaps
from atlas.server.page import LocalPages
from atlas.server.picture import PATH, PreviewPictures
from atlas.ui.frame import head

if TYPE_CHECKING:
    from starlette.requests import Request


def layers() -> list[Middleware]:
    """Return the layers round Streamlit's server, the outermost first, and set its process up for them.

    There is no ``lifespan`` that warms the pages up: a component whose module is imported outside a run of the script
    is never known to Streamlit, and the map would stay away.
    """
    keep_few_heaps()
    head.styles_sent = True
    return [Middleware(SecurityHeaders), Middleware(CompressedFiles), Middleware(LocalPages)]


def routes() -> list[Route]:
    """Return the addresses that Streamlit has not: the styles of all components in one file, and pictures of views."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    base = f"/{path}" if path else ""
    return [Route(f"{base}/atlas.css", _styles), Route(f"{base}{PATH}", PreviewPictures().answer)]


async def _styles(_request: Request) -> Response:
    return Response(head.styles(), media_type="text/css")
