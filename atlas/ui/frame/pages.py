"""The pages of the Atlas, one record each: router, titles and links follow."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.wording import mark

ROOT: Final = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes
    ----------
    stem : str
        File in ``pages/`` without its ending, and so the last part of its address.
    title : str
        Its name in the navigation and in the browser's tab, marked for translation.
    listed : bool
        Whether the navigation lists it; the others are reached by links.
    filtered : bool
        Whether it follows the filters; the others say that they do not.
    embeddable : bool
        Whether it has a map for other people's pages (:mod:`atlas.ui.parts.embed`); the others say that they have none.
    """

    # No icon: Streamlit fetches those of the browser's tab from a font server.
    stem: str
    title: str
    listed: bool = True
    filtered: bool = True
    embeddable: bool = False

    @property
    def path(self) -> Path:
        """The script of the page."""
        return ROOT / "pages" / f"{self.stem}.py"


_ALL: Final = (
    Page("overview", mark("Overview"), embeddable=True),
    Page("map", mark("Map"), embeddable=True),
    Page("focus", mark("Focus")),
    Page("growth", mark("Growth")),
    Page("city", mark("City"), filtered=False),
    Page("compare", mark("Compare")),
    Page("place", mark("Countries and regions"), listed=False, embeddable=True),
    Page("present", mark("Present")),
    Page("data", mark("Data")),
    Page("about", mark("About"), filtered=False),
)
PAGES: Final = {each.stem: each for each in _ALL}
"""Every page by its stem, in the order of the navigation; the first is the start."""

START: Final = next(iter(PAGES))
"""The page that has no name in its address."""

LISTED: Final = tuple(each for each in _ALL if each.listed)
"""The pages of the navigation, in its order."""
