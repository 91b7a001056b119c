"""A line at a glance as plain SVG, for the first page.

Plotly's part of the browser weighs 4.7 MB and holds up everything else for a second; the overview, where most visits
begin, does without it (measured in ``tests/benchmarks/``).  Lines scale with the page, words do not: the words are HTML
over the SVG, both take the ink of the page, so light and dark need no second drawing.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atlas.charts.growth import known_counts, own_counts
from atlas.html import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from markupsafe import Markup

Point = tuple[float, float, int]
"""Where a count stands, in percent of width and height, and the count."""

_LABEL_EVERY: Final = 6.0
"""Least distance between two written values, percent of the width."""
_TOP, _BOTTOM = 16.0, 88.0
"""Where the largest value and zero lie, percent of the height."""


def build_stock_line(counts: pd.DataFrame, *, alt: str) -> Markup:
    """Return the announced totals over time as HTML with an inline SVG.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_counts` returns it; UNESCO's own standing counts are drawn.
    alt : str
        What the line shows, in words.
    """
    own = own_counts(known_counts(counts, "cities_total"))
    start, end = date(own[0].day.year, 1, 1), date(own[-1].day.year + 1, 1, 1)
    top = max(count.total for count in own)
    points = [
        (_percent(count.day, start, end), _BOTTOM - (_BOTTOM - _TOP) * count.total / top, count.total) for count in own
    ]
    years = [(_percent(date(year, 1, 1), start, end), year) for year in range(start.year, end.year + 1)]
    return render("spark", alt=alt, path=_path(points), points=points, written=_written(points), years=years)


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
