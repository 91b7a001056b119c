"""What the page of a country or region says, in sentences made from its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.labels import theme_label, year_label
from atlas.summaries.place import region_of
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number
from atlas.words.compare import thing_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from atlas.model import Network
    from atlas.summaries.compare import Profile, Thing
    from atlas.summaries.members import YearCount


def title(place: Thing | None, network: Network) -> str:
    """Return the heading of the page."""
    return thing_name(place, network) if place else _("Countries and regions")


def lead(place: Thing | None, profile: Profile, network: Network, *, filtered: bool) -> str:
    """Return the sentence above the page: how many members, of how many, and since when.

    Parameters
    ----------
    place : Thing, optional
        The country or region.
    profile : Profile
        Numbers of the members shown.
    network : Network
        The whole network.
    filtered : bool
        Whether other filters apply too.
    """
    if place is None:
        return _("Choose a country or a region to see its members whole: where, since when, and what they work on.")
    if filtered:
        return ngettext(
            "{number} member of {place} fits all filters.", "{number} members of {place} fit all filters.",
            profile.members,
        ).format(number=number(profile.members), place=thing_name(place, network))  # fmt: skip
    text = _region_lead(profile) if place.kind == "region" else _country_lead(place, profile, network)
    return f"{text} {_since(profile)}"


def _region_lead(profile: Profile) -> str:
    return ngettext(
        "{members} members in {number} country are listed in this region of UNESCO.",
        "{members} members in {number} countries are listed in this region of UNESCO.",
        profile.countries,
    ).format(members=number(profile.members), number=number(profile.countries))


def _country_lead(place: Thing, profile: Profile, network: Network) -> str:
    region = region_of(network, place)
    total = int((network.cities["region"] == region).sum())
    return ngettext(
        "{number} of the {total} members listed in {region} is here.",
        "{number} of the {total} members listed in {region} are here.",
        profile.members,
    ).format(number=number(profile.members), total=number(total), region=_(region))


def _since(profile: Profile) -> str:
    if profile.first_year is None:
        return _("No source gives a year of joining.")
    if profile.last_year == profile.first_year:
        return _("The year of joining is {year} wherever it is published.").format(year=profile.first_year)
    return _("Published years of joining run from {first} to {last}.").format(
        first=profile.first_year, last=profile.last_year
    )


def years_title(years: Sequence[YearCount]) -> str:
    """Return the finding of the columns by year of joining; a tie names every year that leads."""
    known = years[:-1]  # the unknown year is the last
    most = max((each.members for each in known), default=0)
    if not most:
        return _("No source gives a year of joining")
    best = [each.year for each in known if each.members == most]
    if len(best) == 1:
        return ngettext("{number} member joined in {year}", "Most joined in {year}: {number} members", most).format(
            number=number(most), year=best[0]
        )
    return ngettext("{years}: {number} member each", "{years}: {number} members each", most).format(
        years=listing(best), number=number(most)
    )


def years_alt(years: Sequence[YearCount]) -> str:
    """Return the columns by year of joining in words."""
    values = [
        _("{name}: {value}").format(name=year_label(each.year), value=number(each.members))
        for each in years
        if each.members
    ]
    return _("Members by year of joining. {values}.").format(values="; ".join(values))


def themes_title(themes: pd.DataFrame, profile: Profile, clusters: pd.DataFrame) -> str:
    """Return the finding: the theme stated most often."""
    if themes.empty:
        return _("No statement on their focus was found")
    return _("“{theme}” is stated most often, by {first} of the {covered} with a statement").format(
        theme=theme_label(themes["code"].iloc[0], clusters),
        first=number(int(themes["members"].iloc[0])),
        covered=number(profile.covered),
    )


def states_note(without: int) -> str:
    """Return how to read the list of Member States without a member."""
    return ngettext(
        "{number} Member State of UNESCO in this region has no member listed here. That does not prove that it has "
        "none: the list has gaps.",
        "{number} Member States of UNESCO in this region have no member listed here. That does not prove that they "
        "have none: the list has gaps.",
        without,
    ).format(number=number(without))
