"""What ``dashboard.py`` hands to ``st.App``."""

from __future__ import annotations

from starlette.middleware import Middleware

from atlas.server.compression import CompressedFiles
from atlas.server.headers import SecurityHeaders
from atlas.server.page import LocalPages


def layers() -> list[Middleware]:
    """Return the layers round Streamlit's server, the outermost first."""
    return [Middleware(SecurityHeaders), Middleware(CompressedFiles), Middleware(LocalPages)]
