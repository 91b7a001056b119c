"""Pictures as they are told: numbers and names, from which every form draws its own.

A picture says what is to be seen and nothing of how: a chart of plotly, a native chart of a deck, a drawing of
matplotlib and the SVG of a page are made from the same few tuples, so none of them counts anything anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True)
class Series:
    """One part of every bar.

    Attributes
    ----------
    name : str
        What it counts, in the language in use.
    values : tuple of int
        Length of the part in each bar.
    """

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Bars:
    """Bars beside each other, each solid as far as something is known and hollow for the rest.

    Attributes
    ----------
    labels : tuple of str
        Name of each bar.
    solid : Series
        What is known, stated, reached.
    hollow : Series, optional
        What is not known or not reached, in the same unit; drawn after the solid part, as an outline.
    texts : tuple of str
        What is written at the end of each bar.
    upright : bool
        Columns over time instead of rows with long names.
    regions : tuple of str
        The region (:data:`atlas.model.REGIONS`) in whose colour each bar is drawn; empty for one neutral ink.
    strong : int, optional
        The bar that the message is about; the others are drawn paler.
    """

    labels: tuple[str, ...]
    solid: Series
    hollow: Series | None = None
    texts: tuple[str, ...] = ()
    upright: bool = False
    regions: tuple[str, ...] = ()
    strong: int | None = None

    def __iter__(self) -> Iterator[tuple[str, int, int, str]]:
        """Yield label, solid part, hollow part and text of each bar."""
        hollow = self.hollow.values if self.hollow else (0,) * len(self.labels)
        return zip(self.labels, self.solid.values, hollow, self.texts, strict=True)

    @property
    def longest(self) -> int:
        """The length of the longest bar, at least 1."""
        return max((solid + hollow for _label, solid, hollow, _text in self), default=1) or 1


@dataclass(frozen=True)
class Line:
    """Published counts over time.

    Attributes
    ----------
    name : str
        What is counted, in the language in use.
    parts : tuple of tuple of (date, int)
        The line, which breaks between two parts: nobody counted what lies between them.
    dotted : tuple of (date, int)
        What others told on the way to a break, or empty.
    """

    name: str
    parts: tuple[tuple[tuple[date, int], ...], ...]
    dotted: tuple[tuple[date, int], ...] = ()

    @property
    def points(self) -> list[tuple[date, int]]:
        """All counts of the line, the oldest first."""
        return [point for part in self.parts for point in part]


@dataclass(frozen=True)
class Place:
    """A member on a map: degrees, EPSG:4326; its region gives colour and shape."""

    city_id: str
    name: str
    iso3: str
    region: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Points:
    """Members on a map.

    Attributes
    ----------
    places : tuple of Place
        Everyone to be seen; members that are not placed are not among them.
    marked : tuple of str
        The members (``city_id``) that the message is about, all of them if empty; the others are drawn paler.
    named : tuple of str
        The members whose name is written beside them, where there is room.
    links : tuple of (str, str)
        Pairs of members to be joined by a line.
    """

    places: tuple[Place, ...]
    marked: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


Picture: TypeAlias = Bars | Line | Points
