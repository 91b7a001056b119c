"""What every kind of test may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from atlas import load, wording
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.model import Network


# The same examples on every machine and no clock: a test fails for what is wrong, never for bad luck.
settings.register_profile("atlas", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("atlas")


@pytest.fixture(scope="session")
def network() -> Network:
    """Return the real, whole network; read-only, as for the app."""
    return load.load_network(load.DATA)


@pytest.fixture(scope="session")
def tiny() -> Network:
    """Return ten made-up members, every number of them known by heart; read-only."""
    return tiny_network()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Let every test begin and end in English."""
    wording.use_language(wording.DEFAULT_LANGUAGE)
    yield
    wording.use_language(wording.DEFAULT_LANGUAGE)
