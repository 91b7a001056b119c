"""What a comparison says, in words: lead and notices, facts side by side, charts and their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.labels import cluster_name, population_label, sentence_case, theme_label, year_label
from atlas.model import UNKNOWN_YEAR
from atlas.population import population_of
from atlas.summaries.compare import MOST, shared_themes
from atlas.summaries.place import states_without_member
from atlas.wording import country_name, listing, ngettext, number, pgettext, series
from atlas.wording import gettext as _
from atlas.words.names import option_name, thing_name, things_listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atlas.model import Network
    from atlas.summaries.compare import Profile, Thing, Wish

_IN_A_SENTENCE: Final = 4
_IN_A_TITLE: Final = 3
_IN_A_CELL: Final = 3
_TIED: Final = 2
"""Years that lead together and are still named."""


# Above the comparison


def lead(profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the sentence above the comparison: what cities have in common, or how many members each thing has."""
    if not profiles:
        return _("Put two to six cities, countries or regions side by side, on the same scales and without a ranking.")
    if len(profiles) > 1 and all(thing.kind == "city" for thing in profiles):
        return _cities_lead(profiles, network)
    parts = [
        ngettext("{name}: {number} member", "{name}: {number} members", each.members).format(
            name=thing_name(thing, network), number=number(each.members)
        )
        for thing, each in profiles.items()
        if thing.kind != "city" or len(profiles) == 1
    ]
    return _("Members listed here: {values}.").format(values=series(parts))


def _cities_lead(profiles: Mapping[Thing, Profile], network: Network) -> str:
    silent = [thing for thing, each in profiles.items() if not each.covered]
    if silent:
        return _("No statement on the focus was found for {names}, so common themes cannot be told.").format(
            names=things_listing(silent, network)
        )
    common = shared_themes(list(profiles.values()))[:_IN_A_SENTENCE]
    names = things_listing(profiles, network)
    if not common:
        return _("No stated theme is common to {names}.").format(names=names)
    themes = listing([_("“{theme}”").format(theme=theme_label(code, network.clusters)) for code in common])
    return _("What {names} have in common: {themes}.").format(names=names, themes=themes)


def suggestion_name(reason: str, things: Sequence[Thing], network: Network) -> str:
    """Return what an example compares."""
    return _("The five regions") if reason == "regions" else things_listing(things, network)


def suggestion_text(reason: str, network: Network) -> str:
    """Return why an example is worth a look."""
    if reason == "regions":
        return _("The regions of UNESCO: when their members joined and what they state.")
    if reason == "countries":
        return _("The two countries with the most members listed here.")
    name = _(cluster_name(reason.partition(":")[2], network.clusters))
    return _("Two members of the cluster “{cluster}”, from different regions of UNESCO.").format(cluster=name)


def notices(wish: Wish | None, things: Sequence[Thing], network: Network) -> list[str]:
    """Return what a visitor should know: mistakes of the link, one thing alone, and different kinds side by side."""
    found = []
    if wish:
        found += [
            _(
                "The link asks to compare “{item}”, which the Atlas does not know. It is ignored; the rest applies."
            ).format(item=text[:80])
            for text in wish.unknown
        ]
    if wish and wish.surplus:
        found.append(
            _("The link asks for more than {most} things; left out: {names}.").format(
                most=number(MOST), names=things_listing(wish.surplus, network)
            )
        )
    if len(things) == 1:
        found.append(_("Choose at least one more city, country or region to compare."))
    if len({thing.kind for thing in things}) > 1:
        found.append(
            _(
                "Different kinds stand side by side here: a city is one member, a country or a region counts many. "
                "Read shares of themes with the number of members under each name."
            )
        )
    return found


# Facts side by side


def side_by_side(profiles: Mapping[Thing, Profile], shown: Network, network: Network) -> dict[str, list[str]]:
    """Return each fact with one text per thing, in the order chosen; what nobody published is said in its place.

    Parameters
    ----------
    profiles : mapping
        Numbers of each thing.
    shown : Network
        The members that the filters leave, to say which city they leave out.
    network : Network
        The whole network.
    """
    facts: dict[str, list[str]] = {}
    for thing, profile in profiles.items():
        for name, text in _facts(thing, profile, shown, network).items():
            facts.setdefault(name, []).append(text)
    return facts


