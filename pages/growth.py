"""How did the network get here; which countries joined when; who is missing?"""

import streamlit as st

from atlas.ui import date_card, growth_cards, intake_cards, shell
from atlas.wording import gettext as _

with shell.page(_("Growth")) as view:
    shell.show_heading(_("How the network grew"), growth_cards.lead(view), view.network)
    shell.show_status(view)
    nothing = shell.show_empty(view)
    growth_cards.show_stock(view)
    intake_cards.show_intakes(view)
    if not nothing:
        date_card.show_on_date(view)
        intake_cards.show_cohort_regions(view)
    left, right = st.columns(2, gap="large")
    with left:
        growth_cards.show_countries(view)
    with right:
        intake_cards.show_member_states(view)
