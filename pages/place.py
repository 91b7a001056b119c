"""What is there of the network in one country or region?"""

import streamlit as st

from atlas.ui.frame import shell
from atlas.ui.parts import embed
from atlas.ui.place import charts, choice, members, page

with shell.page("place") as view:
    embed.show_instead("place", view)
    here = page.read(view)
    shell.show_heading(page.title(here), page.lead(here), view.network)
    choice.show_choice(here)
    shell.show_status(view)
    if not shell.show_empty(view) and not page.show_index(here):
        page.show_map(here)
        if charts.tell(here):
            left, right = st.columns(2, gap="large")
            with left:
                charts.show_years(here)
                members.show_awards(here)
            with right:
                charts.show_themes(here)
            charts.show_countries(here)
        members.show_members(here)
