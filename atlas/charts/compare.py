"""Small multiples for things side by side: one axis, one scale, one strip or column per thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from atlas.charts.bars import CLEAR, Column, build_matrix, wrap, write
from atlas.charts.base import build_figure
from atlas.labels import sentence_case, theme_label
from atlas.model import UNKNOWN_YEAR
from atlas.wording import gettext as _
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    import plotly.graph_objects as go

    from atlas.palette import Tone

STRIP: Final = 92
FLAT_STRIP: Final = 64
"""Height of a strip in pixels; of one that only ever holds a single member, less."""

_FILLED: Final = 0.52
"""Part of a strip that the highest column of all may fill; name and number need the rest."""


_FEW: Final = 3
"""Columns whose headings have room for longer words, even on a phone."""


def build_year_strips(
    rows: pd.DataFrame, *, names: Mapping[str, str], colours: Mapping[str, str], unknown: str, tone: Tone
) -> go.Figure:
    """Return members by year of joining as one strip per thing, all on the same axes.

    Parameters
    ----------
    rows : pandas.DataFrame
        As :func:`atlas.summaries.compare.summarise_years_of` returns it.
    names, colours : mapping
        Name and colour of each ``item``, in the order shown.
    unknown : str
        Label of the members without a published year, a hollow column apart.
    tone : Tone
        Colours of the visitor's theme.
    """
    years = list(dict.fromkeys(rows["year"]))
    most = max(int(rows["members"].max()), 1)
    strips = [_strip(rows[rows["item"] == item], most, colours[item], at) for at, item in enumerate(names)]
    labels = [unknown.replace(" ", "<br>") if year == UNKNOWN_YEAR else f"’{year[2:]}" for year in years]
    ticks = {"tickvals": list(range(len(years))), "ticktext": labels, "tickangle": 0, "tickfont": {"size": 12}}
    figure = build_figure(
        tone=tone,
        height=(STRIP if most > 1 else FLAT_STRIP) * len(names) + 44,
        data=strips,
        bargap=0.25,
        barmode="overlay",
        xaxis=ticks | {"ticks": "", "showline": False, "range": [-0.6, len(years) - 0.4]},
        yaxis={"visible": False, "range": [len(names), 0]},
    )
    for at, name in enumerate(names.values()):
        write(figure, f"<b>{name}</b>", x=0, xref="paper", y=at + 0.06, yanchor="top")
        line = {"color": tone.hairline, "width": 1}
        figure.add_shape(type="line", xref="paper", x0=0, x1=1, y0=at + 1, y1=at + 1, line=line)
    return figure


def _strip(rows: pd.DataFrame, most: int, colour: str, at: int) -> dict[str, Any]:
    known = [year != UNKNOWN_YEAR for year in rows["year"]]
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        # The axis runs downwards, so a column grows from the foot of its strip by a negative length.
        "y": [-_FILLED * int(members) / most for members in rows["members"]],
        "base": at + 1,
        "text": [number(int(members)) if members and most > 1 else "" for members in rows["members"]],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "marker": {
            "color": [colour if each else CLEAR for each in known],
            "line": {
                "color": colour,
                "width": [1.5 * (members and not each) for members, each in zip(rows["members"], known, strict=True)],
            },
        },
    }


def build_theme_columns(
    rows: pd.DataFrame,
    *,
    names: Mapping[str, str],
    colours: Mapping[str, str],
    clusters: pd.DataFrame,
    tone: Tone,
) -> go.Figure:
    """Return themes as rows and things as columns; a bar is the share of the members with a statement.

    Parameters
    ----------
    rows : pandas.DataFrame
        As :func:`atlas.summaries.compare.summarise_themes_of` returns it, cut to the themes to show.
    names, colours : mapping
        Name and colour of each ``item``, in the order shown.
    clusters : pandas.DataFrame
        For the names of clusters.
    tone : Tone
        Colours of the visitor's theme.
    """
    codes = list(dict.fromkeys(rows["code"]))
    width = 12 if len(names) <= _FEW else 8
    columns = [_column(rows[rows["item"] == item], wrap(name, width), colours[item]) for item, name in names.items()]
    labels = [sentence_case(theme_label(code, clusters)) for code in codes]
    return build_matrix(labels=labels, columns=_level(columns), tone=tone)


def _column(rows: pd.DataFrame, name: str, colour: str) -> Column:
    covered = int(rows["covered"].iloc[0])
    heading = wrap(_("no statement found"), 8)
    if covered:
        heading = _("of {denominator}").format(denominator=number(covered))
    shares = [int(members) / max(covered, 1) for members in rows["members"]]
    # Without any statement the heading says so; a row of zeros would claim to know.
    texts = [number(int(members)) if covered else "" for members in rows["members"]]
    return Column(f"{name}<br>{heading}", shares, texts, colour)


def _level(columns: list[Column]) -> list[Column]:
    """Return the columns with headings of the same number of lines, so that all begin on top."""
    lines = max(column.heading.count("<br>") for column in columns)
    return [replace(each, heading=each.heading + "<br> " * (lines - each.heading.count("<br>"))) for each in columns]
