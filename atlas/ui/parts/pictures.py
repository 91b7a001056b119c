"""The files of a picture, folded away below it: PNG, a square for social media, SVG; each is drawn on the click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from atlas import export
from atlas.ui.parts import cards, downloads
from atlas.wording import gettext as _
from atlas.words import pictures as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.ui.frame.shell import View


def picture_fold(codes: Sequence[str], view: View) -> cards.Fold:
    """Return what offers pictures as files, to be folded away below charts or a map.

    Parameters
    ----------
    codes : sequence of str
        From :data:`atlas.pictures.registry.PICTURES`.
    view : View
        Network and filters.
    """
    return cards.Fold(f"picture_{codes[0]}", words.fold_label(len(codes)), partial(_show_pictures, codes, view))


def _show_pictures(codes: Sequence[str], view: View) -> None:
    """Draw a row of buttons for each picture, or say why there is none; nothing of it is loaded before."""
    from atlas.pictures.draw import EmptyPictureError, tell_picture
    from atlas.pictures.registry import PICTURES
    from atlas.pictures.scope import Scope

    for code in codes:
        heads = [_(PICTURES[code].title)] if len(codes) > 1 else []
        try:
            alt = tell_picture(code, Scope(view.network, view.selection)).alt
        except EmptyPictureError as error:
            cards.show_notes([*heads, str(error)])
            continue
        cards.show_notes(heads)
        _show_files(code, view)
        cards.show_note(words.alt_line(alt))


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
