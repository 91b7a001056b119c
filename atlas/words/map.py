"""What the map says in words: the sentence above it, its alternative text, the years of joining beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas import labels
from atlas.model import UNKNOWN_YEAR
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number, series

if TYPE_CHECKING:
    from atlas.summaries.members import Summary


def lead(shown: Summary) -> str:
    """Return the sentence above the map: which region leads among the members shown, and by how much."""
    if not shown.members:
        return _("No member fits all filters.")
    first, *others = shown.leaders
    if first.members == shown.members:
        return ngettext(
            "The one member shown is {in_region}.", "All {number} members shown are {in_region}.", shown.members
        ).format(number=number(shown.members), in_region=labels.in_region(first.region))
    if others:
        return _("{number} members are shown; most are in {regions}, {most} each.").format(
            number=number(shown.members),
            regions=listing([_(each.region) for each in shown.leaders]),
            most=number(first.members),
        )
    return _("{members} of the {number} members shown are {in_region}.").format(
        members=number(first.members), number=number(shown.members), in_region=labels.in_region(first.region)
    )


def map_alt(shown: Summary) -> str:
    """Return what the map shows, as the name of its frame: screen readers read it out before what is inside."""
    counts = [
        _("{name}: {value}").format(name=_(each.region), value=number(each.members))
        for each in shown.regions
        if each.members
    ]
    return _("Map of the members shown. {values}. The same members stand in the table below.").format(
        values=series(counts)
    )


def years_subtitle() -> str:
    """Return what the columns by year of joining count."""
    return _("Members shown by year of joining")


def years_alt(shown: Summary) -> str:
    """Return the columns by year of joining in words."""
    counts = [
        _("{name}: {value}").format(name=labels.year_label(each.year), value=number(each.members))
        for each in shown.years
        if each.members or each.year == UNKNOWN_YEAR
    ]
    return _("Members shown by year of joining. {values}.").format(values=series(counts))


def years_table(shown: Summary) -> pd.DataFrame:
    """Return the columns by year of joining as a table."""
    return pd.DataFrame(
        {
            _("Year of joining"): [labels.year_label(each.year) for each in shown.years],
            _("Members"): [each.members for each in shown.years],
        }
    )


def texts() -> dict[str, str]:
    """Return the texts that the map's script shows by itself; ``{year}`` and ``{number}`` are filled in by it."""
    return {
        "joined": _("joined {year}"),
        "no_year": _("joining year not published"),
        "bunch": _("{number} members close together: zoom in"),
        "osm": "© OpenStreetMap",
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "tiles_failed": _("The street map cannot be reached; the outlines stay."),
    }
