"""Opening a page with Streamlit's own test driver, and reading what it shows, as a visitor would."""

from __future__ import annotations

import json
import re
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit.testing.v1 import AppTest

from atlas.kept import forget as forget_kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.testing.v1.element_tree import Block, Node

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE_S: Final = 60
"""How long a page may take on a small, busy machine before it counts as broken."""

_FOLDED: Final = "_expander"


def open_page(stem: str, **query: str | list[str]) -> AppTest:
    """Open a page by a link with parameters; it must not fail."""
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE_S)
    at.query_params.update(query)
    return go_to(at, stem)


def go_to(at: AppTest, stem: str) -> AppTest:
    """Walk on to another page; it must not fail."""
    at.switch_page(str(ROOT / "pages" / f"{stem}.py")).run()
    assert not at.exception
    return at


def forget() -> None:
    """Forget what a server keeps between visits: words in a language, pictures of a network."""
    st.cache_resource.clear()
    forget_kept()
    for name, module in list(sys.modules.items()):
        for each in list(vars(module).values()) if name.startswith("atlas.ui.") else ():
            if hasattr(each, "cache_clear"):
                each.cache_clear()


def with_tables(at: AppTest) -> AppTest:
    """Open every folded table of the page and run it again."""
    for block in at.expander:
        if block.proto.id.endswith(_FOLDED):
            key = block.proto.id.split("-", 2)[2]  # $$ID-<hash>-<key>
            at.session_state[key] = True
    at.run()
    assert not at.exception
    return at


def html_of(at: AppTest) -> str:
    """Return all HTML of the page, its style sheets left aside."""
    bodies = (str(each.proto.body) for each in at.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def prose_of(at: AppTest) -> str:
    """Return all Markdown of the page."""
    return "\n".join(each.value for each in at.markdown)


def heading_of(at: AppTest) -> str:
    """Return the title of the page; every page has one and no more."""
    (heading,) = [*(each.value for each in at.title), *_headings(at, "h1")]
    return heading


def titles_of(at: AppTest) -> list[str]:
    """Return the titles of its parts."""
    return [*(each.value for each in at.subheader), *_headings(at, "h[23]")]


def _headings(at: AppTest, level: str) -> list[str]:
    return [unescape(each) for each in re.findall(rf"<{level}[^>]*>(.*?)</{level}>", html_of(at))]


def alts_of(at: AppTest) -> list[str]:
    """Return the alternative texts of its charts, drawn by plotly or as tables of bars, in the order of the page."""
    return [alt for each in at.main for alt in _alts(each)]


def _alts(element: Any) -> list[str]:
    match element.type:
        case "plotly_chart":
            return [str(element.proto.alt)]
        case "html":
            return [unescape(alt) for alt in re.findall(r'<figure aria-label="([^"]*)"', str(element.proto.body))]
        case _:
            return []


def charts_of(at: AppTest) -> list[dict[str, Any]]:
    """Return its charts as plain dictionaries."""
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


def facets_of(at: AppTest) -> dict[str, dict[str, Any]]:
    """Return the charts that are filters, by the code of their filter (``atlas/ui/parts/facet_charts.py``)."""
    return {
        chart["filter"]: chart for each in at.get("bidi_component") for chart in json.loads(each.proto.json)["charts"]
    }


def rows_of(at: AppTest, name: str) -> list[tuple[str, str, bool]]:
    """Return the labels of such a chart: what a screen reader says, what is seen, and whether it is chosen."""
    found = re.findall(r'aria-pressed="(\w+)".*? title="([^"]*)".*?<span>(.*?)</span>', facets_of(at)[name]["rows"])
    return [(unescape(said), unescape(seen), pressed == "true") for pressed, said, seen in found]


def press(at: AppTest, name: str, code: str) -> AppTest:
    """Press a bar of such a chart, as its script does: Streamlit's driver knows no components."""
    (component,) = at.get("bidi_component")
    states = at._tree.get_widget_states()
    event = [{"event": "pressed", "value": {"filter": name, "code": code}}]
    states.widgets.add(
        id=f"$$STREAMLIT_INTERNAL_KEY_{component.proto.id}__events", json_trigger_value=json.dumps(event)
    )
    at._run(widget_state=states)
    assert not at.exception
    return at


def downloads_of(at: AppTest) -> list[str]:
    """Return what its download buttons are called."""
    return [each.proto.label for each in at.get("download_button")]


def shown_in(at: AppTest) -> int:
    """Return the number of members that the page says it shows."""
    found = re.search(r'class="status"[^>]*>\D*(\d+)', html_of(at))
    assert found, "the page says no count"
    return int(found[1])


def parameter(at: AppTest, name: str) -> list[str]:
    """Return the values of a parameter of the address."""
    given = at.query_params.get(name, [])
    return [given] if isinstance(given, str) else list(given)


def blocks_of(at: AppTest) -> Iterator[Block]:
    """Yield every container, column and fold of the page and of its sidebar, the outer ones first."""
    waiting: list[Node] = [at.main, at.sidebar]
    while waiting:
        children = list(getattr(waiting.pop(0), "children", {}).values())
        yield from (each for each in children if hasattr(each, "children"))
        waiting += children


def key_of(block: Block) -> str:
    """Return the key of a container, empty where it has none."""
    return str(getattr(block.proto, "id", "")).partition("-")[2].partition("-")[2]  # $$ID-<hash>-<key>


def kept_in(block: Block) -> list[str]:
    """Return the types of what stands directly in a container, in its order."""
    return [each.type for each in block.children.values()]


def maps_of(at: AppTest) -> list[dict[str, Any]]:
    """Return what each map of the page is told to show."""
    scripts = (json.loads(each.proto.json_args)["feature_group"] for each in at.get("component_instance"))
    return [json.loads(script.split("window.atlas.show(")[1].split(");\n")[0]) for script in scripts]


def click_on_map(at: AppTest, key: str, city_id: str, *, clicks: int = 1) -> AppTest:
    """Click on a pin, for the how-manieth time; the page must not fail."""
    at.session_state[key] = {"clicks": clicks, "city": city_id}
    at.run()
    assert not at.exception
    return at


def settings_of(table: Any) -> dict[str, Any]:
    """Return how the columns of a table are shown, by heading."""
    return dict(json.loads(table.proto.columns or "{}"))
