"""What an address asks for, as far as the Atlas knows it: read without a visit, for previews of links.

The pages themselves read the same parameters of their visit (:mod:`atlas.ui.frame.state`) and name what is unknown.
Here it is left out, so that a preview speaks of what the page will show, and two addresses of one view are one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from atlas.filters import memberships
from atlas.selection import Selection
from atlas.summaries.compare import read_things
from atlas.ui.frame import keys
from atlas.ui.frame.pages import PAGES, START
from atlas.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from atlas.model import Network
    from atlas.summaries.compare import Thing


@dataclass(frozen=True)
class Asked:
    """A view: page, filters, and what else decides what is on it.

    Attributes
    ----------
    page : str
        A stem in ``pages/``.
    selection : Selection
        The known codes of the filters, each once, in the order in which they are offered.
    city : str
        The chosen member; empty where the page knows none or none is named.
    things : tuple of Thing
        What is compared.
    language : str
        The language that the address names, empty where it names none.
    """

    page: str
    selection: Selection
    city: str = ""
    things: tuple[Thing, ...] = ()
    language: str = ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters that say all this."""
        own = [(keys.CITY, self.city)] if self.city else [(keys.ITEM, str(each)) for each in self.things]
        return [*own, *self.selection.items(), *([(keys.LANGUAGE, self.language)] if self.language else [])]

    def spoken(self, language: str) -> Asked:
        """Return the view in a language that its address names."""
        return replace(self, language=language)

    @property
    def address(self) -> str:
        """The address below that of the Atlas; the same view has one address."""
        query = urlencode(self.pairs, safe=":")
        return ("" if self.page == START else self.page) + (f"?{query}" if query else "")


def read_asked(path: str, given: Mapping[str, Sequence[str]], network: Network) -> Asked:
    """Return what an address asks for.

    Parameters
    ----------
    path : str
        Path below the address of the Atlas; an unknown one means the first page, as for Streamlit.
    given : mapping of str to sequence of str
        The parameters, as :func:`urllib.parse.parse_qs` returns them.
    network : Network
        The whole network.
    """
    page = path.strip("/") or START
    page = page if page in PAGES else START
    city, language = _last(given, keys.CITY), _last(given, keys.LANGUAGE)
    offered = {name: known.codes for name, known in memberships(network).items()}
    return Asked(
        page,
        Selection(**{name: [code for code in codes if code in given.get(name, ())] for name, codes in offered.items()}),
        city=city if page in ("city", "map") and city in network.cities.index else "",
        things=read_things(given.get(keys.ITEM, ()), network).things if page == "compare" else (),
        language=language if language in LANGUAGES else "",
    )


def _last(given: Mapping[str, Sequence[str]], name: str) -> str:
    return (given.get(name) or [""])[-1]
