"""The kit of the whole network: every member in it, small enough to be mailed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.kits import block, kit

if TYPE_CHECKING:
    from atlas.model import Network

_MOST_BYTES = 4_000_000


def test_the_whole_network_is_in_one_file_of_less_than_four_megabytes(network: Network) -> None:
    html = kit(network)
    assert len(html.encode()) < _MOST_BYTES
    told = block(html)
    assert len(told["cards"]) == len(told["list"]["rows"]) == len(network)
    assert block(html, "members")["id"] == network.cities.index.tolist()
    stated = network.focus.groupby("city_id").size().reindex(network.cities.index, fill_value=0)
    assert [len(card["statements"]) for card in told["cards"]] == stated.tolist()
