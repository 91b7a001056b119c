"""How the network grew: published counts, intakes, and what does not add up.

Stock, admissions and the gap between them stay apart: no source lists the cities that left, so a running sum of
cohorts is never presented as the total.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from atlas.kept import once_per_network
from atlas.model import REGIONS, UNKNOWN_YEAR, rows
from atlas.wording import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from atlas.model import Network


def summarise_counts(milestones: pd.DataFrame) -> pd.DataFrame:
    """Return every published count of members, oldest first.

    Returns
    -------
    pandas.DataFrame
        The rows of ``milestones`` with a total, ``superseded_by`` as text, plus ``day`` (:class:`datetime.date`, the
        last day of an imprecise date) and ``voice``: ``"unesco"`` (UNESCO's own), ``"corrected"`` (UNESCO's own,
        corrected the same day) or ``"press"``.
    """
    counts = milestones.dropna(subset="cities_total").sort_values("sort_date", kind="stable").reset_index(drop=True)
    counts["day"] = [date.fromisoformat(day) for day in counts["sort_date"]]
    counts["superseded_by"] = _as_text(counts["superseded_by"])
    final = counts["is_official"] & (counts["superseded_by"] == "")
    corrected = counts["is_official"] & ~final & counts["sort_date"].isin(counts.loc[final, "sort_date"])
    counts["voice"] = "press"
    counts.loc[counts["is_official"], "voice"] = "unesco"
    counts.loc[corrected, "voice"] = "corrected"
    return counts


class Drop(NamedTuple):
    """A fall from one published count to the next."""

    before: date
    peak: int
    after: date
    trough: int
    note: str
    """What the data remark on the lower count."""


def largest_drop(counts: pd.DataFrame) -> Drop | None:
    """Return the largest fall from one published count to the next, whoever counted; None where there is none.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`summarise_counts` returns it.  A count of a year alone has no place in the order, and a corrected
        one was never a size.
    """
    placed = counts[(counts["date_precision"] != "year") & (counts["voice"] != "corrected")]
    in_order = [(int(total), day, note) for total, day, note in rows(placed, "cities_total", "day", "note")]
    drops = [
        Drop(before, peak, after, trough, note)
        for (peak, before, _note), (trough, after, note) in pairwise(in_order)
        if trough < peak
    ]
    return max(drops, key=lambda drop: drop.peak - drop.trough, default=None)


class Count(NamedTuple):
    """A published count with a day."""

    day: date
    total: int
    voice: str
    changed: bool
    """Whether later texts give another number."""


def known_counts(counts: pd.DataFrame, column: str) -> list[Count]:
    """Return the counts with a day, oldest first: one of which only the year is known has no place in time.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`summarise_counts` returns it.
    column : str
        ``"cities_total"`` or ``"countries_total"``.
    """
    columns = (counts[name] for name in ("day", column, "voice", "superseded_by"))
    known = counts[column].notna() & (counts["date_precision"] != "year")
    return [
        Count(day, int(total), voice, later != "")
        for each, day, total, voice, later in zip(known, *columns, strict=True)
        if each
    ]


def own_counts(known: Iterable[Count]) -> list[Count]:
    """Return UNESCO's own counts, the last one of each day."""
    return list({count.day: count for count in known if count.voice == "unesco"}.values())


def told_before(known: Sequence[Count], drop: Drop) -> list[Count]:
    """Return UNESCO's last count before a drop and what the press told from then on until the drop."""
    own = [count for count in known if count.voice == "unesco" and count.day <= drop.before][-1:]
    since = own[0].day if own else drop.before
    return [*own, *(count for count in known if count.voice == "press" and since < count.day <= drop.before)]


def breaks_at(own: Sequence[Count], drop: Drop | None) -> int:
    """Return the place of the first of UNESCO's own counts after a drop that was not seen by them, or 0."""
    places = range(1, len(own))
    return next((at for at in places if drop and own[at].day == drop.after and own[at - 1].day < drop.before), 0)


def _as_text(totals: pd.Series) -> pd.Series:
    """Return totals as text, empty where there is none."""
    return totals.astype("string").fillna("").astype(object)


def summarise_intakes(milestones: pd.DataFrame) -> pd.DataFrame:
    """Return the intakes that UNESCO announced with a number, oldest first.

    Returns
    -------
    pandas.DataFrame
        Columns ``year, day, cities_added, countries_added``; of two versions the corrected one.  The admission of
        cities of a single country is no intake of the network and is left out.
    """
    intakes = milestones[milestones["is_official"] & (milestones["countries_added"] > 1)]
    intakes = intakes.dropna(subset="cities_added").sort_values("sort_date", kind="stable")
    intakes = intakes.assign(
        year=intakes["sort_date"].str[:4],
        day=[date.fromisoformat(day) for day in intakes["sort_date"]],
        late=_as_text(intakes["superseded_by"]) == "",
    )
    last = intakes.sort_values(["sort_date", "late"], kind="stable").drop_duplicates("sort_date", keep="last")
    return last[["year", "day", "cities_added", "countries_added"]].reset_index(drop=True)


