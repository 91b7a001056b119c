"""The frame that every page draws round itself with one call: navigation, filters, language, coverage, credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property, wraps
from typing import TYPE_CHECKING, Final, Literal, ParamSpec, TypeVar

import streamlit as st

from atlas import credits
from atlas.filters import title
from atlas.html import render
from atlas.model import Network
from atlas.selection import Selection, counting, mask, select
from atlas.summaries.members import Summary
from atlas.ui.frame import cache as kept
from atlas.ui.frame import choices, filters, head, keys, links, state
from atlas.ui.frame.pages import PAGES, ROOT, START, Page
from atlas.wording import LANGUAGES, day, language, ngettext, number, use_language
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from streamlit.navigation.page import StreamlitPage

    from atlas.filters import Mask

P = ParamSpec("P")
R = TypeVar("R")

_ROUTED: Final = "_routed"
_SIDEBAR_PX: Final = 232
"""Width of the column of filters; the styles keep the same room until it comes (static/css/frame.css)."""


@dataclass(frozen=True)
class View:
    """What a page gets to work with: the whole network and what is chosen, and the part of it that is shown.

    Counting the members shown is much cheaper than making tables of them, so these are made when a page asks.

    Attributes
    ----------
    network : Network
        The whole network.
    selection : Selection
        What the filters say.
    found : pandas.Index, optional
        The members that a search of the page has found, the best first; the others are not shown.
    """

    network: Network
    selection: Selection
    found: pd.Index | None = None

    @cached_property
    def fits(self) -> Mask:
        """Which members are shown, one boolean per row of ``network.cities``."""
        chosen = mask(counting(self.network, weak=self.selection.counts_weak), self.selection)
        return chosen if self.found is None else chosen & self.network.cities.index.isin(self.found)

    @cached_property
    def shown(self) -> Network:
        """The tables of the members shown."""
        chosen = select(self.network, self.selection)
        return chosen if self.found is None else chosen.only(self.found[self.found.isin(chosen.cities.index)])

    @property
    def shown_ids(self) -> pd.Index:
        """The ``city_id`` of the members shown, in the order of the network."""
        return self.network.cities.index[self.fits]

    def __len__(self) -> int:
        """Return the number of members shown."""
        return int(self.fits.sum())

    @cached_property
    def summary(self) -> Summary:
        """The members shown, counted."""
        return Summary(self.shown)


def navigate() -> StreamlitPage:
    """Declare the pages and return the one that is asked for."""
    use_language(state.read_language())
    st.session_state[_ROUTED] = True
    # Copies: a run marks the page that it shows, and two runs may share none.
    position: Literal["hidden", "top"] = "hidden" if state.is_embedded() else "top"
    return st.navigation([copy(each) for each in _declared(language())], position=position)


@cache
def _declared(_language: str) -> list[StreamlitPage]:
    """Return the pages with their titles in the language in use; each asks the disk where it lies, but once."""
    return [
        st.Page(
            each.path,
            title=_(each.title),
            default=each.stem == START,
            visibility="visible" if each.listed else "hidden",
        )
        for each in PAGES.values()
    ]


def fragment(draw: Callable[P, R]) -> Callable[P, R | None]:
    """Make a part of a page that redraws itself alone, in the visitor's language and with the filters in its links.

    Such a run skips the router and the frame, which set both otherwise.
    """

    @st.fragment
    @wraps(draw)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> R:
        if state.runs_alone():
            use_language(state.read_language())
            links.carry(state.current_selection())
        return draw(*args, **kwargs)

    return spoken


def _no_notices(_network: Network) -> Iterable[str]:
    return ()


@contextmanager
def page(stem: str, notices: Callable[[Network], Iterable[str]] = _no_notices) -> Iterator[View]:
    """Draw the frame of a page and hand it what it shows.

    On the very first request of a server Streamlit runs the file of the page without the router (a link to
    ``/growth`` that wakes the app up); the frame then declares the navigation itself and starts again, routed.

    Parameters
    ----------
    stem : str
        Of a file in ``pages/``.
    notices : callable, optional
        What the page itself, given the network, has to tell the visitor about the link.
    """
    if _ROUTED not in st.session_state:
        navigate()
        st.rerun()
    use_language(state.read_language())  # a run that skips the router finds the language here
    st.set_page_config(
        page_title=_("{page} · Learning Cities Atlas").format(page=_(PAGES[stem].title)),
        page_icon=str(ROOT / "static" / "icon.svg"),
        layout="wide",
        initial_sidebar_state=_SIDEBAR_PX,
    )
    if not head.styles_sent:
        st.html(f"<style>{head.styles()}</style>")
    network = kept.network()
    state.adopt_url()
    embedded = state.is_embedded()
    if PAGES[stem].filtered and not embedded:
        with st.sidebar:
            filters.show_filters(network)
    selection = state.current_selection()
    state.write_url(selection)
    links.carry(selection)
    messages = [*_unknown(), *notices(network), *_unfollowed(PAGES[stem], selection)]
    if embedded:
        show_notices(messages)
        _end_without_map(PAGES[stem])
    else:
        _show_masthead(network, messages)
    yield View(network, selection)
    _show_footer(network)


def _end_without_map(shown: Page) -> None:
    """Say that a page has nothing to embed, and leave it at that."""
    if not shown.embeddable:
        st.html(render("embed_without", address=links.address(shown.stem), title=_(shown.title)))
        st.stop()


def show_heading(title: str, sentence: str, network: Network) -> None:
    """Draw the title, the sentence that says what the picture shows, and the coverage line."""
    st.html(render("heading", title=title, sentence=sentence, coverage=credits.coverage_sentence(network.coverage)))


def show_status(view: View, count: str = "") -> None:
    """Draw the number of members shown, which screen readers announce, and the chips of the filters.

    One row that is never empty: Streamlit counts the blocks above the map, and one that comes or goes would make the
    browser load the map anew.

    Parameters
    ----------
    view : View
        What is shown.
    count : str, optional
        What is counted, where the page does not show the members that the filters leave.
    """
    shown = ngettext("{number} member shown", "{number} members shown", len(view)).format(number=number(len(view)))
    with st.container(horizontal=True, vertical_alignment="center", key="status"):
        st.html(render("status", count=count or shown), width="content")
        filters.show_chips(view.selection)


def show_empty(view: View) -> bool:
    """Say which filter to loosen when nothing fits; return whether nothing does."""
    if len(view):
        return False
    with st.container(border=True, key="empty"):
        st.subheader(_("No member fits all filters"), anchor=False)
        st.markdown(filters.advice(view.network, view.selection))
        filters.show_reset(key="reset_empty")
    return True


def _unknown() -> Iterator[str]:
    """Yield what a link asks the filters for in vain."""
    message = _("The link asks for {filter} “{value}”, which the Atlas does not know. It is ignored; the rest applies.")
    for name, code in st.session_state.get(keys.UNKNOWN, ()):
        yield message.format(filter=_("language") if name == keys.LANGUAGE else title(name), value=code[:80])


def _unfollowed(shown: Page, selection: Selection) -> Iterator[str]:
    """Yield that the page does not follow the filters that are set."""
    if selection and not shown.filtered:
        yield _("The filters do not change this page; they are kept for the others.")


def show_notices(messages: Iterable[str]) -> None:
    """Draw what a visitor should know about a link; always one element, see :func:`show_status`."""
    st.html(render("notices", messages=list(messages)))


def _show_masthead(network: Network, messages: Iterable[str]) -> None:
    """Draw what the styles put into the bar above the page: the name of the Atlas, its menu and its language.

    Streamlit's own bar takes no more than its navigation.  What a visitor should know about the link goes along: one
    element fewer in each run.
    """
    start = "./" if language() == state.browser_language() else f"./?{keys.LANGUAGE}={language()}"
    dated = day(credits.version_date(network.version))
    st.html(render("masthead", start=start, dated=dated, messages=list(messages)))
    choices.show_choice(
        "segmented_control",
        _("Language"),
        list(LANGUAGES),
        key=keys.LANGUAGE,
        label=_language_label,
        label_visibility="collapsed",
        required=True,
    )


def _language_label(code: str) -> str:
    """Return the name of a language, its code marked within: all that a phone has room for."""
    name = LANGUAGES[code].name
    return f"**{name[:2]}**{name[2:]}"


def _show_footer(network: Network) -> None:
    lines = (
        credits.independence(),
        credits.members_credit(),
        credits.places_credit(),
        credits.outlines_credit(),
        _("Data version {version}").format(version=network.version),
    )
    st.html(render("footer", lines=lines))
