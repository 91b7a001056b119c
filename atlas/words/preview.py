"""What a view is called where only its name is seen: in the preview of a link, above a map on somebody else's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas import filters
from atlas.labels import in_region
from atlas.model import UNKNOWN_YEAR
from atlas.prepositions import in_country
from atlas.selection import counting, mask
from atlas.summaries.place import chosen_place, region_of
from atlas.wording import gettext as _
from atlas.wording import ngettext, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.summaries.compare import Thing

_NAMED: Final = 3
"""Filters that a title names; what shows previews cuts longer ones."""


def members_in(network: Network, selection: Selection) -> str:
    """Return how many members the filters leave, where they are, and what else is asked of them.

    Parameters
    ----------
    network : Network
        The whole network.
    selection : Selection
        The filters.
    """
    place = chosen_place(selection)
    rest = list(_other_labels(network, selection, place))
    count = _count(int(mask(counting(network, weak=selection.counts_weak), selection).sum()), place)
    return " · ".join([count, *rest[:_NAMED], *("…" for _more in rest[_NAMED : _NAMED + 1])])


def _count(members: int, place: Thing | None) -> str:
    if place is None:
        return ngettext("{number} member", "{number} members", members).format(number=number(members))
    where = in_region(place.code) if place.kind == "region" else in_country(place.code)
    return ngettext("{number} member {in_place}", "{number} members {in_place}", members).format(
        number=number(members), in_place=where
    )


def _other_labels(network: Network, selection: Selection, place: Thing | None) -> Iterator[str]:
    """Yield what the filters ask for beside the place; the region of a country that is named goes without saying."""
    said = {(place.kind, place.code), ("region", region_of(network, place))} if place else set()
    for name, code in selection.items():
        if filters.FILTERS[name].narrows and (name, code) not in said:
            dated = name == "year" and code != UNKNOWN_YEAR
            yield _("joined {year}").format(year=code) if dated else filters.label(name, code, network)


def titled(view: str) -> str:
    """Return what a page is called in a tab and in previews, given what is on it."""
    return _("{page} · Learning Cities Atlas").format(page=view)
