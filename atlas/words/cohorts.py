"""What is said of the members listed by year of joining and by country, and of the Member States without one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from atlas.labels import in_region, sentence_case, year_label
from atlas.model import REGIONS, UNKNOWN_YEAR, rows
from atlas.wording import country_name, day, listing, ngettext, number, series, sort_key
from atlas.wording import gettext as _
from atlas.words import filtering
from atlas.words.years import most_joined

if TYPE_CHECKING:
    from collections.abc import Iterable


def source() -> str:
    """Return the source line of what counts listed members."""
    return _("Source: members listed in the Atlas.")


def cohorts_source(*, whole: bool) -> str:
    """Return the source line of members by year of joining, with announced intakes beside the whole list."""
    return _("Source: members listed in the Atlas; UNESCO and UIL.") if whole else source()


def year_names(years: Iterable[str]) -> list[str]:
    """Return years of joining as a chart or a table begins a row with them."""
    return [sentence_case(year_label(year)) for year in years]


def cohorts_title(cohorts: pd.DataFrame) -> str:
    """Return the finding: the year or years in which most joined, and for how many members no year is known."""
    listed = dict(rows(cohorts, "year", "listed"))
    finding, undated = most_joined(listed), listed.pop(UNKNOWN_YEAR, 0)
    if not undated or not any(listed.values()):
        return finding
    return _("{finding}; year of joining unknown for {number}").format(finding=finding, number=number(undated))


def cohorts_subtitle(*, whole: bool) -> str:
    """Return what the bars count: announced intakes stand only beside the whole list."""
    if whole:
        return _(
            "Solid: members listed here, by year of joining. Outline: cities that UNESCO announced as admitted, "
            "where it gave a number. Hatched: year not published."
        )
    return _("Members shown, by year of joining; hatched: year not published.")


def cohorts_remark(*, whole: bool) -> str:
    """Return that the bars follow the filters, and what is left out when these are set."""
    if whole:
        return filtering.apply()
    return _("Follows the filters; announced intakes are known for the whole network only and are left out.")


def announced_label() -> str:
    """Return what the outline round a bar is, beside its number."""
    return _("announced:")


def cohorts_alt(cohorts: pd.DataFrame) -> str:
    """Return the bars in words, listed and announced."""
    parts = []
    for year, listed, announced in rows(cohorts, "year", "listed", "announced"):
        words = _("{year}: {listed}") if announced is pd.NA else _("{year}: {listed} of {announced} announced")
        parts.append(
            words.format(
                year=sentence_case(year_label(year)),
                listed=number(listed),
                announced="" if announced is pd.NA else number(announced),
            )
        )
    return _("Bars of members listed here by year of joining. {values}.").format(values=series(parts))


def cohorts_table(cohorts: pd.DataFrame) -> pd.DataFrame:
    """Return members and announced intakes by year of joining."""
    return pd.DataFrame(
        {
            _("Year of joining"): year_names(cohorts["year"]),
            _("Members shown"): cohorts["listed"],
            _("Announced for the whole network"): cohorts["announced"],
        }
    )


def regions_title(table: pd.DataFrame) -> str:
    """Return the finding: which region brought most of the newest members."""
    dated = [row for row in rows(table, "year", "region", "members") if row[0] != UNKNOWN_YEAR and row[2]]
    if not dated:
        return _("No year of joining is published for these members")
    newest = max(year for year, _region, _members in dated)
    of_newest = {region: members for year, region, members in dated if year == newest}
    if len({region for _year, region, _members in dated}) == 1:
        return _("Members listed {in_region}, by year of joining").format(in_region=in_region(dated[0][1]))
    return _newest_words(newest, of_newest)


def _newest_words(year: str, members: dict[str, int]) -> str:
    """Return where the newest members are: all in one region, most in one, or as many in several."""
    first = [region for region in members if members[region] == max(members.values())]
    told = {
        "year": year,
        "total": number(sum(members.values())),
        "members": number(members[first[0]]),
        "regions": listing([in_region(region) for region in first]),
    }
    if len(members) == 1:
        return ngettext(
            "The only listed member of {year} is {regions}",
            "Each of the {total} listed members of {year} is {regions}",
            sum(members.values()),
        ).format(**told)
    if len(first) > 1:
        return _("{members} each of the {total} listed members of {year} are {regions}").format(**told)
    return _("{members} of the {total} listed members of {year} are {regions}, more than in any other region").format(
        **told
    )


def regions_subtitle() -> str:
    """Return what the small bars count."""
    return _(
        "Members shown, by year of joining and region, the sum of a region under its name. Some lists of new members "
        "are known only in part: compare years within a region, not regions within a year."
    )


def regions_alt(table: pd.DataFrame) -> str:
    """Return the matrix in words: the sum of each region."""
    parts = [
        _("{region}: {members}").format(region=_(region), members=number(total))
        for region, total in _totals(table).items()
    ]
    return _("Small bars of members listed, by year of joining and region. Sums: {values}.").format(
        values=series(parts)
    )


def region_headings(table: pd.DataFrame) -> dict[str, str]:
    """Return a heading with its sum for each region that has members, in UNESCO's order."""
    return {region: "\n".join((_(region), number(total))) for region, total in _totals(table).items() if total}


