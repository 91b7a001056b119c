"""The facts of things side by side, in words; what nobody published is said in the cell that lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.labels import population_label, sentence_case, theme_label
from atlas.population import population_of
from atlas.summaries.place import states_without_member
from atlas.wording import country_name, listing, ngettext, number
from atlas.wording import gettext as _
from atlas.words.compare import option_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atlas.model import Network
    from atlas.summaries.compare import Profile, Thing

_IN_A_CELL: Final = 3


def fact_table(profiles: Mapping[Thing, Profile], shown: Network, network: Network) -> pd.DataFrame:
    """Return the facts of each thing as a table to read.

    Parameters
    ----------
    profiles : mapping
        Numbers of each thing, in the order shown.
    shown : Network
        The members that the filters leave, to say which city they leave out.
    network : Network
        The whole network.

    Returns
    -------
    pandas.DataFrame
        First column the fact, then one column per thing under its full name; what is missing is said in words.
    """
    facts: dict[str, list[str]] = {}
    for thing, profile in profiles.items():
        for name, text in _facts(thing, profile, shown, network).items():
            facts.setdefault(name, []).append(text)
    table = pd.DataFrame.from_dict(facts, orient="index")
    table.columns = pd.Index([option_name(thing, network) for thing in profiles])
    return table.rename_axis(_("Fact")).reset_index()


def _facts(thing: Thing, profile: Profile, shown: Network, network: Network) -> dict[str, str]:
    of_city = thing.kind == "city"
    return {
        _("What it is"): _what(thing, network),
        _("Members listed"): _members(thing, profile, shown),
        _("Joined"): _joined_city(profile) if of_city else _joined_group(profile),
        _("Stated focus"): _focus_city(profile, network) if of_city else _focus_group(profile, network),
        _("Learning City Award"): _awards_city(profile) if of_city else _awards_group(profile),
        _("Population"): _population(thing, network) if of_city else _population_group(profile),
        _("Member States without a member"): _states(thing, network),
    }


def _what(thing: Thing, network: Network) -> str:
    if thing.kind != "city":
        return _("country") if thing.kind == "country" else _("region of UNESCO")
    city = network.cities.loc[thing.code]
    return _("{kind} in {country}").format(kind=_(str(city["kind"])), country=country_name(str(city["iso3"])))


def _members(thing: Thing, profile: Profile, shown: Network) -> str:
    if thing.kind == "city":
        left_out = thing.code not in shown.cities.index
        return _("is a member (a filter leaves it out elsewhere)") if left_out else _("is a member")
    if thing.kind == "country" or not profile.members:
        return number(profile.members)
    return ngettext("{members} in {number} country", "{members} in {number} countries", profile.countries).format(
        members=number(profile.members), number=number(profile.countries)
    )


def _joined_city(profile: Profile) -> str:
    return _("not published") if profile.first_year is None else str(profile.first_year)


def _joined_group(profile: Profile) -> str:
    if profile.first_year is None:
        return _("not published")
    period = str(profile.first_year)
    if profile.last_year != profile.first_year:
        period = _("{first} to {last}").format(first=profile.first_year, last=profile.last_year)
    if not profile.undated:
        return period
    return _("{period}; not published for {undated} of {members}").format(
        period=period, undated=number(profile.undated), members=number(profile.members)
    )


def _focus_city(profile: Profile, network: Network) -> str:
    if not profile.covered:
        return _("no statement found")
    return "; ".join(sentence_case(theme_label(code, network.clusters)) for code in profile.themes)


def _focus_group(profile: Profile, network: Network) -> str:
    if not profile.covered:
        return _("no statement found")
    themes = listing([theme_label(code, network.clusters) for code in profile.themes[:_IN_A_CELL]])
    return _("found for {covered} of {members}; most often {themes}").format(
        covered=number(profile.covered), members=number(profile.members), themes=themes
    )


def _awards_city(profile: Profile) -> str:
    return ", ".join(map(str, profile.awards)) or _("none listed")


def _awards_group(profile: Profile) -> str:
    if not profile.awarded:
        return _("none listed")
    return ngettext("{number} member ({years})", "{number} members ({years})", profile.awarded).format(
        number=number(profile.awarded), years=", ".join(str(year) for year in dict.fromkeys(profile.awards))
    )


def _population(thing: Thing, network: Network) -> str:
    return population_label(population_of(network.cities.loc[thing.code]))


def _population_group(profile: Profile) -> str:
    return _("published for {number} of {members}").format(
        number=number(profile.populated), members=number(profile.members)
    )


def _states(thing: Thing, network: Network) -> str:
    if thing.kind != "region":
        return _("does not apply")
    return number(len(states_without_member(network, thing.code)))
