"""Charts about where members are and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.charts.base import build_figure
from atlas.model import UNKNOWN_YEAR

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from atlas.palette import Tone


def build_joining_years(years: pd.DataFrame, *, unknown: str, tone: Tone, height: int = 190) -> go.Figure:
    """Return columns of members per joining year; those without a published year stand apart, in outline.

    Parameters
    ----------
    years : pandas.DataFrame
        Columns ``year`` and ``members`` (:func:`atlas.summaries.places.summarise_years`).
    unknown : str
        Label of the members without a published year.
    tone : Tone
        Colours of the visitor's theme.
    height : int
        Pixels.
    """
    known = (years["year"] != UNKNOWN_YEAR).tolist()
    bars = {
        "type": "bar",
        "x": list(range(len(years))),
        "y": years["members"].tolist(),
        "text": [str(value) if value else "" for value in years["members"]],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": years["year"].tolist(),
        "hoverinfo": "skip",
        "marker": {
            "color": [tone.quantity if each else "rgba(0,0,0,0)" for each in known],
            "line": {"color": tone.quantity, "width": [0 if each else 1.5 for each in known]},
        },
    }
    broken = unknown.replace(" ", "<br>")  # as wide as a column
    ticks = [f"’{year[2:]}" if each else broken for year, each in zip(years["year"], known, strict=True)]
    return build_figure(
        tone=tone,
        height=height,
        data=[bars],
        bargap=0.25,
        xaxis={"tickvals": bars["x"], "ticktext": ticks, "tickfont": {"size": 12}, "ticks": "", "tickangle": 0},
        yaxis={"visible": False, "range": [0, max(int(years["members"].max()), 1) * 1.2]},
    )
