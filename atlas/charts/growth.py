"""Figures of how the network grew.  Announced stock, admissions and the gap between them stay apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from atlas.charts.base import CLEAR, Figure, build_figure, plain, text_at, wrap
from atlas.summaries.growth import breaks_at, known_counts, own_counts, told_before
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from atlas.palette import Tone
    from atlas.summaries.growth import Count, Drop

_STRIP: Final = 0.13
"""Part of the figure's height below the line that the events have."""
_AXIS: Final = 0.085
"""Part between line and events for the years."""
_GRID: Final = 5
"""Lines of the grid above zero, at most."""
_DROP_LINE: Final = 26
"""Characters in a line of what is said of a drop: beside it there is room for as many on a phone."""
_PRESS_LINE: Final = 10
"""Characters in a line of the name of the diamonds, for the same reason."""
_EDGE: Final = timedelta(days=120)


def build_stock(
    counts: pd.DataFrame,
    *,
    column: str,
    tone: Tone,
    height: int,
    conferences: Sequence[tuple[date, str]] = (),
    press_label: str = "",
    drop: Drop | None = None,
    drop_label: str = "",
) -> Figure:
    """Return published counts over time: UNESCO's own joined by a line, those of the press faint.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_counts` returns it.
    column : str
        ``"cities_total"`` or ``"countries_total"``.
    tone : Tone
        Colours of the visitor's theme.
    height : int
        Pixels.
    conferences : sequence of (date, str), optional
        Day and text of each conference, for a strip below the line.
    press_label : str, optional
        Name of the diamonds.
    drop : Drop, optional
        The fall at which the line breaks.  What lies between two counts of UNESCO is told by the press: a straight
        line between them would hide that the network grew and then fell.
    drop_label : str, optional
        What is said of it.
    """
    known = known_counts(counts, column)
    days = [*(count.day for count in known), *(day for day, _text in conferences)]
    top = max(count.total for count in known)
    events = _events(conferences, tone) if conferences else {"data": [], "annotations": [], "layout": {}}
    return build_figure(
        tone=tone,
        height=height,
        data=[
            _press(known, tone),
            _corrected(known, tone),
            *([_before(known, drop, tone)] if drop else []),
            _own(known, drop, tone),
            *events["data"],
        ],
        annotations=[
            *_own_labels(known, tone),
            *_press_labels(known, press_label, tone),
            *(_drop_texts(drop, drop_label, tone) if drop else []),
            *events["annotations"],
        ],
        xaxis={
            "showline": True,
            "linecolor": tone.muted,
            "tickformat": "%Y",
            "ticks": "outside",
            "tickcolor": tone.hairline,
            "anchor": "y",
            "range": [(min(days) - _EDGE).isoformat(), (max(days) + _EDGE).isoformat()],
        },
        yaxis=_scale(top, tone) | {"domain": [_STRIP + _AXIS if conferences else 0, 1]},
        margin={"l": 12, "r": 26, "t": 4, "b": 8},
        **events["layout"],
    )


def _scale(top: int, tone: Tone) -> dict[str, Any]:
    """Return an axis from zero with a light grid, its numbers on the lines."""
    step = grid_step(top)
    values = list(range(0, top + 1, step))
    return {
        "range": [0, top * 1.1],
        "showline": False,
        "showgrid": True,
        "gridcolor": tone.hairline,
        "griddash": "dot",
        "tickvals": values,
        "ticktext": [number(value) for value in values],
        "tickfont": {"size": 12, "color": tone.muted},
        "ticklabelposition": "inside top",
        "ticklabeloverflow": "allow",
        "ticks": "",
        "automargin": False,
    }


def grid_step(top: int) -> int:
    """Return the distance between the lines of a grid up to a number: 1, 2 or 5 times a power of ten.

    >>> [grid_step(top) for top in (1, 5, 8, 91, 425, 1200)]
    [1, 1, 2, 20, 100, 500]
    """
    steps = (factor * int(10**power) for power in range(9) for factor in (1, 2, 5))
    return next(step for step in steps if top <= step * _GRID)


def _points(counts: Iterable[Count], **settings: Any) -> dict[str, Any]:
    points = list(counts)
    days, totals = [count.day.isoformat() for count in points], [count.total for count in points]
    return {"type": "scatter", "mode": "markers", "x": days, "y": totals, "hoverinfo": "skip", **settings}


def _press(known: Sequence[Count], tone: Tone) -> dict[str, Any]:
    marker = {"symbol": "diamond-open", "size": 6, "color": tone.muted, "line": {"width": 1}}
    return _points((count for count in known if count.voice == "press"), marker=marker, opacity=0.6)


