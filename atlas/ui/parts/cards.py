"""A chart as the Atlas shows it: finding, definition, picture with alternative text, source, table twin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import streamlit as st

from atlas.charts.base import Unchecked
from atlas.html import render
from atlas.palette import Tone, tone
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from atlas.charts.base import Figure

    Table: TypeAlias = pd.DataFrame | Callable[[], pd.DataFrame]

CONFIG: Final = {"displayModeBar": False, "scrollZoom": False, "responsive": True, "showTips": False}


def current_tone() -> Tone:
    """Return the colours of the theme that the visitor sees."""
    return tone(st.context.theme.type)


@dataclass(frozen=True)
class Chart:
    """A chart and what is said of it, ready to be drawn.

    Attributes
    ----------
    figure : Figure
        Its marks carry codes as ``customdata`` where a click selects something.
    title, subtitle : str
        The finding; and the definition with its denominator.
    alt : str
        What the chart shows, in words and numbers from the data.
    source : str
        Where the numbers come from.
    notes : sequence of str
        Remarks that follow the source.
    """

    figure: Figure
    title: str
    subtitle: str
    alt: str
    source: str
    notes: Sequence[str] = ()


def show_card(
    chart: Chart,
    *,
    key: str,
    table: Table,
    level: int = 2,
    on_click: Callable[[list[str]], None] | None = None,
) -> None:
    """Draw a chart with everything that belongs to it.

    Parameters
    ----------
    chart : Chart
        Picture and words.
    key : str
        Stable key; the table twin uses ``{key}_table``.
    table : pandas.DataFrame or callable
        The same numbers, or what makes them (:func:`show_table`); column names are headings in the visitor's language.
    level : int
        Of the heading: 2 below the title of the page, 3 below that of a section.
    on_click : callable, optional
        Called with the codes of the marks clicked, before the page runs again; it may set the state of widgets.
    """
    with st.container(key=f"card_{key}"):
        st.html(render("chart_head", title=chart.title, subtitle=chart.subtitle, level=level))
        settings: dict[str, Any] = {}
        if on_click:
            settings = {"on_select": partial(_call_with_codes, key, on_click), "selection_mode": "points"}
        draw(chart.figure, key=key, alt=chart.alt, **settings)
        show_notes([chart.source, *chart.notes])
        show_table(table, key=f"{key}_table")


def draw(figure: Figure, *, key: str, alt: str, **settings: Any) -> None:
    """Draw the picture of a chart.

    Parameters
    ----------
    figure : Figure
        As a function of :mod:`atlas.charts` builds it.
    key : str
        Stable key.
    alt : str
        What it shows, in words.
    **settings
        Further settings of ``st.plotly_chart``.
    """
    st.plotly_chart(Unchecked(figure), key=key, theme=None, config=CONFIG, alt=alt, **settings)


def _call_with_codes(key: str, on_click: Callable[[list[str]], None]) -> None:
    if codes := _codes(st.session_state[key].selection.points):
        on_click(codes)


def _codes(points: list[dict[str, Any]]) -> list[str]:
    return [_code(point) for point in points if point.get("customdata") is not None]


def _code(point: dict[str, Any]) -> str:
    data = point["customdata"]
    return str(data[0] if isinstance(data, list | tuple) else data)


def show_section(title: str, *, before: str = "") -> None:
    """Draw the heading of a part of a page, after a last remark on the part before it."""
    st.html(render("section", title=title, before=before))


def show_note(text: str) -> None:
    """Draw a remark below a card, in the voice of its source line."""
    show_notes([text])


def show_notes(texts: Iterable[str]) -> None:
    """Draw remarks below a card as one element; those without a word are left out."""
    if said := [text for text in texts if text]:
        st.html(render("notes", notes=said))


def show_table(table: Table, *, key: str, label: str | None = None) -> None:
    """Draw the table twin, folded away but next in the order of the keyboard.

    Its rows are made and sent when somebody opens it: the first view of a page does not wait for tables that nobody
    sees yet.

    Parameters
    ----------
    table : pandas.DataFrame or callable
        The rows, or what makes them once the table is open.
    key : str
        Key of the table.
    label : str, optional
        Text of the line that opens it.
    """
    folded = st.expander(
        label or _("Show as a table"), icon=":material/table_chart:", key=expander_key(key), on_change="rerun"
    )
    if folded.open:
        with folded:
            rows = table() if callable(table) else table
            st.dataframe(rows, hide_index=True, key=key, placeholder=_("not published"))


def expander_key(key: str) -> str:
    """Return the session key that tells whether the table of that key is open."""
    return f"{key}_expander"
