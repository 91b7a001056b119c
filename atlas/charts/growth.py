"""Figures of how the network grew.  Announced stock, admissions and the gap between them stay apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from atlas.charts.base import Figure, build_figure, line_between, plain, text_at, wrap
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from atlas.palette import Tone

_STRIP: Final = 0.2
"""Part of the figure's height below the line that the events have."""
_EDGE: Final = timedelta(days=120)


class Count(NamedTuple):
    """A published count with a day."""

    day: date
    total: int
    voice: str
    changed: bool
    """Whether later texts give another number."""


def build_stock(
    counts: pd.DataFrame,
    *,
    column: str,
    tone: Tone,
    height: int,
    conferences: Sequence[tuple[date, str]] = (),
    press_label: str = "",
) -> Figure:
    """Return published counts over time: UNESCO's own joined by a line, those of the press as hollow diamonds.

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
    """
    known = known_counts(counts, column)
    days = [*(count.day for count in known), *(day for day, _text in conferences)]
    top = max(count.total for count in known)
    events = _events(conferences, tone) if conferences else {"data": [], "annotations": [], "shapes": [], "layout": {}}
    return build_figure(
        tone=tone,
        height=height,
        data=[_press(known, tone), _corrected(known, tone), _own(known, tone), *events["data"]],
        annotations=[*_own_labels(known, tone), *_press_labels(known, press_label, tone), *events["annotations"]],
        shapes=events["shapes"],
        xaxis={
            "showline": True,
            "linecolor": tone.muted,
            "tickformat": "%Y",
            "ticks": "outside",
            "tickcolor": tone.hairline,
            "anchor": "y",
            "range": [(min(days) - _EDGE).isoformat(), (max(days) + _EDGE).isoformat()],
        },
        yaxis={"visible": False, "range": [0, top * 1.1], "domain": [_STRIP + 0.09 if conferences else 0, 1]},
        margin={"l": 12, "r": 26, "t": 4, "b": 8},
        **events["layout"],
    )


def known_counts(counts: pd.DataFrame, column: str) -> list[Count]:
    """Return the counts with a day, oldest first: one of which only the year is known has no place in time.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_counts` returns it.
    column : str
        ``"cities_total"`` or ``"countries_total"``.
    """
    columns = (counts[name] for name in ("day", column, "voice", "superseded_by"))
    known = counts[column].notna() & (counts["date_precision"] != "year")
    return [
        Count(day, int(total), voice, later != "")
        for each, day, total, voice, later in zip(known, *columns, strict=True)
        if each
    ]


def own_counts(known: Iterable[Count]) -> list[Count]:
    """Return UNESCO's own counts, the last one of each day."""
    return list({count.day: count for count in known if count.voice == "unesco"}.values())


def _points(counts: Iterable[Count], **settings: Any) -> dict[str, Any]:
    points = list(counts)
    days, totals = [count.day.isoformat() for count in points], [count.total for count in points]
    return {"type": "scatter", "mode": "markers", "x": days, "y": totals, "hoverinfo": "skip", **settings}


def _press(known: Sequence[Count], tone: Tone) -> dict[str, Any]:
    marker = {"symbol": "diamond-open", "size": 8, "color": tone.muted, "line": {"width": 1.4}}
    return _points((count for count in known if count.voice == "press"), marker=marker)


def _corrected(known: Sequence[Count], tone: Tone) -> dict[str, Any]:
    marker = {"symbol": "circle-open", "size": 13, "color": tone.ink, "line": {"width": 1}}
    return _points((count for count in known if count.voice == "corrected"), marker=marker)


def _own(known: Sequence[Count], tone: Tone) -> dict[str, Any]:
    """Return UNESCO's own counts as a line, hollow where later texts give another number."""
    own = own_counts(known)
    marker = {
        "size": 10,
        "symbol": "circle",
        "line": {"width": 2, "color": tone.quantity},
        "color": [tone.paper if count.changed else tone.quantity for count in own],
    }
    return _points(own, mode="lines+markers", line={"color": tone.quantity, "width": 2.5}, marker=marker)


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
    """Name the diamonds above the first one that the next falls below: there is room."""
    press = [count for count in known if count.voice == "press"]
    peak = next((count for count, after in pairwise(press) if after.total < count.total), None)
    if not text or not peak:
        return []
    place: dict[str, Any] = {"xanchor": "right", "yanchor": "bottom", "yshift": 7}
    return [text_at(plain(text), x=peak.day.isoformat(), y=peak.total, colour=tone.muted, size=13, **place)]


def _events(conferences: Sequence[tuple[date, str]], tone: Tone) -> dict[str, Any]:
    """Return what the strip below the line adds to a figure: a triangle, a dotted line and a text per conference."""
    days = [day.isoformat() for day, _text in conferences]
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": days,
        "y": [1] * len(days),
        "yaxis": "y2",
        "marker": {"symbol": "triangle-up", "size": 11, "color": tone.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    dotted: dict[str, Any] = {"xref": "x", "yref": "paper", "layer": "below", "line": {"dash": "dot"}}
    place: dict[str, Any] = {"yref": "paper", "xanchor": "center", "yanchor": "top", "align": "center", "size": 11.5}
    return {
        "data": [marks],
        "shapes": [line_between((day, _STRIP), (day, 1), colour=tone.hairline, **dotted) for day in days],
        "annotations": [
            text_at(wrap(text, 8), x=day.isoformat(), y=_STRIP - 0.035, **place) for day, text in conferences
        ],
        "layout": {"yaxis2": {"visible": False, "domain": [0, _STRIP], "range": [0, 1], "fixedrange": True}},
    }
