"""How did the network get here; which countries joined when; who is missing?"""

import streamlit as st

from atlas.ui.frame import shell
from atlas.ui.growth import date, page, replay
from atlas.wording import gettext as _

with shell.page("growth") as view:
    shell.show_heading(_("How the network grew"), page.lead(view.network), view.network)
    shell.show_status(view)
    nothing = shell.show_empty(view)
    page.show_stock(view)
    if not nothing:
        replay.show_replay(view)
    left, right = st.columns(2, gap="large")
    with left:
        if not nothing:
            page.show_cohorts(view)
        page.show_countries(view)
    with right:
        page.show_gaps(view)
        page.show_member_states(view)
    if not nothing:
        page.show_regions(view)
        date.show_on_date(view)
