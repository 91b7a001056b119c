"""What is this network, how big, where, how fresh are these data?"""

import streamlit as st

from atlas.ui import shell
from atlas.wording import gettext as _

with shell.page(_("Map")) as view:
    shell.show_heading(_("Learning Cities Atlas"), "x", view.network)
    shell.show_status(view)
    if not shell.show_empty(view):
        st.write(len(view.shown))
