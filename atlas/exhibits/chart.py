"""The record of a chart: its picture and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.charts.base import Figure
    from atlas.charts.matrix import Matrix


@dataclass(frozen=True)
class Chart:
    """A chart and what is said of it, ready to be drawn.

    Attributes
    ----------
    figure : Figure or Matrix
        For plotly, its marks carry codes as ``customdata`` where a click selects something; or a table of small bars.
    title, subtitle : str
        The finding; and the definition with its denominator.
    alt : str
        What the chart shows, in words and numbers from the data.
    source : str
        Where the numbers come from, in one line.
    notes : sequence of str
        Remarks for those who want to know more, folded with the table; what everybody must read is in the subtitle.
    remark : str
        What holds only where one can filter and click, said after the definition: no picture repeats it.
    """

    figure: Figure | Matrix
    title: str
    subtitle: str
    alt: str
    source: str
    notes: Sequence[str] = ()
    remark: str = ""
