"""What is said about one member: its facts with their sources, its standing, and who is near it or works on a theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas import labels
from atlas.addresses import host
from atlas.focus_codes import focus_codes
from atlas.model import WEAK, rows
from atlas.population import population_of
from atlas.prepositions import in_country, of_name
from atlas.summaries import city as summary
from atlas.tables import vocabulary, worded
from atlas.wording import country_name, day, listing, ngettext, number, pgettext
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.model import Network
    from atlas.summaries.city import Goal

GEONAMES_PAGE: Final = "https://www.geonames.org/{geonameid}"


@dataclass(frozen=True)
class Fact:
    """One fact in words.

    Attributes
    ----------
    field : str
        Column of the data, for a correction.
    name, value : str
        What it is and what it says; unknown is said in words.
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
    """One stated focus: theme, the evidence as found (English), strength, year, page, and a note in place of a link."""

    theme: str
    evidence: str
    strength: str
    year: str
    source: str
    note: str


def member_name(network: Network, city_id: str) -> str:
    """Return the name of a member with its country."""
    name, country = _name(network, city_id)
    return _("{city}, {country}").format(city=name, country=country)


def _name(network: Network, city_id: str) -> tuple[str, str]:
    cities = network.cities
    return str(cities.at[city_id, "display_name"]), country_name(str(cities.at[city_id, "iso3"]))


def where(city: pd.Series) -> str:
    """Return country and region of a member."""
    return _("{country} · {region}").format(country=country_name(city["iso3"]), region=_(str(city["region"])))


def lead(network: Network, city_id: str) -> str:
    """Return what can be said about a member in two sentences."""
    first, second = membership(network, city_id), _themes_sentence(network, city_id)
    return _("{first} {second}").format(first=first, second=second)


def membership(network: Network, city_id: str) -> str:
    """Return since when a member is one, and among how many of its country."""
    city = network.cities.loc[city_id]
    beside = int((network.cities["iso3"] == city["iso3"]).sum())
    if pd.isna(city["joined_year"]):
        words = ngettext(
            "{city} is the only member listed {in_country}; its year of joining is not published.",
            "{city} is one of the {number} members listed {in_country}; its year of joining is not published.",
            beside,
        )
    else:
        words = ngettext(
            "{city} joined the network in {year} and is the only member listed {in_country}.",
            "{city} joined the network in {year} and is one of the {number} members listed {in_country}.",
            beside,
        )
    return words.format(
        city=city["display_name"],
        year=city["joined_year"],
        number=number(beside),
        in_country=in_country(str(city["iso3"])),
    )


def _themes_sentence(network: Network, city_id: str) -> str:
    """Return how many themes pages state; weak evidence counts here as little as where partners are sought."""
    focus = _focus_of(network, city_id)
    strong = ((kind, theme) for kind, theme, strength in rows(focus, "kind", "focus", "strength") if strength != WEAK)
    if themes := len(set(strong)):
        return ngettext(
            "Public pages state {number} theme of its work.", "Public pages state {number} themes of its work.", themes
        ).format(number=number(themes))
    if len(focus):
        return _("Of what it works on, there is weak evidence only.")
    return _("No statement about what it works on was found.")


def _focus_of(network: Network, city_id: str) -> pd.DataFrame:
    return network.focus[network.focus["city_id"] == city_id]


def list_facts(network: Network, city_id: str) -> list[Fact]:
    """Return the facts about a member in the order in which people ask for them.

    Raises
    ------
    KeyError
        When the member is not listed.
    """
    city = network.cities.loc[city_id]
    return [*_names(city), *_membership(network, city), *_place(city), *_population(city), *_pages(city)]


def _names(city: pd.Series) -> Iterator[Fact]:
    yield Fact("city", _("Name as announced"), str(city["city"]), **_membership_page(city))
    if city["local_name"]:
        yield Fact("local_name", _("Local name"), str(city["local_name"]), note=_("no page recorded"))
    if former := summary.former_names(city):
        yield Fact("aliases", _("Other and former names"), listing(former), note=_("no page recorded"))


def _membership(network: Network, city: pd.Series) -> Iterator[Fact]:
    page = _membership_page(city)
    named = _named_by(city) if pd.isna(city["joined_year"]) else page
    yield Fact("joined_year", _("Joined"), _joined(city), **named)
    yield Fact("evidence", _("Type of evidence"), labels.sentence_case(_(str(city["evidence"]))), **page)
    awards = network.awards[network.awards["city_id"] == city["city_id"]]
    for award, year, source in zip(awards["award"], awards["year"], awards["source_url"], strict=True):
        yield Fact("award", _("Award"), _(award), date=str(year), source=source)
    if awards.empty:
        yield Fact("award", _("Learning City Award"), _("none listed"))


