"""Bars whose label stands above them: long names leave the bars their length, on a phone as on a projector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.charts.base import build_figure
from atlas.palette import SDG_COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from atlas.palette import Tone

ROW: Final = 38
"""Height of a row (label and bar), in pixels: more than the 24 px that a target for a finger needs."""

_BAR: Final = 0.34
_BAR_AT: Final = 0.22
_LABEL_AT: Final = -0.22
"""Thickness of a bar, and where bar and label stand in a row of height 1 round its number."""

_BADGE: Final = 26
CLEAR: Final = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Segment:
    """One part of every bar.

    Attributes
    ----------
    values : sequence of float
        Length of the part in each bar.
    fill : str or sequence of str
        Colour of its area.
    line : str or sequence of str
        Colour of its outline; an outlined pale part is what the Atlas adds, a solid one is what a source states.
    name : str
        What the part is.
    """

    values: Sequence[float]
    fill: str | Sequence[str]
    line: str | Sequence[str] = CLEAR
    name: str = ""


def build_rows(
    *,
    labels: Sequence[str],
    segments: Sequence[Segment],
    texts: Sequence[str],
    tone: Tone,
    codes: Sequence[str] | None = None,
    ends: Sequence[float] | None = None,
) -> go.Figure:
    """Return horizontal bars, the first on top: label above, value at the end.

    Parameters
    ----------
    labels, texts : sequence of str
        Name of each bar, and what is written at its end.
    segments : sequence of Segment
        The parts of the bars, from the left.
    tone : Tone
        Colours of the visitor's theme.
    codes : sequence of str, optional
        What a click anywhere in a row selects (``customdata``).
    ends : sequence of float, optional
        Where the texts stand, if not at the end of the bars.
    """
    totals = [sum(parts) for parts in zip(*(segment.values for segment in segments), strict=True)]
    ends = ends or totals
    limit = max([*ends, *totals, 1])
    figure = build_figure(tone=tone, height=ROW * len(labels) + 6, bargap=0, barmode="stack")
    ys = [row + _BAR_AT for row in range(len(labels))]
    for segment in segments:
        line = {"color": segment.line, "width": 1.2}
        marker = {"color": segment.fill, "line": line}
        figure.add_bar(
            x=list(segment.values),
            y=ys,
            width=_BAR,
            orientation="h",
            marker=marker,
            name=segment.name,
            hoverinfo="skip",
        )
    for row, (label, text) in enumerate(zip(labels, texts, strict=True)):
        write(figure, label, x=0, y=row + _LABEL_AT)
        write(figure, text, x=ends[row], y=ys[row], xshift=6, colour=tone.muted)
    if codes is not None:
        _add_targets(figure, codes, limit)
    figure.update_xaxes(visible=False, range=[-0.004 * limit, 1.004 * limit])  # else the outermost outlines are cut
    figure.update_yaxes(visible=False, range=[len(labels) - 0.5, -0.5])
    longest = max((len(text) for text in texts), default=0)
    return figure.update_layout(margin={"l": 0, "r": 12 + 7 * longest, "t": 3, "b": 3})


def _add_targets(figure: go.Figure, codes: Sequence[str], limit: float) -> None:
    """Lay an invisible bar over each whole row: a thin bar is a hard target."""
    figure.add_bar(
        x=[limit] * len(codes),
        y=list(range(len(codes))),
        base=0,
        width=1,
        orientation="h",
        marker={"color": CLEAR},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=list(codes),
        hoverinfo="none",  # "skip" would swallow the click as well
        name="",
    )
    # Plotly fades what is not selected, until told otherwise trace by trace.
    figure.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})


def write(figure: go.Figure, text: str, *, x: object, y: object, colour: str | None = None, **settings: object) -> None:
    """Write a text at a point of the figure, flush left and without an arrow unless told otherwise."""
    font = {"size": settings.pop("size", 14)} | ({"color": colour} if colour else {})
    figure.add_annotation(
        **{"xanchor": "left", "borderpad": 0, "align": "left", **settings},
        text=text,
        x=x,
        y=y,
        showarrow=False,
        font=font,
    )


def add_badges(figure: go.Figure, goals: Sequence[int], tone: Tone) -> go.Figure:
    """Draw the numbered badge of a goal at the left of each row; the colour never carries a quantity."""
    # Relative to the paper: what is tied to the axes is clipped where they end.
    for row, goal in enumerate(goals):
        figure.add_shape(
            type="rect", xref="paper", xsizemode="pixel", ysizemode="pixel", xanchor=0, yanchor=row,
            x0=-_BADGE - 8, x1=-8, y0=-_BADGE / 2, y1=_BADGE / 2,
            fillcolor=SDG_COLOURS[goal], line={"color": tone.ink, "width": 1},
        )  # fmt: skip
        text = readable_on(SDG_COLOURS[goal])
        write(
            figure,
            f"<b>{goal}</b>",
            x=0,
            xref="paper",
            y=row,
            xshift=-_BADGE / 2 - 8,
            xanchor="center",
            colour=text,
            size=13,
        )
    return figure.update_layout(margin={"l": _BADGE + 12})


def readable_on(colour: str) -> str:
    """Return black or white, whichever contrasts more with a colour (WCAG relative luminance).

    >>> readable_on("#FCC30B"), readable_on("#19486A")
    ('#000000', '#FFFFFF')
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else "#FFFFFF"


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@dataclass(frozen=True)
class Column:
    """One column of a matrix: heading, length (0 to 1) and text of each of its bars."""

    heading: str
    shares: Sequence[float]
    texts: Sequence[str]
    colour: str


