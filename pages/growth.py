"""How did the network get here; which countries joined when; who is missing?"""

import streamlit as st

from atlas.ui.frame import shell
from atlas.ui.growth import date as date_card
from atlas.ui.growth import intakes as intake_cards
from atlas.ui.growth import totals as growth_cards
from atlas.wording import gettext as _

with shell.page("growth") as view:
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
