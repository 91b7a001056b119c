"""Files of ``static/`` as parts of a page that has to do without a server: scripts, styles, fonts."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

STATIC: Final = Path(__file__).resolve().parent.parent / "static"

_URL: Final = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")


@cache
def font(name: str) -> str:
    """Return a font (file in ``static/fonts`` without its ending) as the base64 of its WOFF2."""
    return base64.b64encode((STATIC / "fonts" / f"{name}.woff2").read_bytes()).decode("ascii")


def script(file: str) -> str:
    """Return the text of a script.

    Parameters
    ----------
    file : str
        Below ``static/``.

    Raises
    ------
    ValueError
        When it holds the end of a script, which would end it early within a page.
    """
    text = _text(file)
    if "</script" in text.lower():
        raise ValueError(f"{file} cannot stand within a page")
    return text


def style(file: str) -> str:
    """Return the text of a style sheet with its fonts inside; of other files that it names nothing is left.

    Parameters
    ----------
    file : str
        Below ``static/``.
    """
    return _URL.sub(lambda found: _inside(found[1]), _text(file))


def _inside(address: str) -> str:
    name = Path(address)
    if name.suffix == ".woff2":
        return f"url(data:font/woff2;base64,{font(name.stem)})"
    return (
        f"url({address})" if address.startswith("#") else "url(data:,)"
    )  # marks and layers that Leaflet alone would draw


@cache
def _text(file: str) -> str:
    return (STATIC / file).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def packed(file: str) -> str:
    """Return a file below ``static/`` compressed (gzip) as base64, the same every time."""
    return base64.b64encode(gzip.compress((STATIC / file).read_bytes(), 9, mtime=0)).decode("ascii")


def fingerprint(text: str) -> str:
    """Return how a content security policy names a script that stands in the page itself.

    >>> fingerprint("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
