"""Download buttons whose files are made on the click, in the language of the visitor who clicks."""

from __future__ import annotations

from contextvars import copy_context
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import streamlit as st

from atlas import export, filters
from atlas.ui.frame.shell import coverage_sentence
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from atlas.model import Network
    from atlas.selection import Selection

_MIME: Final = {".csv": "text/csv", ".geojson": "application/geo+json", ".html": "text/html"}


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
    for name, ending, write in (("CSV", "csv", export.to_csv), ("GeoJSON", "geojson", export.to_geojson)):
        show_download(
            label(name),
            export.file_name(network.version, selection, ending, query=query),
            partial(_members, write, members, network, selection, query),
            key=f"{key}_{ending}",
        )


def _members(
    write: Callable[[pd.DataFrame, export.Provenance], bytes],
    members: Network,
    network: Network,
    selection: Selection | None,
    query: str,
) -> bytes:
    return write(export.members_to_export(members), provenance(network, selection, query))


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
        coverage=coverage_sentence(network.coverage),
        filter=export.filter_words(choices) or _("none: everything that is listed"),
    )
