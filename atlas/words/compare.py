"""What a comparison says, in words: lead, facts side by side, charts and their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from atlas.labels import (
    in_region,
    population_label,
    sentence_case,
    theme_in_sentence,
    theme_label,
    year_label,
)
from atlas.model import UNKNOWN_YEAR
from atlas.population import population_of
from atlas.prepositions import in_country
from atlas.summaries.compare import shared_themes
from atlas.summaries.place import states_without_member
from atlas.wording import country_name, listing, ngettext, number, percent, pgettext, series
from atlas.wording import gettext as _
from atlas.words.names import option_name, thing_name, things_listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from atlas.model import Network
    from atlas.summaries.compare import Profile, Thing

_IN_A_SENTENCE: Final = 4
_IN_A_TITLE: Final = 3
_TIED: Final = 2
"""Years that lead together and are still named."""


# Above the comparison


def lead(profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the sentence above the comparison: what cities have in common, or how many members each thing has."""
    if not profiles:
        return _("Put two to six cities, countries or regions side by side, on the same scales and without a ranking.")
    if len(profiles) > 1 and all(thing.kind == "city" for thing in profiles):
        return _cities_lead(profiles, network)
    groups = {thing: each for thing, each in profiles.items() if thing.kind != "city"}
    if not groups:
        return lead({}, network)
    counts = [
        _("{number} {place}").format(
            number=number(each.members),
            place=in_region(thing.code) if thing.kind == "region" else in_country(thing.code),
        )
        for thing, each in groups.items()
    ]
    return _("Members listed: {values}.").format(values=series(counts))


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
    themes = listing([theme_in_sentence(code, network.clusters) for code in common])
    return (
        _("{names} all work on {themes}.").format(names=names, themes=themes)
        if len(profiles) > _TIED
        else _("{names} both work on {themes}.").format(names=names, themes=themes)
    )


# Facts side by side


class Cell(NamedTuple):
    """A fact about one thing: its text, and whether it tells anything that is not the same for every city."""

    text: str
    tells: bool = True


def side_by_side(profiles: Mapping[Thing, Profile], shown: Network, network: Network) -> dict[str, list[Cell]]:
    """Return each fact with one cell per thing, in the order chosen; what nobody published is said in its place.

    Parameters
    ----------
    profiles : mapping
        Numbers of each thing.
    shown : Network
        The members that the filters leave, to say which city they leave out.
    network : Network
        The whole network.
    """
    facts: dict[str, list[Cell]] = {}
    for thing, profile in profiles.items():
        for name, cell in _facts(thing, profile, shown, network).items():
            facts.setdefault(name, []).append(cell)
    return facts


def telling_facts(facts: Mapping[str, Sequence[Cell]]) -> dict[str, list[str]]:
    """Return the texts of the facts that tell something about one thing at least; the other rows carry nothing."""
    return {name: [cell.text for cell in cells] for name, cells in facts.items() if any(cell.tells for cell in cells)}


def comparison_table(
    facts: Mapping[str, Sequence[Cell]], codes: Sequence[str], profiles: Mapping[Thing, Profile], network: Network
) -> pd.DataFrame:
    """Return all facts and themes as a table: first column the fact, then one column per thing under its full name."""
    heads = [_("Fact"), *(option_name(thing, network) for thing in profiles)]
    rows = [[name, *(cell.text for cell in cells)] for name, cells in facts.items()]
    themes = [[label, *(mark.text for mark in marks)] for label, marks in theme_rows(codes, profiles, network)]
    return pd.DataFrame([*rows, *themes], columns=heads)


def _facts(thing: Thing, profile: Profile, shown: Network, network: Network) -> dict[str, Cell]:
    of_city = thing.kind == "city"
    return {
        _("What it is"): Cell(_what(thing, network)),
        _("Members listed"): _members(thing, profile, shown),
        _("Joined"): Cell(_joined_city(profile) if of_city else _joined_group(profile), profile.period is not None),
        _("Learning City Award"): Cell(
            _awards_city(profile) if of_city else _awards_group(profile), bool(profile.awards)
        ),
        _("Population"): _population_city(thing, network) if of_city else _population_group(profile),
        _("Member States without a member"): _states(thing, network),
    }


def _what(thing: Thing, network: Network) -> str:
    if thing.kind != "city":
        return _("country") if thing.kind == "country" else _("region of UNESCO")
    city = network.cities.loc[thing.code]
    return _("{kind} ({country})").format(kind=_(str(city["kind"])), country=country_name(str(city["iso3"])))


