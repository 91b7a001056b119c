"""What several pages show: charts with their tables, the map, the search, the card of a city, downloads."""
