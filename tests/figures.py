"""How tests look at figures: plotly checks every property, and texts are read from where they are drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

if TYPE_CHECKING:
    from atlas.charts.base import Figure


def checked(figure: Figure) -> go.Figure:
    """Return the figure as plotly's own class, which refuses a property or a value that plotly.js does not know.

    The app hands figures over unchecked, so nothing but plain JSON may be in them.
    """
    json.dumps(figure, allow_nan=False)
    return go.Figure(**figure)


def texts(figure: go.Figure) -> list[str]:
    """Return all annotations, in the order in which they are drawn."""
    return [annotation.text for annotation in figure.layout.annotations]


def text_places(figure: go.Figure) -> dict[str, tuple[Any, Any]]:
    """Return where each annotation stands; texts of the figure must differ."""
    places = {each.text: (each.x, each.y) for each in figure.layout.annotations}
    assert len(places) == len(figure.layout.annotations)
    return places
