"""What is there of the network in one country or region?"""

import streamlit as st

from atlas.ui.frame import shell
from atlas.ui.place import members as place_cards
from atlas.ui.place import page as place_page

with shell.page("place") as view:
    placed = place_page.read(view)
    shell.show_heading(place_page.title(placed), place_page.lead(placed), view.network)
    place_page.show_choice(placed)
    shell.show_status(view)
    if not shell.show_empty(view) and not place_page.show_index(placed):
        place_page.show_map(placed)
        left, right = st.columns(2, gap="large")
        with left:
            place_cards.show_years(placed)
            place_cards.show_awards(placed)
        with right:
            place_cards.show_themes(placed)
        place_cards.show_countries(placed)
        place_cards.show_members(placed)
