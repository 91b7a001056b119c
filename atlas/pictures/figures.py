"""The app's own charts on a sheet of paper: what plotly.js draws in the browser, drawn from the same description.

A figure of :mod:`atlas.charts` is plain data, and of all that plotly.js understands the Atlas uses little: bars,
points, lines, texts and two kinds of shapes.  That little is read here, so that a chart is described once.  Whatever is
not understood is an error and not left out: the tests draw every chart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from atlas.charts.base import CLEAR
from geo.sheet import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from atlas.charts.base import Figure
    from atlas.pictures.fonts import Type
    from geo.sheet import Sheet

_KNOWN: Final = {
    "bar": {
        *("x", "y", "base", "width", "marker", "orientation", "text", "textposition"),
        *("customdata", "hoverinfo", "cliponaxis", "selected", "unselected"),
    },
    "scatter": {"x", "y", "mode", "marker", "line", "opacity", "yaxis", "hoverinfo", "cliponaxis"},
    "annotation": {
        *("text", "x", "y", "xref", "yref", "xanchor", "yanchor", "xshift", "yshift", "align", "font", "borderpad"),
        *("showarrow", "ax", "ay", "axref", "ayref", "arrowcolor", "arrowwidth", "arrowhead", "arrowsize"),
        *("standoff", "startstandoff"),
    },
    "shape": {
        *("type", "x0", "y0", "x1", "y1", "line", "fillcolor", "xref"),
        *("xsizemode", "ysizemode", "xanchor", "yanchor"),
    },
}
"""What is understood, and what means nothing on paper."""

_LINE: Final = 1.25
_TICK_GAP: Final = 6
_ARROW_HEAD: Final = 9
_YEAR_WIDTH: Final = 46
"""Pixels that a year on an axis needs."""
_EDGE: Final = 0.5
"""Of a column's width: how far an axis reaches beyond the middle of its last column."""


class UnknownMarkError(Exception):
    """A chart has something that pictures cannot draw yet."""


@dataclass(frozen=True)
class Plot:
    """A figure in its place.

    Attributes
    ----------
    sheet : Sheet
        Where to draw.
    figure : Figure
        What to draw.
    box : Box
        Where, in pixels of the sheet.
    scale : float
        Pixels of the sheet to one of the figure.
    type : Type
        Letters and colours.
    rows : tuple of float, optional
        The part of the upright axis to draw, where a long figure is set in columns.
    """

    sheet: Sheet
    figure: Figure
    box: Box
    scale: float
    type: Type
    rows: tuple[float, float] | None = None

    @property
    def area(self) -> Box:
        """The part of the box that the axes span: less the margins, and less the labels below."""
        margin = {side: self.scale * size for side, size in self.figure["layout"]["margin"].items()}
        foot = margin["b"] + self._ticks_height()
        return Box(
            self.box.left + margin["l"],
            self.box.top + margin["t"],
            self.box.width - margin["l"] - margin["r"],
            self.box.height - margin["t"] - foot,
        )

    def _ticks_height(self) -> float:
        axis = self.figure["layout"]["xaxis"]
        if not axis.get("visible", True) or _in_strip(self.figure):
            return 0.0
        size = axis.get("tickfont", {}).get("size", 14) * self.scale
        return float(_LINE * size * max(text.count("<br>") + 1 for text in axis.get("ticktext", [""])) + _TICK_GAP)

    def x(self, value: Any, reference: str = "x") -> float:
        """Return where a value stands from left to right."""
        area = self.area
        if reference == "paper":
            return area.left + float(value) * area.width
        low, high = self._range("xaxis")
        return area.left + (_number(value) - low) / (high - low) * area.width

    def y(self, value: Any, reference: str = "y") -> float:
        """Return where a value stands from top to bottom."""
        area = self.area
        if reference == "paper":
            return area.bottom - float(value) * area.height
        axis = "yaxis" if reference == "y" else f"yaxis{reference[1:]}"
        low, high = self.rows if self.rows and reference == "y" else self._range(axis)
        start, end = self.figure["layout"][axis].get("domain", (0, 1))
        share = start + (_number(value) - low) / (high - low) * (end - start)
        return float(area.bottom - share * area.height)

    def _range(self, axis: str) -> tuple[float, float]:
        given = self.figure["layout"][axis].get("range")
        if given is None:  # bars beside each other, as plotly frames them
            places = [_number(x) for trace in self.figure["data"] for x in trace["x"]]
            return min(places) - _EDGE, max(places) + _EDGE
        return _number(given[0]), _number(given[1])

    def has(self, y: Any) -> bool:
        """Return whether something at this height belongs to the part that is drawn."""
        return self.rows is None or min(self.rows) < _number(y) < max(self.rows)


