"""How alike two members are, reason by reason, in numbers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.partners.similarity import common_working_hours, distances_km, nearness, size_likeness, unit_vectors
from atlas.partners.time_zones import hours_ahead


def test_size_counts_on_a_scale_of_ratios_either_way() -> None:
    likeness = size_likeness(np.array([1000, 2000, 500, 10_000, 100, 50_000, np.nan]), 1000)
    assert likeness == pytest.approx([1, 0.69897, 0.69897, 0, 0, 0, np.nan], abs=1e-5, nan_ok=True)


def test_nearness_is_a_half_at_a_thousand_kilometres() -> None:
    assert nearness(np.array([0, 500, 1000, 2000])) == pytest.approx([1, 0.8, 0.5, 0.2])


def test_working_hours_in_common_are_those_of_eight() -> None:
    assert common_working_hours(np.array([0, 4, -4, 8, 12, 1])) == pytest.approx([1, 0.5, 0.5, 0, 0, 0.875])


def test_clocks_differ_by_twelve_hours_at_most() -> None:
    assert hours_ahead(np.array([9.0, 12.0, -12.0, 0.0]), 0.0).tolist() == [9, -12, -12, 0]


def test_the_other_end_of_the_world_is_half_its_girth_away() -> None:
    """The two points are so exactly opposite that rounding puts them further apart than a diameter."""
    here, there = unit_vectors(np.array([8.0, -8.0]), np.array([33.0, -147.0]))
    assert distances_km(here[None], there) == pytest.approx([20_015.1], abs=0.1)
