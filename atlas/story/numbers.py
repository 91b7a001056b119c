"""The steps of counts: how the members came, what they work on, and what or who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas import credits
from atlas.labels import sentence_case
from atlas.model import NO_STATEMENT, REGIONS, UNKNOWN_YEAR, rows
from atlas.story.members import announcement
from atlas.story.model import LeftOut, Source, Step, Table, columns
from atlas.story.pictures import Bars, Line, Series
from atlas.summaries import focus, growth
from atlas.summaries.place import states_without_member
from atlas.wording import country_name, number, sort_key
from atlas.wording import gettext as _
from atlas.words import cohorts as cohort_words
from atlas.words import focus as focus_words
from atlas.words import growth as growth_words
from atlas.words import place as place_words
from atlas.words import story as words
from atlas.words import story_notes as notes
from atlas.words.city import list_statements
from atlas.words.map import year_labels

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.story.telling import Telling

_THEMES: Final = 10
"""Themes drawn; the table holds all of them."""

_PAGES: Final = 6
"""Pages of statements that are listed; of more, their number stands instead."""


# How we got here


def make_how(telling: Telling) -> Step | LeftOut:
    """Return the step of growth: the announced totals of the network, or else members by year of joining."""
    if telling.is_network:
        return _announced(telling.network)
    years = [int(each.year) for each in telling.summary.years[:-1] if each.members]
    if telling.profile.members == 1:
        reason = words.one_member_no_growth(years[0] if years else None)
        return LeftOut("how", words.title("how"), reason)
    if not years:
        return LeftOut("how", words.title("how"), words.no_year())
    counted = telling.summary.years
    hollow = tuple(each.members if each.year == UNKNOWN_YEAR else 0 for each in counted)
    picture = Bars(
        labels=tuple(year_labels(each.year for each in counted)),
        solid=Series(_("Members"), tuple(0 if each.year == UNKNOWN_YEAR else each.members for each in counted)),
        hollow=Series(_("Year not published"), hollow) if any(hollow) else None,
        texts=tuple(number(each.members) if each.members else "" for each in counted),
        upright=True,
    )
    return Step(
        code="how",
        title=words.title("how"),
        message=words.sentence(cohort_words.cohorts_title(growth.summarise_cohorts(telling.members))),
        definition=notes.years_definition(),
        picture=picture,
        table=Table.of(place_words.years_table(counted)),
        alt=place_words.years_alt(counted),
        sources=(Source(credits.members_credit()),),
        notes=(notes.years_note(),),
    )


def _announced(network: Network) -> Step:
    counts = growth.summarise_counts(network.milestones)
    drop = growth.largest_drop(counts)
    return Step(
        code="how",
        title=words.title("how"),
        message=words.sentence(growth_words.glance_title(counts)),
        definition=notes.counts_definition(),
        picture=_line(counts, drop),
        table=Table.of(growth_words.counts_table(counts).iloc[:, [0, 1, 2, 3, 7]]),
        alt=growth_words.stock_alt(counts, None, drop),
        sources=(announcement(network), Source(growth_words.source())),
        notes=(growth_words.glance_note(drop), *growth_words.stock_notes(counts)),
    )


def _line(counts: pd.DataFrame, drop: growth.Drop | None) -> Line:
    known = growth.known_counts(counts, "cities_total")
    own = growth.own_counts(known)
    at = growth.breaks_at(own, drop)
    before = [*growth.told_before(known, drop), own[at]] if drop and at else []
    parts = [[(count.day, count.total) for count in part] for part in (own[:at], own[at:]) if part]
    return Line(_("Cities"), tuple(map(tuple, parts)), tuple((count.day, count.total) for count in before))


# What we work on


def make_work(telling: Telling) -> Step | LeftOut:
    """Return the step of the stated themes: bars, or of a single member what pages state."""
    if not telling.profile.covered:
        return LeftOut("work", words.title("work"), words.no_focus())
    return _statements(telling) if telling.profile.members == 1 else _themes(telling)


def _themes(telling: Telling) -> Step:
    profile, clusters = telling.profile, telling.network.clusters
    themes = focus.summarise_themes(telling.members)
    drawn, missing = themes.head(_THEMES), profile.members - profile.covered
    labels = focus_words.theme_names([*drawn["code"], *([NO_STATEMENT] if missing else [])], clusters)
    counts = drawn["members"].tolist()
    absent = [missing] if missing else []
    picture = Bars(
        labels=tuple(labels),
        solid=Series(_("Members"), (*counts, *(0 for _each in absent))),
        hollow=Series(sentence_case(_("no statement found")), (*(0 for _each in counts), *absent)) if absent else None,
        texts=tuple(map(number, [*counts, *absent])),
    )
    return Step(
        code="work",
        title=words.title("work"),
        message=_work_message(telling, themes),
        definition=notes.themes_definition(profile.covered, profile.members),
        picture=picture if counts else None,
        table=Table.of(focus_words.themes_table(themes, missing=missing, clusters=clusters)),
        alt=focus_words.themes_alt(themes, missing=missing, clusters=clusters) if counts else "",
        sources=_statement_pages(telling.members),
        notes=(notes.themes_note(),),
    )


def _work_message(telling: Telling, themes: pd.DataFrame) -> str:
    """Return the theme stated most often; of the one member that states any, how many themes it states."""
    if telling.profile.covered > 1 and len(themes):
        return focus_words.first_themes(themes, telling.profile.covered, telling.network.clusters)
    stated = telling.members.focus["city_id"].iloc[0]
    count = len(telling.members.focus[["kind", "focus"]].drop_duplicates())
    return words.single_focus(telling.names([stated])[0], count)


def _statements(telling: Telling) -> Step:
    """Return what pages state of the one member, as a table: bars of length one say nothing."""
    (city_id,) = telling.members.cities.index
    heads = columns((_("Theme"), _("Evidence"), _("Source")), ("text", "text", "address"))
    told = [(each.theme, each.evidence, each.source or None) for each in list_statements(telling.members, city_id)]
    return Step(
        code="work",
        title=words.title("work"),
        message=_work_message(telling, pd.DataFrame()),
        definition=notes.statements_definition(),
        picture=None,
        table=Table(heads, tuple(told)),
        sources=_statement_pages(telling.members),
        notes=(notes.themes_note(),),
    )


def _statement_pages(members: Network) -> tuple[Source, ...]:
    """Return the pages with the statements, or their number where they are many; copies are not linked."""
    names = dict(rows(members.cities, "city_id", "display_name"))
    found = {
        str(address): str(names[city_id])
        for city_id, address, mirrored in rows(members.focus, "city_id", "source_url", "mirror")
        if not mirrored
    }
    if len(found) > _PAGES:
        return (Source(notes.many_pages(len(found))),)
    return tuple(Source(notes.statements(name), address) for address, name in found.items())


# Who is missing, or what


def make_missing(telling: Telling) -> Step | LeftOut:
    """Return the step of the Member States without a member; of less than a region, of the facts nobody published."""
    if not (telling.is_network or telling.region):
        return _unknown(telling)
    states = growth.summarise_member_states(telling.network)
    concerned = states[states["region"] == telling.region] if telling.region else states
    missing = int(concerned["missing"].sum())
    if not missing:
        return LeftOut("missing", words.title("missing"), words.nobody_missing(telling.region))
    return Step(
        code="missing",
        title=words.title("missing"),
        message=_missing_message(telling, concerned),
        definition=notes.states_definition(),
        picture=_states_bars(states, telling.region),
        table=_states_table(telling.network, telling.region),
        alt=cohort_words.states_alt(states),
        sources=(
            Source(notes.member_states(), "https://www.unesco.org/en/countries"),
            Source(credits.members_credit()),
        ),
        notes=(notes.states_note(),),
    )


def _missing_message(telling: Telling, states: pd.DataFrame) -> str:
    if not telling.region:
        return words.sentence(cohort_words.states_title(states))
    return words.states_without(int(states["missing"].sum()), int(states["states"].sum()), telling.region)


def _states_bars(states: pd.DataFrame, region: str) -> Bars:
    return Bars(
        labels=tuple(_(name) for name in states["region"]),
        solid=Series(_("With a member"), tuple(states["reached"].tolist())),
        hollow=Series(_("Without"), tuple(states["missing"].tolist())),
        texts=tuple(cohort_words.states_texts(states)),
        regions=tuple(states["region"]),
        strong=REGIONS.index(region) if region else None,
    )


def _states_table(network: Network, region: str) -> Table:
    """Return the Member States without a member: those of one region one by one, else by region."""
    if region:
        names = sorted(map(country_name, states_without_member(network, region)), key=sort_key)
        return Table(columns((_("Member State without a member listed"),), ("text",)), tuple((name,) for name in names))
    heads = columns((_("Region"), _("Number"), _("Member States without a member")), ("text", "number", "text"))
    return Table(heads, tuple(cohort_words.states_without(growth.summarise_member_states(network))))


def _unknown(telling: Telling) -> Step | LeftOut:
    lacking, names = _lacking(telling.members), notes.gap_names()
    counts = {names[code]: len(ids) for code, ids in lacking.items() if ids}
    members = telling.profile.members
    title = words.title("unknown")
    if not counts:
        return LeftOut("missing", title, words.nothing_unknown())
    told = [(sentence_case(fact), members - count, count) for fact, count in counts.items()]
    return Step(
        code="missing",
        title=title,
        message=words.gaps(counts, members, telling.names(telling.members.cities.index)[0]),
        definition=notes.gaps_definition(),
        picture=_gap_bars(told) if members > 1 else None,
        table=_gaps_table(telling, lacking),
        alt=notes.bars_alt(notes.gaps_definition(), [(fact, known) for fact, known, _count in told])
        if members > 1
        else "",
        sources=(Source(credits.members_credit()),),
        notes=(notes.gaps_note(),),
    )


def _lacking(members: Network) -> dict[str, list[str]]:
    """Return which members lack which fact, by the name of the fact."""
    cities = members.cities
    stated = set(members.focus["city_id"])
    absent = {
        "year": cities["joined_year"].isna(),
        "focus": pd.Series([city_id not in stated for city_id in cities.index], index=cities.index),
        "population": cities["population"].isna() & cities["population_geonames"].isna(),
        "position": cities["lat"].isna() | cities["lon"].isna(),
    }
    return {name: cities.index[mask.to_numpy(dtype=bool)].tolist() for name, mask in absent.items()}


def _gap_bars(told: list[tuple[str, int, int]]) -> Bars:
    facts, known, missing = zip(*told, strict=True)
    return Bars(
        labels=facts,
        solid=Series(_("Known"), known),
        hollow=Series(_("Not published"), missing),
        texts=tuple(_("{number} missing").format(number=number(count)) for count in missing),
    )


def _gaps_table(telling: Telling, lacking: dict[str, list[str]]) -> Table:
    """Return the members of which something is missing, with what it is."""
    names = notes.gap_names()
    missing: dict[str, list[str]] = {}
    for fact, ids in lacking.items():
        for city_id in ids:
            missing.setdefault(city_id, []).append(names[fact])
    found = [(telling.names([city_id])[0], sentence_case(", ".join(facts))) for city_id, facts in missing.items()]
    found.sort(key=lambda row: sort_key(row[0]))
    return Table(columns((_("City"), _("Not published")), ("text", "text")), tuple(found))
