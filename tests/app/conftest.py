"""What tests of pages may ask for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from streamlit.components.v2 import manifest_scanner

from atlas.load import DATA_DIR_VARIABLE
from tests.app.driver import forget
from tests.tiny import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def _components_once() -> Iterator[None]:
    """Let Streamlit look through all installed packages for components once, as a server does, not for every page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the ten made-up members."""
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def tiny_app(tiny_folder: Path) -> Iterator[None]:
    """Let the app read the ten made-up members; what a server keeps is forgotten before and after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_DIR_VARIABLE, str(tiny_folder))
        forget()
        yield
    forget()
