"""What the figures of the page "Growth" say, in sentences made from the same frames."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pandas as pd

from atlas.charts.growth import MONTH, gap_label
from atlas.labels import sentence_case, year_label
from atlas.model import UNKNOWN_YEAR
from atlas.wording import country_name, day, listing, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from datetime import date


def when(row: pd.Series) -> str:
    """Return the date of a count as precisely as it was published."""
    if row["date_precision"] == "year":
        return str(row["date"])
    return day(row["day"], style=MONTH if row["date_precision"] == "month" else "long")


def _own(counts: pd.DataFrame) -> pd.DataFrame:
    return counts[counts["voice"] == "unesco"].drop_duplicates("sort_date", keep="last")


def lead(counts: pd.DataFrame, intakes: pd.DataFrame) -> str:
    """Return the sentence above the page."""
    own = _own(counts)
    first, last = own.iloc[0], own.iloc[-1]
    return _(
        "UNESCO counted {first} cities in {first_year} and {last} in {last_year}. The last intake brought {added} cities "
        "from {countries} countries; intakes do not add up to the total, since cities also leave."
    ).format(
        first=number(int(first["cities_total"])),
        first_year=first["day"].year,
        last=number(int(last["cities_total"])),
        last_year=last["day"].year,
        added=number(int(intakes["cities_added"].iloc[-1])),
        countries=number(int(intakes["countries_added"].iloc[-1])),
    )


def stock_title(counts: pd.DataFrame) -> str:
    """Return the finding: how many times larger, and the largest fall on the way."""
    own = _own(counts)
    fall = counts[counts["date_precision"] != "year"]["cities_total"].astype(int)
    peak, trough = _largest_fall(list(fall))
    return _("{first} cities became {last}, with a fall from {peak} to {trough} on the way").format(
        first=number(int(own["cities_total"].iloc[0])),
        last=number(int(own["cities_total"].iloc[-1])),
        peak=number(peak),
        trough=number(trough),
    )


def _largest_fall(values: list[int]) -> tuple[int, int]:
    pairs = list(zip(values, values[1:], strict=False))
    return max(pairs, key=lambda pair: pair[0] - pair[1])


def stock_notes(counts: pd.DataFrame) -> list[str]:
    """Return the conflicts between published totals, one sentence each, and what was noted on falls."""
    notes = []
    for _index, row in counts[counts["superseded_by"] != ""].iterrows():
        words = (
            _("{date}: first announced as {first}, corrected to {later}.")
            if row["voice"] == "corrected"
            else _("{date}: announced as {first}; later texts of UNESCO say {later}.")
        )
        notes.append(
            words.format(
                date=when(row), first=number(int(row["cities_total"])), later=number(int(row["superseded_by"]))
            )
        )
    final = counts[counts["voice"] != "corrected"]
    for _index, row in final[_falls(final) & final["is_official"] & (final["note"] != "")].iterrows():
        notes.append(_("{date}: {remark}.").format(date=when(row), remark=_(row["note"])))
    return notes


def _falls(counts: pd.DataFrame) -> pd.Series:
    """Return which counts are lower than the one published before them."""
    return (counts["cities_total"] < counts["cities_total"].shift(1)).fillna(False).astype(bool)


def stock_alt(counts: pd.DataFrame, events: pd.DataFrame) -> str:
    """Return the line in words."""
    parts = [
        _("{date}: {cities}").format(date=when(row), cities=number(int(row["cities_total"])))
        for _index, row in _own(counts).iterrows()
    ]
    return _(
        "Line of the cities that UNESCO counted. {values}. {press} counts in the press stand beside it. "
        "Conferences are marked: {conferences}."
    ).format(
        values="; ".join(parts),
        press=number(int((counts["voice"] == "press").sum())),
        conferences=listing([f"{_(row.city)} {row.day.year}" for row in events.itertuples()]),
    )


def countries_title(counts: pd.DataFrame) -> str:
    """Return the finding: how many countries the network reached."""
    own = _own(counts).dropna(subset="countries_total")
    first, last = own.iloc[0], own.iloc[-1]
    return _("The network reached {last} countries, up from {first} in {year}").format(
        last=number(int(last["countries_total"])), first=number(int(first["countries_total"])), year=first["day"].year
    )


def countries_alt(counts: pd.DataFrame) -> str:
    """Return the line of countries in words."""
    own = _own(counts).dropna(subset="countries_total")
    parts = [
        _("{date}: {countries}").format(date=when(row), countries=number(int(row["countries_total"])))
        for _index, row in own.iterrows()
    ]
    return _("Line of the countries with a member, as UNESCO counted them. {values}.").format(values="; ".join(parts))


def cohorts_title(cohorts: pd.DataFrame) -> str:
    """Return the finding: the largest year, and how many have no year."""
    dated = cohorts[cohorts["year"] != UNKNOWN_YEAR]
    undated = int(cohorts.loc[cohorts["year"] == UNKNOWN_YEAR, "listed"].sum())
    if not dated["listed"].sum():
        return _("No year of joining is published for these members")
    top = dated.loc[dated["listed"].idxmax()]
    if not undated:
        return _("Most of these members joined in {year}").format(year=top["year"])
    return ngettext(
        "Most members joined in {year}; for {number} nobody published the year",
        "Most members joined in {year}; for {number} nobody published the year",
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
    return _("Among the listed members of {year}, {region} has most: {members} of {total}").format(
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
        "UNESCO announced members in {announced} countries and {listed} are listed here, so at least {number} of these "
        "Member States has a member that the list lacks.",
        "UNESCO announced members in {announced} countries and {listed} are listed here, so at least {number} of these "
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
    return listing(sorted(country_name(code) for code in codes))


def count_sentence(row: pd.Series) -> str:
    """Return what was counted on a day, by UNESCO or as another page prints it."""
    host = (urlsplit(row["source_url"]).hostname or "").removeprefix("www.")
    return _count_words(own=row["voice"] != "press", with_countries=not pd.isna(row["countries_total"])).format(
        date=when(row),
        cities=number(int(row["cities_total"])),
        countries="" if pd.isna(row["countries_total"]) else number(int(row["countries_total"])),
        host=host,
    )


def _count_words(*, own: bool, with_countries: bool) -> str:
    if own and with_countries:
        return _("On {date} UNESCO counted {cities} cities in {countries} countries.")
    if own:
        return _("On {date} UNESCO counted {cities} cities.")
    if with_countries:
        return _("For {date}, {host} prints a count of {cities} cities in {countries} countries.")
    return _("For {date}, {host} prints a count of {cities} cities.")


def count_remarks(rows: pd.DataFrame) -> str:
    """Return what the data remark on the counts of a day."""
    texts = [_(text) for column in ("event", "note") for text in rows[column] if text]
    return " ".join(_("{remark}.").format(remark=text[:1].upper() + text[1:]) for text in dict.fromkeys(texts))


def members_sentence(on: date, *, members: int, shown: int) -> str:
    """Return how many of the members shown were members by a day."""
    return ngettext(
        "Of the {shown} members shown here, {members} was a member by {date}.",
        "Of the {shown} members shown here, {members} were members by {date}.",
        members,
    ).format(shown=number(shown), members=number(members), date=day(on))


def countries_sentence(countries: int) -> str:
    """Return in how many countries they are."""
    return ngettext("They are in {number} country.", "They are in {number} countries.", countries).format(
        number=number(countries)
    )
