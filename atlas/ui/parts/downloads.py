"""Download buttons whose files are made on the click, in the language of the visitor who clicks."""

from __future__ import annotations

from contextvars import copy_context
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import credits, export, filters
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from atlas.model import Network
    from atlas.selection import Selection

_MIME: Final = {
    ".zip": "application/zip",
    ".geojson": "application/geo+json",
    ".html": "text/html",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}


def show_download(label: str, file_name: str, make: Callable[[], bytes], *, key: str) -> None:
    """Draw a button that makes a file when it is clicked and hands it over, without running the page again.

    Parameters
    ----------
    label, file_name : str
        Text of the button, and name of the file with its ending.
    make : callable
        Returns the content of the file.
    key : str
        Key of the button.
    """
    # The file is made by another thread: it has to be told the language, and a context can only be entered once.
    context = copy_context()
    st.download_button(
        label,
        lambda: context.copy().run(make),
        file_name,
        _MIME[PurePath(file_name).suffix],
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


CSV: Final = "CSV (zip)"
"""What a table to take away is called: a CSV, with its README in one archive."""


def show_table(
    label: str, file_name: str, table: Callable[[], pd.DataFrame], about: export.Provenance, *, key: str
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
    """
    show_download(label, file_name, partial(_zipped, table, about, file_name), key=key)


def _zipped(table: Callable[[], pd.DataFrame], about: export.Provenance, file_name: str) -> bytes:
    return export.to_zip(table(), about, file_name)


def show_member_files(
    members: Network,
    network: Network,
    label: Callable[[str], str],
    *,
    selection: Selection | None,
    key: str,
    query: str = "",
) -> None:
    """Draw the buttons that hand out members as CSV and as GeoJSON.

    Parameters
    ----------
    members : Network
        Whom the files hold.
    network : Network
        The whole network.
    label : callable
        Text of a button, given the name of its format.
    selection : Selection, optional
        The filters that leave these members; without them the file holds everything.
    key : str
        Start of the keys of the buttons.
    query : str
        What was searched for among the filtered members.
    """
    about = provenance(network, selection, query)
    table, names = partial(export.members_to_export, members), partial(export.file_name, network.version, selection)
    show_table(label(CSV), names("zip", query=query), table, about, key=f"{key}_csv")
    show_download(
        label("GeoJSON"), names("geojson", query=query), partial(_geojson, table, about), key=f"{key}_geojson"
    )


def _geojson(table: Callable[[], pd.DataFrame], about: export.Provenance) -> bytes:
    return export.to_geojson(table(), about)


def provenance(network: Network, selection: Selection | None, query: str = "") -> export.Provenance:
    """Return what a file says about itself.

    Parameters
    ----------
    network : Network
        The whole network.
    selection : Selection, optional
        The filters; without them the file holds everything.
    query : str
        What was searched for among the filtered members.
    """
    choices = [
        (filters.title(name), filters.label(name, code, network))
        for name, code in (selection.items() if selection else ())
    ]
    if query:
        choices.append((_("Search"), query))
    return export.Provenance(
        version=network.version,
        coverage=credits.coverage_sentence(network.coverage),
        filter=export.filter_words(choices) or _("none: everything that is listed"),
    )