def draw_figure(plot: Plot) -> None:
    """Draw a figure: axes, then marks, then shapes and texts."""
    layout = plot.figure["layout"]
    _draw_axes(plot)
    _draw_bars(plot, [trace for trace in plot.figure["data"] if _kind(trace) == "bar"])
    for trace in plot.figure["data"]:
        if _kind(trace) == "scatter":
            _draw_points(plot, trace)
    for shape in layout.get("shapes", ()):
        _check(shape, "shape")
        if plot.has(shape.get("yanchor", shape["y0"])):
            _draw_shape(plot, shape)
    for note in layout.get("annotations", ()):
        _check(note, "annotation")
        if note.get("yref") or plot.has(note["y"]):
            _draw_note(plot, note)


def _kind(trace: Mapping[str, Any]) -> str:
    kind = str(trace["type"])
    if kind not in ("bar", "scatter"):
        raise UnknownMarkError(f"a trace of type {kind}")
    _check({name: value for name, value in trace.items() if name != "type"}, kind)
    return kind


def _check(mark: Mapping[str, Any], kind: str) -> None:
    if unknown := mark.keys() - _KNOWN[kind]:
        raise UnknownMarkError(f"{kind} with {', '.join(sorted(unknown))}")


def _number(value: Any) -> float:
    """Return a place on an axis as a number; days are counted."""
    return float(date.fromisoformat(value).toordinal()) if isinstance(value, str) else float(value)


def _in_strip(figure: Figure) -> bool:
    """Return whether the years stand between the line and a strip of events below it."""
    return bool(figure["layout"]["yaxis"].get("domain", (0, 1))[0] > 0)


# Axes


def _draw_axes(plot: Plot) -> None:
    layout = plot.figure["layout"]
    for value, text in _grid(layout["yaxis"]):
        height = plot.y(value)
        plot.sheet.stroke(
            [(plot.area.left, height), (plot.area.right, height)],
            layout["yaxis"]["gridcolor"], plot.scale * 0.8, dash=(plot.scale * 1.2, plot.scale * 3),
        )  # fmt: skip
        size = plot.scale * layout["yaxis"]["tickfont"]["size"]
        plot.sheet.write(text, plot.area.left, height - 0.25 * size, plot.type.sans(size), plot.type.tone.muted)
    axis = layout["xaxis"]
    if not axis.get("visible", True):
        return
    foot = plot.y(_lowest(plot)) if _in_strip(plot.figure) else plot.area.bottom
    if axis.get("showline", "linecolor" in axis and "tickvals" in axis):
        ends = [(plot.area.left, foot), (plot.area.right, foot)]
        plot.sheet.stroke(ends, axis["linecolor"], plot.scale * 1)
    size = plot.scale * axis.get("tickfont", {}).get("size", 14)
    for value, text in _ticks(plot, axis):
        top = foot + _TICK_GAP * plot.scale / 2
        _write_block(plot, text, (plot.x(value), top), size, plot.type.tone.ink, anchors=("center", "top"))


def _lowest(plot: Plot) -> float:
    return float(plot.figure["layout"]["yaxis"]["range"][0])


