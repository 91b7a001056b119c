"""A chart as the Atlas shows it: finding, definition, picture with alternative text, one line of source and table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import streamlit as st
from markupsafe import Markup

from atlas.charts.matrix import Matrix
from atlas.exhibits.chart import Chart
from atlas.html import render
from atlas.palette import Tone, tone
from atlas.ui.parts.unchecked import Unchecked
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from atlas.charts.base import Figure

    Table: TypeAlias = pd.DataFrame | Callable[[], pd.DataFrame]
    Content: TypeAlias = Table | Callable[[], Markup] | Callable[[], None]

CONFIG: Final = {"displayModeBar": False, "scrollZoom": False, "responsive": True, "showTips": False}


def current_tone() -> Tone:
    """Return the colours of the theme that the visitor sees."""
    return tone(st.context.theme.type)


@dataclass(frozen=True)
class Fold:
    """Something that is made and sent when somebody opens it: the first view does not wait for what nobody sees yet.

    Attributes
    ----------
    key : str
        Key of the table in it.
    label : str
        What opens it.
    content : pandas.DataFrame, markupsafe.Markup or callable
        A table, or HTML; or what makes it, or what draws itself and returns nothing.
    alt : str
        What a table is.
    """

    key: str
    label: str
    content: Content
    alt: str = ""


def show_card(
    chart: Chart,
    *,
    key: str,
    table: Table,
    level: int = 2,
    on_click: Callable[[list[str]], None] | None = None,
    folds: Iterable[Fold] = (),
) -> None:
    """Draw a chart with everything that belongs to it; below the picture one quiet line (``static/css/cards.css``).

    Parameters
    ----------
    chart : Chart
        Picture and words.
    key : str
        Stable key; the table twin uses ``{key}_table``.
    table : pandas.DataFrame or callable
        The same numbers, or what makes them; column names are headings in the visitor's language.
    level : int
        Of the heading: 2 below the title of the page, 3 below that of a section.
    on_click : callable, optional
        Called with the codes of the marks clicked, before the page runs again; it may set the state of widgets.
    folds : iterable of Fold, optional
        What else belongs to the chart, beside its table.
    """
    notes = [note for note in chart.notes if note]
    label = _("Table and notes") if notes else _("Table")
    with st.container(key=f"chart_{key}"):
        st.html(_head(chart, level))
        if not isinstance(chart.figure, Matrix):
            settings: dict[str, Any] = {}
            if on_click:
                settings = {"on_select": partial(_call_with_codes, key, on_click), "selection_mode": "points"}
            draw(chart.figure, key=key, alt=chart.alt, **settings)
        show_note(chart.source)
        show_fold(Fold(f"{key}_table", label, table, alt=chart.title), notes)
        for fold in folds:
            show_fold(fold)


def _head(chart: Chart, level: int) -> Markup:
    """Return finding and definition, and the picture where it is HTML as well: one element less."""
    subtitle = " ".join(filter(None, (chart.subtitle, chart.remark)))
    head = render("chart_head", title=chart.title, subtitle=subtitle, level=level)
    if not isinstance(chart.figure, Matrix):
        return head
    return head + render("chart_picture", alt=chart.alt, picture=chart.figure.markup())


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
    """Draw a folded table (:func:`show_fold`) that belongs to no chart.

    Parameters
    ----------
    table : pandas.DataFrame or callable
        The rows, or what makes them once the table is open.
    key : str
        Key of the table.
    label : str, optional
        Text of the line that opens it.
    """
    show_fold(Fold(key, label or _("Show as a table"), table))


def show_fold(fold: Fold, notes: Iterable[str] = ()) -> None:
    """Draw something folded away, next in the order of the keyboard.

    Parameters
    ----------
    fold : Fold
        What it is.
    notes : iterable of str, optional
        Remarks above it.
    """
    folded = st.expander(fold.label, key=expander_key(fold.key), type="compact", on_change="rerun")
    if not folded.open:
        return
    with folded:
        show_notes(notes)
        content = fold.content() if callable(fold.content) else fold.content
        if isinstance(content, Markup):
            st.html(content)
        elif content is not None:
            alt, missing = fold.alt or fold.label, _("not published")
            st.dataframe(content, hide_index=True, key=fold.key, placeholder=missing, alt=alt)


def expander_key(key: str) -> str:
    """Return the session key that tells whether the table of that key is open."""
    return f"{key}_expander"
