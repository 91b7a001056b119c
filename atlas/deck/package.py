"""The zip archives that decks and workbooks are: the same content is the same bytes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_MOMENT: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FIRST: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip archive knows."""
_STORED: Final = (".png", ".xlsx")
"""Compressed already."""


def pack(parts: Mapping[str, bytes], *, small: bool = True) -> bytes:
    """Return a zip archive that says nothing of when and where it was made.

    Parameters
    ----------
    parts : mapping
        Contents by path.
    small : bool
        Whether it is compressed: not where it has to be the same on every machine, since each has a zlib of its own.
    """
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            entry = ZipInfo(path, _FIRST)
            entry.compress_type = ZIP_DEFLATED if small and not path.endswith(_STORED) else ZIP_STORED
            archive.writestr(entry, content)
    return target.getvalue()


def settle(content: bytes, on: date) -> bytes:
    """Return a document of Office, and the workbooks in it, as if made on a day at midnight.

    Parameters
    ----------
    content : bytes
        The document.
    on : datetime.date
        The day of its data.
    """
    with ZipFile(io.BytesIO(content)) as archive:
        return pack({path: _settled(path, archive.read(path), on) for path in archive.namelist()})


def _settled(path: str, content: bytes, on: date) -> bytes:
    if path.endswith(".xlsx"):
        return settle(content, on)
    if path == "docProps/core.xml":
        return _MOMENT.sub(rb"\g<1>" + f"{on.isoformat()}T00:00:00Z".encode(), content)
    return content
