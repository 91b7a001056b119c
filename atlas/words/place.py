"""What the page of a country or region says, in sentences made from its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.labels import in_region, sentence_case, theme_label, year_label
from atlas.model import NO_STATEMENT
from atlas.prepositions import in_country
from atlas.summaries.place import region_of
from atlas.wording import country_name, listing, ngettext, number, series
from atlas.wording import gettext as _
from atlas.words.names import thing_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.summaries.compare import Profile, Thing
    from atlas.summaries.members import YearCount
    from atlas.summaries.place import CountryCount

_IN_A_TITLE: Final = 3


# Above the page


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
        return _("Choose a country or a region to see all its members: where, since when, and what they work on.")
    if filtered:
        return ngettext(
            "{number} member {in_place} fits all filters.", "{number} members {in_place} fit all filters.",
            profile.members,
        ).format(number=number(profile.members), in_place=_in(place))  # fmt: skip
    text = _region_lead(profile) if place.kind == "region" else country_share(place, profile, network)
    return _("{first} {second}").format(first=text, second=_since(profile))


def _in(place: Thing) -> str:
    return in_region(place.code) if place.kind == "region" else in_country(place.code)


def _region_lead(profile: Profile) -> str:
    if not profile.members:
        return _("No member is listed in this region of UNESCO.")
    return ngettext(
        "{members} members in {number} country are listed in this region of UNESCO.",
        "{members} members in {number} countries are listed in this region of UNESCO.",
        profile.countries,
    ).format(members=number(profile.members), number=number(profile.countries))


def country_share(place: Thing, profile: Profile, network: Network) -> str:
    """Return how many of the members of its region a country has."""
    region = region_of(network, place)
    total = network.cities["region"].tolist().count(region)
    told = {
        "number": number(profile.members),
        "total": number(total),
        "in_region": in_region(region),
        "in_country": _in(place),
    }
    if profile.members == total:
        return ngettext(
            "The one member listed {in_region} is {in_country}.",
            "All {total} members listed {in_region} are {in_country}.",
            total,
        ).format(**told)
    return ngettext(
        "{number} of the {total} members listed {in_region} is {in_country}.",
        "{number} of the {total} members listed {in_region} are {in_country}.",
        profile.members,
    ).format(**told)


def _since(profile: Profile) -> str:
    if profile.period is None:
        return _("No source gives a year of joining.")
    first, last = profile.period
    if first == last:
        dated = profile.members - profile.undated
        if profile.undated:
            return ngettext(
                "{number} joined in {year}; for the others the year is not published.",
                "{number} joined in {year}; for the others the year is not published.",
                dated,
            ).format(number=number(dated), year=first)
        return ngettext("It joined in {year}.", "All joined in {year}.", dated).format(year=first)
    return _("Published years of joining run from {first} to {last}.").format(first=first, last=last)


def notices(place: Thing | None, selection: Selection, unknown: Collection[str], network: Network) -> list[str]:
    """Return what a visitor should know: Member States asked for that have no member, and two places at once.

    Parameters
    ----------
    place : Thing, optional
        The one country or region that the filters name.
    selection : Selection
        The filters.
    unknown : collection of str
        Countries that the link asks for and in which no member is listed.
    network : Network
        The whole network.
    """
    states = zip(network.member_states["iso3"], network.member_states["region"], strict=True)
    found = [
        _("{country} is a Member State of UNESCO {in_region}; no member is listed there.").format(
            country=country_name(iso3), in_region=in_region(region)
        )
        for iso3, region in states
        if iso3 in unknown
    ]
    several = [country_name(code) for code in selection["country"]] or [_(code) for code in selection["region"]]
    if place is None and several:
        found.append(
            _("The filters name {names}: choose one of them here, or compare them.").format(names=listing(several))
        )
    return found


# Numbers beside the map


def figures(profile: Profile, *, of_region: bool) -> list[tuple[int, str]]:
    """Return the numbers of the members shown, each with what it counts.

    Parameters
    ----------
    profile : Profile
        Numbers of the members shown.
    of_region : bool
        Whether they may lie in several countries.
    """
    members, countries, awarded = profile.members, profile.countries, profile.awarded
    dated = members - profile.undated
    found = [(members, ngettext("member shown", "members shown", members))]
    if of_region:
        found.append((countries, ngettext("country with a member shown", "countries with a member shown", countries)))
    return [
        *found,
        (dated, ngettext("has a published year of joining", "have a published year of joining", dated)),
        (
            profile.covered,
            ngettext("has a focus stated on a public page", "have a focus stated on a public page", profile.covered),
        ),
        (awarded, ngettext("has a Learning City Award", "have a Learning City Award", awarded)),
    ]


def whole_region(region: str) -> str:
    """Return the text of the link from a country to its region."""
    return _("The whole region: {region}").format(region=_(region))


# Charts


def years_title(years: Sequence[YearCount]) -> str:
    """Return the finding of the columns by year of joining, or empty text where the years tell none.

    Of a single year, or of years with one member each, nothing can be said that the list of members does not say.
    """
    known = {each.year: each.members for each in years[:-1] if each.members}  # the unknown year is the last
    total = sum(known.values())
    most = max(known.values(), default=total)
    if len(known) == 1 or most <= 1:
        return ""
    told = {"number": number(most), "total": number(total)}
    best = [year for year, members in known.items() if members == most]
    if len(best) == 1:
        return _("{number} of {total} joined in {year}, more than in any other year").format(year=best[0], **told)
    if len(best) > _IN_A_TITLE:
        return _("Never more than {number} members joined in a year").format(**told)
    return _("{years}: {number} members each, more than in any other year").format(years=listing(best), **told)


def years_subtitle() -> str:
    """Return what the columns by year of joining count."""
    return _("Members shown, by year of joining; hollow: year not published.")


def years_alt(years: Sequence[YearCount]) -> str:
    """Return the columns by year of joining in words."""
    values = [
        _("{name}: {value}").format(name=year_label(each.year), value=number(each.members))
        for each in years
        if each.members
    ]
    return _("Members by year of joining. {values}.").format(values=series(values))


def years_table(years: Sequence[YearCount]) -> pd.DataFrame:
    """Return the columns by year of joining as a table."""
    return pd.DataFrame(
        {
            _("Year of joining"): [sentence_case(year_label(each.year)) for each in years],
            _("Members"): [each.members for each in years],
        }
    )


def members_source() -> str:
    """Return where the members come from."""
    return _("Source: members listed in the Atlas.")


def themes_title(profile: Profile, clusters: pd.DataFrame) -> str:
    """Return the finding: the theme stated most often, or those that share that place."""
    if not profile.covered:
        return _("No statement on their focus was found")
    most = max(profile.themes.values(), default=profile.covered)
    best = [
        _("“{theme}”").format(theme=theme_label(code, clusters))
        for code, count in profile.themes.items()
        if count == most
    ]
    told = {"themes": listing(best), "first": number(most), "covered": number(profile.covered)}
    if len(best) == 1:
        return _("{themes} is stated most often, by {first} of the {covered} with a statement").format(**told)
    if 1 < len(best) <= _IN_A_TITLE:
        return _("{themes} are stated most often, each by {first} of the {covered} with a statement").format(**told)
    return ngettext(
        "What the {number} member with a statement works on", "What the {number} members with a statement work on",
        profile.covered,
    ).format(number=number(profile.covered))  # fmt: skip


def themes_subtitle() -> str:
    """Return what a bar of themes counts."""
    return _("Members that state a theme; each member counts once per theme. Hollow: no statement found.")


def themes_remark(count: int) -> str:
    """Return how many themes the table has."""
    return ngettext("The table has all {number} theme.", "The table has all {number} themes.", count).format(
        number=number(count)
    )


def themes_alt(codes: Iterable[str], profile: Profile, clusters: pd.DataFrame) -> str:
    """Return the bars of the themes drawn in words, and for how many members nothing was found."""
    counts = [(code, profile.themes[code]) for code in codes]
    values = [
        _("{name}: {value}").format(name=theme_label(code, clusters), value=number(count))
        for code, count in [*counts, (NO_STATEMENT, profile.members - profile.covered)]
    ]
    return _("Members by stated theme. {values}.").format(values=series(values))


def themes_table(profile: Profile, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return all themes as a table."""
    return pd.DataFrame(
        {
            _("Stated focus"): [sentence_case(theme_label(code, clusters)) for code in profile.themes],
            _("Members"): list(profile.themes.values()),
        }
    )


