"""Whose story is told: the whole network, a region, a country, or what the filters leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from atlas.export import provenance
from atlas.model import REGIONS
from atlas.selection import Selection, select
from atlas.wording import country_name
from atlas.wording import gettext as _
from atlas.words import story as words

if TYPE_CHECKING:
    from atlas.model import Network


class UnknownScope(Exception):
    """Nobody knows the scope that was asked for; the message says what is known, in the language in use."""


@dataclass(frozen=True)
class Scope:
    """A part of the network.

    Attributes
    ----------
    kind : {"network", "region", "country", "filter"}
        What it is.
    code : str
        A region, a country (ISO 3166-1 alpha-3), or empty text.
    selection : Selection
        The filters that leave its members.

    As text it is what an address says: ``network``, ``region:Africa``, ``country:KOR``; of ``filter`` the address names
    the filters beside it, as every other page's does.
    """

    kind: Literal["network", "region", "country", "filter"]
    code: str = ""
    selection: Selection = field(default_factory=Selection)

    def __str__(self) -> str:
        return f"{self.kind}:{self.code}" if self.code else self.kind

    def name(self, network: Network) -> str:
        """Return what the scope is called, in the language in use."""
        match self.kind:
            case "network":
                return words.network_name()
            case "region":
                return _(self.code)
            case "country":
                return country_name(self.code)
            case "filter":
                return provenance(network, self.selection).filter

    def members(self, network: Network) -> Network:
        """Return the part of the whole network that the scope is."""
        return select(network, self.selection)


NETWORK = Scope("network")


def scope_of(selection: Selection) -> Scope:
    """Return the scope that filters stand for: one country or region alone is told as such.

    >>> str(scope_of(Selection(country=["KOR"]))), str(scope_of(Selection(country=["KOR"], year=["2019"])))
    ('country:KOR', 'filter')
    """
    chosen = dict(selection.chosen)
    if not chosen:
        return NETWORK
    (kind, codes), *others = chosen.items()
    if kind in ("country", "region") and len(codes) == 1 and not others:
        return Scope("country" if kind == "country" else "region", codes[0], selection)
    return Scope("filter", "", selection)


def read_scope(text: str, network: Network, selection: Selection | None = None) -> Scope:
    """Return the scope that an address or a command names.

    Parameters
    ----------
    text : str
        As ``str(scope)`` gives it.
    network : Network
        The whole network.
    selection : Selection, optional
        The filters that stand beside the scope ``filter``.

    Raises
    ------
    UnknownScope
        When there is no such scope, region or country.
    """
    kind, _colon, code = text.partition(":")
    if kind == "country":
        code = code.upper()
        if code not in set(network.cities["iso3"]):
            raise UnknownScope(words.unknown_country(code))
        return scope_of(Selection(country=[code]))
    if kind == "region":
        if code not in REGIONS:
            raise UnknownScope(words.unknown_region(code, REGIONS))
        return scope_of(Selection(region=[code]))
    if text == "network":
        return NETWORK
    if text == "filter":
        return scope_of(selection or Selection())
    raise UnknownScope(words.unknown_scope(text))
