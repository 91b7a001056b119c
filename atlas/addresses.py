"""Addresses of web pages: what is one, whose it is, and which may become a link."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

_PAGE: Final = re.compile(r"https?://[^\s/]+\.[^\s]+")
_LINKABLE: Final = ("https://", "http://")


def is_url(text: str) -> bool:
    """Tell whether a text is the address of a page.

    >>> is_url("https://www.unesco.org/en"), is_url("unesco.org"), is_url("")
    (True, False, False)
    """
    return _PAGE.fullmatch(text) is not None


def is_linkable(address: str) -> bool:
    """Tell whether an address may become a link: a web address, never a script.

    >>> is_linkable("https://www.unesco.org"), is_linkable("javascript:alert(1)")
    (True, False)
    """
    return address.startswith(_LINKABLE)


@lru_cache(maxsize=4096)
def host(address: str) -> str:
    """Return the host of an address without a leading "www."; empty text where there is none.

    >>> host("https://www.hindi-lyrics.com:8080/es/node/182304"), host("")
    ('hindi-lyrics.com', '')
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that hold no IPv6 address
        return ""
