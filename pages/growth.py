"""How did the network get here; which countries joined when; who is missing?"""

import streamlit as st

from atlas.ui import growth_cards, shell
from atlas.wording import gettext as _

with shell.page(_("Growth")) as view:
    shell.show_heading(_("How the network grew"), growth_cards.lead(view), view.network)
    shell.show_status(view)
    some = not shell.show_empty(view)
    growth_cards.show_stock(view)
    left, right = st.columns(2, gap="large")
    with left:
        if some:
            growth_cards.show_cohorts(view)
    with right:
        growth_cards.show_gaps(view)
    if some:
        growth_cards.show_on_date(view)
        growth_cards.show_cohort_regions(view)
    left, right = st.columns(2, gap="large")
    with left:
        growth_cards.show_countries(view)
    with right:
        growth_cards.show_member_states(view)
