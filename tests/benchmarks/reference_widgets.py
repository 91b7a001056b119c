"""An empty page with the same filter widgets as the page under test: the unit of ``server_cost.py``.

The widgets are those that the page itself sent, with their labels and options (:func:`server_cost.filter_widgets`
reads them off and writes the file that ``REFERENCE_WIDGETS`` names), so this page follows the app when it changes.
"""

import json
import os
from pathlib import Path

import streamlit as st

for widget in json.loads(Path(os.environ["REFERENCE_WIDGETS"]).read_text(encoding="utf-8")):
    label, options, key = widget["label"], widget["options"], widget["key"]
    if widget["kind"] == "button_group":
        st.sidebar.pills(label, options, selection_mode="multi", key=key, persist_state="session")
    else:
        st.sidebar.multiselect(label, options, key=key, placeholder=widget["placeholder"], persist_state="session")
