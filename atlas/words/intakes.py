"""What the figures of the intakes say, in sentences made from the same frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.labels import sentence_case, year_label
from atlas.model import REGIONS, UNKNOWN_YEAR
from atlas.wording import country_name, day, listing, ngettext, number, sort_key
from atlas.wording import gettext as _
from atlas.words.growth import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterable


def cohorts_title(cohorts: pd.DataFrame) -> str:
    """Return the finding: the largest year, and how many have no year."""
    dated = cohorts[cohorts["year"] != UNKNOWN_YEAR]
    undated = int(cohorts.loc[cohorts["year"] == UNKNOWN_YEAR, "listed"].sum())
    if not dated["listed"].sum():
        return _("No year of joining is published for these members")
    top = dated.loc[dated["listed"].idxmax()]
    if not undated:
        return _("The largest listed cohort is that of {year}").format(year=top["year"])
    return ngettext(
        "The largest listed cohort is that of {year}; for {number} member nobody published the year",
        "The largest listed cohort is that of {year}; for {number} members nobody published the year",
        undated,
    ).format(year=top["year"], number=number(undated))


def cohorts_alt(cohorts: pd.DataFrame) -> str:
    """Return the bars in words, listed and announced."""
    parts = []
    for row in cohorts.itertuples():
        year, listed = sentence_case(year_label(row.year)), number(row.listed)
        unannounced = pd.isna(row.announced)
        words = _("{year}: {listed}") if unannounced else _("{year}: {listed} of {announced} announced")
        announced = "" if unannounced else number(int(row.announced))
        parts.append(words.format(year=year, listed=listed, announced=announced))
    return _("Bars of members listed here by year of joining. {values}.").format(values="; ".join(parts))


def cohort_regions_title(rows: pd.DataFrame) -> str:
    """Return the finding: which region brought most of the newest members."""
    dated = rows[rows["year"] != UNKNOWN_YEAR]
    dated = dated[dated["members"] > 0]
    if dated.empty:
        return _("No year of joining is published for these members")
    newest = dated[dated["year"] == dated["year"].max()]
    top = newest.loc[newest["members"].idxmax()]
    if dated["region"].nunique() == 1:
        return _("Members listed in {region}, by year of joining").format(region=_(top["region"]))
    return _("Among the listed members of {year}, {region} has the most: {members} of {total}").format(
        total=number(int(newest["members"].sum())),
        year=top["year"],
        members=number(int(top["members"])),
        region=_(top["region"]),
    )


def cohort_regions_alt(rows: pd.DataFrame) -> str:
    """Return the matrix in words: the sum of each region."""
    totals = rows.groupby("region", sort=False)["members"].sum()
    parts = [_("{region}: {members}").format(region=_(region), members=number(int(n))) for region, n in totals.items()]
    return _("Small bars of members listed, by year of joining and region. Sums: {values}.").format(
        values="; ".join(parts)
    )


def gaps_title(gaps: pd.DataFrame) -> str:
    """Return the finding: the sum that misses the announced total by most."""
    worst = gaps.loc[gaps["gap"].idxmin()]
    return _("{before} and {added} make {expected}, but UNESCO announced {announced}").format(
        before=number(worst["before"]),
        added=number(worst["added"]),
        expected=number(worst["expected"]),
        announced=number(worst["announced"]),
    )


def gaps_alt(gaps: pd.DataFrame) -> str:
    """Return the sums in words."""
    parts = [
        _("{date}: {before} + {added} = {expected}, announced {announced}, {gap}").format(
            date=day(row.day),
            before=number(row.before),
            added=number(row.added),
            expected=number(row.expected),
            announced=number(row.announced),
            gap=gap_label(row.gap),
        )
        for row in gaps.itertuples()
    ]
    return _("Bars of the total before each intake and the cities added, beside the total announced. {values}.").format(
        values="; ".join(parts)
    )


def states_title(states: pd.DataFrame) -> str:
    """Return the finding: Member States without a listed member."""
    return _("{missing} of UNESCO’s {states} Member States have no member listed here").format(
        missing=number(int(states["missing"].sum())), states=number(int(states["states"].sum()))
    )


def states_note(*, listed: int, announced: int) -> str:
    """Return how many of the missing must be gaps of the list."""
    if announced <= listed:
        return ""
    return ngettext(
        "UNESCO announced members in {announced} countries and {listed} are listed here, so at least {number} of "
        "these "
        "Member States has a member that the list lacks.",
        "UNESCO announced members in {announced} countries and {listed} are listed here, so at least {number} of "
        "these "
        "Member States have a member that the list lacks.",
        announced - listed,
    ).format(announced=number(announced), listed=number(listed), number=number(announced - listed))


def states_alt(states: pd.DataFrame) -> str:
    """Return the Member States by region in words."""
    parts = [
        _("{region}: {reached} of {states}").format(
            region=_(row.region), reached=number(row.reached), states=number(row.states)
        )
        for row in states.itertuples()
    ]
    return _("Bars of Member States with a member listed here, by region. {values}.").format(values="; ".join(parts))


def names_of(codes: tuple[str, ...]) -> str:
    """Return countries as a sentence names them, in the order of the language."""
    return listing(sorted((country_name(code) for code in codes), key=sort_key))


def year_names(years: Iterable[str]) -> list[str]:
    """Return years of joining as a chart or a table begins a row with them."""
    return [sentence_case(year_label(year)) for year in years]


def cohort_region_headings(rows: pd.DataFrame) -> dict[str, str]:
    """Return a heading with its sum for each region that has members, in UNESCO's order."""
    totals = dict.fromkeys(REGIONS, 0)
    for region, members in zip(rows["region"], rows["members"].tolist(), strict=True):
        totals[region] += members
    return {region: "\n".join((_(region), number(total))) for region, total in totals.items() if total}


def gap_names(gaps: pd.DataFrame) -> list[str]:
    """Return the sum of each intake, beside the total announced."""
    return [
        _("{month}: {before} + {added} = {expected}, announced {announced}").format(
            month=day(row.day, style=MONTH),
            before=number(row.before),
            added=number(row.added),
            expected=number(row.expected),
            announced=number(row.announced),
        )
        for row in gaps.itertuples()
    ]


def gap_label(gap: int) -> str:
    """Return how far an announced total is from the sum, in words."""
    if gap == 0:
        return _("adds up")
    if gap < 0:
        return ngettext("{number} fewer", "{number} fewer", -gap).format(number=number(-gap))
    return ngettext("{number} more", "{number} more", gap).format(number=number(gap))


def states_texts(states: pd.DataFrame) -> list[str]:
    """Return what stands at the end of each region's bar."""
    return [
        _("{reached} of {states}").format(reached=number(reached), states=number(whole))
        for reached, whole in zip(states["reached"], states["states"], strict=True)
    ]
