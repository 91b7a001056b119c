"""The page that puts things side by side: links with mistakes, missing facts, twins, the address."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from atlas.ui.frame import keys
from tests.app.tables import open_tables

PAGE = str(Path(__file__).parents[2] / "pages" / "compare.py")
ROUTER = str(Path(__file__).parents[2] / "dashboard.py")
LARISSA, YEONSU, KOREA, AFRICA = "city:larissa-grc", "city:yeonsu-gu-kor", "country:KOR", "region:Africa"


def open_page(*items: str, **query: str | list[str]) -> AppTest:
    at = AppTest.from_file(ROUTER, default_timeout=30)
    at.query_params.update({**query, **({keys.ITEM: list(items)} if items else {})})
    at.switch_page(PAGE).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    return " ".join(str(each.proto.body) for each in at.get("html"))


def chosen(at: AppTest) -> list[str]:
    return list(at.multiselect(keys.COMPARED).value)


def test_an_empty_page_invites_with_examples() -> None:
    at = open_page()
    assert "Examples to start from" in [each.value for each in at.subheader]
    assert not at.get("plotly_chart")
    at.button("compare_0").click().run()
    assert len(chosen(at)) == 2
    assert at.query_params[keys.ITEM] == chosen(at)
    assert len(at.get("plotly_chart")) == 2


def test_a_link_opens_the_comparison_in_its_order() -> None:
    at = open_page(LARISSA, YEONSU, KOREA, AFRICA)
    assert chosen(at) == [LARISSA, YEONSU, KOREA, AFRICA]
    text = text_of(at)
    assert "not published" in text
    assert "none listed" in text
    assert "does not apply" in text
    assert "Different kinds stand side by side" in text


def test_unknown_things_are_named_and_the_rest_stays() -> None:
    at = open_page(LARISSA, "city:atlantis-xxx", "<b>x</b>", YEONSU)
    assert chosen(at) == [LARISSA, YEONSU]
    text = text_of(at)
    assert "“city:atlantis-xxx”" in text
    assert "“&lt;b&gt;x&lt;/b&gt;”" in text


def test_of_seven_things_the_last_is_named_and_left_out() -> None:
    countries = [f"country:{code}" for code in ("KOR", "CHN", "FRA", "EGY", "KEN", "PRT", "ITA")]
    at = open_page(*countries)
    assert chosen(at) == countries[:6]
    assert "more than 6 things; left out: Italy" in text_of(at)


def test_one_thing_asks_for_another() -> None:
    assert "Choose at least one more" in text_of(open_page(LARISSA))


def test_a_change_in_the_field_changes_the_address_and_ends_the_notices() -> None:
    at = open_page(LARISSA, "city:atlantis-xxx")
    at.multiselect(keys.COMPARED).set_value([LARISSA, YEONSU]).run()
    assert at.query_params[keys.ITEM] == [LARISSA, YEONSU]
    assert "atlantis" not in text_of(at)


def test_clearing_the_field_clears_the_address() -> None:
    at = open_page(LARISSA, YEONSU)
    at.multiselect(keys.COMPARED).set_value([]).run()
    assert keys.ITEM not in at.query_params
    assert "Examples to start from" in [each.value for each in at.subheader]


def test_every_chart_has_an_alternative_text_and_a_table_with_one_column_per_thing() -> None:
    at = open_tables(open_page(LARISSA, KOREA, AFRICA))
    charts = at.get("plotly_chart")
    assert len(charts) == 2
    assert all(chart.proto.alt for chart in charts)
    assert [each.value.shape[1] for each in at.dataframe] == [4, 4]


def test_countries_follow_the_filters_and_a_city_stays() -> None:
    at = open_page(LARISSA, KOREA, region="Africa")
    text = text_of(at)
    assert "Republic of Korea: 0 members" in text
    assert "a filter leaves it out" in text


@pytest.mark.parametrize("items", [(LARISSA, YEONSU), (AFRICA, "region:Arab States"), (KOREA, "country:FRA", LARISSA)])
def test_the_page_opens_in_french(items: tuple[str, ...]) -> None:
    assert len(open_page(*items, lang="fr").get("plotly_chart")) == 2


def test_two_silent_cities_say_that_no_statement_was_found() -> None:
    at = open_page("city:kashan-irn", "city:shiraz-irn")
    assert "no statement found" in text_of(at)


def test_a_link_from_another_page_replaces_what_was_compared_before_and_the_navigation_keeps_it() -> None:
    at = open_page(LARISSA, YEONSU)
    about = str(Path(PAGE).parent / "about.py")
    at.query_params.clear()
    at.switch_page(about).run()
    at.switch_page(PAGE).run()
    assert chosen(at) == [LARISSA, YEONSU]
    at.query_params.clear()
    at.switch_page(about).run()
    at.query_params[keys.ITEM] = [KOREA, AFRICA]
    at.switch_page(PAGE).run()
    assert chosen(at) == [KOREA, AFRICA]
