"""How the network grew: published counts, intakes, and what does not add up.

Stock, admissions and the gap between them stay apart: no source lists the cities that left, so a running sum of
cohorts is never presented as the total.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from atlas.model import REGIONS, UNKNOWN_YEAR
from atlas.wording import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atlas.model import Network


def summarise_counts(milestones: pd.DataFrame) -> pd.DataFrame:
    """Return every published count of members, oldest first.

    Returns
    -------
    pandas.DataFrame
        The rows of ``milestones`` with a total, plus ``day`` (:class:`datetime.date`, the last day of an imprecise
        date) and ``voice``: ``"unesco"`` (UNESCO's own), ``"corrected"`` (UNESCO's own, corrected the same day) or
        ``"press"``.
    """
    counts = milestones.dropna(subset="cities_total").sort_values("sort_date", kind="stable").reset_index(drop=True)
    counts["day"] = [date.fromisoformat(day) for day in counts["sort_date"]]
    final = counts["is_official"] & (counts["superseded_by"] == "")
    corrected = counts["is_official"] & ~final & counts["sort_date"].isin(counts.loc[final, "sort_date"])
    counts["voice"] = "press"
    counts.loc[counts["is_official"], "voice"] = "unesco"
    counts.loc[corrected, "voice"] = "corrected"
    return counts


def summarise_intakes(milestones: pd.DataFrame) -> pd.DataFrame:
    """Return the intakes that UNESCO announced with a number, oldest first.

    Returns
    -------
    pandas.DataFrame
        Columns ``year, day, cities_added, countries_added``; of two versions the corrected one.  The admission of
        cities of a single country is no intake of the network and is left out.
    """
    rows = milestones[milestones["is_official"] & (milestones["countries_added"] > 1)]
    rows = rows.dropna(subset="cities_added").sort_values("sort_date", kind="stable")
    rows = rows.assign(
        year=rows["sort_date"].str[:4],
        day=[date.fromisoformat(day) for day in rows["sort_date"]],
        late=rows["superseded_by"] == "",
    )
    last = rows.sort_values(["sort_date", "late"], kind="stable").drop_duplicates("sort_date", keep="last")
    return last[["year", "day", "cities_added", "countries_added"]].reset_index(drop=True)


def summarise_cohorts(network: Network) -> pd.DataFrame:
    """Return members listed by year of joining, beside the intake that UNESCO announced.

    Returns
    -------
    pandas.DataFrame
        Columns ``year`` (text, ``UNKNOWN_YEAR`` last), ``listed`` and ``announced`` (nullable; missing where no
        number was published).  Years with neither are left out.
    """
    listed = cohort_years(network.cities).value_counts()
    announced = summarise_intakes(network.milestones).set_index("year")["cities_added"]
    years = sorted({*listed.index, *announced.index} - {UNKNOWN_YEAR})
    years += [UNKNOWN_YEAR] if UNKNOWN_YEAR in listed.index else []
    return pd.DataFrame(
        {
            "year": years,
            "listed": [int(listed.get(year, 0)) for year in years],
            "announced": announced.reindex(years).astype("Int64").to_numpy(),
        }
    )


def cohort_years(cities: pd.DataFrame) -> pd.Series:
    """Return the year of joining of each member as text, ``UNKNOWN_YEAR`` where nobody published it."""
    return cities["joined_year"].astype("string").fillna(UNKNOWN_YEAR).astype("object")


def summarise_cohort_regions(cities: pd.DataFrame) -> pd.DataFrame:
    """Return members listed by year of joining and region (``year, region, members``), zeros included."""
    years = cohort_years(cities)
    counts = pd.DataFrame({"year": years, "region": cities["region"].astype(str)}).value_counts()
    rows = pd.MultiIndex.from_product([sorted(years.unique()), REGIONS], names=["year", "region"])
    return counts.reindex(rows, fill_value=0).rename("members").reset_index()


def summarise_gaps(milestones: pd.DataFrame) -> pd.DataFrame:
    """Return, for each intake, the total that simple addition would give and the one that UNESCO announced.

    Returns
    -------
    pandas.DataFrame
        Columns ``day, before, before_day, added, expected, announced, gap`` (announced less expected; negative where
        cities left), ``later`` (the total in later texts, or ``""``) and ``note``.  ``before`` is the newest of
        UNESCO's own counts before the intake.
    """
    counts = summarise_counts(milestones)
    own = counts[counts["voice"] == "unesco"].drop_duplicates("sort_date", keep="last")
    rows = [
        _gap(own[own["day"] < intake.day].iloc[-1], intake.cities_added, own[own["day"] == intake.day].iloc[-1])
        for intake in summarise_intakes(milestones).itertuples()
        if (own["day"] < intake.day).any() and (own["day"] == intake.day).any()
    ]
    return pd.DataFrame(
        rows, columns=["day", "before", "before_day", "added", "expected", "announced", "gap", "later", "note"]
    )


def _gap(before: pd.Series, added: int, after: pd.Series) -> Mapping[str, object]:
    expected = int(before["cities_total"]) + int(added)
    return {
        "day": after["day"],
        "before": int(before["cities_total"]),
        "before_day": before["day"],
        "added": int(added),
        "expected": expected,
        "announced": int(after["cities_total"]),
        "gap": int(after["cities_total"]) - expected,
        "later": after["superseded_by"],
        "note": after["note"],
    }


def summarise_events(events: pd.DataFrame, awards: pd.DataFrame) -> pd.DataFrame:
    """Return conferences, each with the Learning City Awards given at it, oldest first.

    Parameters
    ----------
    events, awards : pandas.DataFrame
        Tables of the whole network; ``awards`` those of members and of others.

    Returns
    -------
    pandas.DataFrame
        Columns ``day`` (:class:`datetime.date`), ``city, event, outcome, source_url`` and ``awards`` (the
        number of cities that received one).
    """
    conferences = events[events["kind"] == "conference"].sort_values("start_date")
    given = awards["year"].value_counts()
    return pd.DataFrame(
        {
            "day": [date.fromisoformat(day) for day in conferences["start_date"]],
            "city": conferences["city"].to_numpy(),
            "event": conferences["event"].to_numpy(),
            "outcome": conferences["outcome"].to_numpy(),
            "awards": [int(given.get(int(day[:4]), 0)) for day in conferences["start_date"]],
            "source_url": conferences["source_url"].to_numpy(),
        }
    )


def summarise_member_states(network: Network) -> pd.DataFrame:
    """Return UNESCO's Member States by region, with and without a member listed here.

    Returns
    -------
    pandas.DataFrame
        Columns ``region, states, reached, missing`` and ``missing_codes`` (tuple of ISO 3166-1 alpha-3 codes).
    """
    states = network.member_states.assign(reached=network.member_states["iso3"].isin(network.cities["iso3"]))
    rows = []
    for region in REGIONS:
        here = states[states["region"] == region]
        codes = tuple(sorted(here.loc[~here["reached"], "iso3"]))
        rows.append((region, len(here), len(here) - len(codes), len(codes), codes))
    return pd.DataFrame(rows, columns=["region", "states", "reached", "missing", "missing_codes"])


def summarise_first_members(cities: pd.DataFrame) -> pd.DataFrame:
    """Return since when, at the latest, each country has had one of the members listed here.

    Returns
    -------
    pandas.DataFrame
        Columns ``iso3, region, day`` (ISO date of the earliest ``member_by``) and ``names`` of the members known by
        that day; the earliest country first.
    """
    dated = cities[cities["member_by"] != ""].sort_values(["member_by", "display_name"], key=_sortable)
    first = dated.groupby("iso3", observed=True)["member_by"].transform("min")
    rows = dated[dated["member_by"] == first].groupby("iso3", observed=True)
    found = rows.agg(region=("region", "first"), day=("member_by", "first"), names=("display_name", tuple))
    return found.reset_index().astype({"iso3": str}).sort_values(["day", "iso3"], ignore_index=True)


def members_on(cities: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the members that, as far as sources tell, were members by a day (``member_by`` not later)."""
    return cities[(cities["member_by"] != "") & (cities["member_by"] <= day.isoformat())]


def summarise_countries_on(cities: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the members of :func:`members_on` by country (``iso3, region, members, names``), the largest first."""
    rows = members_on(cities, day).sort_values("display_name", key=_sortable).groupby("iso3", observed=True)
    found = rows.agg(region=("region", "first"), members=("city_id", "size"), names=("display_name", tuple))
    found = found.reset_index().astype({"iso3": str})
    return found.sort_values(["members", "iso3"], ascending=[False, True], ignore_index=True)


def _sortable(names: pd.Series) -> pd.Series:
    """Return names without accents and case, so that Évry stands with E."""
    return names.map(sort_key)
