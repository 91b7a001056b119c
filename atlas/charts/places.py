"""Charts about where members are and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.charts.base import CLEAR, Figure, build_figure, plain
from atlas.model import UNKNOWN_YEAR
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.palette import Tone
    from atlas.summaries.members import YearCount


def build_joining_years(years: Sequence[YearCount], *, unknown: str, tone: Tone, height: int = 190) -> Figure:
    """Return columns of members per joining year; those without a published year stand apart, in outline.

    Parameters
    ----------
    years : sequence of YearCount
        Years in order, the unknown one last (:attr:`atlas.summaries.members.Summary.years`).
    unknown : str
        Label of the members without a published year.
    tone : Tone
        Colours of the visitor's theme.
    height : int
        Pixels.
    """
    codes, members = [each.year for each in years], [each.members for each in years]
    known = [code != UNKNOWN_YEAR for code in codes]
    bars = {
        "type": "bar",
        "x": list(range(len(codes))),
        "y": members,
        "text": [number(count) if count else "" for count in members],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": codes,
        "hoverinfo": "skip",
        "marker": {
            "color": [tone.quantity if each else CLEAR for each in known],
            "line": {"color": tone.quantity, "width": [0 if each else 1.5 for each in known]},
        },
    }
    return build_figure(
        tone=tone,
        height=height,
        data=[bars],
        bargap=0.25,
        xaxis=year_ticks(codes, unknown=unknown),
        yaxis={"visible": False, "range": [0, max([*members, 1]) * 1.2]},
    )


def year_ticks(years: Sequence[str], *, unknown: str) -> dict[str, Any]:
    """Return the ticks of an axis of years, each two digits and the unknown one as wide as a column.

    Parameters
    ----------
    years : sequence of str
        Years, or ``UNKNOWN_YEAR``.
    unknown : str
        Label of the unknown year.
    """
    apart = plain(unknown).replace(" ", "<br>")
    texts = [apart if year == UNKNOWN_YEAR else f"’{year[2:]}" for year in years]
    vals = list(range(len(years)))
    return {"tickvals": vals, "ticktext": texts, "tickangle": 0, "tickfont": {"size": 12}, "ticks": ""}
