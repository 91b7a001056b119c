"""What the figures of the page "Growth" say, in sentences made from the same frames."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.addresses import host
from atlas.wording import day, listing, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from datetime import date

MONTH: Final = "MMMM y"
"""CLDR pattern of a date without its day."""


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
        "UNESCO counted {first} cities in {first_year} and {last} in {last_year}. The last intake brought {added}"
        " cities "
        "from {countries} countries; intakes do not add up to the total, since cities also leave."
    ).format(
        first=number(int(first["cities_total"])),
        first_year=first["day"].year,
        last=number(int(last["cities_total"])),
        last_year=last["day"].year,
        added=number(int(intakes["cities_added"].iloc[-1])),
        countries=number(int(intakes["countries_added"].iloc[-1])),
    )


def glance_title(counts: pd.DataFrame) -> str:
    """Return the finding of the line on the overview: UNESCO's first and last count."""
    own = _own(counts)
    first, last = own.iloc[0], own.iloc[-1]
    return _("UNESCO counted {first} cities in {first_year} and {last} in {last_year}").format(
        first=number(int(first["cities_total"])),
        first_year=first["day"].year,
        last=number(int(last["cities_total"])),
        last_year=last["day"].year,
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
    return max(pairwise(values), key=lambda pair: pair[0] - pair[1])


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


def count_sentence(row: pd.Series) -> str:
    """Return what was counted on a day, by UNESCO or as another page prints it."""
    return _count_words(own=row["voice"] != "press", with_countries=not pd.isna(row["countries_total"])).format(
        date=when(row),
        cities=number(int(row["cities_total"])),
        countries="" if pd.isna(row["countries_total"]) else number(int(row["countries_total"])),
        host=host(row["source_url"]),
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


def press_label() -> str:
    """Return what the hollow diamonds are."""
    return _("counts in the press")


def conference_marks(events: pd.DataFrame) -> list[tuple[date, str]]:
    """Return the day of each conference, with its city and the awards given there in two lines."""
    return [
        (held, "\n".join(filter(None, (_(city), _awards(awards)))))
        for held, city, awards in zip(events["day"], events["city"], events["awards"].tolist(), strict=True)
    ]


def _awards(count: int) -> str:
    return ngettext("{number} award", "{number} awards", count).format(number=number(count)) if count else ""
