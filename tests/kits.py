"""Kits of a network, taken apart."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from atlas.kit import build_kit
from atlas.selection import Selection

if TYPE_CHECKING:
    from atlas.model import Network

ON: Final = date(2026, 11, 29)

_BLOCK: Final = re.compile(r'<script type="([^"]+)" id="kit-([^"]+)">(.*?)</script>', re.DOTALL)
_SCRIPT: Final = re.compile(r'<script(?: type="module")?>(.*?)</script>', re.DOTALL)


def kit(network: Network, **chosen: list[str]) -> str:
    return build_kit(network, Selection(**chosen), on=ON).decode()


def block(html: str, name: str = "data") -> Any:
    """Return data of a kit by its name."""
    (text,) = [text for _mime, found, text in _BLOCK.findall(html) if found == name]
    return json.loads(text)


def scripts(html: str) -> list[str]:
    """Return what runs in a kit."""
    return _SCRIPT.findall(html)


def around(html: str) -> str:
    """Return the page without its scripts, styles and data."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
