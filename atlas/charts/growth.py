"""Figures of how the network grew.  Announced stock, admissions and the gap between them stay apart."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from atlas.charts.bars import wrap, write
from atlas.charts.base import build_figure
from atlas.wording import gettext as _
from atlas.wording import ngettext, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import plotly.graph_objects as go

    from atlas.palette import Tone

_STRIP: Final = 0.2
"""Part of the figure's height below the line that the events have."""
_COHORTS_HEIGHT: Final = 330
_EDGE: Final = timedelta(days=120)
MONTH: Final = "MMMM y"
"""CLDR pattern of a date without its day."""


def build_stock(
    counts: pd.DataFrame, *, column: str, tone: Tone, height: int, events: pd.DataFrame | None = None
) -> go.Figure:
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
    events : pandas.DataFrame, optional
        Conferences (:func:`atlas.summaries.growth.summarise_events`) for a strip below the line.
    """
    # A count of which only the year is known has no place on a line in time; the table has it.
    known = counts.dropna(subset=column)
    known = known[known["date_precision"] != "year"]
    figure = build_figure(tone=tone, height=height)
    press = known[known["voice"] == "press"]
    _add_press(figure, press, column, tone)
    own = known[known["voice"] == "unesco"].drop_duplicates("sort_date", keep="last")
    _add_own(figure, own, known[known["voice"] == "corrected"], column, tone)
    _label_own(figure, known, column, tone)
    top = float(known[column].max())
    if events is not None:
        _label_press(figure, press, column, tone)
        _add_events(figure, events, tone)
    bottom = 0.0 if events is None else _STRIP + 0.09
    figure.update_yaxes(visible=False, range=[0, top * 1.1], domain=[bottom, 1], selector=0)
    figure.update_xaxes(
        showline=True, linecolor=tone.muted, tickformat="%Y", ticks="outside", tickcolor=tone.hairline, anchor="y"
    )
    days = [*known["day"], *(events["day"] if events is not None else ())]
    figure.update_xaxes(range=[min(days) - _EDGE, max(days) + _EDGE])
    return figure.update_layout(margin={"l": 12, "r": 26, "t": 4, "b": 8})


def _add_press(figure: go.Figure, press: pd.DataFrame, column: str, tone: Tone) -> None:
    marker = {"symbol": "diamond-open", "size": 8, "color": tone.muted, "line": {"width": 1.4}}
    figure.add_scatter(
        x=list(press["day"]),
        y=_plain(press[column]),
        mode="markers",
        marker=marker,
        hoverinfo="skip",
        name=_("in the press"),
    )


def _label_press(figure: go.Figure, press: pd.DataFrame, column: str, tone: Tone) -> None:
    """Name the diamonds above the first one that the next falls below: there is room."""
    falls = press[press[column].shift(-1) < press[column]]
    if len(falls):
        peak = falls.iloc[0]
        write(
            figure, _("counts in the press"), x=peak["day"], y=float(peak[column]),
            xanchor="right", yanchor="bottom", yshift=7, colour=tone.muted, size=13,
        )  # fmt: skip


def _add_own(figure: go.Figure, own: pd.DataFrame, corrected: pd.DataFrame, column: str, tone: Tone) -> None:
    later = own["superseded_by"] != ""
    figure.add_scatter(
        x=list(corrected["day"]), y=_plain(corrected[column]), mode="markers", hoverinfo="skip", name=_("corrected"),
        marker={"symbol": "circle-open", "size": 13, "color": tone.ink, "line": {"width": 1}},
    )  # fmt: skip
    figure.add_scatter(
        x=list(own["day"]), y=_plain(own[column]), mode="lines+markers", hoverinfo="skip", name=_("UNESCO’s own"),
        line={"color": tone.quantity, "width": 2.5},
        marker={
            "size": 10, "symbol": "circle", "line": {"width": 2, "color": tone.quantity},
            "color": [tone.paper if changed else tone.quantity for changed in later],
        },
    )  # fmt: skip


def _label_own(figure: go.Figure, known: pd.DataFrame, column: str, tone: Tone) -> None:
    """Write UNESCO's own counts where they change: above a rise, below a fall (also a fall from a press count)."""
    before = last = 0
    for row in known[known["voice"] != "corrected"].itertuples():
        value = int(getattr(row, column))
        if row.voice == "unesco" and value != last:
            _label_count(figure, row.day, value, falling=value < max(before, last), tone=tone)
            last = value
        before = value


def _label_count(figure: go.Figure, when: object, value: int, *, falling: bool, tone: Tone) -> None:
    side = {"xanchor": "left", "yanchor": "top", "yshift": -7} if falling else {
        "xanchor": "right", "yanchor": "bottom", "yshift": 5, "xshift": -3,
    }  # fmt: skip
    write(figure, f"<b>{number(value)}</b>", x=when, y=value, colour=tone.ink, **side)


def _add_events(figure: go.Figure, events: pd.DataFrame, tone: Tone) -> None:
    """Draw conferences below the line, each with its city and the award given there."""
    for row in events.itertuples():
        line = {"color": tone.hairline, "width": 1, "dash": "dot"}
        figure.add_shape(
            type="line", xref="x", yref="paper", x0=row.day, x1=row.day, y0=_STRIP, y1=1, line=line, layer="below"
        )
        text = wrap(_(row.city), 8)
        if row.awards:
            awards = ngettext("{number} award", "{number} awards", row.awards).format(number=number(row.awards))
            text += "<br>" + wrap(awards, 7)
        write(
            figure,
            text,
            x=row.day,
            y=_STRIP - 0.035,
            yref="paper",
            xanchor="center",
            yanchor="top",
            align="center",
            size=11.5,
        )
    marker = {"symbol": "triangle-up", "size": 11, "color": tone.ink}
    figure.add_scatter(
        x=list(events["day"]), y=[1] * len(events), yaxis="y2", mode="markers", marker=marker, hoverinfo="skip",
        name=_("conferences"), cliponaxis=False,
    )  # fmt: skip
    figure.update_layout(yaxis2={"visible": False, "domain": [0, _STRIP], "range": [0, 1], "fixedrange": True})


def _plain(values: Iterable[object]) -> list[int]:
    """Return plain integers: plotly cannot write the nullable ones of pandas."""
    return [int(str(value)) for value in values]
