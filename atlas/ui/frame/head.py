"""What the head of the page brings along, where our own server sends it (:mod:`atlas.server`)."""

from __future__ import annotations

from atlas.ui.frame.pages import ROOT

styles_sent = False
"""Whether the styles are in the page before the first run; otherwise each run of a page brings them."""


def styles() -> str:
    """Return what the theme in config.toml cannot say, one file per component, the frame's first."""
    files = sorted((ROOT / "static" / "css").glob("*.css"), key=lambda file: (file.stem != "frame", file.stem))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