def side_by_side_table(facts: Mapping[str, Sequence[str]], things: Iterable[Thing], network: Network) -> pd.DataFrame:
    """Return the facts as a table: first column the fact, then one column per thing under its full name."""
    heads = [_("Fact"), *(option_name(thing, network) for thing in things)]
    return pd.DataFrame([[name, *texts] for name, texts in facts.items()], columns=heads)


def _facts(thing: Thing, profile: Profile, shown: Network, network: Network) -> dict[str, str]:
    of_city = thing.kind == "city"
    return {
        _("What it is"): _what(thing, network),
        _("Members listed"): _members(thing, profile, shown),
        _("Joined"): _joined_city(profile) if of_city else _joined_group(profile),
        _("Stated focus"): _focus_city(profile, network) if of_city else _focus_group(profile, network),
        _("Learning City Award"): _awards_city(profile) if of_city else _awards_group(profile),
        _("Population"): _population_city(thing, network) if of_city else _population_group(profile),
        _("Member States without a member"): _states(thing, network),
    }


def _what(thing: Thing, network: Network) -> str:
    if thing.kind != "city":
        return _("country") if thing.kind == "country" else _("region of UNESCO")
    city = network.cities.loc[thing.code]
    return _("{kind} ({country})").format(kind=_(str(city["kind"])), country=country_name(str(city["iso3"])))


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
    return profile.period[0] if profile.period else pgettext("year of joining", "not published")


def _joined_group(profile: Profile) -> str:
    if profile.period is None:
        return pgettext("year of joining", "not published")
    first, last = profile.period
    period = first if first == last else _("{first} to {last}").format(first=first, last=last)
    if not profile.undated:
        return period
    return _("{period}; not published for {undated} of {members}").format(
        period=period, undated=number(profile.undated), members=number(profile.members)
    )


def _focus_city(profile: Profile, network: Network) -> str:
    if not profile.covered:
        return _("no statement found")
    themes = [sentence_case(theme_label(code, network.clusters)) for code in profile.themes]
    return series(themes) or _("a goal (SDG), no theme")


def _focus_group(profile: Profile, network: Network) -> str:
    if not profile.covered:
        return _("no statement found")
    if not profile.themes:
        return _("found for {covered} of {members}: goals (SDG), no theme").format(
            covered=number(profile.covered), members=number(profile.members)
        )
    themes = listing([theme_label(code, network.clusters) for code in list(profile.themes)[:_IN_A_CELL]])
    return _("found for {covered} of {members}; most often {themes}").format(
        covered=number(profile.covered), members=number(profile.members), themes=themes
    )


def _awards_city(profile: Profile) -> str:
    return ", ".join(profile.awards) or _("none listed")


def _awards_group(profile: Profile) -> str:
    if not profile.awarded:
        return _("none listed")
    return ngettext("{number} member ({years})", "{number} members ({years})", profile.awarded).format(
        number=number(profile.awarded), years=", ".join(profile.awards)
    )


def _population_city(thing: Thing, network: Network) -> str:
    return population_label(population_of(network.cities.loc[thing.code]))


def _population_group(profile: Profile) -> str:
    if not profile.populated:
        return _("not stated on any page")
    return _("stated on a page for {number} of {members}").format(
        number=number(profile.populated), members=number(profile.members)
    )


def _states(thing: Thing, network: Network) -> str:
    if thing.kind != "region":
        return _("does not apply")
    return number(len(states_without_member(network, thing.code)))


# Years of joining