def themes_source() -> str:
    """Return where the themes come from."""
    return _("Source: statements on public pages, each with its link on the page “Data”.")


def countries_title(count: int) -> str:
    """Return what the bars of a region are.

    Parameters
    ----------
    count : int
        Countries with a member shown.
    """
    return ngettext("{number} country with a member", "{number} countries with members", count).format(
        number=number(count)
    )


def countries_subtitle() -> str:
    """Return what the bars of a region count."""
    return _("Members shown, by country.")


def countries_alt(countries: Sequence[CountryCount]) -> str:
    """Return the bars of a region in words."""
    values = [
        _("{name}: {value}").format(name=country_name(each.iso3), value=number(each.members)) for each in countries
    ]
    return _("Members by country. {values}.").format(values=series(values))


def countries_table(countries: Sequence[CountryCount]) -> pd.DataFrame:
    """Return the bars of a region as a table."""
    return pd.DataFrame(
        {
            _("Country"): [country_name(each.iso3) for each in countries],
            _("Members"): [each.members for each in countries],
        }
    )


# Lists


def states_title() -> str:
    """Return the heading of the Member States without a member."""
    return _("Member States without a member listed here")


def states_note(without: int) -> str:
    """Return how to read the list of Member States without a member."""
    if not without:
        return _("Every Member State of UNESCO in this region has a member listed here.")
    return ngettext(
        "{number} Member State of UNESCO in this region has no member listed here. That does not prove that it has "
        "none: the list has gaps.",
        "{number} Member States of UNESCO in this region have no member listed here. That does not prove that they "
        "have none: the list has gaps.",
        without,
    ).format(number=number(without))


def states_source() -> str:
    """Return where the Member States come from."""
    return _("Source: UNESCO’s Member States and regional groups; the filters do not apply.")


def awards_title(count: int) -> str:
    """Return the heading of the awards."""
    return ngettext("{number} Learning City Award", "{number} Learning City Awards", count).format(number=number(count))


def no_awards() -> str:
    """Return what stands where none of the members shown has an award."""
    return _("None of the members shown is among the cities listed with an award.")


def members_title(count: int) -> str:
    """Return the heading of the list of members."""
    return ngettext("The {number} member shown", "The {number} members shown", count).format(number=number(count))
