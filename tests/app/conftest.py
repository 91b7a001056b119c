"""What tests of pages may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import streamlit as st

from atlas.load import DATA_DIR_VARIABLE
from tests.tiny import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def tiny_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the app read the ten made-up members; what a server keeps is forgotten before and after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_DIR_VARIABLE, str(write_folder(tmp_path_factory.mktemp("tiny"))))
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()
