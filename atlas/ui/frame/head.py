"""What the head of the page brings along, where our own server sends it (:mod:`atlas.server`)."""

styles_sent = False
"""Whether the styles are in the page before the first run; otherwise each run of a page brings them."""
