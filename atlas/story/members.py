"""The steps about the members themselves: how many, where, who joined last, who won, and where all that comes from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from atlas import credits
from atlas.addresses import host
from atlas.model import rows
from atlas.story.model import LeftOut, Source, Step, Table, columns
from atlas.story.pictures import Bars, Points, Series
from atlas.summaries.place import list_awards, summarise_countries
from atlas.wording import country_name, number, sort_key
from atlas.wording import gettext as _
from atlas.words import place as place_words
from atlas.words import story as words
from atlas.words import story_notes as notes
from atlas.words.city import membership
from atlas.words.pictures import map_alt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from atlas.model import Network
    from atlas.story.model import Kind
    from atlas.story.telling import Telling
    from atlas.summaries.place import Award

_NAMED: Final = 12
"""Members that a map names at most, where they are what it is about."""


def make_title(telling: Telling) -> Step:
    """Return the step that opens a story: what it is about, with date and coverage."""
    whole, profile = telling.network, telling.profile
    dated = credits.version_date(whole.version)
    if telling.scope.kind == "filter":
        message = words.chosen(profile.members, len(whole), dated)
    else:
        message = words.opening(profile, telling.where, dated)
    coverage = whole.coverage
    announced = (coverage.announced, coverage.announced_countries, coverage.announced_on)
    counted = notes.figures(profile, announced if telling.is_network else None)
    return Step(
        code="title",
        title=telling.scope.name(whole),
        message=message,
        definition=credits.coverage_sentence(coverage),
        picture=None,
        table=Table(columns(notes.figures_heads(), ("text", "number")), tuple(counted)),
        sources=(Source(credits.members_credit(), credits.NETWORK_URL), announcement(whole)),
        notes=(credits.independence(), notes.where_note()),
    )


def announcement(network: Network) -> Source:
    """Return the page of UNESCO's newest count."""
    counts = network.milestones[network.milestones["is_official"]].dropna(subset="cities_total")
    newest = counts.sort_values("sort_date", kind="stable").iloc[-1]
    return Source(notes.count_of(network.coverage.announced_on), str(newest["source_url"]))


def make_where(telling: Telling) -> Step:
    """Return the step of the map."""
    groups, of_regions = _groups(telling)
    return Step(
        code="where",
        title=words.title("where"),
        message=_where_message(telling, groups, of_regions=of_regions),
        definition=notes.map_definition(),
        picture=Points(telling.places, named=_few(telling)) if telling.places else None,
        table=_where_table(telling, groups, of_regions=of_regions),
        alt=map_alt(telling.thing, telling.summary),
        sources=(Source(credits.places_credit(), credits.GEONAMES_URL), outlines()),
        notes=tuple(
            filter(None, (notes.where_note(), notes.unplaced_note(telling.unplaced), credits.map_disclaimer()))
        ),
    )


def _where_message(telling: Telling, groups: Mapping[str, int], *, of_regions: bool) -> str:
    if telling.profile.members == 1:
        return membership(telling.network, str(telling.members.cities.index[0]))
    if telling.scope.kind == "country" and telling.thing:
        return place_words.country_share(telling.thing, telling.profile, telling.network)
    return words.spread(groups, of_regions=of_regions)


def outlines() -> Source:
    """Return where the outlines of a map come from."""
    return Source(credits.outlines_credit(), credits.UN_GEODATA_URL)


def _groups(telling: Telling) -> tuple[dict[str, int], bool]:
    """Return the members by region, or by country where they lie in one region; and which of the two it is."""
    regions = {each.region: each.members for each in telling.summary.regions if each.members}
    if len(regions) > 1:
        return regions, True
    (region,) = regions
    return {each.iso3: each.members for each in summarise_countries(telling.members)[region]}, False


def _few(telling: Telling) -> tuple[str, ...]:
    return tuple(place.city_id for place in telling.places) if len(telling.places) <= _NAMED else ()


def _where_table(telling: Telling, groups: Mapping[str, int], *, of_regions: bool) -> Table:
    """Return members by region or by country; of one country all of them, each with its page."""
    if of_regions:
        countries = {each.region: each.countries for each in telling.summary.regions}
        heads = columns((_("Region"), _("Members"), _("Countries")), ("text", "number", "number"))
        return Table(heads, tuple((_(name), count, countries[name]) for name, count in groups.items()))
    if len(groups) > 1:
        heads = columns((_("Country"), _("Members")), ("text", "number"))
        return Table(heads, tuple((country_name(code), count) for code, count in groups.items()))
    return member_table(telling.members.cities, "city", "year", "source")


def member_table(cities: pd.DataFrame, *told: str) -> Table:
    """Return members by country and name.

    Parameters
    ----------
    cities : pandas.DataFrame
        The members.
    *told : str
        The columns: any of ``country``, ``city``, ``year`` (of joining) and ``source`` (the page that shows a member as
        one; copies of pages are not linked).
    """
    heads = {"country": _("Country"), "city": _("City"), "year": _("Year of joining"), "source": _("Source")}
    named = ("display_name", "iso3", "joined_year", "source_url", "source_mirror")
    found: list[dict[str, str | None]] = [
        {
            "country": country_name(iso3),
            "city": str(name),
            "year": _known(year),
            "source": None if mirrored else str(address) or None,
        }
        for name, iso3, year, address, mirrored in rows(cities, *named)
    ]
    found.sort(key=lambda row: (sort_key(str(row["country"])), sort_key(str(row["city"]))))
    kinds: list[Kind] = ["address" if each == "source" else "text" for each in told]
    return Table(
        columns([heads[each] for each in told], kinds), tuple(tuple(row[each] for each in told) for row in found)
    )


