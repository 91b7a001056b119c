"""What do they work on, by region and over time, and how much of that is known?"""

import streamlit as st

from atlas.ui.focus import page
from atlas.ui.frame import shell
from atlas.wording import gettext as _

with shell.page("focus") as view:
    known = page.before_focus(view)
    shell.show_heading(_("What members work on"), page.lead(known), view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        left, right = st.columns([3, 2], gap="large")
        with left:
            page.show_themes(view, known)
        with right:
            page.show_coverage(view, known)
            page.show_pairs(view)
        page.show_comparisons(view)
