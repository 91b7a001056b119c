"""What the preview of a link shows: a title, a sentence and a picture of the view, said in the head of the page.

Messengers and search engines read them there; they run no script and visit nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from starlette.datastructures import Headers

from atlas import credits
from atlas.html import render
from atlas.selection import counting, mask, select
from atlas.server.http import request_path
from atlas.server.picture import SIZE, alternative
from atlas.server.picture import address as picture_address
from atlas.summaries import compare, focus, growth
from atlas.summaries.compare import Thing, summarise_profile
from atlas.summaries.place import chosen_place
from atlas.ui.frame.pages import PAGES, START
from atlas.wording import gettext as _
from atlas.words import about as about_words
from atlas.words import city as city_words
from atlas.words import compare as compare_words
from atlas.words import data as data_words
from atlas.words import focus as focus_words
from atlas.words import growth as growth_words
from atlas.words import overview as overview_words
from atlas.words import place as place_words
from atlas.words.names import option_name, things_listing
from atlas.words.preview import members_in, titled

if TYPE_CHECKING:
    from starlette.types import Scope

    from atlas.model import Network
    from atlas.server.asked import Asked
    from atlas.summaries.compare import Profile

_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.IGNORECASE)


class Preview(NamedTuple):
    """Title, sentence, and the picture in words, empty where there is none to draw."""

    title: str
    sentence: str
    picture: str


@lru_cache(maxsize=512)
def preview(asked: Asked, network: Network, _language: str) -> Preview:
    """Return the words for a view, in the language in use."""
    return Preview(_title(asked, network), _sentence(asked, network), alternative(asked, network))


def _title(asked: Asked, network: Network) -> str:
    if asked.city and asked.page == "city":
        return titled(option_name(Thing("city", asked.city), network))
    if asked.things:
        return titled(things_listing(asked.things, network))
    if asked.selection and PAGES[asked.page].filtered:
        return titled(members_in(network, asked.selection))
    return _("Learning Cities Atlas") if asked.page == START else titled(_(PAGES[asked.page].title))


def _sentence(asked: Asked, network: Network) -> str:
    """Return what the page itself says first; of a map and of numbers that a filter leaves, how many are listed."""
    match asked.page:
        case "city" if asked.city:
            return city_words.lead(network, asked.city)
        case "compare":
            return compare_words.lead(_profiles(asked, network), network)
        case "place":
            return _place_sentence(asked, network)
        case "focus":
            return _focus_sentence(select(network, asked.selection.without("focus")))
        case "about":
            return about_words.lead()
        case "growth" if not asked.selection:
            milestones = network.milestones
            return growth_words.lead(growth.summarise_counts(milestones), growth.summarise_intakes(milestones))
        case "data" if not asked.selection:
            return data_words.lead(network)
        case page if page == START and not asked.selection:
            return overview_words.lead(network.coverage)
        case _:
            return credits.coverage_sentence(network.coverage)


def _profiles(asked: Asked, network: Network) -> dict[Thing, Profile]:
    counted = counting(network, weak=asked.selection.counts_weak)
    fitting = mask(counted, asked.selection)
    members = {thing: compare.members_of(counted, thing) for thing in asked.things}
    return {
        thing: summarise_profile(counted, found if thing.kind == "city" else found & fitting)
        for thing, found in members.items()
    }


def _place_sentence(asked: Asked, network: Network) -> str:
    counted = counting(network, weak=asked.selection.counts_weak)
    return place_words.lead(
        chosen_place(asked.selection),
        summarise_profile(counted, mask(counted, asked.selection)),
        network,
        filtered=bool(asked.selection.without("region", "country", "evidence")),
    )


def _focus_sentence(known: Network) -> str:
    return focus_words.lead(
        focus.summarise_themes(known),
        covered=len(focus.covered_ids(known)),
        members=len(known),
        clusters=known.clusters,
    )


def home(scope: Scope) -> str:
    """Return the address of the Atlas as the visitor wrote it, or empty text where the request names no plain host.

    A proxy says by ``X-Forwarded-Proto`` under which scheme it was asked.
    """
    headers, path = Headers(scope=scope), str(scope["path"])
    host = headers.get("host", "")
    scheme = headers.get("x-forwarded-proto", scope["scheme"]).partition(",")[0].strip()
    if scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return ""
    return f"{scheme}://{host}{path.removesuffix(request_path(scope))}/"


def head(asked: Asked, network: Network, language: str, at: str) -> str:
    """Return the title of the page and what previews read, as HTML.

    Parameters
    ----------
    asked : Asked
        The view.
    network : Network
        The whole network.
    language : str
        The language in use.
    at : str
        Address of the Atlas (:func:`home`).
    """
    words = preview(asked, network, language)
    return render(
        "page_head",
        words=words,
        address=at and at + asked.address,
        picture=at and at + picture_address(asked, language),
        size=SIZE,
    )
