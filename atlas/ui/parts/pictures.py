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

    from atlas.pictures.scope import Scope
    from atlas.summaries.compare import Thing
    from atlas.ui.frame.shell import View


def picture_fold(codes: Sequence[str], view: View, *, things: tuple[Thing, ...] = ()) -> cards.Fold:
    """Return what offers pictures as files, to be folded away below charts or a map.

    Parameters
    ----------
    codes : sequence of str
        From :data:`atlas.pictures.registry.PICTURES`.
    view : View
        Network and filters.
    things : tuple of Thing
        What is put side by side, for pictures that compare.
    """
    draw = partial(_show_pictures, codes, view, things)
    return cards.Fold(f"picture_{codes[0]}", words.fold_label(len(codes)), draw)


def _show_pictures(codes: Sequence[str], view: View, things: tuple[Thing, ...]) -> None:
    """Draw a row of buttons for each picture, or say why there is none; nothing of it is loaded before."""
    from atlas.pictures.draw import EmptyPictureError, tell_picture
    from atlas.pictures.registry import PICTURES
    from atlas.pictures.scope import Scope

    scope = Scope(view.network, view.selection, things=things)
    for code in codes:
        heads = [_(PICTURES[code].title)] if len(codes) > 1 else []
        try:
            alt = tell_picture(code, scope).alt
        except EmptyPictureError as error:
            cards.show_notes([*heads, str(error)])
            continue
        cards.show_notes(heads)
        _show_files(code, scope)
        cards.show_note(words.alt_line(alt))


def _show_files(code: str, scope: Scope) -> None:
    """Draw a button for each form; matplotlib is loaded by the first one that is pressed."""
    from atlas.pictures.draw import draw_picture
    from atlas.pictures.files import FORMS

    with st.container(horizontal=True, key=f"files_{code}"):
        for form in FORMS:
            downloads.show_download(
                form.label(),
                export.file_name(scope.network.version, scope.selection, form.ending, table=f"{code}-{form.code}"),
                partial(draw_picture, code, scope, size=form.size, form=form.ending),
                key=f"picture_{code}_{form.code}",
            )