def _members(thing: Thing, profile: Profile, shown: Network) -> Cell:
    if thing.kind == "city":
        left_out = thing.code not in shown.cities.index
        text = _("is a member (a filter leaves it out elsewhere)") if left_out else _("is a member")
        return Cell(text, left_out)
    if thing.kind == "country" or not profile.members:
        return Cell(number(profile.members))
    return Cell(
        ngettext("{members} in {number} country", "{members} in {number} countries", profile.countries).format(
            members=number(profile.members), number=number(profile.countries)
        )
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


def _awards_city(profile: Profile) -> str:
    return ", ".join(profile.awards) or _("none listed")


def _awards_group(profile: Profile) -> str:
    if not profile.awarded:
        return _("none listed")
    return ngettext("{number} member ({years})", "{number} members ({years})", profile.awarded).format(
        number=number(profile.awarded), years=", ".join(profile.awards)
    )


def _population_city(thing: Thing, network: Network) -> Cell:
    population = population_of(network.cities.loc[thing.code])
    return Cell(population_label(population), population.value is not None)


def _population_group(profile: Profile) -> Cell:
    if not profile.populated:
        return Cell(_("not stated on any page"), tells=False)
    return Cell(
        _("stated on a page for {number} of {members}").format(
            number=number(profile.populated), members=number(profile.members)
        )
    )


def _states(thing: Thing, network: Network) -> Cell:
    if thing.kind != "region":
        return Cell(_("does not apply"), tells=False)
    return Cell(number(len(states_without_member(network, thing.code))))


# Years of joining


def years_title(profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the finding: in which year each thing gained the most members listed here."""
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
    return _("Members listed, by year of joining; every strip has the same scale. Hollow: year not published.")


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
    return pd.DataFrame(rows, columns=[_("Year of joining"), *(option_name(thing, network) for thing in profiles)])


def years_source() -> str:
    """Return where the years come from."""
    return _("Source: members listed in the Atlas.")


# Stated themes


class Mark(NamedTuple):
    """What is stated about one theme by one thing.

    Attributes
    ----------
    text : str
        In words.
    shown : str
        What stands in the cell: a dot for a city, a share for many members, or empty text where nothing is stated.
    share : float
        Part of the members with a statement, from 0 to 1.
    """

    text: str
    shown: str = ""
    share: float = 0.0


def themes_title(count: int) -> str:
    """Return what the rows are: themes that any of the things has."""
    return ngettext(
        "What they work on: {number} stated theme", "What they work on: {number} stated themes", count
    ).format(number=number(count))


def themes_subtitle(things: Iterable[Thing]) -> str:
    """Return how to read the rows."""
    cities = {thing.kind == "city" for thing in things}
    if cities == {True}:
        return _("Common themes first. ● stated by a page; blank: no statement found.")
    if cities == {False}:
        return _("Common themes first. Each share is that of the members with a statement.")
    return _(
        "Common themes first. ● stated by a page, for a city; for many members, the share of those with a statement; "
        "blank: no statement found."
    )


def theme_heads(profiles: Mapping[Thing, Profile], network: Network) -> list[tuple[str, str]]:
    """Return the heading of each column: the name, and of how many members its shares are."""
    return [(thing_name(thing, network), _denominator(thing, each)) for thing, each in profiles.items()]


def _denominator(thing: Thing, profile: Profile) -> str:
    if not profile.covered:
        return _("no statement found")
    if thing.kind == "city":
        return ""
    return _("{covered} of {members} with a statement").format(
        covered=number(profile.covered), members=number(profile.members)
    )


def theme_rows(
    codes: Iterable[str], profiles: Mapping[Thing, Profile], network: Network
) -> list[tuple[str, list[Mark]]]:
    """Return each theme with what is stated about it, one mark per thing in the order chosen."""
    return [
        (
            sentence_case(theme_label(code, network.clusters)),
            [_mark(thing, each, each.themes.get(code, 0)) for thing, each in profiles.items()],
        )
        for code in codes
    ]


def _mark(thing: Thing, profile: Profile, members: int) -> Mark:
    if not members:
        return Mark(_("no statement found"))
    if thing.kind == "city":
        return Mark(_("stated"), "●", 1.0)
    share = members / profile.covered
    text = _("{members} of {covered}").format(members=number(members), covered=number(profile.covered))
    return Mark(text, percent(share), share)


def no_themes() -> str:
    """Return what stands where none of the things has a stated theme."""
    return _("No statement on the focus was found for any of them.")


def themes_source() -> str:
    """Return where the themes come from."""
    return _("Source: statements on public pages, each with its link on the page “Data”.")
