"""Which of Streamlit's bundles a page is going to need: its list of them knows their names and what they import.

Streamlit asks for the bundle of an element when the element arrives, then for what that imports: two ways to the server
and back per kind of element, and a placeholder of the wrong size meanwhile.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EVERY_PAGE: Final = ("Html", "ButtonGroup", "Multiselect")
"""Elements of the frame: our own HTML, and the filters."""

_MANIFEST: Final = Path(st.__file__).parent / "static" / "manifest.json"


@cache
def files_of(elements: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files, relative to the app, of some of Streamlit's elements with all that they import.

    Parameters
    ----------
    elements : tuple of str
        Names of bundles.  A name that the installed Streamlit does not know is left out: its page asks for it later.
    """
    manifest = json.loads(_MANIFEST.read_text(encoding="utf-8"))
    entries = [key for key, each in manifest.items() if each.get("isDynamicEntry") and each.get("name") in elements]
    return tuple(dict.fromkeys(manifest[key]["file"] for key in _with_imports(manifest, entries)))


def _with_imports(manifest: dict[str, Any], entries: Iterable[str]) -> Iterator[str]:
    waiting, seen = list(entries), set()
    while waiting:
        key = waiting.pop(0)
        if key not in seen:
            seen.add(key)
            yield key
            waiting += manifest[key].get("imports", ())