def summarise_cohorts(network: Network) -> pd.DataFrame:
    """Return members listed by year of joining, beside the intake that UNESCO announced.

    Returns
    -------
    pandas.DataFrame
        Columns ``year`` (text, ``UNKNOWN_YEAR`` last), ``listed`` and ``announced`` (nullable; missing where no
        number was published).  Years with neither are left out.
    """
    listed = Counter(cohort_years(network.cities).tolist())
    announced = _announced(network)
    years = sorted({*listed, *announced} - {UNKNOWN_YEAR})
    years += [UNKNOWN_YEAR] if UNKNOWN_YEAR in listed else []
    return pd.DataFrame(
        {
            "year": pd.Series(years, dtype="str"),
            "listed": pd.Series([listed[year] for year in years], dtype="int64"),
            "announced": pd.Series([announced.get(year) for year in years], dtype="Int64"),
        }
    )


@once_per_network
def _announced(network: Network) -> dict[str, int]:
    """Return how many cities UNESCO announced by year of the intake."""
    intakes = summarise_intakes(network.milestones)
    return dict(zip(intakes["year"].tolist(), intakes["cities_added"].tolist(), strict=True))


def cohort_years(cities: pd.DataFrame) -> pd.Series:
    """Return the year of joining of each member as text, ``UNKNOWN_YEAR`` where nobody published it."""
    years = [UNKNOWN_YEAR if year is pd.NA else str(year) for year in cities["joined_year"].tolist()]
    return pd.Series(years, index=cities.index, dtype="object")


def summarise_cohort_regions(cities: pd.DataFrame) -> pd.DataFrame:
    """Return members listed by year of joining and region (``year, region, members``), zeros included."""
    counts = Counter(zip(cohort_years(cities).tolist(), cities["region"].tolist(), strict=True))
    years = sorted({year for year, _region in counts})
    found = [(year, region, counts[year, region]) for year in years for region in REGIONS]
    return pd.DataFrame(found, columns=["year", "region", "members"])


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
    found = [
        _gap(own[own["day"] < intake.day].iloc[-1], intake.cities_added, own[own["day"] == intake.day].iloc[-1])
        for intake in summarise_intakes(milestones).itertuples()
        if (own["day"] < intake.day).any() and (own["day"] == intake.day).any()
    ]
    return pd.DataFrame(
        found, columns=["day", "before", "before_day", "added", "expected", "announced", "gap", "later", "note"]
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
    found = []
    for region in REGIONS:
        here = states[states["region"] == region]
        codes = tuple(sorted(here.loc[~here["reached"], "iso3"]))
        found.append((region, len(here), len(here) - len(codes), len(codes), codes))
    return pd.DataFrame(found, columns=["region", "states", "reached", "missing", "missing_codes"])


def summarise_first_members(cities: pd.DataFrame) -> pd.DataFrame:
    """Return since when, at the latest, each country has had one of the members listed here.

    Returns
    -------
    pandas.DataFrame
        Columns ``iso3, region, day`` (ISO date of the earliest ``member_by``) and ``names`` of the members known by
        that day; the earliest country first.
    """
    dated = cities[cities["member_by"] != ""]
    since: dict[str, str] = {}
    for iso3, day in rows(dated, "iso3", "member_by"):
        since[iso3] = min(day, since.get(iso3, day))
    first = dated[np.array([day == since[iso3] for iso3, day in rows(dated, "iso3", "member_by")], dtype=bool)]
    found = [(iso3, region, since[iso3], names) for iso3, region, names in _by_country(first)]
    found.sort(key=lambda row: (row[2], row[0]))
    return pd.DataFrame(found, columns=["iso3", "region", "day", "names"])


def members_on(cities: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the members that, as far as sources tell, were members by a day (``member_by`` not later)."""
    return cities[(cities["member_by"] != "") & (cities["member_by"] <= day.isoformat())]


def summarise_countries_on(cities: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the members of :func:`members_on` by country (``iso3, region, members, names``), the largest first."""
    found = [(iso3, region, len(names), names) for iso3, region, names in _by_country(members_on(cities, day))]
    found.sort(key=lambda row: (-row[2], row[0]))
    return pd.DataFrame(found, columns=["iso3", "region", "members", "names"])


def _by_country(cities: pd.DataFrame) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each country with its region and the names in order, without accents and case: Évry stands with E."""
    regions: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for iso3, region, name in rows(cities, "iso3", "region", "display_name"):
        regions.setdefault(iso3, region)
        found.setdefault(iso3, []).append(name)
    return ((iso3, regions[iso3], tuple(sorted(names, key=sort_key))) for iso3, names in found.items())