def _joined(city: pd.Series) -> str:
    unknown = pd.isna(city["joined_year"])
    return pgettext("year of joining", "not published") if unknown else str(city["joined_year"])


def _membership_page(city: pd.Series) -> dict[str, str]:
    return {"note": _copied()} if city["source_mirror"] else {"source": str(city["source_url"])}


def _copied() -> str:
    return _("a copy of a UNESCO page, not linked")


def _named_by(city: pd.Series) -> dict[str, str]:
    """Return the day on which a member without a year of joining was named as one at the latest."""
    if not city["member_by"]:
        return {}
    when = day(pd.Timestamp(str(city["member_by"])).date())
    said = _("first named as a member on {date} or earlier").format(date=when)
    return {"date": said, "source": "" if city["source_mirror"] else str(city["member_by_source"])}


def _place(city: pd.Series) -> Iterator[Fact]:
    yield Fact("country", _("Country"), country_name(str(city["iso3"])), note=_("UN short name"))
    yield Fact("region", _("Region"), _(str(city["region"])), note=_("regional group of UNESCO"))
    yield Fact("kind", _("Kind of member"), labels.sentence_case(_(str(city["kind"]))))
    precision = labels.sentence_case(_(str(city["precision"])))
    note = "" if pd.isna(city["lat"]) else _("placed with GeoNames")
    yield Fact("precision", _("What the pin shows"), precision, note=note)


def _population(city: pd.Series) -> Iterator[Fact]:
    """Yield what a page states and, apart from it, what GeoNames gives for the town."""
    if pd.isna(city["population"]):
        yield Fact("population", _("Population"), pgettext("population", "not published"))
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
        yield Fact(field, name, host(address) or address or _("none found"), source=address)


def list_card_facts(network: Network, city_id: str) -> list[Fact]:
    """Return the few facts about a member that its card on the map has room for."""
    city = network.cities.loc[city_id]
    awards = network.awards.loc[network.awards["city_id"] == city_id, "year"].astype(str)
    page = _membership_page(city)
    return [
        Fact("joined_year", _("Joined"), _joined(city)),
        Fact("source_url", _("Source"), page.get("note", _("page that shows the membership")), **page),
        Fact("kind", _("Kind of member"), _kind_and_pin(city)),
        Fact("population", _("Population"), labels.population_label(population_of(city))),
        Fact("award", _("Learning City Award"), ", ".join(awards) or _("none listed")),
    ]


def _kind_and_pin(city: pd.Series) -> str:
    kind = labels.sentence_case(_(str(city["kind"])))
    if pd.isna(city["lat"]):
        return _("{kind}; it is not placed on the map").format(kind=kind)
    if city["precision"] == "ambiguous":
        return _("{kind}; the pin stands at the likeliest of several places of the same name").format(kind=kind)
    return _("{kind}; the pin stands at the {precision}").format(kind=kind, precision=_(str(city["precision"])))


def list_statements(network: Network, city_id: str) -> list[Statement]:
    """Return every stated focus of a member, the strong evidence first; weak statements are among them."""
    focus = _focus_of(network, city_id)
    told = rows(focus.assign(code=focus_codes(focus)), "strength", "code", "evidence", "year", "mirror", "source_url")
    return [
        Statement(
            theme=_theme(code, network),
            evidence=evidence,
            strength=labels.sentence_case(_(strength)),
            year="" if pd.isna(year) else str(year),
            source="" if mirror else address,
            note=_copied() if mirror else "",
        )
        for strength, code, evidence, year, mirror, address in sorted(told, key=lambda row: bool(row[0] == WEAK))
    ]


def list_themes(network: Network, city_id: str) -> list[tuple[str, str]]:
    """Return each theme that a member states once, a weak statement marked as such, with the address of its page."""
    focus = _focus_of(network, city_id)
    focus = focus.assign(code=focus_codes(focus)).drop_duplicates("code")
    return [
        (
            _("{theme} (weak statement)").format(theme=theme) if row.strength == WEAK else theme,
            "" if row.mirror else row.source_url,
        )
        for row in focus.itertuples()
        for theme in [_theme(row.code, network)]
    ]