def _before(known: Sequence[Count], drop: Drop, tone: Tone) -> dict[str, Any]:
    return _points(told_before(known, drop), mode="lines", line={"color": tone.muted, "width": 1.2, "dash": "dot"})


def _corrected(known: Sequence[Count], tone: Tone) -> dict[str, Any]:
    marker = {"symbol": "circle-open", "size": 13, "color": tone.ink, "line": {"width": 1}}
    return _points((count for count in known if count.voice == "corrected"), marker=marker)


def _own(known: Sequence[Count], drop: Drop | None, tone: Tone) -> dict[str, Any]:
    """Return UNESCO's own counts as a line, hollow where later texts give another number, broken at a drop."""
    own = own_counts(known)
    inks = [tone.paper if count.changed else tone.quantity for count in own]
    marker = {"size": 10, "symbol": "circle", "line": {"width": 2, "color": tone.quantity}, "color": inks}
    trace = _points(own, mode="lines+markers", line={"color": tone.quantity, "width": 2.5}, marker=marker)
    if at := breaks_at(own, drop):  # a point without a height is a gap
        trace["x"].insert(at, own[at].day.isoformat())
        trace["y"].insert(at, None)
        inks.insert(at, CLEAR)
    return trace


def _own_labels(known: Sequence[Count], tone: Tone) -> list[dict[str, Any]]:
    """Write UNESCO's own counts where they change: above a rise, below a fall (also a fall from a press count)."""
    texts, before, last = [], 0, 0
    for count in known:
        if count.voice == "unesco" and count.total != last:
            texts.append(_own_label(count, falling=count.total < max(before, last), tone=tone))
            last = count.total
        before = before if count.voice == "corrected" else count.total
    return texts


def _own_label(count: Count, *, falling: bool, tone: Tone) -> dict[str, Any]:
    side: dict[str, Any] = {"xanchor": "left", "yanchor": "top", "yshift": -7} if falling else {
        "xanchor": "right", "yanchor": "bottom", "yshift": 5, "xshift": -3,
    }  # fmt: skip
    return text_at(f"<b>{number(count.total)}</b>", x=count.day.isoformat(), y=count.total, colour=tone.ink, **side)


def _press_labels(known: Sequence[Count], text: str, tone: Tone) -> list[dict[str, Any]]:
    """Name the diamonds below the first one that is lower than the one before: there is room under the line."""
    press = [count for count in known if count.voice == "press"]
    low = next((after for count, after in pairwise(press) if after.total < count.total), None)
    if not text or not low:
        return []
    place: dict[str, Any] = {"xanchor": "center", "yanchor": "top", "yshift": -6, "align": "center", "size": 12.5}
    return [text_at(wrap(text, _PRESS_LINE), x=low.day.isoformat(), y=low.total, colour=tone.muted, **place)]


def _drop_texts(drop: Drop, text: str, tone: Tone) -> list[dict[str, Any]]:
    """Return an arrow from before a drop to after it, and below it what happened."""
    arrow = {
        "x": drop.after.isoformat(), "y": drop.trough, "ax": drop.before.isoformat(), "ay": drop.peak,
        "xref": "x", "yref": "y", "axref": "x", "ayref": "y", "text": "", "showarrow": True,
        "arrowhead": 2, "arrowsize": 0.9, "arrowwidth": 1.6, "arrowcolor": tone.ink, "standoff": 6, "startstandoff": 4,
    }  # fmt: skip
    place: dict[str, Any] = {"yanchor": "top", "xshift": 1, "yshift": -26}
    said = text_at(
        wrap(text, _DROP_LINE), x=drop.after.isoformat(), y=drop.trough, colour=tone.muted, size=12.5, **place
    )
    return [arrow, said]


def _events(conferences: Sequence[tuple[date, str]], tone: Tone) -> dict[str, Any]:
    """Return what the strip below the line adds to a figure: a triangle and a text per conference."""
    days = [day.isoformat() for day, _text in conferences]
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": days,
        "y": [1] * len(days),
        "yaxis": "y2",
        "marker": {"symbol": "triangle-up", "size": 9, "color": tone.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    place: dict[str, Any] = {"yref": "paper", "xanchor": "center", "yanchor": "top", "align": "center", "size": 11}
    return {
        "data": [marks],
        "annotations": [
            text_at(plain(text).replace("\n", "<br>"), x=day.isoformat(), y=_STRIP - 0.03, **place)
            for day, text in conferences
        ],
        "layout": {"yaxis2": {"visible": False, "domain": [0, _STRIP], "range": [0, 1], "fixedrange": True}},
    }