def _grid(axis: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    if axis.get("showgrid"):
        yield from zip(axis["tickvals"], axis["ticktext"], strict=True)


def _ticks(plot: Plot, axis: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    """Yield the places and texts below an axis: its own, or the years of an axis of days."""
    if "tickvals" in axis:
        yield from zip(axis["tickvals"], axis["ticktext"], strict=True)
        return
    first, last = (date.fromisoformat(day) for day in axis["range"])
    years = range(first.year + 1, last.year + 1)
    every = next(step for step in (1, 2, 5, 10) if len(years) / step * _YEAR_WIDTH * plot.scale <= plot.area.width)
    yield from ((f"{year}-01-01", str(year)) for year in years if year % every == 0)


# Bars


def _draw_bars(plot: Plot, traces: Sequence[Mapping[str, Any]]) -> None:
    """Draw bars; in a stack each begins where the one before it ends."""
    stacked = plot.figure["layout"].get("barmode") == "stack"
    ends: dict[Any, float] = {}
    for trace in traces:
        upright = trace.get("orientation", "v") == "v"
        places, lengths = (trace["x"], trace["y"]) if upright else (trace["y"], trace["x"])
        bases = _spread(trace.get("base", 0), len(places))
        for at, (place, length) in enumerate(zip(places, lengths, strict=True)):
            start = ends.get(place, 0.0) if stacked and "base" not in trace else bases[at]
            end = ends[place] = start + length
            if upright or plot.has(place):
                _draw_bar(plot, trace, at, place, (start, end), upright=upright)


def _draw_bar(
    plot: Plot, trace: Mapping[str, Any], at: int, place: float, span: tuple[float, float], *, upright: bool
) -> None:
    marker, count = trace["marker"], len(trace["x"])
    half = trace.get("width", 1 - plot.figure["layout"].get("bargap", 0.2)) / 2
    if upright:
        xs, ys = [plot.x(place - half), plot.x(place + half)], sorted(map(plot.y, span))
    else:
        xs, ys = [plot.x(each) for each in span], sorted((plot.y(place - half), plot.y(place + half)))
    box = Box(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0])
    fill, line = _colour(_spread(marker["color"], count)[at]), _line_of(marker, count, at)
    hatched = _spread(marker.get("pattern", {}).get("shape", ""), count)[at]
    if (fill or line[0]) and span[0] != span[1]:
        if hatched:
            plot.sheet.rect(box, fill=marker["pattern"]["bgcolor"], line=line[0], width=0, hatch="//")
            fill = None
        plot.sheet.rect(box, fill=fill, line=line[0], width=plot.scale * line[1])
    if text := _spread(trace.get("text", ""), count)[at]:
        place_of = (box.left + box.width / 2, box.top - 3 * plot.scale)
        _write_block(plot, text, place_of, 14 * plot.scale, plot.type.tone.ink, anchors=("center", "bottom"))


def _line_of(marker: Mapping[str, Any], count: int, at: int) -> tuple[str | None, float]:
    line = marker.get("line", {})
    width = _spread(line.get("width", 0), count)[at]
    return (_colour(_spread(line.get("color", CLEAR), count)[at]) if width else None), width


def _spread(value: Any, count: int) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value] * count


def _colour(value: str) -> str | None:
    return None if value == CLEAR else value


# Points and lines


def _draw_points(plot: Plot, trace: Mapping[str, Any]) -> None:
    axis = trace.get("yaxis", "y")
    values = zip(trace["x"], trace["y"], strict=True)
    places = [None if y is None else (plot.x(x), plot.y(y, axis)) for x, y in values if y is None or plot.has(y)]
    if "lines" in trace["mode"]:
        for one, other in pairwise(places):
            if one and other:
                _draw_line(plot, one, other, trace["line"])
    if "markers" in trace["mode"]:
        marker = trace["marker"]
        for at, place in enumerate(places):
            if place:
                _draw_marker(
                    plot, place, marker, _spread(marker["color"], len(places))[at] if "color" in marker else CLEAR
                )


def _draw_line(plot: Plot, one: tuple[float, float], other: tuple[float, float], line: Mapping[str, Any]) -> None:
    dash = (plot.scale * 1.5, plot.scale * 3.5) if line.get("dash") == "dot" else ()
    plot.sheet.stroke([one, other], line["color"], plot.scale * line["width"], dash=dash)


