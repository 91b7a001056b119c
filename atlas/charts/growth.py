"""Figures of how the network grew.  Announced stock, admissions and the gap between them stay apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.charts.bars import CLEAR, Column, Segment, build_matrix, build_rows, wrap, write
from atlas.charts.base import build_figure
from atlas.labels import sentence_case, year_label
from atlas.model import REGIONS, UNKNOWN_YEAR
from atlas.wording import day, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import plotly.graph_objects as go

    from atlas.palette import Tone

_STRIP: Final = 0.2
"""Part of the figure's height below the line that the events have."""
_COHORTS_HEIGHT: Final = 330
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
            text += "<br>" + ngettext("{number} award", "{number} awards", row.awards).format(number=number(row.awards))
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


def build_cohorts(cohorts: pd.DataFrame, *, tone: Tone, with_announced: bool) -> go.Figure:
    """Return members listed by year of joining as solid bars inside the outline of the announced intake.

    Members whose year nobody published are a hatched bar of their own.
    """
    figure = build_figure(tone=tone, height=_COHORTS_HEIGHT, barmode="overlay")
    places = list(range(len(cohorts)))
    announced = cohorts["announced"].mask([not with_announced] * len(cohorts))
    unknown = [year == UNKNOWN_YEAR for year in cohorts["year"]]
    figure.add_bar(
        x=places, y=[0 if value is None else value for value in _optional(announced)], width=0.86, hoverinfo="skip",
        marker={"color": CLEAR, "line": {"color": tone.muted, "width": 1.4}}, name=_("announced"),
    )  # fmt: skip
    pattern = {
        "shape": ["/" if hatched else "" for hatched in unknown],
        "fgcolor": tone.quantity,
        "bgcolor": tone.paper,
        "size": 6,
    }
    figure.add_bar(
        x=places, y=list(cohorts["listed"]), width=0.6, hoverinfo="skip", name=_("listed here"),
        marker={"color": tone.quantity, "pattern": pattern, "line": {"color": tone.quantity, "width": 1}},
    )  # fmt: skip
    for at, listed, total in zip(places, cohorts["listed"], _optional(announced), strict=True):
        _label_cohort(figure, at, int(listed), total, tone)
    years = [wrap(sentence_case(year_label(year)), 9) for year in cohorts["year"]]
    figure.update_yaxes(visible=False, range=[0, max([*cohorts["listed"], *announced.dropna(), 1]) * 1.12])
    figure.update_xaxes(tickvals=places, ticktext=years, tickfont={"size": 12}, tickangle=0, linecolor=tone.muted)
    figure.update_xaxes(ticklabeloverflow="allow", range=[-0.5, len(cohorts) - 0.4])
    return figure.update_layout(margin={"l": 0, "r": 8, "t": 4, "b": 8})


def _optional(values: pd.Series) -> list[int | None]:
    return [None if missing else int(value) for value, missing in zip(values.fillna(0), values.isna(), strict=True)]


def _label_cohort(figure: go.Figure, at: int, listed: int, announced: int | None, tone: Tone) -> None:
    if announced is None:
        write(figure, number(listed), x=at, y=listed, xanchor="center", yanchor="bottom", yshift=3)
        return
    write(figure, number(announced), x=at, y=announced, xanchor="center", yanchor="bottom", yshift=3, colour=tone.muted)
    if listed:
        write(figure, number(listed), x=at, y=listed, xanchor="center", yanchor="top", yshift=-3, colour=tone.paper)


def build_cohort_regions(rows: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return a matrix of members listed: years of joining by region, every bar on the same scale."""
    years = list(dict.fromkeys(rows["year"]))
    totals = rows.groupby("region")["members"].sum()
    columns = []
    for region in [each for each in REGIONS if totals.get(each, 0)]:
        members = rows[rows["region"] == region].set_index("year")["members"].reindex(years)
        heading = _("{group}<br>{members}").format(group=wrap(_(region)), members=number(int(totals[region])))
        lengths = [int(value) / max(int(rows["members"].max()), 1) for value in members]
        columns.append(Column(heading, lengths, [number(int(value)) for value in members], tone.regions[region]))
    return build_matrix(labels=[sentence_case(year_label(year)) for year in years], columns=columns, tone=tone)


def build_gaps(gaps: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return, for each intake, the total before it and the cities added, with a mark at the total announced."""
    figure = build_rows(
        labels=[
            _("{month}: {before} + {added} = {expected}, announced {announced}").format(
                month=day(row.day, style=MONTH),
                before=number(row.before),
                added=number(row.added),
                expected=number(row.expected),
                announced=number(row.announced),
            )
            for row in gaps.itertuples()
        ],
        segments=[
            Segment(list(gaps["before"]), tone.quantity_soft, tone.quantity_soft, _("before")),
            Segment(list(gaps["added"]), CLEAR, tone.quantity, _("added")),
        ],
        texts=[gap_label(int(gap)) for gap in gaps["gap"]],
        ends=[int(end) for end in gaps[["expected", "announced"]].max(axis=1)],
        tone=tone,
    )
    figure.add_scatter(
        x=list(gaps["announced"]), y=[row + 0.22 for row in range(len(gaps))], mode="markers", hoverinfo="skip",
        marker={"symbol": "line-ns", "size": 9, "line": {"width": 3, "color": tone.ink}}, name=_("announced"), cliponaxis=False,
    )  # fmt: skip
    return figure


def gap_label(gap: int) -> str:
    """Return how far an announced total is from the sum, in words."""
    if gap == 0:
        return _("adds up")
    if gap < 0:
        return ngettext("{number} fewer", "{number} fewer", -gap).format(number=number(-gap))
    return ngettext("{number} more", "{number} more", gap).format(number=number(gap))


def build_member_states(states: pd.DataFrame, *, tone: Tone) -> go.Figure:
    """Return UNESCO's Member States by region: solid with a member listed here, hollow without."""
    colours = [tone.regions[region] for region in states["region"]]
    return build_rows(
        labels=[_(region) for region in states["region"]],
        segments=[
            Segment(list(states["reached"]), colours, colours, _("with a member")),
            Segment(list(states["missing"]), CLEAR, colours, _("without a member")),
        ],
        texts=[
            _("{reached} of {states}").format(reached=number(row.reached), states=number(row.states))
            for row in states.itertuples()
        ],
        tone=tone,
    )
