"""The page of a kit: a template with scripts, styles and data inside, and a policy that lets nothing in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from markupsafe import Markup

from atlas import credits, inline, palette
from atlas.export.provenance import about_lines, provenance
from atlas.html import render
from atlas.kit.contents import contents
from atlas.story import make_story, scope_of
from atlas.summaries.pins import pins
from atlas.wording import day
from atlas.wording import gettext as _
from atlas.words import kit as words
from atlas.words import story as story_words
from atlas.words.about import DEFINITIONS
from geo.basemap import GRADES, named_points
from geo.map_files import LEAFLET, MAP_SCRIPTS, MAP_STYLES, script_json

if TYPE_CHECKING:
    from datetime import date

    from atlas.model import Network
    from atlas.selection import Selection

STYLES: Final = (*MAP_STYLES, "css/present.css", "kit/kit.css")
SCRIPTS: Final = (
    LEAFLET,
    "kit/kit_host.js",
    *MAP_SCRIPTS,
    "kit/kit_search.js",
    "kit/kit_filters.js",
    "kit/kit_charts.js",
    "kit/kit_list.js",
    "kit/kit_card.js",
)
"""In this order; the map is the app's own."""

_TALK: Final = "present/present.js"
_MAIN: Final = "kit/kit.js"
_HELD: Final = "globalThis.atlasTalk = draw;\n"
"""The talk is a module, whose door leads nowhere from within a page."""

_COARSE: Final = GRADES[0]
"""The outlines that stand in the page as they are: a browser that cannot unpack the finer ones has a map, too."""

_INSIDE: Final = ("GeoNames", "UN Geodata", "Natural Earth", "Unicode CLDR", "Leaflet", "Literata", "Source Sans 3")
"""Of what others made, that which is in the file."""


class _Script(NamedTuple):
    """A script of the page, and whether it is a module."""

    text: Markup
    module: bool


class _Block(NamedTuple):
    """Data of the page, which no browser runs."""

    name: str
    mime: str
    text: Markup


def build_kit(network: Network, selection: Selection, *, on: date, address: str = "") -> bytes:
    """Return the members that filters leave as one file of HTML in UTF-8, which needs nothing beside itself.

    Parameters
    ----------
    network : Network
        The whole network, with the names of its members in the language in use (:func:`atlas.exonyms.speak`).
    selection : Selection
        The filters.
    on : datetime.date
        Day on which the file is made.
    address : str
        Where the same can be seen in the Atlas, or empty text.

    Raises
    ------
    atlas.story.NothingToTell
        When no member fits the filters.
    """
    story = make_story(network, scope_of(selection))
    scripts = _scripts()
    page = render(
        "kit",
        title=_("{page} · Learning Cities Atlas").format(page=story.name),
        policy=_policy(scripts),
        styles=[Markup(inline.style(file)) for file in STYLES],  # noqa: S704 - our own files
        tones={"light": palette.LIGHT, "dark": palette.DARK},
        regions=list(palette.SHAPES),
        story=story,
        lead=words.lead(),
        kept_at=words.kept_at(),
        address=address,
        made=words.made(day(credits.version_date(network.version)), day(on)),
        talk_title=_("Talk"),
        left_out_title=story_words.left_out_title(),
        disclaimer=credits.map_disclaimer(),
        about=about_lines(provenance(network, selection), story.members),
        components=[each for each in credits.COMPONENTS if each.name in _INSIDE],
        definitions=DEFINITIONS,
        scripts=scripts,
        blocks=_blocks(story.scope.members(network), contents(network, selection, story)),
    )
    return page.encode()


def _scripts() -> list[_Script]:
    found = [_Script(Markup(inline.script(file)), module=False) for file in SCRIPTS]  # noqa: S704 - our own files
    talk = inline.script(_TALK) + _HELD
    modules = [_Script(Markup(text), module=True) for text in (talk, inline.script(_MAIN))]  # noqa: S704
    return [*found, *modules]


def _policy(scripts: list[_Script]) -> str:
    """Return the content security policy: these scripts, styles and fonts of the page itself, not one connection."""
    known = " ".join(inline.fingerprint(script.text) for script in scripts)
    return (
        f"default-src 'none'; script-src {known}; style-src 'unsafe-inline'; font-src data:; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _blocks(members: Network, held: dict[str, Any]) -> list[_Block]:
    """Return the data: what the map asks for by name, and what the scripts of the kit need."""
    known = [
        ("data", held),
        ("members", pins(members)),
        ("countries", named_points()),
    ]
    told = [_Block(name, "application/json", Markup(script_json(each))) for name, each in known]  # noqa: S704 - escaped
    drawn = [
        _Block(f"outlines-{grade}", "application/gzip;base64", Markup(inline.packed(f"map/outlines-{grade}.geojson")))  # noqa: S704
        for grade in GRADES
        if grade != _COARSE
    ]
    world = inline.script(f"map/outlines-{_COARSE}.geojson")
    return [*told, _Block(f"outlines-{_COARSE}", "application/json", Markup(world)), *drawn]  # noqa: S704 - our own file
