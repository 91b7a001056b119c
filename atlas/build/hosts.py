"""Hosts of source pages: which carry copies of pages of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.addresses import host

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.build.tables import Row

# Copies of UNESCO pages that the notes on the members name, beside those that the
# focus table itself marks as mirrors (see `mirror_hosts`).
_NAMED_IN_NOTES = frozenset({"hindi-lyrics.com", "masquenoticiasblog.blogspot.com", "center4mediarts.com"})


def mirror_hosts(focus: Iterable[Row]) -> frozenset[str]:
    """Return the hosts known to carry copies of other pages."""
    marked = {host(row["source_url"]) for row in focus if row["mirror"] == "yes"}
    return frozenset(marked) | _NAMED_IN_NOTES
