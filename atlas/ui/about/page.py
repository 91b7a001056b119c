"""The about page's sections: contents, prose, and the small tables between the paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas.summaries.gaps import summarise_missing, summarise_theme_goals, summarise_values
from atlas.ui.frame import links
from atlas.wording import gettext as _
from atlas.words import about as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from atlas.model import Network


_WIDTH: Final = 760
"""Of lines that are read with ease."""


def show_contents() -> None:
    """Draw the table of contents."""
    with st.container(key="contents"):  # markdown, not HTML: only it gets the theme's colour of links
        st.markdown("\n".join(f"1. [{_(title)}](#{anchor})" for anchor, title in words.SECTIONS.items()))


def show_sections(network: Network) -> None:
    """Draw every section; the numbers are those of the whole network, whatever the filters say."""
    sections: dict[str, Callable[[Network], None]] = {
        "purpose": lambda _network: _show_paragraphs(words.purpose()),
        "method": lambda network: _show_paragraphs(words.method(network)),
        "definitions": lambda _network: _show_table(words.definitions_table(), _(words.SECTIONS["definitions"])),
        "pins": _show_pins,
        "goals": _show_goals,
        "gaps": lambda network: _show_list(words.gaps(summarise_missing(network), network)),
        "licences": _show_licences,
        "accessibility": lambda _network: _show_paragraphs(words.accessibility()),
        "corrections": lambda _network: _show_paragraphs(words.corrections(links.address("data"))),
    }
    with st.container(width=_WIDTH, key="about"):
        for anchor, title in words.SECTIONS.items():
            st.header(_(title), anchor=anchor)
            sections[anchor](network)


def _show_paragraphs(paragraphs: Sequence[str]) -> None:
    st.markdown("\n\n".join(paragraphs))


def _show_list(items: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {item}" for item in items))


def _show_table(table: pd.DataFrame, name: str) -> None:
    st.table(table, border="horizontal", hide_index=True, alt=name)


def _show_pins(network: Network) -> None:
    _show_paragraphs(words.pins())
    _show_table(words.pins_table(summarise_values(network.cities["precision"])), words.pins()[0])
    _show_paragraphs(words.kinds())
    _show_table(words.kinds_table(summarise_values(network.cities["kind"])), words.kinds()[0])


def _show_goals(network: Network) -> None:
    _show_paragraphs(words.goals(links.address("data") + "#tables"))
    with st.expander(words.goals_label(), icon=":material/table_chart:"):
        _show_table(words.goals_table(summarise_theme_goals(network.theme_to_sdg)), words.goals_label())


def _show_licences(_network: Network) -> None:
    _show_list(words.licences())
    _show_table(words.components_table(), _("Made by others"))
