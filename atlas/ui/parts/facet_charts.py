"""Charts that are filters: one element of the page for all of them, redrawn in place.

``st.plotly_chart`` throws a chart with clicks away and makes it anew whenever a number changes: it blanks, and each
costs 50 ms in the browser.  Here plotly itself is told what has changed (``static/board/charts.js``), a second click on
a bar counts like the first, and every label is a button for the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from atlas.html import render
from atlas.ui.parts.component import scripted

if TYPE_CHECKING:
    from atlas.charts.base import Figure


@dataclass(frozen=True)
class Row:
    """One bar with its label.

    Attributes
    ----------
    code : str
        What a press adds to the filter or takes out of it.
    label : str
        What stands beside the bar.
    name : str
        Label and number in words, for screen readers.
    chosen : bool
        Whether the filter has it.
    members : int
        What the bar shows; without any it cannot be pressed, unless it is chosen.
    shape : str
        The pin's shape, in a key of the map.
    """

    code: str
    label: str
    name: str
    chosen: bool
    members: int
    shape: str = ""


@dataclass(frozen=True)
class FacetChart:
    """A chart of one filter, ready to be drawn.

    Attributes
    ----------
    filter : str
        Code of the filter.
    kind : {"key", "rows", "columns"}
        Which way the bars lie; a key has none, its numbers stand beside its labels.
    rows : sequence of Row
        The labels.
    title : str
        The finding; of a key, what it is.
    figure : Figure, optional
        The bars (:mod:`atlas.charts.facets`), in the order of the rows.
    subtitle : str
        What is counted.
    alt : str
        What the picture shows, in words.
    links : sequence of (str, str)
        Text and address of the pages that tell more.
    """

    filter: str
    kind: Literal["key", "rows", "columns"]
    rows: Sequence[Row]
    title: str
    figure: Figure | None = None
    subtitle: str = ""
    alt: str = ""
    links: Sequence[tuple[str, str]] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the chart as the script reads it."""
        return {
            "filter": self.filter,
            "kind": self.kind,
            "figure": self.figure,
            "title": self.title,
            "alt": self.alt,
            "head": render("facet_head", title=self.title, subtitle=self.subtitle) if self.figure else "",
            "rows": render("facet_rows", rows=self.rows, counted=self.figure is None),
            "foot": render("facet_foot", links=self.links),
        }


def show_facet_charts(charts: Sequence[FacetChart], *, key: str, on_press: Callable[[str, str], None]) -> None:
    """Draw charts one below the other.

    Parameters
    ----------
    charts : sequence of FacetChart
        From the top.
    key : str
        Stable key.
    on_press : callable
        Called with filter and code of the bar pressed, before the page runs again.
    """

    def press() -> None:
        if pressed := st.session_state[key].pressed:
            on_press(pressed["filter"], pressed["code"])

    scripted("facet_charts", "board/charts.js")(
        key=key, data={"charts": [each.as_data() for each in charts]}, on_pressed_change=press
    )
