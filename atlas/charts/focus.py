"""Figures of what members work on.  Quantities in one neutral ink; a source's statement solid, our mapping outlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.charts.bars import Segment, build_rows, solid_and_hollow
from atlas.charts.base import CLEAR, Figure
from atlas.charts.matrix import Matrix, share_columns
from atlas.model import NO_STATEMENT
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from atlas.palette import Tone


def build_themes(
    themes: pd.DataFrame, *, missing: int, labels: Sequence[str], tone: Tone, chosen: Collection[str] = ()
) -> Figure:
    """Return stated themes as bars, and members without a statement as a last, hollow one.

    Parameters
    ----------
    themes : pandas.DataFrame
        As :func:`atlas.summaries.focus.summarise_themes` returns it.
    missing : int
        Members for which no statement was found.
    labels : sequence of str
        Name of each theme, and of the members without a statement.
    tone : Tone
        Colours of the visitor's theme.
    chosen : collection of str
        Codes that the filter selects: they keep the full ink, the others turn pale.
    """
    codes, values = [*themes["code"], NO_STATEMENT], [*themes["members"].tolist(), missing]
    fills = [tone.quantity if not chosen or code in chosen else tone.quantity_soft for code in codes[:-1]]
    fills.append(tone.quantity if NO_STATEMENT in chosen else CLEAR)
    return build_rows(
        labels=labels,
        segments=[Segment(values, fills, [*([CLEAR] * len(themes)), tone.muted])],
        texts=[number(value) for value in values],
        codes=codes,
        tone=tone,
    )


def build_coverage(coverage: pd.DataFrame, *, labels: Sequence[str], texts: Sequence[str], tone: Tone) -> Figure:
    """Return, by region, members with a statement (solid) and without (hollow).

    Parameters
    ----------
    coverage : pandas.DataFrame
        As :func:`atlas.summaries.focus.summarise_coverage` returns it.
    labels, texts : sequence of str
        Name of each region, and the number at the end of its bar.
    tone : Tone
        Colours of the visitor's theme.
    """
    colours = [tone.regions[region] for region in coverage["region"]]
    segments = solid_and_hollow(coverage["covered"].tolist(), coverage["missing"].tolist(), colours)
    return build_rows(labels=labels, segments=segments, texts=texts, tone=tone)


def build_themes_by(
    rows: pd.DataFrame, *, labels: Sequence[str], headings: Mapping[str, str], colours: Mapping[str, str]
) -> Matrix:
    """Return a matrix of themes by group of members: bars are shares, the longest one fills its column.

    Parameters
    ----------
    rows : pandas.DataFrame
        As :func:`atlas.summaries.focus.summarise_themes_by` returns it, cut to the themes to show.
    labels : sequence of str
        Name of each theme, in the order of the rows.
    headings, colours : mapping
        Heading (with the denominator) and colour of each group, headings in the order shown.
    """
    return Matrix(labels=labels, columns=share_columns(rows, headings=headings, colours=colours))


def build_pairs(pairs: pd.DataFrame, *, labels: Sequence[str], tone: Tone) -> Figure:
    """Return pairs of themes that the same members state, as bars.

    Parameters
    ----------
    pairs : pandas.DataFrame
        As :func:`atlas.summaries.focus.summarise_pairs` returns it.
    labels : sequence of str
        Name of each pair.
    tone : Tone
        Colours of the visitor's theme.
    """
    values = pairs["members"].tolist()
    texts = [number(value) for value in values]
    return build_rows(labels=labels, segments=[Segment(values, tone.quantity)], texts=texts, tone=tone)


def build_goals(goals: pd.DataFrame, *, labels: Sequence[str], texts: Sequence[str], tone: Tone) -> Figure:
    """Return goals as bars: the part that a source states solid, the part that our table maps pale and outlined.

    Parameters
    ----------
    goals : pandas.DataFrame
        As :func:`atlas.summaries.focus.summarise_goals` returns it.
    labels, texts : sequence of str
        Name of each goal, and what is written at the end of its bar.
    tone : Tone
        Colours of the visitor's theme.
    """
    return build_rows(
        labels=labels,
        segments=[
            Segment(goals["stated"].tolist(), tone.ink, tone.ink),
            Segment(goals["mapped"].tolist(), tone.quantity_soft, tone.quantity),
        ],
        texts=texts,
        goals=[int(goal) for goal in goals["sdg"]],
        tone=tone,
    )
