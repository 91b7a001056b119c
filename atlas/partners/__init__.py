"""The partner finder: which members could talk to each other, and why.

>>> from atlas.load import load_network
>>> index = PartnerIndex.from_network(load_network())
>>> [partner.city_id for partner in index.partners("larissa-grc", PRESETS["elsewhere"], limit=1)]
['yeonsu-gu-kor']
"""

from __future__ import annotations

from atlas.partners.circle import within, within_time_zones
from atlas.partners.index import PartnerIndex
from atlas.partners.model import (
    DAY_TRAVEL_KM,
    PRESETS,
    REASONS,
    Contribution,
    Partner,
    UnknownCityError,
    Weights,
)
from atlas.partners.themes import members_with_focus
from atlas.partners.words import describe, preset_label, reason_label, unknown_label

__all__ = [
    "DAY_TRAVEL_KM",
    "PRESETS",
    "REASONS",
    "Contribution",
    "Partner",
    "PartnerIndex",
    "UnknownCityError",
    "Weights",
    "describe",
    "members_with_focus",
    "preset_label",
    "reason_label",
    "unknown_label",
    "within",
    "within_time_zones",
]
