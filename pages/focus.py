"""What do they work on, by region and over time, and how much of that is known?"""

import streamlit as st

from atlas.ui import focus_cards, shell
from atlas.wording import gettext as _

with shell.page(_("Focus")) as view:
    shell.show_heading(_("What members work on"), focus_cards.lead(view), view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        left, right = st.columns([3, 2], gap="large")
        with left:
            focus_cards.show_themes(view)
        with right:
            focus_cards.show_coverage(view)
        focus_cards.show_matrix(view)
        left, right = st.columns(2, gap="large")
        with left:
            focus_cards.show_goals(view)
        with right:
            focus_cards.show_pairs(view)
