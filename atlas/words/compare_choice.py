"""What is said about the choice of a comparison: examples, mistakes of a link, what the filters do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.labels import cluster_name
from atlas.summaries.compare import MOST
from atlas.wording import gettext as _
from atlas.wording import ngettext, number
from atlas.words.names import things_listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network
    from atlas.summaries.compare import Thing, Wish


def suggestion_name(reason: str, things: Sequence[Thing], network: Network) -> str:
    """Return what an example compares."""
    return _("The five regions") if reason == "regions" else things_listing(things, network)


def suggestion_text(reason: str, network: Network) -> str:
    """Return why an example is worth a look."""
    if reason == "regions":
        return _("The regions of UNESCO: when their members joined and what they state.")
    if reason == "countries":
        return _("The two countries with the most members listed here.")
    name = _(cluster_name(reason.partition(":")[2], network.clusters))
    return _("Two members of the cluster “{cluster}”, from different regions of UNESCO.").format(cluster=name)


def status(members: int, *, narrowed: bool) -> str:
    """Return how many members the filters leave; the page shows those that are chosen, not these."""
    text = (
        ngettext("{number} member fits the filters", "{number} members fit the filters", members)
        if narrowed
        else ngettext("{number} member listed", "{number} members listed", members)
    )
    return text.format(number=number(members))


def notices(wish: Wish | None, things: Sequence[Thing], network: Network, *, narrowed: bool = False) -> list[str]:
    """Return what a visitor should know: mistakes of the link, one thing alone, different kinds, what filters do.

    Parameters
    ----------
    wish : Wish, optional
        What the link asked for.
    things : sequence of Thing
        What is compared.
    network : Network
        The whole network.
    narrowed : bool
        Whether filters are set that leave members out.
    """
    found = _filter_notices({thing.kind for thing in things}) if narrowed else []
    if wish:
        found += [
            _("The Atlas knows no “{item}” to compare. It is ignored; the rest applies.").format(item=text[:80])
            for text in wish.unknown
        ]
    if wish and wish.surplus:
        found.append(
            _("The link asks for more than {most} things; left out: {names}.").format(
                most=number(MOST), names=things_listing(wish.surplus, network)
            )
        )
    if len(things) == 1:
        found.append(_("Choose at least one more city, country or region to compare."))
    if len({thing.kind for thing in things}) > 1:
        found.append(
            _(
                "Different kinds stand side by side here: a city is one member, a country or a region counts many. "
                "Read shares of themes with the number of members under each name."
            )
        )
    return found


def _filter_notices(kinds: set[str]) -> list[str]:
    if kinds == {"city"}:
        return [_("The filters do not change a comparison of cities; they are kept for the other pages.")]
    if "city" in kinds or not kinds:
        return [_("Countries and regions are counted with the filters; a city is shown whatever they say.")]
    return []
