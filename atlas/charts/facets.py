"""Small charts that are filters as well: bars alone, since their labels are buttons of the page beside them.

Their size comes from the page (``static/board/charts.js``), so that they fill what the screen has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from atlas.charts.base import CLEAR, Figure, build_figure
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from atlas.palette import Tone

_GAP: Final = "\N{EN SPACE}"
"""Between a bar and its number; plotly sets texts flush."""
_HEADROOM: Final = 1.18
"""Height of the picture in heights of its highest column: room for the number above it."""


def build_facet_rows(
    counts: Mapping[str, int], *, unknown: str, chosen: Collection[str], rows: int, tone: Tone
) -> Figure:
    """Return horizontal bars, the first on top, each a row of the same height.

    Parameters
    ----------
    counts : mapping of str to int
        Members by code, in the order drawn.
    unknown : str
        The code that stands for "nothing found": drawn in outline.
    chosen : collection of str
        Codes that the filter selects: they keep the full ink, the others turn pale.
    rows : int
        Rows that there is room for; where there are fewer bars, the last rows stay empty.
    tone : Tone
        Colours of the visitor's theme.
    """
    members = list(counts.values())
    at, limit = list(range(len(members))), max([*members, 1])
    bars = _bars(counts, unknown=unknown, chosen=chosen, tone=tone)
    return build_figure(
        tone=tone,
        data=[
            bars | {"orientation": "h", "x": members, "y": at, "width": 0.56},
            _numbers(members, before=_GAP) | {"x": members, "y": at, "textposition": "middle right"},
            _targets(counts) | {"orientation": "h", "x": [limit] * len(at), "y": at, "width": 1},
        ],
        barmode="overlay",
        xaxis={"visible": False, "range": [0, limit]},
        yaxis={"visible": False, "range": [rows - 0.5, -0.5]},
        margin={"l": 1, "r": 36, "t": 0, "b": 0},
    )


def build_facet_columns(counts: Mapping[str, int], *, unknown: str, chosen: Collection[str], tone: Tone) -> Figure:
    """Return columns from the left, each of the same width.

    Parameters
    ----------
    counts : mapping of str to int
        Members by code, in the order drawn.
    unknown : str
        The code that stands for "not published": drawn in outline.
    chosen : collection of str
        Codes that the filter selects: they keep the full ink, the others turn pale.
    tone : Tone
        Colours of the visitor's theme.
    """
    members = list(counts.values())
    at, limit = list(range(len(members))), max([*members, 1]) * _HEADROOM
    columns = _bars(counts, unknown=unknown, chosen=chosen, tone=tone)
    return build_figure(
        tone=tone,
        data=[
            columns | {"x": at, "y": members, "width": 0.8},
            _numbers(members) | {"x": at, "y": members, "textposition": "top center"},
            _targets(counts) | {"x": at, "y": [limit] * len(at), "width": 1},
        ],
        barmode="overlay",
        xaxis={"showticklabels": False, "range": [-0.5, len(at) - 0.5], "automargin": False},
        yaxis={"visible": False, "range": [0, limit]},
        margin={"l": 0, "r": 0, "t": 0, "b": 1},
    )


def _bars(counts: Mapping[str, int], *, unknown: str, chosen: Collection[str], tone: Tone) -> dict[str, Any]:
    """Return the marks that all such charts share; a bar in outline is one about which nothing is known."""
    inks = [tone.quantity if not chosen or code in chosen else tone.quantity_soft for code in counts]
    hollow = [code == unknown and code not in chosen for code in counts]
    return {
        "type": "bar",
        "hoverinfo": "skip",
        "marker": {
            "color": [CLEAR if each else ink for each, ink in zip(hollow, inks, strict=True)],
            "line": {"color": inks, "width": [1.2 if each else 0 for each in hollow]},
        },
    }


def _numbers(members: list[int], before: str = "") -> dict[str, Any]:
    """Return the numbers at the ends of the bars: as texts of their own, since plotly measures each text of a bar."""
    texts = [before + number(each) if each else "" for each in members]
    font = {"size": 13}
    return {
        "type": "scatter",
        "mode": "text",
        "text": texts,
        "textfont": font,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _targets(counts: Mapping[str, int]) -> dict[str, Any]:
    """Return invisible bars over each whole row or column: a thin or missing bar is a hard target."""
    return {"type": "bar", "customdata": list(counts), "marker": {"color": CLEAR}, "hoverinfo": "none"}
