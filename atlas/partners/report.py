"""Partners as plain values: for the command line and for programs that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.partners.reasons import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network
    from atlas.partners.index import PartnerIndex
    from atlas.partners.model import Contribution, Partner


def partners_json(
    network: Network, index: PartnerIndex, city_id: str, found: Sequence[Partner], preset: str
) -> dict[str, Any]:
    """Return partners with their reasons; the contributions of a partner add up to its score."""
    return {
        "city_id": city_id,
        "preset": preset,
        "known_focus": index.knows_focus(city_id),
        "clocks_on": index.clocks_on.isoformat(),
        "partners": [_partner(network, partner) for partner in found],
    }


def _partner(network: Network, partner: Partner) -> dict[str, Any]:
    row = network.cities.loc[partner.city_id]
    return {
        "city_id": partner.city_id,
        "city": str(row["display_name"]),
        "country": str(row["country"]),
        "score": partner.score,
        "known_focus": partner.known_focus,
        "unknown": list(partner.unknown),
        "reasons": [_reason(network, each) for each in partner.contributions],
    }


def _reason(network: Network, each: Contribution) -> dict[str, Any]:
    return {
        "reason": each.reason,
        "contribution": each.contribution,
        "facts": list(each.facts),
        "text": describe(each, network),
    }


def partners_table(network: Network, found: Sequence[Partner]) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Return header and rows to print: one row per partner, the reasons in words with their points."""
    names = network.cities["display_name"]
    rows: list[tuple[object, ...]] = [
        (
            partner.score,
            names[partner.city_id],
            partner.city_id,
            "; ".join(
                f"{describe(each, network).removesuffix('.')} ({each.contribution})" for each in partner.contributions
            )
            + ("" if partner.known_focus else "; no published focus"),
        )
        for partner in found
    ]
    return ("score", "city", "city_id", "why (points)"), rows
