"""Download buttons whose files are made on the click, in the language of the visitor who clicks."""

from __future__ import annotations

from contextvars import copy_context
from functools import partial
from pathlib import PurePath
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from atlas import export
from atlas.ui.parts import cards
from atlas.ui.parts.kept_files import keep_files
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from atlas.model import Network
    from atlas.schema import Column
    from atlas.selection import Selection

AT_ONCE: Final = BoundedSemaphore(2)
"""Files that are made at the same time: more of them take memory and are done no sooner, since threads take turns."""
_WIDTH_PX: Final = 340
"""Of the list of formats: no wider than a phone."""
_MIME: Final = {f".{each.ending}": each.mime for each in export.FORMATS.values()} | {
    ".html": "text/html",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".svg": "image/svg+xml",
}


def show_download(
    label: str, file_name: str, make: Callable[[], bytes], *, key: str, width: Literal["content", "stretch"] = "content"
) -> None:
    """Draw a button that makes a file when it is clicked and hands it over, without running the page again.

    Parameters
    ----------
    label, file_name : str
        Text of the button, and name of the file with its ending.
    make : callable
        Returns the content of the file.
    key : str
        Key of the button.
    width : {"content", "stretch"}
        Whether it is as wide as its text or as the room that it has.
    """
    keep_files()
    # The file is made by another thread: it has to be told the language, and a context can only be entered once.
    context = copy_context()
    st.download_button(
        label,
        lambda: context.copy().run(_made, make),
        file_name,
        _MIME[PurePath(file_name).suffix],
        key=key,
        icon=":material/download:",
        on_click="ignore",
        width=width,
    )


def _made(make: Callable[[], bytes]) -> bytes:
    with AT_ONCE:
        return make()


CSV: Final = export.FORMATS["csv"].name
"""What a table to take away is called: a CSV, with its README in one archive."""


def show_table(
    label: str,
    file_name: str,
    table: Callable[[], pd.DataFrame],
    about: export.Provenance,
    *,
    key: str,
    columns: Mapping[str, tuple[Column, ...]] | None = None,
) -> None:
    """Draw a button that hands out a table as CSV with its README.

    Parameters
    ----------
    label, file_name : str
        Text of the button, and name of the archive.
    table : callable
        Returns the table; called on the click.
    about : Provenance
        What the README says.
    key : str
        Key of the button.
    columns : mapping of str to tuple of Column, optional
        The columns that the schema describes, by the name of their table; they come as a dictionary.
    """
    show_download(label, file_name, partial(_zipped, table, about, file_name, columns), key=key)


def _zipped(
    table: Callable[[], pd.DataFrame],
    about: export.Provenance,
    file_name: str,
    columns: Mapping[str, tuple[Column, ...]] | None,
) -> bytes:
    return export.to_zip(table(), about, file_name, columns)


def show_member_files(
    members: Network,
    network: Network,
    title: str,
    label: Callable[[str], str],
    *,
    selection: Selection | None,
    key: str,
    query: str = "",
) -> None:
    """Draw one button that opens onto the formats in which members are handed out.

    Parameters
    ----------
    members : Network
        Whom the files hold.
    network : Network
        The whole network.
    title : str
        Text of the button that opens.
    label : callable
        Text of a button within, given the name of its format.
    selection : Selection, optional
        The filters that leave these members; without them the file holds everything.
    key : str
        Start of the keys of the buttons.
    query : str
        What was searched for among the filtered members.
    """
    about = export.provenance(network, selection, query)
    with st.popover(title, icon=":material/download:"), st.container(width=_WIDTH_PX, gap="xsmall"):
        for each in export.FORMATS.values():
            name = export.file_name(network.version, selection, each.ending, query=query)
            parcel = export.Parcel(members, about, PurePath(name).stem)
            show_download(
                label(each.name), name, partial(each.write, parcel), key=f"{key}_{each.code}", width="stretch"
            )
            cards.show_note(_(each.use))
