"""The growth page: announced, admitted, listed; who is missing; the network on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.ui.frame import keys
from tests.app.driver import (
    alts_of,
    charts_of,
    click_on_map,
    html_of,
    maps_of,
    open_page,
    parameter,
    titles_of,
    with_tables,
)

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page without any choice, its tables open, for tests that only read it."""
    return with_tables(open_page("growth"))


def test_the_page_tells_first_and_last_count_and_that_intakes_do_not_add_up(opened: AppTest) -> None:
    text = html_of(opened)
    assert "UNESCO counted 3 cities in 2015 and 14 in 2020. The last intake brought 3 cities from 2 countries" in text
    assert "totals are not the sum of intakes" in text


def test_titles_say_what_the_pictures_show(opened: AppTest) -> None:
    assert {
        "From 3 to 14 cities",
        "Most joined in 2017 and 2019, 3 members each; year of joining unknown for 2",
        "9 and 3 make 12, but UNESCO announced 11",
        "2 of the 3 listed members of 2019 are in Europe and North America, more than in any other region",
        "The network reached 8 countries, up from 2 in 2015",
        "6 of UNESCO’s 13 Member States have no member listed here",
    } <= set(titles_of(opened))


def test_every_chart_says_in_words_what_it_shows(opened: AppTest) -> None:
    stock, cohorts, countries, gaps, states, regions = alts_of(opened)
    assert "28 September 2015: 3; 18 September 2017: 9; 1 December 2019: 11; 1 March 2020: 14." in stock
    assert cohorts.endswith("2015: 2; 2017: 3 of 5 announced; 2019: 3 of 3 announced; Year not published: 2.")
    assert "3 + 5 = 8, announced 9, 1 more; 1 December 2019: 9 + 3 = 12, announced 11, 1 fewer." in gaps
    assert regions.endswith(
        "Africa: 2; Arab States: 1; Asia and the Pacific: 3; Europe and North America: 4; "
        "Latin America and the Caribbean: 0."
    )
    assert countries.endswith("28 September 2015: 2; 18 September 2017: 6; 1 December 2019: 7; 1 March 2020: 8.")
    assert states.endswith(
        "Africa: 2 of 3; Arab States: 1 of 2; Asia and the Pacific: 1 of 2; Europe and North America: 3 of 4; "
        "Latin America and the Caribbean: 0 of 2."
    )


def test_every_chart_has_a_table_with_its_numbers(opened: AppTest) -> None:
    counts, conferences, cohorts, again, first, gaps, states, regions = (each.value for each in opened.dataframe)
    assert counts["Cities"].tolist() == again["Cities"].tolist() == [3, 6, 9, 12, 11, 14]
    assert counts["Counted by"].tolist() == [
        *("UNESCO", "other source", "UNESCO", "UNESCO, corrected", "UNESCO", "UNESCO"),
    ]
    assert conferences["Learning City Awards"].tolist() == [2, 2, 0]
    assert cohorts["Members shown"].tolist() == [2, 3, 3, 2]
    assert gaps["Difference"].tolist() == ["1 more", "1 fewer"]
    assert regions.iloc[:, 1:].to_numpy().tolist() == [
        *([1, 1, 0, 0, 0], [0, 0, 2, 1, 0], [0, 0, 1, 2, 0], [1, 0, 0, 1, 0]),
    ]
    assert first["Country"].tolist() == [
        *("Egypt", "Nigeria", "Kenya", "France", "Republic of Korea", "Germany", "Greece"),
    ]
    assert states.iloc[:, 1:].to_numpy().tolist() == [[3, 2, 1], [2, 1, 1], [2, 1, 1], [4, 3, 1], [2, 0, 2]]


def test_charts_say_whether_they_follow_the_filters(opened: AppTest) -> None:
    text = html_of(opened)
    assert text.count("the filters do not apply") + text.count("The filters do not apply") == 4
    assert text.count("ollows the filters") >= 3


def test_a_date_tells_who_was_a_member_by_then(opened: AppTest) -> None:
    assert (
        "On 1 March 2020 UNESCO counted 14 cities in 8 countries. 9 of the 10 members shown were members by "
        "1 March 2020. They are in 7 countries."
    ) in html_of(opened)