def _theme(code: str, network: Network) -> str:
    return labels.sentence_case(labels.theme_label(code, network.clusters))


def goal_sentence(goal: Goal) -> str:
    """Return a goal with its basis: stated by the city, or mapped from a stated theme."""
    message = _("{goal} (stated)") if goal.stated else _("{goal} (mapped from a stated focus)")
    return message.format(goal=labels.sdg_label(goal.number))


def standing_headings() -> list[str]:
    """Return the headings of the counts in :func:`standing_rows`."""
    return [_("Members"), _("Earlier"), _("Same year"), _("Later"), _("Year unknown")]


def standing_rows(network: Network, city_id: str) -> list[tuple[str, list[str]]]:
    """Return when others joined, as rows: the scope, then the counts; none where the own year is not known."""
    city = network.cities.loc[city_id]
    if pd.isna(city["joined_year"]):
        return []
    names = {
        "country": country_name(city["iso3"]),
        "region": _(str(city["region"])),
        "network": _("The whole list"),
    }
    return [
        (names[scope], [number(count or 0) for count in counts])
        for scope, *counts in summary.list_standings(network, city_id)
    ]


def cohort_label(mates: int, year: int) -> str:
    """Return what the list of those that joined in the same year is."""
    return ngettext(
        "The other member that joined in {year}", "The other {number} members that joined in {year}", mates
    ).format(number=number(mates), year=year)


def neighbour_name(network: Network, city_id: str, kilometres: float) -> str:
    """Return the name of a member with its country and its distance."""
    name, country = _name(network, city_id)
    return _("{city}, {country}, {distance} km away").format(
        city=name, country=country, distance=number(round(kilometres))
    )


def measure_label(code: str) -> str:
    """Return what a measure of reach (``km`` or ``hours``) is for."""
    return {"km": _("For a meeting: distance"), "hours": _("For a webinar: time zones")}[code]


def measure_heading(code: str) -> str:
    """Return the heading of the column of a measure of reach (``km`` or ``hours``)."""
    return {"km": _("Kilometres"), "hours": _("Hours ahead")}[code]


def distance_sentence(name: str, found: int, km: int) -> str:
    """Return how many members lie within a distance."""
    told = {"km": number(km), "of_city": of_name(name)}
    if not found:
        return _("No other member lies within {km} km {of_city} in a straight line.").format(**told)
    return ngettext(
        "{number} member lies within {km} km {of_city} in a straight line; roads and rails are longer.",
        "{number} members lie within {km} km {of_city} in a straight line; roads and rails are longer.",
        found,
    ).format(number=number(found), **told)


def clocks_sentence(network: Network, name: str, found: int, hours: int) -> str:
    """Return how many members' clocks differ by at most some hours."""
    told = {"of_city": of_name(name), "hours": number(hours), "date": day(network.coverage.announced_on)}
    if not hours:
        if not found:
            return _("No other member has the same time of day ({date}).").format(**told)
        return ngettext(
            "{number} member has the same time of day ({date}).",
            "{number} members have the same time of day ({date}).",
            found,
        ).format(number=number(found), **told)
    if not found:
        return _("No other member’s clock is within {hours} h of the clock {of_city} ({date}).").format(**told)
    return ngettext(
        "{number} member’s clock is within {hours} h of the clock {of_city} ({date}).",
        "{number} members’ clocks are within {hours} h of the clock {of_city} ({date}).",
        found,
    ).format(number=number(found), **told)


def theme_sentence(found: int) -> str:
    """Return how many members state a focus."""
    if not found:
        return _("No member states this focus; weak evidence is left out.")
    return ngettext(
        "{number} member states this focus; weak evidence is left out.",
        "{number} members state this focus; weak evidence is left out.",
        found,
    ).format(number=number(found))


def evidence_table(network: Network, found: pd.DataFrame) -> pd.DataFrame:
    """Return statements (rows of ``network.focus``) as a table to read: who states it, what was found, and where."""
    return pd.DataFrame(
        {
            _("Member"): found["city_id"].map(network.cities["display_name"]),
            _("Country"): found["city_id"].map(network.cities["iso3"].astype(str)).map(country_name),
            _("What was found"): found["evidence"],
            _("Strength"): worded(found["strength"], vocabulary),
            _("Year"): found["year"],
            _("Source page"): found["source_url"].mask(found["mirror"], ""),
        }
    )