def _draw_marker(plot: Plot, place: tuple[float, float], marker: Mapping[str, Any], colour: str) -> None:
    import numpy as np
    from matplotlib.path import Path

    symbol, line = marker["symbol"], marker.get("line", {})
    half, (x, y) = plot.scale * marker["size"] / 2, place
    if symbol == "line-ns":
        plot.sheet.stroke([(x, y - half * 1.6), (x, y + half * 1.6)], line["color"], plot.scale * line["width"])
        return
    corners = _CORNERS.get(symbol.removesuffix("-open"))
    outline = Path([*corners, corners[0]], closed=True) if corners else Path.unit_circle()
    path = Path(outline.vertices * half + np.array(place), outline.codes)
    hollow = symbol.endswith("-open")
    rim = line.get("color", colour) if hollow or line else None
    plot.sheet.shape(path, fill=None if hollow else _colour(colour), line=rim, width=plot.scale * line.get("width", 0))


_CORNERS: Final[dict[str, list[tuple[float, float]]]] = {
    "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
    "triangle-up": [(0, -1.2), (1.15, 0.8), (-1.15, 0.8)],
}


# Shapes and texts


def _draw_shape(plot: Plot, shape: Mapping[str, Any]) -> None:
    reference, line = shape.get("xref", "x"), shape["line"]
    if shape["type"] == "line":
        ends = [(plot.x(shape[f"x{at}"], reference), plot.y(shape[f"y{at}"])) for at in (0, 1)]
        plot.sheet.stroke(ends, line["color"], plot.scale * line["width"])
        return
    x, y = plot.x(shape["xanchor"], reference), plot.y(shape["yanchor"])
    left, right, low, high = (plot.scale * shape[name] for name in ("x0", "x1", "y0", "y1"))
    box = Box(x + left, y - high, right - left, high - low)
    plot.sheet.rect(box, fill=shape["fillcolor"], line=line["color"], width=plot.scale * line["width"])


def _draw_note(plot: Plot, note: Mapping[str, Any]) -> None:
    x, y = plot.x(note["x"], note.get("xref", "x")), plot.y(note["y"], note.get("yref", "y"))
    if note["showarrow"]:
        _draw_arrow(plot, (plot.x(note["ax"]), plot.y(note["ay"])), (x, y), note)
        return
    size = plot.scale * note["font"]["size"]
    place = (x + plot.scale * note.get("xshift", 0), y - plot.scale * note.get("yshift", 0))
    colour = note["font"].get("color", plot.type.tone.ink)
    anchors = (note["xanchor"], note.get("yanchor", "middle"))
    _write_block(plot, note["text"], place, size, colour, anchors=anchors)


def _draw_arrow(plot: Plot, start: tuple[float, float], end: tuple[float, float], note: Mapping[str, Any]) -> None:
    """Draw a line with a head, a little away from both points."""
    import numpy as np
    from matplotlib.path import Path

    begin, tip = np.array(start), np.array(end)
    way = (tip - begin) / np.hypot(*(tip - begin))
    begin, tip = begin + way * plot.scale * note["startstandoff"], tip - way * plot.scale * note["standoff"]
    head, across = plot.scale * _ARROW_HEAD * note["arrowsize"], np.array([-way[1], way[0]])
    foot = tip - way * head
    plot.sheet.stroke([tuple(begin), tuple(foot)], note["arrowcolor"], plot.scale * note["arrowwidth"])
    corners = [tip, foot + across * head * 0.45, foot - across * head * 0.45, tip]
    plot.sheet.shape(Path(corners, closed=True), fill=note["arrowcolor"])


def _write_block(
    plot: Plot,
    text: str,
    place: tuple[float, float],
    size: float,
    colour: str,
    *,
    anchors: tuple[str, str],
) -> None:
    """Write lines of text, given as plotly's markup, by their left, centre or right and top, middle or bottom."""
    bold = text.startswith("<b>")
    lines = [unescape(line) for line in re.sub("</?b>", "", text).split("<br>")]
    font = plot.type.sans(size, bold=bold)
    high = _LINE * size * len(lines)
    top = place[1] - {"top": 0.0, "middle": high / 2, "bottom": high}[anchors[1]]
    for at, line in enumerate(lines):
        room = plot.box.right - place[0] if anchors[0] == "left" else plot.box.width
        shown = plot.sheet.cut(line, font, max(room, size * 3))
        base = top + (at * _LINE + (_LINE - 1) / 2 + 0.8) * size
        plot.sheet.write(shown, place[0], base, font, colour, align=anchors[0])  # type: ignore[arg-type]
