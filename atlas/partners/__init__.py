"""The partner finder: which members could talk to each other, and why.

>>> from atlas.load import load_network
>>> index = PartnerIndex.from_network(load_network())
>>> [partner.city_id for partner in index.partners("larissa-grc", PRESETS["elsewhere"].weights, limit=1)]
['yeonsu-gu-kor']
"""

from __future__ import annotations

from atlas.partners.index import PartnerIndex
from atlas.partners.lookup import UnknownCityError
from atlas.partners.model import (
    DAY_TRAVEL_KM,
    PRESETS,
    USUAL,
    Contribution,
    Partner,
    Preset,
    Weights,
    preset_label,
)
from atlas.partners.reach import members_with_focus, within, within_time_zones
from atlas.partners.reasons import (
    REASONS,
    Reason,
    brief_reasons,
    describe,
    describe_partner,
    fact_label,
    reason_label,
)

__all__ = [
    "DAY_TRAVEL_KM",
    "PRESETS",
    "REASONS",
    "USUAL",
    "Contribution",
    "Partner",
    "PartnerIndex",
    "Preset",
    "Reason",
    "UnknownCityError",
    "Weights",
    "brief_reasons",
    "describe",
    "describe_partner",
    "fact_label",
    "members_with_focus",
    "preset_label",
    "reason_label",
    "within",
    "within_time_zones",
]
