"""The app that the usual tutorials teach: a marker with a popup per city, plotly express, no care.

Its Leaflet comes from the benchmark's own asset server instead of four CDNs, and instantly; Bootstrap and the icon
fonts, which a map of plain markers never calls, arrive empty, and jQuery as the one function that popups call.  All
of this favours this reference.
"""

import os

import folium
import plotly.express as px
import streamlit as st
from _members import REGIONS, choose, load_members
from streamlit_folium import st_folium

assets = os.environ["BENCHMARK_ASSETS"]
folium.Map.default_js = [(name, f"{assets}/{url.rsplit('/', 1)[-1]}") for name, url in folium.Map.default_js]
folium.Map.default_css = [(name, f"{assets}/{url.rsplit('/', 1)[-1]}") for name, url in folium.Map.default_css]

st.set_page_config(layout="wide")
members = st.cache_data(load_members)()
chosen = st.sidebar.pills("Region", REGIONS, selection_mode="multi", key="region")
shown = choose(members, chosen)

with st.container(key="count"):
    st.write(f"{len(shown)} members shown")

with st.container(key="map"):
    world = folium.Map([20, 10], zoom_start=2, tiles=f"{assets}/{{z}}/{{x}}/{{y}}.png", attr="none")
    for row in shown.dropna(subset=["lat", "lon"]).itertuples():
        popup = folium.Popup(f"<b>{row.city}</b><br>{row.country}", max_width=200)
        folium.Marker([row.lat, row.lon], popup=popup, tooltip=row.city).add_to(world)
    st_folium(world, height=420, use_container_width=True, returned_objects=["last_object_clicked"])

with st.container(key="charts"):
    left, right = st.columns(2)
    by_country = shown["country"].value_counts().head(10).reset_index()
    left.plotly_chart(px.bar(by_country, x="count", y="country", title="Countries"))
    by_year = shown["joined_year"].value_counts().sort_index().reset_index()
    right.plotly_chart(px.bar(by_year, x="joined_year", y="count", title="Joining years"))

with st.container(key="table"):
    st.dataframe(shown, hide_index=True)
