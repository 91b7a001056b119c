"""Opening the tables that wait folded away, as a visitor would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

_SUFFIX = "_expander"


def open_tables(at: AppTest) -> AppTest:
    """Open every folded table of the page and run it again."""
    for block in at.expander:
        if block.proto.id.endswith(_SUFFIX):
            key = block.proto.id.split("-", 2)[2]  # $$ID-<hash>-<key>
            at.session_state[key] = True
    return at.run()
