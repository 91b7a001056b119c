"""What holds for the elements of every page, whichever they are: rows of buttons, questions, tables, headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest

from atlas.ui.frame import keys
from atlas.ui.frame.pages import PAGES
from tests.app.driver import (
    alts_of,
    blocks_of,
    heading_of,
    html_of,
    kept_in,
    key_of,
    open_page,
    settings_of,
    titles_of,
    with_tables,
)

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")

VISITS: Final[dict[str, tuple[str, dict[str, str | list[str]]]]] = {
    **{stem: (stem, {}) for stem in PAGES},
    "map with a city": ("map", {"city": "accent-fra"}),
    "city found": ("city", {"city": "accent-fra"}),
    "region": ("place", {"region": "Europe and North America"}),
    "country": ("place", {"country": "KOR"}),
    "compared": ("compare", {keys.ITEM: ["city:accent-fra", "country:KOR"]}),
    "filtered": ("data", {"region": "Africa", "year": "2015"}),
    "nothing": ("focus", {"region": "Africa", "country": "KOR"}),
    "not found": ("data", {keys.QUERY: "zzqx"}),
}
"""Every page, and those that look otherwise when something is chosen."""

CONTROLS: Final = {"button", "download_button", "page_link", "button_group", "toggle", "selectbox", "popover"}


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> dict[str, AppTest]:
    """Return every visit with its tables open, for tests that only read it."""
    return {name: with_tables(open_page(stem, **query)) for name, (stem, query) in VISITS.items()}


def test_controls_of_one_group_stand_beside_each_other(opened: dict[str, AppTest]) -> None:
    lines = [
        (name, key_of(block), block.proto.flex_container.Direction.Name(block.proto.flex_container.direction))
        for name, app in opened.items()
        for block in blocks_of(app)
        if block.type == "flex_container" and key_of(block) and not block.proto.flex_container.border
        if sum(each in CONTROLS for each in kept_in(block)) > 1 or key_of(block).endswith(("_row", "status"))
    ]
    assert len(lines) > 10
    assert [line for line in lines if line[2] != "HORIZONTAL"] == []


def test_what_is_about_one_thing_has_a_border(opened: dict[str, AppTest]) -> None:
    framed = {
        name: [
            key_of(block)
            for block in blocks_of(app)
            if block.type == "flex_container" and block.proto.flex_container.border
        ]
        for name, app in opened.items()
    }
    assert {name: found for name, found in framed.items() if found} == {
        "compare": ["example_0", "example_1", "example_2"],
        "map with a city": ["city_card"],
        "nothing": ["empty"],
        "not found": ["nothing_found"],
    }


def test_no_column_stands_empty(opened: dict[str, AppTest]) -> None:
    empty = [name for name, app in opened.items() for each in app.columns if not each.children]
    assert empty == []


def test_a_question_with_one_answer_always_has_one(opened: dict[str, AppTest]) -> None:
    groups = {name: app.get("button_group") for name, app in opened.items()}
    assert min(map(len, groups.values())) >= 1  # the language at least
    for name, found in groups.items():
        for each in found:
            many = each.proto.click_mode == each.proto.ClickMode.MULTI_SELECT
            assert many != each.proto.required, (name, each.proto.label)
    many = {each.proto.label for found in groups.values() for each in found if not each.proto.required}
    assert many == {"Region", "Strength of evidence", "Columns of the table"}


def test_tables_show_no_row_numbers_and_call_what_is_missing_not_published(opened: dict[str, AppTest]) -> None:
    tables = [(name, each) for name, app in opened.items() for each in app.dataframe]
    assert len(tables) > 30
    for name, each in tables:
        hidden = settings_of(each).get("_index", {}).get("hidden")
        assert hidden or (name.startswith("map") and isinstance(each.value.index, pd.RangeIndex)), name
        assert each.proto.placeholder == "not published", name
    assert all(each.proto.hide_index for app in opened.values() for each in app.table)


def test_headings_lead_nowhere_unless_a_link_leads_to_them(opened: dict[str, AppTest]) -> None:
    for name, app in opened.items():
        for each in (*app.title, *app.header, *app.subheader):
            assert each.proto.hide_anchor or each.proto.anchor, (name, each.value)


def test_every_chart_is_told_in_words_and_numbers_that_are_no_title(opened: dict[str, AppTest]) -> None:
    told = [(name, alt) for name, app in opened.items() for alt in alts_of(app)]
    assert len(told) > 15
    for name, alt in told:
        assert re.search(r"\d", alt), name
        assert alt not in {heading_of(opened[name]), *titles_of(opened[name])}
        prose = re.sub(r'<figure aria-label="[^"]*"', "", html_of(opened[name]))
        prose = re.sub(r"Text for those who do not see the picture: [^<]*", "", prose)  # to take along with a file
        assert alt not in prose, name  # neither a subtitle nor a note


def test_a_page_has_a_heading_for_every_chart(opened: dict[str, AppTest]) -> None:
    for name, app in opened.items():
        assert len(titles_of(app)) >= len(alts_of(app)), name
