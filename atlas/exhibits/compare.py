"""The chart of countries and regions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.charts.compare import build_year_strips
from atlas.exhibits.chart import Chart
from atlas.selection import counting, mask
from atlas.summaries import compare
from atlas.summaries.place import region_of
from atlas.wording import gettext as _
from atlas.words import compare as words
from atlas.words import filtering
from atlas.words.names import thing_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from atlas.model import Network
    from atlas.palette import Tone
    from atlas.selection import Selection
    from atlas.summaries.compare import Profile, Thing


def profiles_of(network: Network, selection: Selection, things: Iterable[Thing]) -> dict[Thing, Profile]:
    """Return the numbers of things in their order; a city chosen by name stays even when a filter leaves it out."""
    counted = counting(network, weak=selection.counts_weak)
    fitting = mask(counted, selection)
    profiles = {}
    for thing in things:
        members = compare.members_of(counted, thing)
        profiles[thing] = compare.summarise_profile(counted, members if thing.kind == "city" else members & fitting)
    return profiles


def years(profiles: Mapping[Thing, Profile], network: Network, tone: Tone) -> Chart | None:
    """Return members of countries and regions by year of joining, one strip each on the same axes.

    None where every number would be a one, which only repeats the row of years: a city has no strip.
    """
    groups = {thing: each for thing, each in profiles.items() if thing.kind != "city"}
    if not any(members > 1 for each in groups.values() for members in each.years.values()):
        return None
    return Chart(
        build_year_strips(
            compare.summarise_years_of(groups, network),
            names={str(thing): thing_name(thing, network) for thing in groups},
            colours={str(thing): tone.regions[region_of(network, thing)] for thing in groups},
            unknown=_("not publ."),
            tone=tone,
        ),
        title=words.years_title(groups, network),
        subtitle=words.years_subtitle(),
        alt=words.years_alt(groups, network),
        source=words.years_source(),
        remark=filtering.apply(),
    )
