"""The smallest Streamlit page there is: what a first opening costs before anybody has written a line."""

import streamlit as st

st.write("x")
