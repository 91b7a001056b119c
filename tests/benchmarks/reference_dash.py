"""The same page in Dash with dash-leaflet: clustered GeoJSON, two charts, count and table.

The other framework's way, done with care: what a team that leaves Streamlit would get.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import dash_leaflet as dl
import plotly.graph_objects as go
from _members import REGIONS, choose, load_members
from dash import Dash, Input, Output, dcc, html
from dash.dash_table.DataTable import DataTable

if TYPE_CHECKING:
    import pandas as pd

MEMBERS = load_members()
TABLE = ["city", "country", "region", "joined_year"]
app = Dash(__name__, serve_locally=True)


def layout() -> html.Div:
    """Return the page; as in the Atlas, the filter stands left of the content."""
    filter_ = dcc.Checklist(list(REGIONS), [], id="region")
    world = dl.Map(
        dl.GeoJSON(id="members", cluster=True, zoomToBoundsOnClick=True),
        center=[20, 10],
        zoom=1,
        style={"height": 420},
    )
    charts = html.Div([dcc.Graph(id="countries"), dcc.Graph(id="years")], className="charts")
    rows = DataTable(id="rows", columns=[{"name": name, "id": name} for name in TABLE], page_size=12)
    return html.Div([filter_, html.P(id="count"), world, charts, html.Div(rows, id="table")])


def points(shown: pd.DataFrame) -> dict[str, Any]:
    """Return the placed members as GeoJSON (longitude before latitude)."""
    placed = shown.dropna(subset=["lat", "lon"])
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": at}, "properties": {"tooltip": city}}
            for city, *at in zip(placed["city"], placed["lon"], placed["lat"], strict=True)
        ],
    }


@app.callback(
    Output("count", "children"),
    Output("members", "data"),
    Output("countries", "figure"),
    Output("years", "figure"),
    Output("rows", "data"),
    Input("region", "value"),
)
def show(regions: list[str]) -> tuple[Any, ...]:
    """Return everything that the filter changes."""
    shown = choose(MEMBERS, regions)
    countries = shown["country"].value_counts().head(10)
    years = shown["joined_year"].value_counts().sort_index()
    return (
        f"{len(shown)} members shown",
        points(shown),
        go.Figure(go.Bar(x=countries.tolist(), y=countries.index.tolist(), orientation="h"), {"height": 300}),
        go.Figure(go.Bar(x=years.index.tolist(), y=years.tolist()), {"height": 300}),
        shown[TABLE].to_dict("records"),
    )


app.layout = layout
if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