def _totals(table: pd.DataFrame) -> dict[str, int]:
    totals = dict.fromkeys(REGIONS, 0)
    for region, members in rows(table, "region", "members"):
        totals[region] += members
    return totals


def regions_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each year of joining and a column for each region."""
    wide = table.pivot(index="year", columns="region", values="members").reset_index()
    wide["year"] = year_names(wide["year"])
    return wide.rename(columns={"year": _("Year of joining"), **{name: _(name) for name in wide.columns[1:]}})


def states_title(states: pd.DataFrame) -> str:
    """Return the finding: Member States without a listed member."""
    missing, whole = int(states["missing"].sum()), int(states["states"].sum())
    if not missing:
        return _("All of UNESCO’s {states} Member States have a member listed here").format(states=number(whole))
    return ngettext(
        "{missing} of UNESCO’s {states} Member States has no member listed here",
        "{missing} of UNESCO’s {states} Member States have no member listed here",
        missing,
    ).format(missing=number(missing), states=number(whole))


def states_subtitle(*, listed: int, announced: int) -> str:
    """Return what the bars of Member States count, and how many of the missing must be gaps of the list."""
    counted = _(
        "UNESCO’s Member States by region, for the whole network: solid with a member listed here, hollow without."
    )
    return " ".join(filter(None, (counted, _states_note(listed=listed, announced=announced))))


def states_source() -> str:
    """Return where Member States and their regions come from."""
    return _("Source: UNESCO; members listed in the Atlas.")


def _states_note(*, listed: int, announced: int) -> str:
    if announced <= listed:
        return ""
    return ngettext(
        "UNESCO announced members in {announced} countries and {listed} are listed here, so at least {number} of these "
        "Member States has a member missing from our list.",
        "UNESCO announced members in {announced} countries and {listed} are listed here, so at least {number} of these "
        "Member States have a member missing from our list.",
        announced - listed,
    ).format(announced=number(announced), listed=number(listed), number=number(announced - listed))


def states_alt(states: pd.DataFrame) -> str:
    """Return the Member States by region in words."""
    parts = [
        _("{region}: {reached} of {states}").format(region=_(region), reached=number(reached), states=number(whole))
        for region, reached, whole in rows(states, "region", "reached", "states")
    ]
    return _("Bars of Member States with a member listed here, by region. {values}.").format(values=series(parts))


def states_texts(states: pd.DataFrame) -> list[str]:
    """Return what stands at the end of each region's bar."""
    return [
        _("{reached} of {states}").format(reached=number(reached), states=number(whole))
        for reached, whole in rows(states, "reached", "states")
    ]


def states_table(states: pd.DataFrame) -> pd.DataFrame:
    """Return Member States by region, with and without a member listed here."""
    return pd.DataFrame(
        {
            _("Region"): [_(region) for region in states["region"]],
            _("Member States"): states["states"],
            _("With a member"): states["reached"],
            _("Without"): states["missing"],
        }
    )


def states_without_label() -> str:
    """Return what the list of the missing Member States is called."""
    return _("Member States without a member")


def states_without(states: pd.DataFrame) -> list[tuple[str, int, str]]:
    """Return region, number and names of the Member States without a member listed here."""
    return [
        (_(region), len(codes), names_of(codes)) for region, codes in rows(states, "region", "missing_codes") if codes
    ]


def names_of(codes: tuple[str, ...]) -> str:
    """Return countries as a sentence names them, in the order of the language."""
    return listing(sorted((country_name(code) for code in codes), key=sort_key))


def first_members_label() -> str:
    """Return what the table of first members is called."""
    return _("Since when each country has a member")


def first_members_table(first: pd.DataFrame) -> pd.DataFrame:
    """Return each country with the day by which it had a member, and who that was."""
    return pd.DataFrame(
        {
            _("Country"): [country_name(code) for code in first["iso3"]],
            _("Member on or before"): [day(date.fromisoformat(when)) for when in first["day"]],
            _("First members listed"): [listing(names) for names in first["names"]],
        }
    )


def members_sentence(on: date, *, members: int, shown: int) -> str:
    """Return how many of the members shown were members by a day."""
    return _members_words(members, shown).format(shown=number(shown), members=number(members), date=day(on))


def _members_words(members: int, shown: int) -> str:
    if not members:
        return ngettext(
            "The member shown is not known to have been one by {date}.",
            "None of the {shown} members shown is known to have been one by {date}.",
            shown,
        )
    if members == shown:
        return ngettext(
            "The member shown was one by {date}.",
            "Each of the {shown} members shown was a member by {date}.",
            shown,
        )
    return ngettext(
        "{members} of the {shown} members shown was a member by {date}.",
        "{members} of the {shown} members shown were members by {date}.",
        members,
    )


def countries_sentence(countries: int) -> str:
    """Return in how many countries they are."""
    return ngettext("They are in {number} country.", "They are in {number} countries.", countries).format(
        number=number(countries)
    )


def members_on_note() -> str:
    """Return what the list of the members of a day holds and what it does not."""
    return _(
        "Follows the filters: choose a country to see its members by that date. “By” means on or before that date: for "
        "some members only a later mention is known. Cities that have left since are not in the list."
    )
