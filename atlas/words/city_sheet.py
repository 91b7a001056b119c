"""One member on one page: HTML that prints well, needs no network and says where everything comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas import credits
from atlas.html import render
from atlas.summaries.city import list_goals
from atlas.wording import day
from atlas.wording import gettext as _
from atlas.words import city as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network

_FEW: Final = 3


@dataclass(frozen=True)
class PartnerLine:
    """A possible partner as the sheet names it: name with country, and what speaks for it as one sentence."""

    name: str
    sentence: str


def build_city_sheet(network: Network, city_id: str, partners: Sequence[PartnerLine], *, coverage: str) -> bytes:
    """Return a page about a member as self-contained HTML in UTF-8.

    Parameters
    ----------
    network : Network
        The whole network.
    city_id : str
        The member.
    partners : sequence of PartnerLine
        Possible partners, the first few are printed.
    coverage : str
        The line about coverage, in the visitor's language.

    Raises
    ------
    KeyError
        When the member is not listed.
    """
    city = network.cities.loc[city_id]
    page = render(
        "city_sheet",
        title=_("{page} · Learning Cities Atlas").format(page=city["display_name"]),
        name=city["display_name"],
        where=words.where(city),
        lead=words.lead(network, city_id),
        facts=words.list_facts(network, city_id),
        statements=words.list_statements(network, city_id),
        goals="; ".join(map(words.goal_sentence, list_goals(network, city_id))),
        partners=partners[:_FEW],
        lines=_footer(network.version, coverage),
    )
    return page.encode()


def _footer(version: str, coverage: str) -> list[str]:
    return [
        credits.independence(),
        coverage,
        _("Data version {version} of {date}; licence {licence}, {url}.").format(
            version=version, date=day(credits.version_date(version)), licence=credits.CC_BY, url=credits.CC_BY_URL
        ),
        credits.attribution() + ".",
    ]
