"""Every session key and query parameter, in one place; tests use the same names.

The filters' keys and parameters are their codes (:data:`atlas.filters.FILTERS`).
"""

from __future__ import annotations

from typing import Final

from atlas.filters import FILTERS

LANGUAGE: Final = "lang"
SPOKEN: Final = "_spoken"
"""The language of the last run; the widget of the language forgets it on some ways between pages."""

CITY: Final = "city"
"""Query parameter: the chosen city."""

VIEW: Final = "view"
"""Query parameter: latitude, longitude and zoom of the map; written by the map itself, read on arrival."""

SYNCED: Final = (*FILTERS, LANGUAGE)
"""What widgets and the URL share."""

LAST_URL: Final = "_last_url"
UNKNOWN: Final = "_unknown_values"
LAST_ROW: Final = "_last_row"
LAST_CLICK: Final = "_last_click"
DESTINATION: Final = "_map_destination"
QUERY: Final = "q"
"""Query parameter and widget key: what was searched for in the table."""
LAST_QUERY: Final = "_last_query"
COLUMNS: Final = "columns"
OTHER_TABLE: Final = "other_table"

PRESET: Final = "like"
"""Query parameter and widget key: a ready-made set of weights of the partner finder."""
WEIGHT: Final = "w_"
"""Start of the query parameters and widget keys of the weights, in hundredths, followed by the reason."""
OTHER_REGION: Final = "other_region"
PARTNERS_ADOPTED: Final = "_partners_adopted"
PARTNER_NOTICES: Final = "_partner_notices"
THEME: Final = "theme"
TRAVEL_BY: Final = "travel_by"
TRAVEL_KM: Final = "travel_km"
TRAVEL_HOURS: Final = "travel_hours"

ITEM: Final = "item"
"""Query parameter, repeated: what is compared (``city:<id>``, ``country:<ISO 3166-1 alpha-3>``, ``region:<name>``)."""
COMPARED: Final = "compared"
LAST_COMPARED: Final = "_last_compared"
UNCOMPARED: Final = "_not_compared"
PLACE: Final = "place_choice"
PLACE_BOUNDS: Final = "_place_bounds"

ALL_THEMES: Final = "all_themes"
THEMES_BY: Final = "themes_by"
REPLAY: Final = "replay"
"""Query parameter: the replay is open, at this year; the year is written by its script, and read by it on arrival."""
ON_DATE: Final = "date"
"""Query parameter and widget key: the day on which the page "Growth" looks at the network."""
