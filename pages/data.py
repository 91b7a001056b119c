"""Which members are listed, where does each fact come from, and how can I take them with me?"""

import streamlit as st

from atlas.ui.data import beside, members
from atlas.ui.frame import shell
from atlas.wording import gettext as _
from atlas.words import data as words

with shell.page("data") as view:
    shell.show_heading(_("The data"), words.lead(view.network), view.network)
    with st.container(horizontal=True, vertical_alignment="bottom", key="search_row"):
        found = members.show_search(view)
        columns = members.show_columns()
    shell.show_status(found)
    if not shell.show_empty(view) and not members.show_nothing_found(view, found):
        members.show_table(found, columns)
    members.show_files(found)
    beside.show_tables(found)
    beside.show_citation(view.network)
