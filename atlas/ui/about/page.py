"""The about page's sections: contents, prose, and the small tables between the paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from atlas import credits
from atlas.labels import sdg_label
from atlas.summaries.gaps import summarise_missing, summarise_theme_goals, summarise_values
from atlas.tables import vocabulary
from atlas.wording import gettext as _
from atlas.wording import number
from atlas.words import about as text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from atlas.model import Network


def lead() -> str:
    """Return the sentence above the sections."""
    return _("How the Atlas knows what it shows, and what nobody has published.")


def show_contents() -> None:
    """Draw the table of contents."""
    with st.container(key="contents"):  # markdown, not HTML: only it gets the theme's colour of links
        st.markdown("\n".join(f"1. [{_(title)}](#{anchor})" for anchor, title in text.SECTIONS.items()))


def show_sections(network: Network) -> None:
    """Draw every section; the numbers are those of the whole network, whatever the filters say."""
    sections: dict[str, Callable[[Network], None]] = {
        "purpose": lambda _network: _show_paragraphs(text.purpose()),
        "method": lambda network: _show_paragraphs(text.method(network)),
        "definitions": _show_definitions,
        "pins": _show_pins,
        "goals": _show_goals,
        "gaps": lambda network: _show_list(text.gaps(summarise_missing(network), network)),
        "licences": _show_licences,
        "accessibility": lambda _network: _show_paragraphs(text.accessibility()),
        "corrections": lambda _network: _show_paragraphs(text.corrections()),
    }
    with st.container(width=760, key="about"):
        for anchor, title in text.SECTIONS.items():
            st.header(_(title), anchor=anchor)
            sections[anchor](network)


def _show_paragraphs(paragraphs: Sequence[str]) -> None:
    st.markdown("\n\n".join(paragraphs))


def _show_list(items: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {item}" for item in items))


def _show_table(rows: Sequence[tuple[str, ...]], headings: tuple[str, ...]) -> None:
    st.table(pd.DataFrame(rows, columns=list(headings)), border="horizontal", hide_index=True)


def _show_definitions(_network: Network) -> None:
    rows = [(f"**{_(term)}**", _(meaning)) for term, meaning in text.DEFINITIONS.items()]
    _show_table(rows, (_("Word"), _("Meaning here")))


def _show_pins(network: Network) -> None:
    _show_paragraphs(
        [_("A pin is a point, while a member is an area with people in it. What the point marks differs:")]
    )
    _show_counted(network.cities["precision"], text.PRECISIONS, _("The pin marks"))
    _show_paragraphs([_("And many members are not cities in the narrow sense:")])
    _show_counted(network.cities["kind"], text.KINDS, _("Kind of member"))


def _show_counted(values: pd.Series, meanings: Mapping[str, str], heading: str) -> None:
    rows = [
        (vocabulary(value), _(meanings.get(value, "")), number(count))
        for value, count in summarise_values(values).items()
    ]
    _show_table(rows, (heading, _("Meaning"), _("Members")))


def _show_goals(network: Network) -> None:
    _show_paragraphs(text.goals())
    rows = [
        (vocabulary(row.focus), "; ".join(map(sdg_label, row.goals)) or _("no single goal"))
        for row in summarise_theme_goals(network.theme_to_sdg).itertuples()
    ]
    with st.expander(_("All themes and their goals"), icon=":material/table_chart:"):
        _show_table(rows, (_("Theme"), _("Mapped to")))


def _show_licences(_network: Network) -> None:
    _show_list(text.licences())
    rows = [(f"[{each.name}]({each.url})", _(each.use), _(each.licence)) for each in credits.COMPONENTS]
    _show_table(rows, (_("Made by others"), _("Used for"), _("Licence")))