def years_title(profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the finding: in which year each thing gained the most members listed here."""
    if all(count <= 1 for each in profiles.values() for count in each.years.values()):
        return _("When each of them joined")
    peaks = [
        _("{name} in {year}").format(name=thing_name(thing, network), year=listing(years))
        for thing, each in profiles.items()
        if (years := _peak(each))
    ]
    if not peaks or len(profiles) > _IN_A_TITLE:
        return _("When their members joined")
    return _("Most members joined: {peaks}").format(peaks=series(peaks))


def _peak(profile: Profile) -> list[str]:
    """Return the years in which most joined; none for a single member, or when too many years are equal."""
    known = {year: members for year, members in profile.years.items() if year != UNKNOWN_YEAR}
    best = [year for year, members in known.items() if members == max(known.values())]
    return best if sum(known.values()) > 1 and len(best) <= _TIED else []


def years_subtitle() -> str:
    """Return what the strips count."""
    return _(
        "Members listed, by year of joining; every strip has the same scale. Hollow: year not published. "
        "Follows the filters."
    )


def years_alt(profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the strips in words."""
    parts = [
        _("{name}: {value}").format(name=thing_name(thing, network), value=_years(each) or _("none"))
        for thing, each in profiles.items()
    ]
    return _("Members by year of joining. {values}.").format(values=series(parts))


def _years(profile: Profile) -> str:
    dated = [
        _("{number} in {year}").format(number=number(members), year=year)
        for year, members in profile.years.items()
        if year != UNKNOWN_YEAR
    ]
    if profile.undated:
        dated.append(_("{number} without a published year").format(number=number(profile.undated)))
    return ", ".join(dated)


def years_table(years: Iterable[str], profiles: Mapping[Thing, Profile], network: Network) -> pd.DataFrame:
    """Return the strips as a table, one column per thing."""
    rows = [
        [sentence_case(year_label(year)), *(each.years.get(year, 0) for each in profiles.values())] for year in years
    ]
    return pd.DataFrame(rows, columns=[_("Year of joining"), *_heads(profiles, network)])


def years_source() -> str:
    """Return where the years come from."""
    return _("Source: members listed in the Atlas.")


def _heads(things: Iterable[Thing], network: Network) -> list[str]:
    return [option_name(thing, network) for thing in things]


# Stated themes


def themes_title(drawn: int, count: int) -> str:
    """Return what the columns of themes show.

    Parameters
    ----------
    drawn : int
        Themes drawn.
    count : int
        Themes that any of the things has.
    """
    if drawn < count:
        return _("What they work on: the first {drawn} of {number} stated themes").format(
            drawn=number(drawn), number=number(count)
        )
    return ngettext(
        "What they work on: {number} stated theme", "What they work on: {number} stated themes", count
    ).format(number=number(count))


def themes_subtitle() -> str:
    """Return what a bar is."""
    return _(
        "What pages say that members work on, common themes first; the table has all of them. A bar is the share of "
        "the members with a statement, whose number stands under each name; a full bar means all of them, or the one "
        "city."
    )


def theme_headings(profiles: Mapping[Thing, Profile], network: Network) -> dict[str, str]:
    """Return the heading of each column: the name, and of how many members its shares are."""
    return {str(thing): "\n".join((thing_name(thing, network), _denominator(each))) for thing, each in profiles.items()}


def _denominator(profile: Profile) -> str:
    if not profile.covered:
        return _("no statement found")
    return _("of {denominator}").format(denominator=number(profile.covered))


def themes_alt(codes: Sequence[str], profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the columns of themes in words.

    Parameters
    ----------
    codes : sequence of str
        The themes drawn, in their order.
    profiles : mapping
        Numbers of each thing.
    network : Network
        The whole network.
    """
    parts = []
    for thing, each in profiles.items():
        values = [
            _("{theme} {members} of {covered}").format(
                theme=theme_label(code, network.clusters),
                members=number(each.themes[code]),
                covered=number(each.covered),
            )
            for code in codes
            if code in each.themes
        ]
        value = ", ".join(values) or _("no statement found")
        parts.append(_("{name}: {value}").format(name=thing_name(thing, network), value=value))
    return _("Stated themes. {values}.").format(values=series(parts))


def themes_table(codes: Sequence[str], profiles: Mapping[Thing, Profile], network: Network) -> pd.DataFrame:
    """Return all themes as a table, one column per thing."""
    rows = [
        [
            sentence_case(theme_label(code, network.clusters)),
            *(each.themes.get(code, 0) for each in profiles.values()),
        ]
        for code in codes
    ]
    return pd.DataFrame(rows, columns=[_("Stated focus"), *_heads(profiles, network)])


def no_themes() -> str:
    """Return what stands where none of the things has a stated theme."""
    return _("No statement on the focus was found for any of them.")


def themes_source() -> str:
    """Return where the themes come from."""
    return _("Source: statements on public pages, each with its link on the page “Data”.")
