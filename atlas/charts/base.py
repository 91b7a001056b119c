"""What all charts share: ink on paper, no grid that nobody reads, labels on the marks instead of legends.

A figure is a plain dictionary, as plotly.js reads it.  Building it through plotly's classes checks and copies every
property, and each later update all earlier ones again: 40 labels cost 430 ms, as a dictionary half a millisecond.  So
plotly checks figures in the tests, where each function's figure passes through it once.
"""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING, Any, Final, TypedDict

if TYPE_CHECKING:
    from atlas.palette import Tone

FONT: Final = "'Atlas Sans', 'Noto Sans', sans-serif"
CLEAR: Final = "rgba(0,0,0,0)"


class Figure(TypedDict):
    """A figure of plotly.js in nothing but dictionaries, lists, texts and numbers."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]


def build_figure(
    *,
    tone: Tone,
    data: list[dict[str, Any]],
    height: int | None = None,
    xaxis: Any = None,
    yaxis: Any = None,
    **layout: Any,
) -> Figure:
    """Return a figure in the Atlas's style.

    Parameters
    ----------
    tone : Tone
        Colours of the visitor's theme.
    data : list of dict
        Traces.
    height : int, optional
        Pixels; without it the figure fills its place.
    xaxis, yaxis : dict, optional
        Settings of the axes beyond the Atlas's own.
    **layout
        Further settings of the layout, such as ``annotations``.
    """
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True, "linecolor": tone.hairline, "automargin": True}
    style = {
        "template": {},  # the default one costs 20 ms in the browser, and all of its settings are replaced here
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 14, "color": tone.ink},
        "margin": {"l": 0, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"bgcolor": tone.paper, "bordercolor": tone.hairline, "font": {"color": tone.ink}},
        "xaxis": axis | (xaxis or {}),
        "yaxis": axis | (yaxis or {}),
    }
    size = {} if height is None else {"height": height}
    return {"data": data, "layout": style | size | layout}


def text_at(
    text: str, *, x: float | str, y: float, size: float = 14, colour: str | None = None, **settings: Any
) -> dict[str, Any]:
    """Return an annotation: a text at a point, flush left and without an arrow unless told otherwise."""
    font = {"size": size} | ({"color": colour} if colour else {})
    place = {"xanchor": "left", "borderpad": 0, "align": "left", **settings}
    return {**place, "text": text, "x": x, "y": y, "showarrow": False, "font": font}


def line_between(
    start: tuple[float | str, float], end: tuple[float | str, float], *, colour: str, **settings: Any
) -> dict[str, Any]:
    """Return a shape: a line, one pixel wide, from ``(x, y)`` to ``(x, y)``."""
    (x0, y0), (x1, y1) = start, end
    line = {"color": colour, "width": 1, **settings.pop("line", {})}
    return {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line, **settings}


def plain(text: str) -> str:
    """Return a text that plotly.js shows letter by letter: it reads annotations, ticks and labels as markup.

    >>> plain("Equity & <b>inclusion</b>")
    'Equity &amp; &lt;b&gt;inclusion&lt;/b&gt;'
    """
    return escape(text, quote=False)


def wrap(text: str, width: int = 11) -> str:
    r"""Return a plain text as markup, broken into lines for the head of a narrow column.

    >>> wrap("Mexico City\nof 3", 8), wrap("Yeonsu-gu", 8), wrap("R&D", 8)
    ('Mexico<br>City<br>of 3', 'Yeonsu-gu', 'R&amp;D')
    """
    wrapped = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "<br>".join(plain(line) for lines in wrapped for line in lines)