def test_a_date_follows_the_filters_and_names_the_members() -> None:
    text = html_of(open_page("growth", date="2017-09-18", country="FRA"))
    assert "UNESCO counted 9 cities in 6 countries" in text
    assert "1 of the 2 members shown was a member by 18 September 2017" in text
    assert "<p>Évry</p>" in text
    assert "-Minus" not in text


def test_another_date_gives_another_answer_and_the_link_carries_it() -> None:
    at = open_page("growth")
    at.selectbox("date").set_value("2016-12-31").run()
    assert "For 31 December 2016, count.example prints a count of 6 cities in 4 countries." in html_of(at)
    assert "3 of the 10 members shown were members by 31 December 2016" in html_of(at)
    assert parameter(at, "date") == ["2016-12-31"]


def test_a_date_that_nobody_knows_is_named_and_the_newest_count_shown() -> None:
    at = open_page("growth", date="<b>2019-13-01")
    text = html_of(at)
    assert "The link asks for the date “&lt;b&gt;2019-13-01”, on which nobody published a count." in text
    assert "On 1 March 2020 UNESCO counted 14 cities" in text
    assert parameter(at, "date") == []
    at.selectbox("date").set_value("2017-09-18").run()
    assert "The link asks for the date" not in html_of(at)


def test_the_members_of_few_countries_are_named_at_once_and_those_of_many_are_folded() -> None:
    assert not [each for each in open_page("growth", region="Africa").expander if "on that date" in each.label]
    assert [each for each in open_page("growth").expander if each.label == "Members on that date, by country"]


def test_both_versions_of_a_corrected_count_are_told() -> None:
    text = html_of(open_page("growth", date="2019-12-01"))
    assert "UNESCO counted 12 cities" in text
    assert "UNESCO counted 11 cities" in text


def test_with_filters_the_announced_intakes_are_left_out(opened: AppTest) -> None:
    assert "of 5 announced" in alts_of(opened)[1]
    african = open_page("growth", region="Africa")
    assert alts_of(african)[1].endswith("2015: 1; Year not published: 1.")
    assert "left out" in html_of(african)
    assert charts_of(african)[1]["data"]


def test_member_states_without_a_member_are_named_by_region(opened: AppTest) -> None:
    text = html_of(opened)
    assert "<h3>Africa <small>1</small></h3><p>Benin</p>" in text
    assert "<h3>Latin America and the Caribbean <small>2</small></h3><p>Brazil and Mexico</p>" in text


def test_an_empty_result_keeps_what_is_about_the_whole_network() -> None:
    at = open_page("growth", region="Africa", country="FRA")
    assert "No member fits all filters" in titles_of(at)
    assert len(alts_of(at)) == 4


def test_the_replay_is_a_button_until_somebody_asks_for_it() -> None:
    app = open_page("growth", region="Africa")
    assert maps_of(app) == []
    assert app.button(key="replay").label == "Replay on the map"
    assert "1 member without a published year comes last, on its own." in html_of(app)

    app.button(key="replay").click().run()
    (told,) = maps_of(app)
    assert told["mask"] == "AwA="
    assert told["replay"].startswith("../..")
    assert told["words"]["title"].startswith("Replay of the 2 members shown on a map")
    assert parameter(app, keys.REPLAY) == ["2019"]
    assert "cities that have left are not among them" in html_of(app)

    app.button(key="replay").click().run()
    assert maps_of(app) == []
    assert parameter(app, keys.REPLAY) == []


def test_a_link_opens_the_replay_with_its_table_and_a_click_on_a_pin_leads_to_the_member() -> None:
    app = with_tables(open_page("growth", replay="2017", region="Europe and North America"))
    (table,) = (each.value for each in app.dataframe if "So far" in each.value)
    assert table["Joined"].tolist() == [0, 0, 1, 0, 2, 0, 0, 1]
    assert table["So far"].tolist() == [0, 0, 1, 1, 3, 3, 3, 4]
    click_on_map(app, "replay_world", "accent-fra")
    assert parameter(app, keys.CITY) == ["accent-fra"]
    assert '<h2 class="city"' in html_of(app)


def test_a_replay_of_nobody_is_not_offered() -> None:
    app = open_page("growth", replay="2017", region="Africa", country="FRA")
    assert maps_of(app) == []
    assert [each.key for each in app.button if each.key == "replay"] == []
