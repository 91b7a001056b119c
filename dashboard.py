"""The app and its router.  Run with ``streamlit run dashboard.py``.

Streamlit reads this file twice: as a module, for the server (it looks for ``app``), and as the script of each run.
Where it is only run as a script (AppTest, a host that does not know ``st.App``) the pages are the same.
"""

import streamlit as st
from streamlit import runtime

from atlas.server.app import layers, routes
from atlas.server.errors import show_error
from atlas.ui.frame.shell import navigate

if runtime.exists():
    navigate().run()
else:
    app = st.App(__file__, routes=routes(), middleware=layers(), on_script_error=show_error)
