"""The files of a picture, folded away below it: PNG, a square for social media, SVG; each is drawn on the click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from atlas import export
from atlas.ui.parts import downloads
from atlas.ui.parts.cards import Fold
from atlas.words import pictures as words

if TYPE_CHECKING:
    from atlas.selection import Selection
    from atlas.ui.frame.shell import View


def picture_fold(code: str, view: View) -> Fold:
    """Return what offers a picture as files, to be folded away below a chart or map.

    Parameters
    ----------
    code : str
        One of :data:`atlas.pictures.registry.PICTURES`.
    view : View
        Network and filters.
    """
    return Fold(f"picture_{code}", words.fold_label(), partial(_show_files, code, view))


def _show_files(code: str, view: View) -> None:
    """Draw a button for each form; matplotlib is loaded by the first one that is pressed."""
    from atlas.pictures.files import FORMS

    with st.container(horizontal=True, key=f"files_{code}"):
        for form in FORMS:
            downloads.show_download(
                form.label(),
                export.file_name(view.network.version, view.selection, form.ending, table=f"{code}-{form.code}"),
                partial(form.draw, code, view.network, view.selection),
                key=f"picture_{code}_{form.code}",
            )