def build_matrix(*, labels: Sequence[str], columns: Sequence[Column], tone: Tone) -> go.Figure:
    """Return a table of small bars, one column per group: every column on the same scale.

    Parameters
    ----------
    labels : sequence of str
        Name of each row, written above its bars.
    columns : sequence of Column
        Groups, from the left.
    tone : Tone
        Colours of the visitor's theme.
    """
    lines = max(column.heading.count("<br>") for column in columns) + 1
    head = 16 * lines + 10
    figure = build_figure(tone=tone, height=ROW * len(labels) + head + 6, bargap=0, barmode="overlay")
    ys = [row + _BAR_AT for row in range(len(labels))]
    for at, column in enumerate(columns):
        figure.add_bar(
            x=[share * _COLUMN for share in column.shares], y=ys, base=at, width=_BAR, orientation="h",
            marker={"color": column.colour, "line": {"width": 0}}, name=column.heading, hoverinfo="skip",
        )  # fmt: skip
        for y, share, text in zip(ys, column.shares, column.texts, strict=True):
            write(figure, text, x=at + share * _COLUMN, y=y, xshift=4, colour=tone.muted, size=13)
        write(figure, column.heading, x=at, y=1, yref="paper", yanchor="bottom", yshift=4, size=12)
        figure.add_shape(
            type="line", x0=at, x1=at, y0=-0.5, y1=len(labels) - 0.5, line={"color": tone.hairline, "width": 1}
        )
    for row, label in enumerate(labels):
        write(figure, label, x=0, y=row + _LABEL_AT, bgcolor=tone.paper)
    figure.update_xaxes(visible=False, range=[0, len(columns)])
    figure.update_yaxes(visible=False, range=[len(labels) - 0.5, -0.5])
    return figure.update_layout(margin={"l": 0, "r": 4, "t": head, "b": 3})


_COLUMN: Final = 0.62
"""Part of a column that its longest bar may fill; the rest is for the number."""


def wrap(text: str, width: int = 11) -> str:
    """Return a text broken into lines for the head of a narrow column."""
    from textwrap import wrap as lines

    return "<br>".join(lines(text, width, break_long_words=False, break_on_hyphens=False))
