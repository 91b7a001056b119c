"""Figures of the intakes: who joined when and where, what does not add up, who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from atlas.charts.bars import Segment, build_rows, solid_and_hollow
from atlas.charts.base import CLEAR, Figure, build_figure, plain, text_at, wrap
from atlas.charts.matrix import Column, Matrix
from atlas.model import UNKNOWN_YEAR
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from atlas.palette import Tone

_COHORTS_HEIGHT: Final = 330
_APART: Final = 0.45
"""Distance of the members without a year from the years, in columns: they are no year, and their name is wider."""


def build_cohorts(
    cohorts: pd.DataFrame, *, labels: Sequence[str], tone: Tone, with_announced: bool, announced_label: str = ""
) -> Figure:
    """Return members listed by year of joining as solid bars inside the outline of the announced intake.

    Members whose year nobody published are a hatched bar of their own.

    Parameters
    ----------
    cohorts : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_cohorts` returns it.
    labels : sequence of str
        Name of each year.
    tone : Tone
        Colours of the visitor's theme.
    with_announced : bool
        Whether to draw the announced intakes: they are known for the whole network only.
    announced_label : str, optional
        What the outline is, written above the first one.
    """
    years = list(cohorts["year"])
    places = [at + (_APART if year == UNKNOWN_YEAR else 0) for at, year in enumerate(years)]
    listed = cohorts["listed"].tolist()
    known = cohorts["announced"].notna() & with_announced
    announced = [int(total) if each else None for total, each in zip(cohorts["announced"], known, strict=True)]
    bars = zip(places, listed, announced, strict=True)
    return build_figure(
        tone=tone,
        height=_COHORTS_HEIGHT,
        barmode="overlay",
        data=[_announced(places, announced, tone), _listed(places, listed, years, tone)],
        annotations=[
            *(text for at, ours, theirs in bars for text in _cohort_texts(at, ours, theirs, tone)),
            *_announced_label(announced, announced_label, tone),
        ],
        xaxis={
            "tickvals": places,
            "ticktext": [wrap(label, 9) for label in labels],
            "tickfont": {"size": 11.5},
            "tickangle": 0,
            "ticklabeloverflow": "allow",
            "linecolor": tone.muted,
            "range": [-0.5, max(places, default=0) + 0.6],
        },
        yaxis={"visible": False, "range": [0, max([*listed, *(total or 0 for total in announced), 1]) * 1.12]},
        margin={"l": 0, "r": 8, "t": 4, "b": 8},
    )


def _announced_label(totals: Sequence[int | None], text: str, tone: Tone) -> list[dict[str, Any]]:
    """Name the outline at the first intake announced, left of its number, where years were small."""
    first = next(((at, total) for at, total in enumerate(totals) if total), None)
    if not text or not first:
        return []
    place: dict[str, Any] = {"xanchor": "right", "yanchor": "bottom", "yshift": 3, "xshift": -14, "size": 12.5}
    return [text_at(plain(text), x=first[0], y=first[1], colour=tone.muted, **place)]


def _announced(places: Sequence[float], totals: Sequence[int | None], tone: Tone) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": places,
        "y": [total or 0 for total in totals],
        "width": 0.86,
        "hoverinfo": "skip",
        "marker": {"color": CLEAR, "line": {"color": tone.muted, "width": 1.4}},
    }


def _listed(places: Sequence[float], members: Sequence[int], years: Sequence[str], tone: Tone) -> dict[str, Any]:
    shapes = ["/" if year == UNKNOWN_YEAR else "" for year in years]
    return {
        "type": "bar",
        "x": places,
        "y": list(members),
        "width": 0.6,
        "hoverinfo": "skip",
        "marker": {
            "color": tone.quantity,
            "pattern": {"shape": shapes, "fgcolor": tone.quantity, "bgcolor": tone.paper, "size": 6},
            "line": {"color": tone.quantity, "width": 1},
        },
    }


def _cohort_texts(at: float, listed: int, announced: int | None, tone: Tone) -> list[dict[str, Any]]:
    """Return the announced number above the outline and the listed one inside its bar, or above it when alone."""
    above: dict[str, Any] = {"xanchor": "center", "yanchor": "bottom", "yshift": 3}
    below: dict[str, Any] = {"xanchor": "center", "yanchor": "top", "yshift": -3}
    if announced is None:
        return [text_at(number(listed), x=at, y=listed, **above)]
    texts = [text_at(number(announced), x=at, y=announced, colour=tone.muted, **above)]
    return [*texts, text_at(number(listed), x=at, y=listed, colour=tone.paper, **below)] if listed else texts


def build_cohort_regions(
    rows: pd.DataFrame, *, labels: Sequence[str], headings: Mapping[str, str], tone: Tone
) -> Matrix:
    """Return a matrix of members listed: years of joining by region, every bar on the same scale.

    Parameters
    ----------
    rows : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_cohort_regions` returns it.
    labels : sequence of str
        Name of each year.
    headings : mapping
        Heading of each region to show, in the order shown.
    tone : Tone
        Colours of the visitor's theme.
    """
    most = max([*rows["members"].tolist(), 1])
    members: dict[str, list[int]] = {region: [] for region in headings}
    for row in rows.itertuples():
        if row.region in members:
            members[row.region].append(int(row.members))
    columns = [
        Column(headings[region], [n / most for n in counts], [number(n) for n in counts], tone.regions[region])
        for region, counts in members.items()
    ]
    return Matrix(labels=labels, columns=columns)


def build_gaps(gaps: pd.DataFrame, *, labels: Sequence[str], texts: Sequence[str], tone: Tone) -> Figure:
    """Return, for each intake, the total before it and the cities added, with a mark at the total announced.

    Parameters
    ----------
    gaps : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_gaps` returns it.
    labels, texts : sequence of str
        The sum of each intake in words, and how far the announced total is from it.
    tone : Tone
        Colours of the visitor's theme.
    """
    return build_rows(
        labels=labels,
        segments=[
            Segment(gaps["before"].tolist(), tone.quantity_soft, tone.quantity_soft),
            Segment(gaps["added"].tolist(), CLEAR, tone.quantity),
        ],
        texts=texts,
        marks=gaps["announced"].tolist(),
        tone=tone,
    )


def build_member_states(states: pd.DataFrame, *, labels: Sequence[str], texts: Sequence[str], tone: Tone) -> Figure:
    """Return UNESCO's Member States by region: solid with a member listed here, hollow without.

    Parameters
    ----------
    states : pandas.DataFrame
        As :func:`atlas.summaries.growth.summarise_member_states` returns it.
    labels, texts : sequence of str
        Name of each region, and the number at the end of its bar.
    tone : Tone
        Colours of the visitor's theme.
    """
    colours = [tone.regions[region] for region in states["region"]]
    segments = solid_and_hollow(states["reached"].tolist(), states["missing"].tolist(), colours)
    return build_rows(labels=labels, segments=segments, texts=texts, tone=tone)