def _known(year: object) -> str | None:
    """Return a year as text: it is a name of a time, and no number that a language would group."""
    return str(year) if isinstance(year, int) else None


def make_newest(telling: Telling) -> Step | LeftOut:
    """Return the step of those who joined last."""
    years = [int(each.year) for each in telling.summary.years[:-1] if each.members]
    if reason := _no_newest(telling, years):
        return LeftOut("newest", words.title("newest"), reason)
    cities = telling.members.cities
    cohort = cities[(cities["joined_year"] == years[-1]).fillna(value=False).to_numpy(dtype=bool)]
    cohort = cohort.loc[sorted(cohort.index, key=lambda each: sort_key(str(cohort.at[each, "display_name"])))]
    names = [str(name) for name in cohort["display_name"]]
    return Step(
        code="newest",
        title=words.title("newest"),
        message=words.newest(names, len(cities), years[-1]),
        definition=notes.newest_definition(years[-1]),
        picture=marked_map(telling, cohort.index.tolist()),
        table=member_table(cohort, *_named_by(telling), "source"),
        alt=notes.marked_alt(names),
        sources=(Source(credits.members_credit()), outlines()),
        notes=(notes.newest_note(telling.profile.undated),) if telling.profile.undated else (),
    )


def _named_by(telling: Telling) -> tuple[str, ...]:
    """Return the columns that name a member: within one country its name alone."""
    return ("city",) if telling.scope.kind == "country" else ("country", "city")


def _no_newest(telling: Telling, years: Sequence[int]) -> str:
    """Return why nobody is the newest, or empty text."""
    if telling.profile.members == 1:
        return words.one_member()
    if not years:
        return words.no_year()
    return words.one_year(years[0]) if len(years) == 1 else ""


def marked_map(telling: Telling, city_ids: Sequence[str]) -> Points | None:
    """Return the map of the scope with the members that a step is about marked; None where none of them is placed."""
    placed = {place.city_id for place in telling.places}
    marked = tuple(city_id for city_id in dict.fromkeys(city_ids) if city_id in placed)
    return Points(telling.places, marked=marked, named=marked[:_NAMED]) if marked else None


def make_awards(telling: Telling) -> Step | LeftOut:
    """Return the step of the Learning City Awards."""
    given = list_awards(telling.members)
    if not given:
        return LeftOut("awards", words.title("awards"), words.no_award())
    winners = sorted({each.city_id for each in given}, key=lambda city_id: sort_key(telling.names([city_id])[0]))
    names = telling.names(winners)
    awards = telling.members.awards
    pages = sorted(set(zip(awards["year"].tolist(), awards["source_url"].tolist(), strict=True)))
    return Step(
        code="awards",
        title=words.title("awards"),
        message=words.awards(names, telling.profile.members, min(each.year for each in given)),
        definition=notes.awards_definition(len(given)),
        picture=marked_map(telling, winners),
        table=_awards_table(telling, given),
        alt=notes.marked_alt(names),
        sources=tuple(Source(notes.award_of(year), str(page)) for year, page in pages),
        notes=(notes.awards_note(),),
    )


def _awards_table(telling: Telling, given: Sequence[Award]) -> Table:
    heads = {"year": _("Year"), "country": _("Country"), "city": _("City")}
    told = ("year", *_named_by(telling))
    found = [
        {"year": str(each.year), "country": country_name(each.iso3), "city": telling.names([each.city_id])[0]}
        for each in given
    ]
    kinds: list[Kind] = ["text"] * len(told)
    return Table(
        columns([heads[each] for each in told], kinds), tuple(tuple(row[each] for each in told) for row in found)
    )


def make_sources(telling: Telling) -> Step:
    """Return the step that says where everything comes from."""
    addresses = [
        ("" if mirrored else host(address))
        for address, mirrored in rows(telling.members.cities, "source_url", "source_mirror")
    ]
    sites = sorted(Counter(addresses).items(), key=lambda each: (not each[0], -each[1], each[0]))
    shown, rest = sites[:_NAMED], sites[_NAMED:]
    listed = [(site or notes.copies(), members) for site, members in shown]
    if rest:
        listed.append((notes.other_sites(len(rest)), sum(members for _site, members in rest)))
    labels, counts = tuple(label for label, _count in listed), tuple(count for _label, count in listed)
    return Step(
        code="sources",
        title=words.title("sources"),
        message=words.pages(telling.profile.members, sum(bool(site) for site, _members in sites)),
        definition=notes.pages_definition(),
        picture=Bars(labels, Series(_("Members"), counts), texts=tuple(map(number, counts)))
        if len(listed) > 1
        else None,
        table=Table(columns((_("Website"), _("Members")), ("text", "number")), tuple(listed)),
        alt=notes.bars_alt(notes.pages_definition(), listed) if len(listed) > 1 else "",
        sources=(
            Source(credits.members_credit(), credits.NETWORK_URL),
            Source(credits.places_credit(), credits.GEONAMES_URL),
            outlines(),
        ),
        notes=(notes.pages_note(),),
    )
