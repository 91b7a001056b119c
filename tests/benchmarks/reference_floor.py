"""The floor: an empty Streamlit page with the same filter widget and the count, nothing else.

No framework on top of Streamlit can be faster than this, so it is the unit that the others are measured in.
"""

import csv

import streamlit as st
from _members import REGIONS, data_folder

# The csv module: importing pandas would make the floor's garbage collection, and so the floor, slower.
with (data_folder() / "curated" / "cities.csv").open(encoding="utf-8", newline="") as table:
    per_member = [row["region"] for row in csv.DictReader(table)]

with st.sidebar:
    chosen = st.pills("Region", REGIONS, selection_mode="multi", key="region")

shown = sum(region in chosen for region in per_member) if chosen else len(per_member)
with st.container(key="count"):
    st.write(f"{shown} members shown")
