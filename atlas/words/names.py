"""What a city, a country or a region is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.summaries.compare import known_things
from atlas.wording import country_name, listing, sort_key
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.model import Network
    from atlas.summaries.compare import Thing


def thing_name(thing: Thing, network: Network) -> str:
    """Return what a thing is called where its kind is plain."""
    match thing.kind:
        case "city":
            return str(network.cities.at[thing.code, "display_name"])
        case "country":
            return country_name(thing.code)
        case _:
            return _(thing.code)


def option_name(thing: Thing, network: Network) -> str:
    """Return what a thing is called in a list of things of all kinds."""
    name = thing_name(thing, network)
    match thing.kind:
        case "city":
            country = country_name(str(network.cities.at[thing.code, "iso3"]))
            return _("{city}, {country}").format(city=name, country=country)
        case "country":
            return _("{country} (country)").format(country=name)
        case _:
            return _("{region} (region)").format(region=name)


def option_names(network: Network) -> dict[str, str]:
    """Return the name of everything that can be compared: regions, countries by name, cities by name."""
    names = {thing: option_name(thing, network) for thing in known_things(network)}
    order = {kind: at for at, kind in enumerate(("region", "country", "city"))}
    things = sorted(names, key=lambda thing: (order[thing.kind], sort_key(names[thing])))
    return {str(thing): names[thing] for thing in things}


def things_listing(things: Iterable[Thing], network: Network) -> str:
    """Return the names of things as a sentence lists them."""
    return listing([thing_name(thing, network) for thing in things])
