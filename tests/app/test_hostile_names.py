"""Whatever a name, a note or an address holds, it is shown as text on every page and never becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.app.driver import html_of, open_page, prose_of, with_tables
from tests.tiny import NAMES

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")

VISITS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("overview", {}),
    ("focus", {}),
    ("growth", {"replay": "2017"}),
    ("data", {}),
    ("place", {"region": "Africa"}),
    ("place", {"region": "Europe and North America"}),
    ("place", {"country": "KOR"}),
    *(("map", {"city": city_id}) for city_id in NAMES),
    *(("city", {"city": city_id}) for city_id in NAMES),
    ("compare", {"item": [f"city:{city_id}" for city_id in list(NAMES)[:6]]}),
    ("compare", {"item": ["city:script-grc", "country:KOR"]}),
)
MARKUP: Final = ("<script>alert", "<b>Bold</b>", '"><b>x</b>', "<em>equity</em>", "<u>differ</u>", "<i>here</i>")


class Links(HTMLParser):
    """Collects where links lead, and handlers that an attribute brought along."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.targets += [value or "" for name, value in attrs if name == "href" and tag == "a"]
        self.handlers += [name for name, _value in attrs if name.startswith("on")]


def links_of(at: AppTest) -> Links:
    found = Links()
    found.feed(html_of(at))
    return found


@pytest.mark.parametrize(("stem", "query"), VISITS, ids=str)
def test_nothing_of_the_data_becomes_markup(stem: str, query: dict[str, str | list[str]]) -> None:
    at = open_page(stem, **query)
    shown = html_of(at) + prose_of(at)
    assert not [each for each in MARKUP if each in shown]
    links = links_of(at)
    assert not links.handlers
    assert not [each for each in links.targets if not re.match(r"https?://|#|(\./|[a-z]+)(\?|$)|mailto:", each)]
    assert not [each for each in links.targets if "copy.example" in each]


@pytest.mark.parametrize(
    ("stem", "query", "name"),
    [
        ("city", {"city": "markup-ken"}, "&lt;b&gt;Bold&lt;/b&gt; &amp; Co"),
        ("city", {"city": "script-grc"}, "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("city", {"city": "rtl-egy"}, "المدينة"),
        ("map", {"city": "markup-ken"}, "&lt;b&gt;Bold&lt;/b&gt; &amp; Co"),
        ("place", {"country": "GRC"}, "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("compare", {"item": ["city:markup-ken", "city:script-grc"]}, "&lt;b&gt;Bold&lt;/b&gt; &amp; Co"),
        ("growth", {"country": "KEN"}, "&lt;b&gt;Bold&lt;/b&gt; &amp; Co"),
    ],
)
def test_a_hostile_name_is_shown_letter_by_letter(stem: str, query: dict[str, str | list[str]], name: str) -> None:
    assert name in html_of(open_page(stem, **query))


def test_an_address_with_quotes_stays_inside_its_link() -> None:
    targets = links_of(open_page("city", city="quote-kor")).targets
    assert 'https://quote.example/?"><b>x</b>' in targets
    targets = links_of(open_page("city", city="formula-nga")).targets
    assert "https://uil.example/?a&b" in targets


def test_an_address_that_is_none_is_no_link() -> None:
    assert not [each for each in links_of(open_page("city", city="accent-fra")).targets if "javascript" in each]


def test_a_long_name_is_shown_whole() -> None:
    assert NAMES["long-kor"] in html_of(open_page("city", city="long-kor"))
    assert NAMES["long-kor"] in with_tables(open_page("map")).dataframe[-1].value["Member"].tolist()
