"""Which members are listed, where does each fact come from, and how can I take them with me?"""

import streamlit as st

from atlas.ui.data import members as data_cards
from atlas.ui.data import tables as fact_cards
from atlas.ui.frame import shell
from atlas.wording import gettext as _

with shell.page("data") as view:
    shell.show_heading(_("The data"), data_cards.lead(view), view.network)
    with st.container(horizontal=True, vertical_alignment="bottom", key="search_row"):
        found = data_cards.show_search(view)
        columns = data_cards.show_columns()
    shell.show_status(found)
    if not shell.show_empty(view) and not data_cards.show_nothing_found(view, found):
        data_cards.show_members(found, columns)
    data_cards.show_member_downloads(found)
    fact_cards.show_facts(found)
    fact_cards.show_citation(view.network.version)
