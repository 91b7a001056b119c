"""What do they work on, by region and over time, and how much of that is known?"""

import streamlit as st

from atlas.ui.focus import page as focus_cards
from atlas.ui.frame import shell
from atlas.wording import gettext as _

with shell.page("focus") as view:
    sentence = focus_cards.lead(view)
    shell.show_heading(_("What members work on"), sentence, view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        left, right = st.columns([3, 2], gap="large")
        with left:
            focus_cards.show_themes(view)
        with right:
            focus_cards.show_coverage(view)
        focus_cards.show_comparisons(view)
