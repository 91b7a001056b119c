"""What ``dashboard.py`` hands to ``st.App``."""

from __future__ import annotations

from starlette.middleware import Middleware

from atlas.server.compression import CompressedFiles
from atlas.server.headers import SecurityHeaders
from atlas.server.page import LocalPages
from atlas.ui.frame import head


def layers() -> list[Middleware]:
    """Return the layers round Streamlit's server, the outermost first.

    There is no ``lifespan`` that warms the pages up: a component whose module is imported outside a run of the script
    is never known to Streamlit, and the map would stay away.
    """
    head.styles_sent = True
    return [Middleware(SecurityHeaders), Middleware(CompressedFiles), Middleware(LocalPages)]
