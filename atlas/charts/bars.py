"""Bars whose label stands above them: long names leave the bars their length, on a phone as on a projector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from atlas.charts.base import CLEAR, Figure, build_figure, plain, text_at
from atlas.palette import SDG_COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.palette import Tone

ROW: Final = 38
"""Height of a row (label and bar), in pixels: more than the 24 px that a target for a finger needs."""

BAR: Final = 0.34
BAR_AT: Final = 0.22
LABEL_AT: Final = -0.22
"""Thickness of a bar, and where bar and label stand in a row of height 1 round its number."""

_BADGE: Final = 26

_UNFADED: Final = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
"""Plotly fades what is not selected, until told otherwise trace by trace."""


@dataclass(frozen=True)
class Segment:
    """One part of every bar.

    Attributes
    ----------
    values : sequence of int
        Length of the part in each bar.
    fill : str or sequence of str
        Colour of its area.
    line : str or sequence of str
        Colour of its outline; an outlined pale part is what the Atlas adds, a solid one is what a source states.
    """

    values: Sequence[int]
    fill: str | Sequence[str]
    line: str | Sequence[str] = CLEAR


def solid_and_hollow(solid: Sequence[int], hollow: Sequence[int], colours: Sequence[str]) -> tuple[Segment, Segment]:
    """Return the two parts of bars of which the first is known or reached, and the rest an outline."""
    return Segment(solid, colours, colours), Segment(hollow, CLEAR, colours)


def build_rows(
    *,
    labels: Sequence[str],
    segments: Sequence[Segment],
    texts: Sequence[str],
    tone: Tone,
    codes: Sequence[str] | None = None,
    marks: Sequence[int] | None = None,
    goals: Sequence[int] = (),
) -> Figure:
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
    marks : sequence of int, optional
        Where an upright mark stands on each bar; the text comes after bar and mark.
    goals : sequence of int, optional
        The goal whose numbered badge stands at the left of each row.
    """
    totals = [sum(parts) for parts in zip(*(segment.values for segment in segments), strict=True)]
    ends = totals if marks is None else [max(pair) for pair in zip(totals, marks, strict=True)]
    limit = max([*ends, 1])
    data = [_bars(segment) for segment in segments]
    if codes is not None:
        data = [each | _UNFADED for each in (*data, _targets(codes, limit))]
    if marks is not None:
        data.append(_marks(marks, tone))
    return build_figure(
        tone=tone,
        height=ROW * max(len(labels), 1) + 6,
        data=data,
        bargap=0,
        barmode="stack",
        xaxis={"visible": False, "range": [-0.004 * limit, 1.004 * limit]},  # else the outermost outlines are cut
        yaxis={"visible": False, "range": [len(labels) - 0.5, -0.5]},
        annotations=[*_row_texts(labels, texts, ends, tone), *(_badge_number(*each) for each in enumerate(goals))],
        shapes=[_badge(row, goal, tone) for row, goal in enumerate(goals)],
        margin={"l": _BADGE + 12 if goals else 0, "r": 12 + 7 * max(map(len, texts), default=0), "t": 3, "b": 3},
    )


def _bars(segment: Segment) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(segment.values),
        "y": [row + BAR_AT for row in range(len(segment.values))],
        "width": BAR,
        "marker": {"color": segment.fill, "line": {"color": segment.line, "width": 1.2}},
        "hoverinfo": "skip",
    }


def _targets(codes: Sequence[str], limit: float) -> dict[str, Any]:
    """Return an invisible bar over each whole row: a thin bar is a hard target."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [limit] * len(codes),
        "y": list(range(len(codes))),
        "base": 0,
        "width": 1,
        "marker": {"color": CLEAR},
        "customdata": list(codes),
        "hoverinfo": "none",  # "skip" would swallow the click as well
    }


def _marks(values: Sequence[int], tone: Tone) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(values),
        "y": [row + BAR_AT for row in range(len(values))],
        "marker": {"symbol": "line-ns", "size": 9, "line": {"width": 3, "color": tone.ink}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _row_texts(labels: Sequence[str], texts: Sequence[str], ends: Sequence[float], tone: Tone) -> list[dict[str, Any]]:
    """Return the label above each bar, and the text at its end."""
    rows = enumerate(zip(labels, texts, ends, strict=True))
    return [
        annotation
        for row, (label, text, end) in rows
        for annotation in (
            text_at(plain(label), x=0, y=row + LABEL_AT),
            text_at(plain(text), x=end, y=row + BAR_AT, xshift=6, colour=tone.muted),
        )
    ]


def _badge(row: int, goal: int, tone: Tone) -> dict[str, Any]:
    """Return the square of a goal's badge; its colour never carries a quantity."""
    return {
        "type": "rect",
        "xref": "paper",  # what is tied to the axes is clipped where they end
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": row,
        "x0": -_BADGE - 8,
        "x1": -8,
        "y0": -_BADGE / 2,
        "y1": _BADGE / 2,
        "fillcolor": SDG_COLOURS[goal],
        "line": {"color": tone.ink, "width": 1},
    }


def _badge_number(row: int, goal: int) -> dict[str, Any]:
    colour = readable_on(SDG_COLOURS[goal])
    place = {"xref": "paper", "xshift": -_BADGE / 2 - 8, "xanchor": "center"}
    return text_at(f"<b>{goal}</b>", x=0, y=row, colour=colour, size=13, **place)


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
