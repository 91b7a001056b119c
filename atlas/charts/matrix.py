"""Tables of small bars: one column per group, every column on the same scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from atlas.charts.bars import BAR, BAR_AT, LABEL_AT, ROW
from atlas.charts.base import Figure, build_figure, line_between, plain, text_at, wrap
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from atlas.palette import Tone

_COLUMN: Final = 0.62
"""Part of a column that its longest bar may fill; the rest is for the number."""


@dataclass(frozen=True)
class Column:
    """One column of a matrix.

    Attributes
    ----------
    heading : str
        Plain text; a line break in it is kept, longer lines are wrapped.
    lengths : sequence of float
        Length of each bar, from 0 to 1.
    texts : sequence of str
        What is written at the end of each bar.
    colour : str
        Colour of the bars.
    """

    heading: str
    lengths: Sequence[float]
    texts: Sequence[str]
    colour: str


def build_matrix(
    *, labels: Sequence[str], columns: Sequence[Column], tone: Tone, width: int = 11, from_top: bool = False
) -> Figure:
    """Return a matrix of bars.

    Parameters
    ----------
    labels : sequence of str
        Name of each row, written above its bars.
    columns : sequence of Column
        Groups, from the left.
    tone : Tone
        Colours of the visitor's theme.
    width : int
        Characters that a line of a heading has room for.
    from_top : bool
        Whether headings of different length begin at the same height, instead of ending at the same one.
    """
    headings = [wrap(column.heading, width) for column in columns]
    lines = max(heading.count("<br>") for heading in headings) + 1
    head = 16 * lines + 10
    foot = len(labels) - 0.5
    return build_figure(
        tone=tone,
        height=ROW * len(labels) + head + 6,
        data=[_bars(at, column) for at, column in enumerate(columns)],
        bargap=0,
        barmode="overlay",
        xaxis={"visible": False, "range": [0, len(columns)]},
        yaxis={"visible": False, "range": [foot, -0.5]},
        annotations=[
            *(text for at, column in enumerate(columns) for text in _numbers(at, column, tone)),
            *(_heading(at, heading) for at, heading in enumerate(level(headings) if from_top else headings)),
            *(text_at(plain(label), x=0, y=row + LABEL_AT, bgcolor=tone.paper) for row, label in enumerate(labels)),
        ],
        shapes=[line_between((at, -0.5), (at, foot), colour=tone.hairline) for at in range(len(columns))],
        margin={"l": 0, "r": 4, "t": head, "b": 3},
    )


def level(texts: Sequence[str]) -> list[str]:
    """Return wrapped texts with empty lines below the shorter ones, so that all begin at the same height.

    >>> level(["Africa<br>of 2", "Arab<br>States<br>of 3"])
    ['Africa<br>of 2<br> ', 'Arab<br>States<br>of 3']
    """
    breaks = [text.count("<br>") for text in texts]
    return [text + "<br> " * (max(breaks) - count) for text, count in zip(texts, breaks, strict=True)]


def _bars(at: int, column: Column) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [length * _COLUMN for length in column.lengths],
        "y": [row + BAR_AT for row in range(len(column.lengths))],
        "base": at,
        "width": BAR,
        "marker": {"color": column.colour, "line": {"width": 0}},
        "hoverinfo": "skip",
    }


def _numbers(at: int, column: Column, tone: Tone) -> list[dict[str, Any]]:
    return [
        text_at(plain(text), x=at + length * _COLUMN, y=row + BAR_AT, xshift=4, colour=tone.muted, size=13)
        for row, (length, text) in enumerate(zip(column.lengths, column.texts, strict=True))
    ]


def _heading(at: int, heading: str) -> dict[str, Any]:
    return text_at(heading, x=at, y=1, yref="paper", yanchor="bottom", yshift=4, size=12)


def share_columns(
    rows: pd.DataFrame,
    *,
    by: str,
    headings: Mapping[str, str],
    colours: Mapping[str, str],
    full: float | None = None,
) -> list[Column]:
    """Return a column per group: a bar is the share of the covered members that state a theme, its text their number.

    Parameters
    ----------
    rows : pandas.DataFrame
        One row per theme and group: ``code``, the group, ``members`` that state it, and ``covered``, the members with
        any statement (:func:`atlas.summaries.focus.summarise_themes_by`).
    by : str
        Column that names the group.
    headings, colours : mapping
        Heading (with the denominator) and colour of each group; headings in the order shown.
    full : float, optional
        The share of a full bar, if not the largest share.
    """
    cells = zip(rows[by], rows["code"], rows["members"].tolist(), rows["covered"].tolist(), strict=True)
    counts = {(group, code): (members, covered) for group, code, members, covered in cells}
    shares = {key: members / max(covered, 1) for key, (members, covered) in counts.items()}
    full = full or max([0.01, *shares.values()])
    codes = list(dict.fromkeys(rows["code"]))
    return [
        Column(
            heading,
            [shares[group, code] / full for code in codes],
            # Without any statement the heading says so; a row of zeros would claim to know.
            [number(counts[group, code][0]) if counts[group, code][1] else "" for code in codes],
            colours[group],
        )
        for group, heading in headings.items()
    ]
