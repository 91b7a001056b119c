"""What a comparison says, in words: names of things, titles and alternative texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.labels import cluster_name, theme_label, year_label
from atlas.model import UNKNOWN_YEAR
from atlas.summaries.compare import shared_themes
from atlas.wording import country_name, listing, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from atlas.model import Network
    from atlas.summaries.compare import Profile, Thing

_IN_A_SENTENCE: Final = 4
_IN_A_TITLE: Final = 3


def thing_name(thing: Thing, network: Network) -> str:
    """Return what a thing is called where its kind is plain."""
    match thing.kind:
        case "city":
            return str(network.cities.loc[thing.code, "display_name"])
        case "country":
            return country_name(thing.code)
        case _:
            return _(thing.code)


def option_name(thing: Thing, network: Network) -> str:
    """Return what a thing is called in a list of things of all kinds."""
    name = thing_name(thing, network)
    match thing.kind:
        case "city":
            country = country_name(str(network.cities.loc[thing.code, "iso3"]))
            return _("{city}, {country}").format(city=name, country=country)
        case "country":
            return _("{country} (country)").format(country=name)
        case _:
            return _("{region} (region)").format(region=name)


def things_listing(things: Sequence[Thing], network: Network) -> str:
    """Return the names of things as a sentence lists them."""
    return listing([thing_name(thing, network) for thing in things])


def lead(profiles: Mapping[Thing, Profile], network: Network) -> str:
    """Return the sentence above the comparison: what cities have in common, or how many members each thing has."""
    if not profiles:
        return _("Put two to six cities, countries or regions side by side, on the same scales and without a ranking.")
    if len(profiles) > 1 and all(thing.kind == "city" for thing in profiles):
        return _cities_lead(profiles, network)
    parts = [
        ngettext("{name}: {number} member", "{name}: {number} members", each.members).format(
            name=thing_name(thing, network), number=number(each.members)
        )
        for thing, each in profiles.items()
        if thing.kind != "city" or len(profiles) == 1
    ]
    return _("Members listed here: {values}.").format(values="; ".join(parts))


def _cities_lead(profiles: Mapping[Thing, Profile], network: Network) -> str:
    silent = [thing for thing, each in profiles.items() if not each.covered]
    if silent:
        return _("No statement on the focus was found for {names}, so common themes cannot be told.").format(
            names=things_listing(silent, network)
        )
    common = shared_themes(list(profiles.values()))[:_IN_A_SENTENCE]
    names = things_listing(list(profiles), network)
    if not common:
        return _("No stated theme is common to {names}.").format(names=names)
    themes = listing([_("“{theme}”").format(theme=theme_label(code, network.clusters)) for code in common])
    return _("What {names} have in common: {themes}.").format(names=names, themes=themes)


def suggestion_text(reason: str, network: Network) -> str:
    """Return why an example is worth a look."""
    if reason == "regions":
        return _("The regions of UNESCO: when their members joined and what they state.")
    if reason == "countries":
        return _("The two countries with the most members listed here.")
    name = _(cluster_name(reason.partition(":")[2], network.clusters))
    return _("Two members of the cluster “{cluster}”, from different regions of UNESCO.").format(cluster=name)


def years_title(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Return the finding: in which year each thing gained the most members listed here."""
    if int(rows["members"].max()) <= 1:
        return _("When each of them joined")
    if len(names) > _IN_A_TITLE:
        return _("When their members joined")
    peaks = []
    for item, name in names.items():
        here = rows[(rows["item"] == item) & (rows["year"] != UNKNOWN_YEAR)]
        if here["members"].sum() > 1:  # a single member has no peak
            year = here.loc[here["members"].idxmax(), "year"]
            peaks.append(_("{name} in {year}").format(name=name, year=year))
    return _("Most members joined: {peaks}").format(peaks="; ".join(peaks)) if peaks else _("When their members joined")


def years_alt(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Return the strips in words."""
    parts = []
    for item, name in names.items():
        here = rows[(rows["item"] == item) & (rows["members"] > 0)]
        values = [
            _("{name}: {value}").format(name=year_label(row.year), value=number(row.members))
            for row in here.itertuples()
        ]
        parts.append(_("{name}: {value}").format(name=name, value=", ".join(values) or _("none")))
    return _("Members by year of joining. {values}.").format(values="; ".join(parts))


def themes_alt(rows: pd.DataFrame, names: Mapping[str, str], clusters: pd.DataFrame) -> str:
    """Return the columns of themes in words."""
    parts = []
    for item, name in names.items():
        here = rows[(rows["item"] == item) & (rows["members"] > 0)]
        values = [
            _("{theme} {members} of {covered}").format(
                theme=theme_label(row.code, clusters), members=number(row.members), covered=number(row.covered)
            )
            for row in here.itertuples()
        ]
        parts.append(_("{name}: {value}").format(name=name, value=", ".join(values) or _("no statement found")))
    return _("Stated themes. {values}.").format(values="; ".join(parts))


def theme_headings(rows: pd.DataFrame, names: Mapping[str, str]) -> dict[str, str]:
    """Return a heading for each thing: its name, and of how many members its shares are."""
    covered = dict(zip(rows["item"], rows["covered"].tolist(), strict=True))
    return {item: "\n".join((name, _denominator(covered[item]))) for item, name in names.items()}


def _denominator(covered: int) -> str:
    return _("of {denominator}").format(denominator=number(covered)) if covered else _("no statement found")
