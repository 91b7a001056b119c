"""One member on one page: HTML that prints well, needs no network and says where everything comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas import credits
from atlas.addresses import is_linkable
from atlas.html import render
from atlas.summaries.city import list_goals
from atlas.wording import day, series
from atlas.wording import gettext as _
from atlas.words import city as words
from geo.locator import build_locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from atlas.model import Network
    from atlas.words.city import Fact, Statement
    from geo.locator import Locator

_FEW: Final = 3
_STATEMENTS: Final = 6
"""Statements that fit on the page; how many more there are is said."""


@dataclass(frozen=True)
class PartnerLine:
    """A possible partner as the sheet names it: name with country, and what speaks for it as one sentence."""

    name: str
    sentence: str


@dataclass(frozen=True)
class Printed:
    """What only the moment of printing knows: the line about coverage, the address of the page, and the day."""

    coverage: str
    address: str
    on: date


def build_city_sheet(network: Network, city_id: str, partners: Sequence[PartnerLine], printed: Printed) -> bytes:
    """Return a page about a member as self-contained HTML in UTF-8, made to fill one sheet of A4 at most.

    Parameters
    ----------
    network : Network
        The whole network.
    city_id : str
        The member.
    partners : sequence of PartnerLine
        Possible partners, the first few are printed.
    printed : Printed
        Coverage in the visitor's language, address and day.

    Raises
    ------
    KeyError
        When the member is not listed.
    """
    city = network.cities.loc[city_id]
    facts, statements = words.list_facts(network, city_id), words.list_statements(network, city_id)
    shown = statements[:_STATEMENTS]
    page = render(
        "city_sheet",
        title=_("{page} · Learning Cities Atlas").format(page=city["display_name"]),
        name=city["display_name"],
        where=words.where(city),
        lead=words.lead(network, city_id),
        map=_locator(network, city_id),
        facts=facts,
        statements=shown,
        further=len(statements) - len(shown),
        goals=series(map(words.goal_sentence, list_goals(network, city_id))),
        partners=partners[:_FEW],
        sources=_sources([*facts, *shown]),
        lines=_footer(network.version, printed),
    )
    return page.encode()


def _sources(told: Iterable[Fact | Statement]) -> dict[str, int]:
    """Return each address once with its number, as on paper nobody can click."""
    addresses = dict.fromkeys(each.source for each in told if is_linkable(each.source))
    return {address: at for at, address in enumerate(addresses, start=1)}


def _locator(network: Network, city_id: str) -> Locator | None:
    places = network.cities[["lat", "lon"]].dropna().astype(float)
    if city_id not in places.index:
        return None
    lat, lon = places.loc[city_id]
    return build_locator(lat, lon, places.drop(city_id).itertuples(index=False, name=None))


def _footer(version: str, printed: Printed) -> list[str]:
    when = _("Printed on {date}.").format(date=day(printed.on))
    if printed.address:
        when = _("{address}, printed on {date}.").format(address=printed.address, date=day(printed.on))
    return [
        when,
        f"{credits.independence()} {printed.coverage}",
        _("Data version {version} of {date}; licence {licence}, {url}.").format(
            version=version, date=day(credits.version_date(version)), licence=credits.CC_BY, url=credits.CC_BY_URL
        ),
        credits.attribution() + ".",
        credits.map_disclaimer(),
    ]
