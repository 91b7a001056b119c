"""What a story says: titles of its steps, one message each, why a step is left out, what a speaker should know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.labels import in_region
from atlas.prepositions import in_country, of_name
from atlas.wording import day, listing, mark, ngettext, number, series
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from atlas.summaries.compare import Profile

TITLES: Final = {
    "title": mark("The learning cities"),
    "where": mark("Where we are"),
    "how": mark("How we got here"),
    "work": mark("What we work on"),
    "newest": mark("Newest members"),
    "awards": mark("Award winners"),
    "missing": mark("Who is missing"),
    "unknown": mark("What is still unknown"),
    "partners": mark("Partners to find"),
    "sources": mark("Sources and disclaimer"),
}
"""Titles of the steps by code, marked for translation."""

_NAMED: Final = 3
"""Members, countries or themes that a message names; of more it gives the number."""


def title(code: str) -> str:
    """Return what a step is called."""
    return _(TITLES[code])


def sentence(finding: str) -> str:
    """Return a finding, as it stands above a chart, as a sentence."""
    return _("{finding}.").format(finding=finding)


def handout_label() -> str:
    """Return the text of the button that makes the hand-out."""
    return _("Hand-out (HTML, to print)")


# Scopes


def network_name() -> str:
    """Return what the whole network is called."""
    return _("UNESCO Global Network of Learning Cities")


def nothing_to_tell() -> str:
    """Return why there is no story: no member fits."""
    return _("No member fits this choice, so there is nothing to tell: loosen a filter.")


def unknown_scope(text: str) -> str:
    """Return that nobody knows a scope."""
    return _("“{scope}” is no scope: use network, region:Africa, country:KOR or filter.").format(scope=text[:80])


def unknown_region(text: str, regions: Sequence[str]) -> str:
    """Return that nobody knows a region, and which ones there are."""
    return _("“{region}” is no region of UNESCO: use one of {regions}.").format(
        region=text[:80], regions=series(regions)
    )


def unknown_country(text: str) -> str:
    """Return that no member is listed in a country, or that it is none."""
    return _("No member is listed in “{country}”: use the ISO 3166-1 alpha-3 code of a country, such as KOR.").format(
        country=text[:80]
    )


# The message of each step


def opening(profile: Profile, place: str, dated: date) -> str:
    """Return what the story is about: how many members, where, and how old the data are.

    Parameters
    ----------
    profile : Profile
        Numbers of the members.
    place : str
        Where they are ("in Africa"), or empty text for the whole network.
    dated : datetime.date
        Day of the data.
    """
    words = _opening_words(profile.members, place=bool(place), countries=profile.countries)
    return words.format(
        number=number(profile.members), countries=number(profile.countries), in_place=place, date=day(dated)
    )


def _opening_words(members: int, *, place: bool, countries: int) -> str:
    if not place:
        return ngettext(
            "The Atlas lists {number} member of the UNESCO Global Network of Learning Cities, from public pages read "
            "up to {date}.",
            "The Atlas lists {number} members of the UNESCO Global Network of Learning Cities in {countries} "
            "countries, from public pages read up to {date}.",
            members,
        )
    if countries > 1:
        return _(
            "The Atlas lists {number} members of the UNESCO Global Network of Learning Cities in {countries} "
            "countries {in_place}, from public pages read up to {date}."
        )
    return ngettext(
        "The Atlas lists {number} member of the UNESCO Global Network of Learning Cities {in_place}, from public "
        "pages read up to {date}.",
        "The Atlas lists {number} members of the UNESCO Global Network of Learning Cities {in_place}, from public "
        "pages read up to {date}.",
        members,
    )


def chosen(members: int, whole: int, dated: date) -> str:
    """Return what a story of filters is about."""
    return ngettext(
        "{number} of the {whole} listed members of the UNESCO Global Network of Learning Cities fits this choice, from "
        "public pages read up to {date}.",
        "{number} of the {whole} listed members of the UNESCO Global Network of Learning Cities fit this choice, from "
        "public pages read up to {date}.",
        members,
    ).format(number=number(members), whole=number(whole), date=day(dated))


def spread(members: Mapping[str, int], *, of_regions: bool) -> str:
    """Return where most members are: in one place, in a few with as many, or everywhere alike.

    Parameters
    ----------
    members : mapping
        Members by region, or by country (ISO 3166-1 alpha-3); those without any left out.
    of_regions : bool
        Which of the two.
    """
    most = max(members.values())
    first = [code for code, count in members.items() if count == most]
    places = [in_region(code) if of_regions else in_country(code) for code in first[:_NAMED]]
    told = {
        "first": number(most),
        "total": number(sum(members.values())),
        "places": listing(places),
        "number": number(len(members)),
    }
    return _spread_words(len(members), len(first), of_regions=of_regions, total=sum(members.values())).format(**told)


def _spread_words(groups: int, first: int, *, of_regions: bool, total: int) -> str:
    if groups == 1:
        return ngettext("The only member is {places}.", "All {total} members are {places}.", total)
    if first == groups or first > _NAMED:
        return (
            _("The {total} members are spread over {number} regions, none with more than {first}.")
            if of_regions
            else _("The {total} members are spread over {number} countries, none with more than {first}.")
        )
    if first > 1:
        return _("With {first} of the {total} members each, more are {places} than anywhere else.")
    return (
        _("{first} of the {total} members are {places}, more than in any other region.")
        if of_regions
        else _("{first} of the {total} members are {places}, more than in any other country.")
    )


def newest(names: Sequence[str], total: int, year: int) -> str:
    """Return who joined last; ``names`` in the order told."""
    told = {"names": listing(names), "number": number(len(names)), "total": number(total), "year": year}
    if len(names) > _NAMED:
        return _("{number} of the {total} members joined in {year}, the latest year of joining.").format(**told)
    return ngettext(
        "The newest member is {names}, which joined in {year}.",
        "The newest members are {names}, which joined in {year}.",
        len(names),
    ).format(**told)


def awards(names: Sequence[str], members: int, since: int) -> str:
    """Return which members received the Learning City Award.

    Parameters
    ----------
    names : sequence of str
        The winners.
    members : int
        Members in all.
    since : int
        Year of the first of these awards.
    """
    told = {"names": listing(names), "number": number(len(names)), "total": number(members), "year": since}
    if len(names) > _NAMED:
        return _("{number} of the {total} members have received the UNESCO Learning City Award since {year}.").format(
            **told
        )
    return ngettext(
        "{names} has received the UNESCO Learning City Award.",
        "{names} have received the UNESCO Learning City Award.",
        len(names),
    ).format(**told)


def states_without(missing: int, states: int, region: str) -> str:
    """Return how many Member States of a region have no member listed here."""
    return ngettext(
        "{missing} of UNESCO’s {states} Member States {in_region} has no member listed here.",
        "{missing} of UNESCO’s {states} Member States {in_region} have no member listed here.",
        missing,
    ).format(missing=number(missing), states=number(states), in_region=in_region(region))


def gaps(missing: Mapping[str, int], members: int, name: str) -> str:
    """Return what nobody has published.

    Parameters
    ----------
    missing : mapping
        How many members lack a fact, by the name of the fact; facts that nobody lacks left out.
    members : int
        Members in all.
    name : str
        The member, where it is the only one.
    """
    if members == 1:
        return _("Still unknown for {city}: {facts}.").format(city=name, facts=listing(list(missing)))
    facts = [_("{fact} ({number})").format(fact=fact, number=number(count)) for fact, count in missing.items()]
    return _("Still unknown among the {total} members: {facts}.").format(total=number(members), facts=listing(facts))


def match(pair: tuple[tuple[str, str], tuple[str, str]], reasons: str) -> str:
    """Return which pair fits best, and why.

    Parameters
    ----------
    pair : ((str, str), (str, str))
        Name and country of the two.
    reasons : str
        What they have in common, as part of a sentence.
    """
    city, partner = (_("{city} ({country})").format(city=name, country=country) for name, country in pair)
    return _("{city} and {partner} have most in common across borders: {reasons}.").format(
        city=city, partner=partner, reasons=reasons
    )


def pages(members: int, sites: int) -> str:
    """Return on how many sites the members rest; copies on sites nobody should be sent to are no site."""
    told = {"members": number(members), "sites": number(sites)}
    if not sites:
        return ngettext(
            "The member listed rests on a copy of a UNESCO page.",
            "The {members} members listed rest on copies of UNESCO pages.",
            members,
        ).format(**told)
    if members == 1:
        return _("The member listed rests on a public page.")
    return ngettext(
        "The {members} members listed rest on public pages of {sites} website.",
        "The {members} members listed rest on public pages of {sites} websites.",
        sites,
    ).format(**told)


def single_focus(city: str, themes: int) -> str:
    """Return how many themes pages state of the one member of which any is known."""
    return ngettext(
        "Public pages state {number} theme of the work {of_city}.",
        "Public pages state {number} themes of the work {of_city}.",
        themes,
    ).format(number=number(themes), of_city=of_name(city))


# Why a step is left out


def one_member_no_growth(year: int | None) -> str:
    """Return why the growth of a single member is not told."""
    if year is None:
        return _("With a single member there is no growth to show, and its year of joining is not published.")
    return _("With a single member there is no growth to show; it joined in {year}.").format(year=year)


def no_year() -> str:
    """Return why nothing hangs on years."""
    return _("No source gives a year of joining for these members.")


def one_year(year: int) -> str:
    """Return why nobody is the newest."""
    return _("All that have a published year joined in {year}, so none is newer than the others.").format(year=year)


def one_member() -> str:
    """Return why nobody is the newest among one."""
    return _("There is only one member.")


def no_focus() -> str:
    """Return why themes are not told."""
    return _("No statement was found on what these members work on, which does not mean that they have no focus.")


def no_award() -> str:
    """Return why awards are not told."""
    return _("None of these members is among the cities listed with a Learning City Award.")


def nobody_missing(region: str) -> str:
    """Return why no Member State is named as missing; of the whole network if there is no region."""
    if not region:
        return _("Every Member State of UNESCO has a member listed here.")
    return _("Every Member State of UNESCO {in_region} has a member listed here.").format(in_region=in_region(region))


def nothing_unknown() -> str:
    """Return why no gap is told."""
    return _("Year of joining, focus, population and position are known for each of these members.")


def no_pair() -> str:
    """Return why no partners are named."""
    return _("No work in common with a member of another country is known, so no pair is named here.")


def left_out_title() -> str:
    """Return what stands above the steps that are left out."""
    return _("What this story leaves out, and why")


def more_rows(number_of_rows: int) -> str:
    """Return how many rows a slide has no room for."""
    return ngettext(
        "and {number} more, listed in the hand-out", "and {number} more, listed in the hand-out", number_of_rows
    ).format(number=number(number_of_rows))
