"""What is known about a member: each fact, statement and goal with its source, its date and a way to correct it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

import streamlit as st

from atlas.html import render
from atlas.palette import SDG_COLOURS
from atlas.summaries.city import list_goals
from atlas.words import city as words

if TYPE_CHECKING:
    from atlas.model import Network

CORRECTIONS_VARIABLE: Final = "ATLAS_CORRECTIONS_URL"
"""Environment variable: where corrections go, an address of mail or of a form with ``{row}`` and ``{field}`` in it."""
_SCHEMES: Final = ("mailto:", "https://", "http://")


class _Goal(NamedTuple):
    number: int
    colour: str
    sentence: str


def show_known(network: Network, city_id: str) -> None:
    """Draw the facts as a table, what pages state with the evidence, and the goals, as one element."""
    goals = (
        _Goal(goal.number, SDG_COLOURS[goal.number], words.goal_sentence(goal)) for goal in list_goals(network, city_id)
    )
    st.html(
        render(
            "city_known",
            facts=words.list_facts(network, city_id),
            statements=words.list_statements(network, city_id),
            goals=list(goals),
            corrections=lambda field: correction_address(city_id, field),
        )
    )


def correction_address(city_id: str, field: str) -> str:
    """Return where a correction of one value can be suggested, or nothing where no address is configured."""
    pattern = os.environ.get(CORRECTIONS_VARIABLE, "")
    if not pattern.startswith(_SCHEMES):
        return ""
    return pattern.replace("{row}", quote(city_id, safe="")).replace("{field}", quote(field, safe=""))
