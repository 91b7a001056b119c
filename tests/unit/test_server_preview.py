"""What previews of links read in the head of a page: title, sentence, one address for one view."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from atlas.selection import Selection
from atlas.server.asked import Asked, read_asked
from atlas.server.preview import head, home, preview
from atlas.summaries.compare import Thing
from atlas.wording import use_language

if TYPE_CHECKING:
    from atlas.model import Network

COVERAGE = "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."


def asked(address: str, network: Network) -> Asked:
    path, _mark, query = address.partition("?")
    return read_asked(path, parse_qs(query), network)


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("/", ""),
        ("/overview", ""),
        ("/nowhere", ""),
        ("/nowhere?region=Africa", "?region=Africa"),
        ("/map/", "map"),
        ("/map?embed=true&view=1,2,3&utm_source=x", "map"),
        ("/map?year=2019&region=Africa&year=2015&region=Africa", "map?region=Africa&year=2015&year=2019"),
        ("/map?region=Atlantis&country=KOR&country=kor&colour=red", "map?country=KOR"),
        ("/map?city=plain-kor", "map?city=plain-kor"),
        ("/map?city=nobody", "map"),
        ("/city?city=nobody&city=plain-kor&lang=fr", "city?city=plain-kor&lang=fr"),
        ("/focus?city=plain-kor", "focus"),
        ("/map?lang=tlh", "map"),
        ("/map?lang=fr&lang=en", "map?lang=en"),
        ("/compare?item=country:KOR&item=region:X&item=city:at-deu", "compare?item=country:KOR&item=city:at-deu"),
        ("/map?item=country:KOR", "map"),
        ("/map?region=%3Cscript%3E&city=%22%3E", "map"),
    ],
)  # fmt: skip
def test_one_view_has_one_address_whatever_else_a_link_says(tiny: Network, address: str, same: str) -> None:
    found = asked(address, tiny)
    assert found.address == same
    assert asked("/" + same, tiny) == found


def test_what_is_asked_is_read_into_what_the_atlas_knows(tiny: Network) -> None:
    assert asked("/compare?year=unknown&item=country:KOR&lang=fr", tiny) == Asked(
        "compare", Selection(year=["unknown"]), things=(Thing("country", "KOR"),), language="fr"
    )


@pytest.mark.parametrize(
    ("address", "title", "sentence"),
    [
        ("/", "Learning Cities Atlas", "The UNESCO Global Network of Learning Cities connects 14 cities in 8"),
        ("/?region=Africa", "2 members in Africa · Learning Cities Atlas", COVERAGE),
        ("/map", "Map · Learning Cities Atlas", COVERAGE),
        ("/map?country=KOR", "3 members in the Republic of Korea · Learning Cities Atlas", COVERAGE),
        ("/map?city=plain-kor", "Map · Learning Cities Atlas", COVERAGE),
        ("/place", "Countries and regions · Learning Cities Atlas", "Choose a country or a region to see"),
        (
            "/place?country=KOR", "3 members in the Republic of Korea · Learning Cities Atlas",
            "All 3 members listed in Asia and the Pacific are in the Republic of Korea.",
        ),
        (
            "/place?country=KOR&year=2017", "2 members in the Republic of Korea · joined 2017 · Learning Cities Atlas",
            "2 members in the Republic of Korea fit all filters.",
        ),
        ("/city", "City · Learning Cities Atlas", COVERAGE),
        ("/city?city=at-deu&year=2015", "@Home, Germany · Learning Cities Atlas", "@Home joined the network in 2019"),
        ("/compare", "Compare · Learning Cities Atlas", "Put two to six cities, countries or regions side by side"),
        (
            "/compare?item=country:KOR&item=region:Africa&year=2017",
            "Republic of Korea and Africa · Learning Cities Atlas",
            "Members listed: 2 in the Republic of Korea; 0 in Africa.",
        ),
        ("/compare?item=city:plain-kor&year=2015", "Plain · Learning Cities Atlas", "Put two to six cities"),
        (
            "/compare?item=city:plain-kor&item=city:at-deu&year=2015", "Plain and @Home · Learning Cities Atlas",
            "No statement on the focus was found for Plain, so",
        ),
        ("/focus", "Focus · Learning Cities Atlas", "3 of the 6 members with a statement"),
        ("/focus?focus=older people", "3 members · Older people · Learning Cities Atlas", "3 of the 6 members with"),
        ("/growth", "Growth · Learning Cities Atlas", "UNESCO counted"),
        ("/growth?region=Africa", "2 members in Africa · Learning Cities Atlas", COVERAGE),
        ("/data", "Data · Learning Cities Atlas", "10 members, each with its source page"),
        ("/data?region=Africa", "2 members in Africa · Learning Cities Atlas", COVERAGE),
        ("/about?region=Africa", "About · Learning Cities Atlas", "How the Atlas knows what it shows"),
    ],
)  # fmt: skip
def test_every_page_has_a_title_and_a_sentence_of_its_own(
    tiny: Network, address: str, title: str, sentence: str
) -> None:
    found = preview(asked(address, tiny), tiny, "en")
    assert found.title == title
    assert found.sentence.startswith(sentence)


def test_the_words_are_those_of_the_language(tiny: Network) -> None:
    use_language("fr")
    found = preview(asked("/map?country=KOR", tiny), tiny, "fr")
    assert found.title == "3 membres en République de Corée · Atlas des villes apprenantes"
    assert found.sentence.startswith("10 membres recensés dans 7 pays")


def _meta(html: str) -> dict[str, str]:
    return {
        name: unescape(text) for name, text in re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)"', html)
    }


def test_the_head_says_it_all_once(tiny: Network) -> None:
    html = head(asked("/map?country=KOR&lang=en", tiny), tiny, "en", "https://atlas.example/base/")
    title = "3 members in the Republic of Korea · Learning Cities Atlas"
    assert _meta(html) == {
        "description": COVERAGE,
        "og:type": "website",
        "og:site_name": "Learning Cities Atlas",
        "og:title": title,
        "og:description": COVERAGE,
        "og:url": "https://atlas.example/base/map?country=KOR&lang=en",
        "og:image": "https://atlas.example/base/preview.png?page=map&country=KOR&lang=en",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Map of 3 members in the Republic of Korea. Asia and the Pacific: 3.",
        "twitter:card": "summary_large_image",
    }
    assert f"<title>{title}</title>" in html
    assert '<link rel="canonical" href="https://atlas.example/base/map?country=KOR&amp;lang=en" />' in html


def test_a_name_from_the_data_is_text_in_the_head(tiny: Network) -> None:
    html = head(asked("/city?city=markup-ken", tiny), tiny, "en", "")
    assert "<b>" not in html
    assert "<title>&lt;b&gt;Bold&lt;/b&gt; &amp; Co, Kenya · Learning Cities Atlas</title>" in html


def _scope(host: str, path: str = "/map", root: str = "", **headers: str) -> dict[str, object]:
    sent = [
        (b"host", host.encode()),
        *((name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()),
    ]
    return {"type": "http", "scheme": "http", "path": path, "root_path": root, "headers": sent}


@pytest.mark.parametrize(
    ("scope", "address"),
    [
        (_scope("atlas.example"), "http://atlas.example/"),
        (_scope("localhost:8501"), "http://localhost:8501/"),
        (_scope("[::1]:8501"), "http://[::1]:8501/"),
        (_scope("atlas.example", x_forwarded_proto="https"), "https://atlas.example/"),
        (_scope("atlas.example", x_forwarded_proto="https, http"), "https://atlas.example/"),
        (_scope("atlas.example", path="/base/map", root="/base"), "http://atlas.example/base/"),
        (_scope("atlas.example", path="/"), "http://atlas.example/"),
        *[(_scope(host), "") for host in ("", 'x"><script>', "a b", "a/b", "user@host", "-x", "x:123456", "x" * 300)],
        (_scope("atlas.example", x_forwarded_proto="javascript"), ""),
    ],
    ids=str,
)  # fmt: skip
def test_the_address_of_the_atlas_is_that_of_the_request_where_it_is_plain(
    scope: dict[str, object], address: str
) -> None:
    assert home(scope) == address


def test_without_an_address_of_its_own_the_head_names_none(tiny: Network) -> None:
    html = head(asked("/map", tiny), tiny, "en", "")
    assert "og:url" not in html
    assert "og:image" not in html
    assert "canonical" not in html


def test_where_nobody_fits_there_is_no_picture(tiny: Network) -> None:
    told = _meta(head(asked("/map?country=KEN&year=2017", tiny), tiny, "en", "https://atlas.example/"))
    assert "og:image" not in told
    assert told["twitter:card"] == "summary"
