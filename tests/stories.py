"""Stories of a network, and what they tell at one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.selection import Selection
from atlas.story import make_story, read_scope

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.story import Step, Story


def told(network: Network, scope: str = "network", **chosen: list[str]) -> Story:
    return make_story(network, read_scope(scope, network, Selection(**chosen)))


def step(network: Network, code: str, scope: str = "network", **chosen: list[str]) -> Step:
    (found,) = [each for each in told(network, scope, **chosen).steps if each.code == code]
    return found


def reason(network: Network, code: str, scope: str = "network", **chosen: list[str]) -> str:
    (found,) = [each for each in told(network, scope, **chosen).left_out if each.code == code]
    return found.reason
