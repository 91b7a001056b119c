"""The panel "Share" as it comes with every page, and who may show the Atlas on a page of their own."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from atlas.filters import FILTERS
from atlas.html import render
from atlas.ui.frame import keys
from atlas.ui.frame.pages import PAGES
from atlas.wording import LANGUAGES, day, speaking
from atlas.words import data as words

if TYPE_CHECKING:
    from atlas.wording import Language

FRAME_ANCESTORS: Final = "ATLAS_FRAME_ANCESTORS"
"""Environment variable: who, beside itself, may show the Atlas in a frame (``https://city.example *.example.org``)."""


def ancestors() -> tuple[str, ...]:
    """Return who, beside itself, may show the Atlas in a frame, as the environment says."""
    return tuple(os.environ.get(FRAME_ANCESTORS, "").replace(";", " ").replace(",", " ").split())


@lru_cache(maxsize=2)
def share_panel(version: str, allowed: tuple[str, ...]) -> str:
    """Return the panel in every language, since a visitor may switch at any moment, as HTML that shows nothing yet.

    Parameters
    ----------
    version : str
        Version of the data, for the citation.
    allowed : tuple of str
        Who may show the Atlas in a frame (:func:`ancestors`).
    """
    return "".join(_panel(each, version, allowed) for each in LANGUAGES.values())


def _panel(spoken: Language, version: str, allowed: tuple[str, ...]) -> str:
    with speaking(spoken.code):
        return render(
            "share",
            locale=spoken.locale.replace("_", "-"),
            first=day(date(2000, 1, 1)).partition(" ")[0],  # how the language writes the first of a month
            citation=words.retrieved(version),
            maps=[page.stem for page in PAGES.values() if page.embeddable],
            carried=[*FILTERS, keys.CITY],
            allowed=list(allowed),
        )
