"""The frame that every page draws round itself with one call: navigation, filters, language, coverage, credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from html import escape
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

import streamlit as st

from atlas import credits
from atlas.filters import title
from atlas.model import Coverage, Network
from atlas.selection import Selection, select
from atlas.ui.frame import cache, filters, head, keys, state
from atlas.ui.frame.pages import PAGES, ROOT
from atlas.wording import LANGUAGES, day, ngettext, number, use_language
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.navigation.page import StreamlitPage

P = ParamSpec("P")
R = TypeVar("R")

_ROUTED: Final = "_routed"


@dataclass(frozen=True)
class View:
    """What a page gets to work with: the whole network, what is chosen, and the part of it that is shown."""

    network: Network
    selection: Selection
    shown: Network


def navigate() -> StreamlitPage:
    """Declare the pages and return the one that is asked for."""
    use_language(state.read_language())
    start = next(iter(PAGES))
    listed = [
        st.Page(
            each.path,
            title=_(each.title),
            default=each.stem == start,
            visibility="visible" if each.listed else "hidden",
        )
        for each in PAGES.values()
    ]
    st.session_state[_ROUTED] = True
    return st.navigation(listed, position="top")


def fragment(draw: Callable[P, R]) -> Callable[P, R | None]:
    """Make a part of a page that redraws itself alone, in the visitor's language.

    Such a run skips the router, where the language is set otherwise.
    """

    @st.fragment
    @wraps(draw)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> R:
        use_language(state.read_language())
        return draw(*args, **kwargs)

    return spoken


@contextmanager
def page(stem: str) -> Iterator[View]:
    """Draw the frame of a page (a stem in ``pages/``) and hand it what it shows.

    On the very first request of a server Streamlit runs the file of the page without the router (a link to
    ``/growth`` that wakes the app up); the frame then declares the navigation itself and starts again, routed.
    """
    if _ROUTED not in st.session_state:
        navigate()
        st.rerun()
    st.set_page_config(
        page_title=_("{page} · Learning Cities Atlas").format(page=_(PAGES[stem].title)),
        page_icon=str(ROOT / "static" / "icon.svg"),
        layout="wide",
    )
    if not head.styles_sent:
        st.html(ROOT / "static" / "atlas.css")
    network = cache.network()
    state.adopt_url()
    with st.sidebar:
        filters.show_filters(network)
        _show_language()
    state.write_url()
    selection = state.current_selection()
    _name_unknown_values()
    yield View(network, selection, select(network, selection))
    _show_footer(network)


def show_heading(title: str, sentence: str, network: Network) -> None:
    """Draw the title, the sentence that says what the picture shows, and the coverage line."""
    st.title(title, anchor=False)
    coverage = coverage_sentence(network.coverage)
    st.html(f'<p class="lead">{escape(sentence)}</p><p class="coverage">{escape(coverage)}</p>')


def coverage_sentence(coverage: Coverage) -> str:
    """Return the line that every page, chart and export carries."""
    return _(
        "{listed} members in {countries} countries listed; UNESCO announced {announced} in {announced_countries} "
        "on {date}."
    ).format(
        listed=number(coverage.listed),
        countries=number(coverage.countries),
        announced=number(coverage.announced),
        announced_countries=number(coverage.announced_countries),
        date=day(coverage.announced_on),
    )


def show_status(view: View) -> None:
    """Draw the number of members shown, which screen readers announce, and the chips of the filters.

    One row that is never empty: Streamlit counts the blocks above the map, and one that comes or goes would make the
    browser load the map anew.
    """
    count = ngettext("{number} member shown", "{number} members shown", len(view.shown)).format(
        number=number(len(view.shown))
    )
    with st.container(horizontal=True, vertical_alignment="center", key="status"):
        with st.container(key="count", width="content"):
            st.html(f'<p class="status" role="status" aria-live="polite">{escape(count)}</p>')
        filters.show_chips(view.selection)


def show_empty(view: View) -> bool:
    """Say which filter to loosen when nothing fits; return whether nothing does."""
    if len(view.shown):
        return False
    with st.container(border=True, key="empty"):
        st.subheader(_("No member fits all filters"), anchor=False)
        st.markdown(filters.advice(view.network, view.selection))
        filters.show_reset(key="reset_empty")
    return True


def _name_unknown_values() -> None:
    message = _("The link asks for {filter} “{value}”, which the Atlas does not know. It is ignored; the rest applies.")
    show_notices(
        message.format(filter=_("language") if name == keys.LANGUAGE else title(name), value=code[:80])
        for name, code in st.session_state.get(keys.UNKNOWN, ())
    )


def show_notices(messages: Iterable[str]) -> None:
    """Draw what a visitor should know about a link; always one element, see :func:`show_status`."""
    items = "".join(f"<p>{escape(message)}</p>" for message in messages)
    st.html(f'<div class="notices" role="status">{items}</div>')


def _show_language() -> None:
    st.segmented_control(
        _("Language"),
        list(LANGUAGES),
        format_func=lambda code: LANGUAGES[code].name,
        key=keys.LANGUAGE,
        required=True,
        persist_state="session",
    )


def _show_footer(network: Network) -> None:
    lines = (
        credits.independence(),
        credits.members_credit(),
        credits.places_credit(),
        credits.outlines_credit(),
        _("Data version {version}").format(version=network.version),
    )
    st.html('<footer class="footer">' + " ".join(f"<span>{escape(line)}</span>" for line in lines) + "</footer>")
