"""A line at a glance as plain SVG, for the first page.

Plotly's part of the browser weighs 4.7 MB and holds up everything else for a second; the overview, where most visits
begin, does without it (measured in ``tests/benchmarks/``).  Lines scale with the page, words do not: the words are HTML
over the SVG, both take the ink of the page, so light and dark need no second drawing.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atlas.html import render
from atlas.summaries.growth import breaks_at, known_counts, own_counts, told_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from markupsafe import Markup

    from atlas.summaries.growth import Count, Drop

Point = tuple[float, float, int]
"""Where a count stands, in percent of width and height, and the count."""

_LABEL_EVERY: Final = 8.0
"""Least distance between two written values, percent of the width."""
_TOP, _BOTTOM = 16.0, 88.0
"""Where the largest value and zero lie, percent of the height."""


def build_stock_line(counts: pd.DataFrame, *, alt: str, drop: Drop | None = None) -> Markup:
    """Return the announced totals over time as HTML with an inline SVG.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_counts` returns it; UNESCO's own standing counts are drawn.
    alt : str
        What the line shows, in words.
    drop : Drop, optional
        The fall at which the line breaks; up to it and down leads a dotted one, which the press tells.
    """
    known = known_counts(counts, "cities_total")
    own = own_counts(known)
    start, end = date(own[0].day.year, 1, 1), date(own[-1].day.year + 1, 1, 1)
    top = max(count.total for count in own)

    def place(count: Count) -> Point:
        return _percent(count.day, start, end), _BOTTOM - (_BOTTOM - _TOP) * count.total / top, count.total

    points, at = [place(count) for count in own], breaks_at(own, drop)
    dotted = [*map(place, told_before(known, drop)), points[at]] if drop and at else []
    return render(
        "spark",
        alt=alt,
        path=" ".join(_path(part) for part in (points[:at], points[at:]) if part),
        dotted=_path(dotted) if dotted else "",
        points=points,
        written=_written(points),
        years=[(_percent(date(year, 1, 1), start, end), year) for year in range(start.year, end.year + 1)],
    )


def _percent(day: date, start: date, end: date) -> float:
    return 100 * ((day - start) / (end - start))


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y, _value in points)


def _written(points: Sequence[Point]) -> list[Point]:
    """Return the points whose value is written: those that changed and have room."""
    written = [points[0]]
    for before, point in pairwise(points):
        if point[2] != before[2] and point[0] - written[-1][0] >= _LABEL_EVERY:
            written.append(point)
    return written
