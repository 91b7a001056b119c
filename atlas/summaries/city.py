"""What is known about one member, each fact with its source and its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas import labels
from atlas.addresses import host
from atlas.focus_codes import focus_codes, member_goals
from atlas.model import NETWORK_GOALS
from atlas.wording import country_name, day, listing, number, sort_key
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.model import Network

GEONAMES_PAGE: Final = "https://www.geonames.org/{geonameid}"


@dataclass(frozen=True)
class Fact:
    """One fact in words.

    Attributes
    ----------
    field : str
        Column of the data, for a correction.
    name, value : str
        What it is and what it says, in the visitor's language; unknown is said in words.
    date : str
        Year or day that the fact refers to, or empty text.
    source : str
        Address of the page that says so, or empty text.
    note : str
        What stands in place of a link: another kind of source, or why there is none.
    """

    field: str
    name: str
    value: str
    date: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Statement:
    """One stated focus: theme, the evidence as found (English), strength, year and page."""

    theme: str
    evidence: str
    strength: str
    year: str
    source: str
    mirrored: bool


def list_facts(network: Network, city_id: str) -> list[Fact]:
    """Return the facts about a member in the order in which people ask for them.

    Raises
    ------
    KeyError
        When the member is not listed.
    """
    city = network.cities.loc[city_id]
    return [*_names(city), *_membership(network, city), *_place(city), *_pages(city)]


def _names(city: pd.Series) -> Iterator[Fact]:
    yield Fact("city", _("Name as announced"), str(city["city"]), **_membership_page(city))
    if city["local_name"]:
        yield Fact("local_name", _("Local name"), str(city["local_name"]), note=_("no page recorded"))
    if former := former_names(city):
        yield Fact("aliases", _("Other and former names"), listing(former), note=_("no page recorded"))


def former_names(city: pd.Series, most: int = 5) -> list[str]:
    """Return other spellings in Latin letters that a reader would take for a name, the shortest few."""
    known = {sort_key(str(city[field])) for field in ("city", "display_name", "local_name")}
    names = {name for name in str(city["aliases"]).split("|") if name and name[0].isupper()}
    fresh = sorted((name for name in names if sort_key(name) not in known and len(name) > 3), key=sort_key)
    return fresh[:most]


def _membership(network: Network, city: pd.Series) -> Iterator[Fact]:
    page = _membership_page(city)
    if pd.isna(city["joined_year"]):
        yield Fact("joined_year", _("Joined"), _("not published"), **_not_later_than(city))
    else:
        yield Fact("joined_year", _("Joined"), str(city["joined_year"]), **page)
    yield Fact("evidence", _("Kind of proof"), labels.sentence_case(_(str(city["evidence"]))), **page)
    awards = network.awards[network.awards["city_id"] == city["city_id"]]
    for award in awards.itertuples():
        yield Fact("award", _("Award"), _(award.award), date=str(award.year), source=award.source_url)
    if awards.empty:
        yield Fact("award", _("Learning City Award"), _("none listed"))


def _membership_page(city: pd.Series) -> dict[str, str]:
    if city["source_mirror"] == "yes":
        return {"note": _("a copy of a UNESCO page, not linked")}
    return {"source": str(city["source_url"])}


def _not_later_than(city: pd.Series) -> dict[str, str]:
    if not city["member_by"]:
        return {}
    when = day(pd.Timestamp(str(city["member_by"])).date())
    said = _("named as a member by {date}").format(date=when)
    return {"date": said, "source": "" if city["source_mirror"] == "yes" else str(city["member_by_source"])}


def _place(city: pd.Series) -> Iterator[Fact]:
    yield Fact("country", _("Country"), country_name(str(city["iso3"])), note=_("UN short name"))
    yield Fact("region", _("Region"), _(str(city["region"])), note=_("regional group of UNESCO"))
    yield Fact("kind", _("Kind of member"), labels.sentence_case(_(str(city["kind"]))))
    precision = labels.sentence_case(_(str(city["precision"])))
    yield Fact("precision", _("The pin marks"), precision, note=_("placed with GeoNames"))
    yield from _population(city)


def _population(city: pd.Series) -> Iterator[Fact]:
    """Yield what a page states and, apart from it, what GeoNames gives for the town."""
    if pd.isna(city["population"]):
        yield Fact("population", _("Population"), _("not published"))
    else:
        year = _("year not stated") if pd.isna(city["population_year"]) else str(city["population_year"])
        source = str(city["population_source_url"])
        yield Fact("population", _("Population"), number(city["population"]), date=year, source=source)
    if not pd.isna(city["population_geonames"]):
        yield Fact(
            "population_geonames",
            _("Population in GeoNames"),
            number(city["population_geonames"]),
            date=_("undated"),
            source=GEONAMES_PAGE.format(geonameid=city["geonameid"]),
            note=_("for the town"),
        )


def _pages(city: pd.Series) -> Iterator[Fact]:
    for field, name in (("profile_url", _("Profile at UIL")), ("website", _("Website"))):
        address = str(city[field])
        yield Fact(field, name, host(address) if address else _("none found"), source=address)


def list_statements(network: Network, city_id: str) -> list[Statement]:
    """Return every stated focus of a member, the strong evidence first; weak statements are among them."""
    focus = network.focus[network.focus["city_id"] == city_id]
    focus = focus.assign(code=focus_codes(focus), weak=focus["strength"] == "weak").sort_values("weak", kind="stable")
    return [
        Statement(
            theme=labels.sentence_case(labels.theme_label(row["code"], network.clusters)),
            evidence=str(row["evidence"]),
            strength=labels.sentence_case(_(str(row["strength"]))),
            year="" if pd.isna(row["year"]) else str(row["year"]),
            source=str(row["source_url"]),
            mirrored=bool(row["mirror"]),
        )
        for _index, row in focus.iterrows()
    ]


def list_goals(network: Network, city_id: str) -> list[tuple[int, str]]:
    """Return the goals of a member beyond the network's own, each with its basis (``stated`` or ``mapped``)."""
    goals = member_goals(network)
    own = goals[(goals["city_id"] == city_id) & goals["sdg"].notna()].sort_values("sdg")
    pairs = zip(own["sdg"].astype(int), own["basis"].astype(str), strict=True)
    return [(goal, basis) for goal, basis in pairs if basis == "stated" or goal not in NETWORK_GOALS]


