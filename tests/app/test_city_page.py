"""The page of a city: it is found, it is complete, its partners explain themselves, and bad links are named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from atlas.partners import REASONS, reason_label
from atlas.ui.city import known
from atlas.ui.frame import keys
from tests.app.driver import downloads_of, heading_of, html_of, open_page, parameter, with_tables
from tests.tiny import NAMES

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")
EVRY = "accent-fra"


@pytest.fixture(scope="module")
def evry(tiny_app: None) -> AppTest:
    """Return the page of Évry, its tables open, for tests that only read it."""
    return with_tables(open_page("city", city=EVRY))


def _partners(app: AppTest) -> list[str]:
    return re.findall(r'<li data-city="([^"]+)">', html_of(app))


def _reasons(app: AppTest, partner: str) -> list[tuple[str, str]]:
    (card,) = re.findall(rf'<li data-city="{partner}">(.*?)</table>', html_of(app), re.DOTALL)
    return re.findall(r'<th scope="row">(.*?)</th><td>([\d.]+)</td></tr>', card)


def _weights(app: AppTest) -> dict[str, Any]:
    return {
        str(each.key).removeprefix(keys.WEIGHT): each.value for each in app.slider if str(each.key).startswith("w_")
    }


def test_without_a_city_the_page_invites_to_look_one_up() -> None:
    app = open_page("city")
    assert app.text_input(key="search")
    assert "Or begin with a member that received the award of 2019" in html_of(app)
    assert re.findall(r"city\?city=([\w-]+)", html_of(app)) == ["formula-nga"]


def test_search_leads_to_the_page() -> None:
    app = open_page("city")
    app.text_input(key="search").set_value("Ville neuve").run()
    app.button(key=f"match_{EVRY}").click().run()
    assert heading_of(app) == "Évry"
    assert parameter(app, keys.CITY) == [EVRY]


@pytest.mark.parametrize("asked", ["evri-fra", "evry-xxx", "Évry"])
def test_an_unknown_city_is_named_and_the_nearest_names_are_offered(asked: str) -> None:
    html = html_of(open_page("city", city=asked))
    assert f"“{asked}”" in html
    assert f"city?city={EVRY}" in html


def test_the_lead_says_since_when_and_with_how_many(evry: AppTest) -> None:
    assert (
        "Évry joined the network in 2017 and is one of the 2 members listed in France. "
        "Public pages state 2 themes of its work."
    ) in html_of(evry)


def test_each_fact_has_its_source_and_date(evry: AppTest) -> None:
    html = html_of(evry)
    assert re.search(r"<td>1,000,000</td><td>2019 · <a href=\"https://accent-fra.example/people\"", html)
    assert re.search(r"<td>UNESCO Learning City Award 2017</td><td>2017 · <a href=\"https://award.example/2017\"", html)
    assert "Evri and Ville neuve" in html


def test_an_address_that_is_none_is_text_and_no_link(evry: AppTest) -> None:
    assert "javascript:alert(1)" in html_of(evry)
    assert 'href="javascript' not in html_of(evry)


def test_what_nobody_published_is_said() -> None:
    html = html_of(open_page("city", city="minus-fra"))
    assert "its year of joining is not published. No statement about what it works on was found." in html
    assert '<th scope="row">Population</th><td>not published</td>' in html
    assert '<th scope="row">Kind of member</th><td>Commune</td><td></td>' in html
    assert "<p>None is stated or mapped.</p>" in html


def test_standing_is_counted_in_country_region_and_list(evry: AppTest) -> None:
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th>((?:<td>\d+</td>){5})</tr>', html_of(evry))
    assert [(name, re.findall(r"\d+", cells)) for name, cells in rows] == [
        ("France", ["2", "0", "1", "0", "1"]),
        ("Europe and North America", ["4", "0", "1", "2", "1"]),
        ("The whole list", ["10", "2", "3", "3", "2"]),
    ]


def test_goals_are_stated_or_mapped(evry: AppTest) -> None:
    (goals,) = re.findall(r'<ul class="goals">(.*?)</ul>', html_of(evry), re.DOTALL)
    assert re.findall(r"<b [^>]*>(\d+)</b>", goals) == ["4", "10", "13"]
    assert "Quality education (stated)" in goals
    assert "Climate action (mapped from a stated focus)" in goals


def test_partners_give_reasons_that_add_up(evry: AppTest) -> None:
    assert len(_partners(evry)) == 9
    for partner in _partners(evry):
        *parts, (_sum, total) = _reasons(evry, partner)
        assert sum(float(points) for _reason, points in parts) == pytest.approx(float(total))
    assert _reasons(evry, "rtl-egy")[0][0] == "Both state education for sustainable development."
    assert "<p>Both work on education for sustainable development; award in 2017; 3,181 km apart.</p>" in html_of(evry)


def test_the_table_twin_names_the_same_partners(evry: AppTest) -> None:
    twin = next(each.value for each in evry.dataframe if "Total, out of 100" in each.value)
    assert twin["Member"].tolist() == [NAMES[partner] for partner in _partners(evry)]
    assert twin["Total, out of 100"].tolist() == sorted(twin["Total, out of 100"], reverse=True)


def test_another_region_only_leaves_the_own_region_out() -> None:
    found = _partners(open_page("city", city=EVRY, other_region="1"))
    assert sorted(found) == sorted(
        ["formula-nga", "markup-ken", "rtl-egy", "long-kor", "quote-kor", "plain-kor"],
    )


def test_mentors_are_members_with_the_award() -> None:
    assert set(_partners(open_page("city", city="minus-fra", like="mentor"))) == {EVRY, "formula-nga", "rtl-egy"}


def test_weights_come_from_the_link_and_go_back_into_it() -> None:
    app = with_tables(open_page("city", city=EVRY, like="mentor", w_size="70"))
    assert _weights(app)["size"] == 70
    app.slider(key="w_language").set_value(0).run()
    assert parameter(app, "w_language") == ["0"]
    assert parameter(app, "like") == ["mentor"]


@pytest.mark.parametrize("value", ["abc", "-1", "101", "1e2", "٣", "99999999999999"])
def test_a_weight_that_is_no_number_is_named_and_ignored(evry: AppTest, value: str) -> None:
    app = with_tables(open_page("city", city=EVRY, w_size=value, w_focus="80"))
    assert f"“{value}”" in html_of(app)
    assert _weights(app) == {**_weights(evry), "focus": 80}


@pytest.mark.parametrize(("name", "value"), [("w_colour", "3"), ("other_region", "maybe")])
def test_a_wish_that_nobody_knows_is_named_and_leaves_the_address(name: str, value: str) -> None:
    app = open_page("city", city=EVRY, **{name: value})
    assert f"The link says {name}={value}, which the partner finder does not know." in html_of(app)
    assert parameter(app, name) == []


def test_each_reason_has_a_slider_a_column_and_a_rule(evry: AppTest) -> None:
    assert list(_weights(evry)) == list(REASONS)
    twin = next(each.value for each in evry.dataframe if "Total, out of 100" in each.value)
    assert list(twin)[2:-2] == [reason_label(reason) for reason in REASONS]
    rules = re.findall(r"<dt>(.*?)</dt><dd>(.+?)</dd>", html_of(evry).split('class="rules"')[1])
    assert [name for name, _rule in rules] == [reason_label(reason) for reason in REASONS]


def test_a_ninth_reason_has_its_place_too(monkeypatch: pytest.MonkeyPatch) -> None:
    ninth = replace(REASONS["cohort"], code="ninth", label="A ninth reason")
    monkeypatch.setitem(REASONS, "ninth", ninth)
    app = with_tables(open_page("city", city=EVRY, w_ninth="40"))
    assert _weights(app)["ninth"] == 40
    assert {"A ninth reason"} < {str(each.label) for each in app.slider}
    assert parameter(app, "w_ninth") == ["40"]


def test_a_question_that_is_not_known_is_named_and_ignored() -> None:
    app = open_page("city", city=EVRY, like="best")
    assert "“best”" in html_of(app)
    assert len(_partners(app)) == 9


def test_weights_of_nothing_say_that_nobody_fits(evry: AppTest) -> None:
    app = open_page("city", city=EVRY, **{f"w_{reason}": "0" for reason in _weights(evry)})
    assert not _partners(app)
    assert "No member fits" in html_of(app)


def test_a_city_without_a_published_focus_is_marked() -> None:
    app = open_page("city", city="markup-ken")
    facts = "stated focus, population and year of joining"
    assert html_of(app).count(f"so without influence on the order: {facts}.") == 1
    assert _partners(app)


def test_corrections_are_offered_only_where_they_can_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(known.CORRECTIONS_VARIABLE, raising=False)
    assert known.correction_address(EVRY, "population") == ""
    monkeypatch.setenv(known.CORRECTIONS_VARIABLE, "javascript:alert(1)")
    assert known.correction_address(EVRY, "population") == ""
    monkeypatch.setenv(known.CORRECTIONS_VARIABLE, "mailto:atlas@example.org?subject={row}%20{field}")
    assert "subject=accent-fra%20population" in known.correction_address(EVRY, "population")


def test_reach_is_counted_in_a_straight_line_or_in_hours(evry: AppTest) -> None:
    assert "2 members lie within 1,000 km of Évry in a straight line; roads and rails are longer." in html_of(evry)
    app = open_page("city", city=EVRY)
    app.segmented_control(key=keys.TRAVEL_BY).set_value("hours").run()
    assert "are within 2 h of the clock of Évry" in html_of(app)


def test_the_nearest_members_come_with_their_distance(evry: AppTest) -> None:
    assert '<a href="city?city=minus-fra" target="_self">-Minus, France, 509 km away</a>' in html_of(evry)
    assert "Greece, " not in html_of(evry).split("nearest members")[1].split("</ul>")[0]  # not placed


def test_all_that_are_placed_are_neighbours_up_to_eight(evry: AppTest) -> None:
    near = html_of(evry).split("nearest members")[1].split("</ul>")[0]
    assert re.findall(r"city=([\w-]+)", near)[:3] == ["minus-fra", "at-deu", "rtl-egy"]
    assert len(re.findall("<li>", near)) == 8


def test_weak_evidence_does_not_make_a_member_work_on_a_theme(evry: AppTest) -> None:
    assert "2 members state this focus; weak evidence is left out." in html_of(evry)
    app = open_page("city", city=EVRY)
    app.selectbox(key=f"{keys.THEME}_{EVRY}").set_value("citizenship").run()
    assert "No member states this focus; weak evidence is left out." in html_of(app)


def test_a_theme_leads_to_the_map(evry: AppTest) -> None:
    assert 'href="map?focus=cluster:esd"' in html_of(evry)


def test_what_can_be_taken_along_is_named(evry: AppTest) -> None:
    assert downloads_of(evry)[:3] == [
        *("One-page summary", "One-page summary", "The totals of all pairs as CSV (10 × 10)"),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_member_without_a_position_has_a_page(language: str) -> None:
    assert heading_of(open_page("city", city="script-grc", lang=language)) == NAMES["script-grc"]
