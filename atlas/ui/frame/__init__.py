"""What every page has round it: router, filters, language, the state of a visit in its address, links."""