def summarise_standing(network: Network, city_id: str) -> pd.DataFrame:
    """Return where a member stands in its country, its region and the whole list, by time of joining only.

    Returns
    -------
    pandas.DataFrame
        Columns ``scope`` (``country``, ``region``, ``network``), ``members``, ``earlier``, ``same``, ``later`` and
        ``unknown`` (members whose year of joining nobody published); the member itself counts under ``same``, or
        under ``unknown``.  Without a year of its own it is neither earlier nor later than anyone: these are missing.
    """
    cities = network.cities
    city = cities.loc[city_id]
    scopes = {
        "country": cities["iso3"] == city["iso3"],
        "region": cities["region"] == city["region"],
        "network": pd.Series(True, index=cities.index),
    }
    rows = [
        {"scope": scope, **_joining(cities.loc[inside, "joined_year"], city["joined_year"])}
        for scope, inside in scopes.items()
    ]
    return pd.DataFrame(rows).astype(dict.fromkeys(("members", "earlier", "same", "later", "unknown"), "Int64"))


def _joining(years: pd.Series, own: int | None) -> dict[str, int | None]:
    counted: dict[str, int | None] = {"members": len(years), "unknown": int(years.isna().sum())}
    if pd.isna(own):
        return {**counted, "earlier": None, "same": None, "later": None}
    return {
        **counted,
        "earlier": int((years < own).sum()),
        "same": int((years == own).sum()),
        "later": int((years > own).sum()),
    }


def summarise_cohort(network: Network, city_id: str) -> pd.DataFrame:
    """Return the other members of a member's cohort, those of its own country and region first.

    Returns
    -------
    pandas.DataFrame
        Rows of ``cities``; empty when the year of joining is unknown.
    """
    cities = network.cities
    city = cities.loc[city_id]
    if pd.isna(city["joined_year"]):
        return cities.iloc[:0]
    mates = cities[(cities["joined_year"] == city["joined_year"]).fillna(False) & (cities.index != city_id)]
    near = (mates["iso3"] == city["iso3"]).astype(int) + (mates["region"] == city["region"]).astype(int)
    order = pd.DataFrame({"near": -near, "name": mates["display_name"].map(sort_key)}).sort_values(["near", "name"])
    return mates.loc[order.index]
