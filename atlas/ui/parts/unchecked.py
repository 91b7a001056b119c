"""The one place where figures meet plotly's Python: on their way to Streamlit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

if TYPE_CHECKING:
    from atlas.charts.base import Figure


class Unchecked(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure to hand to Streamlit, which would check a dictionary on every run and leaves plotly's own class alone.

    Parameters
    ----------
    figure : Figure
        As the functions of :mod:`atlas.charts` build it.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure  # without plotly's own __init__, which is what checks and copies

    def to_dict(self) -> Figure:
        """Return the figure as it was given."""
        return self._figure
