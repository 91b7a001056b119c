"""What a kit holds: the members with all that is known of them, in words and in the form that its scripts read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from atlas import filters, palette
from atlas.addresses import is_linkable
from atlas.filters import FILTERS, memberships
from atlas.model import REGIONS
from atlas.search import SearchIndex
from atlas.selection import counting, mask
from atlas.story.model import Table
from atlas.story.talk import talk_data
from atlas.summaries.city import list_goals
from atlas.tables import member_table
from atlas.wording import language, sort_key
from atlas.words import city as city_words
from atlas.words import kit as words
from atlas.words import present as present_words
from geo.map_files import CREDIT, leaflet_options
from geo.names import rules
from geo.points import bounds, pack, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.filters import Filter, Mask
    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.story import Story

LISTED: Final = ("display_name", "iso3", "region", "joined_year", "stated_focus", "site")
"""Columns of the list; the last one is linked to the page that shows the membership."""

_CITY_ZOOM: Final = 6.0
"""Of a map whose members all stand in one place."""


def contents(network: Network, selection: Selection, story: Story) -> dict[str, Any]:
    """Return all that the scripts of a kit need beside the map's own files (``static/kit``).

    Parameters
    ----------
    network : Network
        The whole network, with the names of its members in the language in use.
    selection : Selection
        The filters that leave the members of the kit.
    story : Story
        Theirs.
    """
    keep = mask(counting(network, weak=selection.counts_weak), selection)
    members = story.scope.members(network)
    newest = _newest(members)
    return {
        "language": language(),
        "regions": list(REGIONS),
        "map": {"options": leaflet_options(), "credit": CREDIT, "newest": newest, **words.map_texts(newest)},
        "start": _start(members) if selection.narrows else None,
        "filters": list(_filters(network, selection, keep)),
        "search": {"rules": rules(), **SearchIndex.from_cities(members.cities).as_data()},
        "list": _list(members),
        "cards": [_card(network, city_id) for city_id in members.cities.index],
        "talk": {"words": present_words.controls(), **talk_data(story)},
        "words": words.texts(),
    }


def _newest(members: Network) -> int | None:
    known = members.cities["joined_year"].dropna()
    return None if known.empty else int(known.max())


def _start(members: Network) -> dict[str, Any] | None:
    """Return where the map goes at first: to the members, where it need not show the world."""
    here = placed(members.cities)
    corners = bounds(here)
    if corners is None:
        return None
    if corners[0] == corners[1]:
        return {"lat": corners[0][0], "lon": corners[0][1], "zoom": _CITY_ZOOM}
    return {"bounds": [list(corner) for corner in corners]}


def _filters(network: Network, selection: Selection, keep: Mask) -> Iterator[dict[str, Any]]:
    """Yield each filter that tells the members of the kit apart, with who has which of its codes."""
    found = memberships(counting(network, weak=selection.counts_weak))
    for each in FILTERS.values():
        of = found[each.code]
        having = {code: has[keep] for code, has in zip(of.codes, of.has, strict=True)}
        options = [
            {"code": code, "label": filters.label(each.code, code, network), "has": pack(has)}
            for code, has in having.items()
            if has.any()
        ]
        if each.narrows and any(has.any() and not has.all() for has in having.values()):
            yield {
                "code": each.code,
                "title": filters.title(each.code),
                "primary": each.primary,
                "options": _in_order(each, options),
            }


def _in_order(each: Filter, options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(options, key=lambda option: sort_key(option["label"])) if each.by_name else options


def _list(members: Network) -> dict[str, Any]:
    table = Table.of(member_table(members.cities, LISTED, network=members))
    addresses = members.cities["source_url"].mask(members.cities["source_mirror"], "").tolist()
    return {
        "columns": [column.heading for column in table.columns],
        "rows": table.rows,
        "sources": [_link(address) for address in addresses],
    }


def _card(network: Network, city_id: str) -> dict[str, Any]:
    """Return what is known of a member: lists of a name, a value and what stands beside it."""
    city = network.cities.loc[city_id]
    return {
        "local": str(city["local_name"]),
        "where": city_words.where(city),
        "lead": city_words.lead(network, city_id),
        "facts": [
            [fact.name, fact.value, fact.date, _link(fact.source), fact.note]
            for fact in city_words.list_facts(network, city_id)
        ],
        "statements": [
            [each.theme, each.evidence, each.strength, each.year, _link(each.source), each.note]
            for each in city_words.list_statements(network, city_id)
        ],
        "goals": [
            [goal.number, palette.SDG_COLOURS[goal.number], city_words.goal_sentence(goal)]
            for goal in list_goals(network, city_id)
        ],
    }  # fmt: skip


def _link(address: str) -> str:
    """Return an address that may become a link, or empty text."""
    return address if is_linkable(address) else ""
