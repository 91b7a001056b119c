"""The network year by year, as the replay tells it: who joined, and what happened in the whole network."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from atlas.kept import once_per_network
from atlas.model import UNKNOWN_YEAR, rows
from atlas.summaries.growth import cohort_years, summarise_counts, summarise_events, summarise_intakes

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from atlas.model import Network

T = TypeVar("T")


class Year(NamedTuple):
    """What happened in a year; the filters do not change it.

    Attributes
    ----------
    year : int
        The year.
    conferences : tuple
        Name and city of each conference.
    awards : int
        Learning City Awards given at them.
    intakes : tuple
        Cities and countries of each intake that UNESCO announced.
    counted : int, optional
        The last count that UNESCO itself published in the year.
    later : str
        The same count in later texts, where they differ.
    """

    year: int
    conferences: tuple[tuple[str, str], ...] = ()
    awards: int = 0
    intakes: tuple[tuple[int, int], ...] = ()
    counted: int | None = None
    later: str = ""


@once_per_network
def summarise_years(network: Network) -> list[Year]:
    """Return every year from the first event, count or member to the last, also those in which nothing happened."""
    joined = {int(year) for year in cohort_years(network.cities).tolist() if year != UNKNOWN_YEAR}
    events = summarise_events(network.events, network.all_awards)
    held = _by_year((day.year, (event, city)) for day, event, city in rows(events, "day", "event", "city"))
    awards = {day.year: given for day, given in rows(events, "day", "awards")}  # counted by year already
    announced = summarise_intakes(network.milestones)
    intakes = _by_year(
        (int(year), (int(cities), int(countries)))
        for year, cities, countries in rows(announced, "year", "cities_added", "countries_added")
    )
    counted = _counted(network)
    known = {*joined, *held, *intakes, *counted}
    return [
        Year(year, held.get(year, ()), awards.get(year, 0), intakes.get(year, ()), *counted.get(year, (None, "")))
        for year in range(min(known, default=0), max(known, default=-1) + 1)
    ]


def _by_year(found: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    years: dict[int, tuple[T, ...]] = {}
    for year, each in found:
        years[year] = (*years.get(year, ()), each)
    return years


def _counted(network: Network) -> dict[int, tuple[int, str]]:
    counts = summarise_counts(network.milestones)
    own = counts[counts["voice"] == "unesco"]
    return {
        day.year: (int(total), later) for day, total, later in rows(own, "day", "cities_total", "superseded_by")
    }  # in order of time: the last of a year stays


class Joined(NamedTuple):
    """Members listed by year of joining: in the year, and up to its end."""

    code: str
    joined: int
    so_far: int


def summarise_joined(years: Iterable[Year], cities: pd.DataFrame) -> list[Joined]:
    """Return how many of some members joined in each year and up to it; those without a year stand last and apart.

    Parameters
    ----------
    years : iterable of Year
        As :func:`summarise_years` returns them.
    cities : pandas.DataFrame
        The members.

    Returns
    -------
    list of Joined
        The last row is ``UNKNOWN_YEAR`` where a member has no published year; its ``so_far`` is all members.
    """
    counts, found, so_far = Counter(cohort_years(cities).tolist()), [], 0
    for code in [*(str(each.year) for each in years), UNKNOWN_YEAR]:
        joined = counts[code]
        so_far += joined
        if joined or code != UNKNOWN_YEAR:
            found.append(Joined(code, joined, so_far))
    return found
