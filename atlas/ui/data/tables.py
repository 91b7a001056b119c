"""The lower part of the data page: the tables beside the members, and how to quote the data."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import streamlit as st

from atlas import credits, export
from atlas.facts import FACTS, fact_heading, fact_help, fact_table
from atlas.ui.frame import choices, keys
from atlas.ui.parts import downloads
from atlas.wording import gettext as _
from atlas.wording import mark, ngettext, number

if TYPE_CHECKING:
    import pandas as pd

    from atlas.model import Network
    from atlas.ui.frame.shell import View


class _Words(NamedTuple):
    title: str
    note: str


_TABLES: Final = {
    "focus": _Words(
        mark("Focus statements"),
        mark("What pages say that the members shown above work on, one row per page and theme."),
    ),
    "awards": _Words(mark("Awards"), mark("The members shown above that received the UNESCO Learning City Award.")),
    "other_awards": _Words(
        mark("Awards of others"),
        mark("Cities that received the UNESCO Learning City Award and that no source calls a member."),
    ),
    "milestones": _Words(
        mark("Counts of the network"), mark("Every published count of the network, with the conflicts between them.")
    ),
    "events": _Words(mark("Events"), mark("Conferences, intakes, awards and other milestones of the network.")),
    "theme_to_sdg": _Words(
        mark("From theme to goal"),
        mark("Which goal a stated theme or cluster belongs to. “Mapped” is our reading; no city said so."),
    ),
    "clusters": _Words(mark("Clusters"), mark("Thematic clusters, dimensions and priority areas of the network.")),
    "member_states": _Words(
        mark("Member States"),
        mark("UNESCO's Member States after unesco.org/en/countries, with the number of members listed in each."),
    ),
    "not_members": _Words(
        mark("Not counted as members"),
        mark("Cities that some text names as members, and why they are not counted here."),
    ),
}
_FILTERED: Final = ("focus", "awards")
# Pixels.  Left to itself Streamlit looks at the first rows only, and cuts "not published".
_WIDTHS: Final = {
    **dict.fromkeys(("evidence", "event", "note", "notes", "basis", "reason", "name"), 330),
    **dict.fromkeys(("year", "source_url", "strength"), 105),
    **dict.fromkeys(("cities_added", "cities_total", "countries_added", "countries_total"), 125),
    "site": 250,
}


def show_facts(found: View) -> None:
    """Draw the choice of a table beside the members, the table, and its download."""
    st.subheader(_("The other tables"), anchor="tables")
    name = choices.show_choice(
        "pills",
        _("Table"),
        list(FACTS),
        key=keys.FACT_TABLE,
        label=lambda code: _(_TABLES[code].title),
        first="focus",
        required=True,
        label_visibility="collapsed",
    )
    table = fact_table(found.shown, name)
    st.html(f'<p class="subtitle">{escape(_(_TABLES[name].note))}</p>')
    if len(table):
        _show_table(table, name)
        _show_download(found, name)
    else:
        st.info(_("None of the members shown has a row in this table."))


def _show_table(table: pd.DataFrame, name: str) -> None:
    st.dataframe(
        table,
        hide_index=True,
        height="auto" if len(table) < 10 else 390,
        key=f"table_{name}",
        placeholder=_("not published"),
        column_config={fact_heading(name, field): _setting(name, field) for field in FACTS[name]},
        alt=_(_TABLES[name].note),
    )


def _setting(name: str, field: str) -> Any:
    hint, width = fact_help(name, field), _WIDTHS.get(field)
    if field == "source_url":
        return st.column_config.LinkColumn(help=hint, display_text=_("open page"), width=width)
    if FACTS[name][field].type in ("integer", "year") and field != "sdg":  # goals are told by their names
        return st.column_config.NumberColumn(help=hint, format="%d", width=width)
    return st.column_config.Column(help=hint, width=width)


def _show_download(found: View, name: str) -> None:
    chosen = found.selection if name in _FILTERED else None
    query = str(st.session_state.get(keys.QUERY) or "").strip() if name in _FILTERED else ""
    about = downloads.provenance(found.network, chosen, query)
    count = len(getattr(found.shown, name))
    downloads.show_download(
        ngettext("{number} row as {format}", "{number} rows as {format}", count).format(
            number=number(count), format="CSV"
        ),
        export.file_name(about.version, chosen, "csv", query=query, table=name),
        partial(_facts_csv, found.shown, name, about),
        key=f"download_{name}_csv",
    )


def _facts_csv(network: Network, name: str, about: export.Provenance) -> bytes:
    return export.to_csv(getattr(network, name), about)


def show_citation(version: str) -> None:
    """Draw the version of the data and how to quote it, ready to copy."""
    st.subheader(_("How to quote these data"), anchor="citation")
    st.code(credits.citation(version), language=None, wrap_lines=True)
    st.markdown(
        _(
            "You may copy, change and share the compiled tables under {licence}, with this line. "
            "The version is the day of compilation and a fingerprint of the tables: same version, same data."
        ).format(licence=f"[{credits.CC_BY}]({credits.CC_BY_URL})")
    )
