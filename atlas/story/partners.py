"""The step of the partners: a few pairs across borders that have most in common, each with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.partners import PRESETS, USUAL, PartnerIndex, brief_reasons, describe_partner
from atlas.story.members import outlines
from atlas.story.model import LeftOut, Source, Step, Table, columns
from atlas.story.pictures import Points
from atlas.story.telling import places_of
from atlas.wording import country_name
from atlas.wording import gettext as _
from atlas.words import story as words
from atlas.words import story_notes as notes
from atlas.words.city import member_name

if TYPE_CHECKING:
    import pandas as pd

    from atlas.partners import Partner
    from atlas.story.telling import Telling

_PAIRS: Final = 5


def make_partners(telling: Telling) -> Step | LeftOut:
    """Return the step of the partners to find."""
    network = telling.network
    pairs = _pairs(telling)
    if not pairs:
        return LeftOut("partners", words.title("partners"), words.no_pair())
    first = pairs[0][1]
    told = [
        (member_name(network, own), member_name(network, each.city_id), describe_partner(each, network))
        for own, each in pairs
    ]
    return Step(
        code="partners",
        title=words.title("partners"),
        # who reads both names needs no region of one of them
        message=words.match(_named(telling, pairs[0]), brief_reasons(first, network, without=("region",))),
        definition=notes.pairs_definition(),
        picture=_links(telling, pairs),
        table=Table(columns((_("Member"), _("Partner"), _("Why")), ("text", "text", "text")), tuple(told)),
        alt=notes.links_alt((own, partner) for own, partner, _why in told),
        sources=(Source(notes.many_pages(_pages(telling, pairs))), outlines()),
        notes=(notes.pairs_note(),),
    )


def _named(telling: Telling, pair: tuple[str, Partner]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return name and country of a pair."""
    cities = telling.network.cities.loc[[pair[0], pair[1].city_id]]
    own, partner = zip(cities["display_name"].tolist(), map(country_name, cities["iso3"].tolist()), strict=True)
    return own, partner


def _pairs(telling: Telling) -> list[tuple[str, Partner]]:
    """Return the pairs: of the network and a region with other regions, else with whoever is outside the scope."""
    network, here = telling.network, telling.members.cities.index
    index = PartnerIndex.from_network(network)
    if telling.is_network:
        return index.pairs(here, here, PRESETS["elsewhere"].weights, _PAIRS)
    others: pd.Index = network.cities.index.difference(here, sort=False)
    question = "elsewhere" if telling.region else USUAL
    return index.pairs(here, others, PRESETS[question].weights, _PAIRS)


def _links(telling: Telling, pairs: list[tuple[str, Partner]]) -> Points | None:
    """Return the map of the pairs alone; None where no pair is placed."""
    ids = dict.fromkeys(city_id for own, each in pairs for city_id in (own, each.city_id))
    places = {place.city_id: place for place in places_of(telling.network.cities.loc[list(ids)])}
    links = tuple((own, each.city_id) for own, each in pairs if {own, each.city_id} <= places.keys())
    if not links:
        return None
    named = tuple(dict.fromkeys(city_id for link in links for city_id in link))
    return Points(tuple(places[city_id] for city_id in named), named=named, links=links)


def _pages(telling: Telling, pairs: list[tuple[str, Partner]]) -> int:
    ids = {city_id for own, each in pairs for city_id in (own, each.city_id)}
    focus = telling.network.focus
    return int(focus.loc[focus["city_id"].isin(ids), "source_url"].nunique())
