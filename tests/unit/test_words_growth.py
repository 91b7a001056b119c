"""What is said of published totals: titles, notes, alternative texts, tables, the answer for a date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from atlas import wording
from atlas.model import Network
from atlas.summaries import growth
from atlas.words import growth as words


def count(day: str, cities: int, **given: Any) -> dict[str, Any]:
    texts = {"voice": "unesco", "date_precision": "day", "superseded_by": "", "note": "", "event": "", "date": day}
    return (
        {"sort_date": day, "day": date.fromisoformat(day), "cities_total": cities, "is_official": True} | texts | given
    )


def counts(*given: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(given).astype({"cities_total": "Int64"})


def title(*given: dict[str, Any]) -> str:
    found = counts(*given)
    return words.stock_title(found, growth.largest_drop(found))


@pytest.fixture(scope="module")
def published(tiny: Network) -> pd.DataFrame:
    return growth.summarise_counts(tiny.milestones)


@pytest.fixture(scope="module")
def gaps(tiny: Network) -> pd.DataFrame:
    return growth.summarise_gaps(tiny.milestones)


def test_the_lead_tells_first_and_last_count_and_the_last_intake(tiny: Network, published: pd.DataFrame) -> None:
    assert words.lead(published, growth.summarise_intakes(tiny.milestones)) == (
        "UNESCO counted 3 cities in 2015 and 14 in 2020. The last intake brought 3 cities from 2 countries; totals are "
        "not the sum of intakes, because cities also leave."
    )
    three = pd.DataFrame({"cities_added": [1, 2, 1200], "countries_added": [4, 5, 6]})
    assert "The last intake brought 1,200 cities from 6 countries;" in words.lead(published, three)
    assert words.glance_title(published) == "UNESCO counted 3 cities in 2015 and 14 in 2020"


def test_the_largest_drop_is_told_with_its_year_and_only_where_there_is_one() -> None:
    rising = (count("2015-01-01", 3), count("2016-01-01", 9))
    assert title(*rising) == "From 3 to 9 cities"
    assert title(count("2015-01-01", 9), count("2016-01-01", 9)) == "From 9 to 9 cities"
    fallen = (*rising, count("2018-05-01", 8, voice="press"), count("2019-05-01", 6), count("2020-01-01", 1200))
    assert title(*fallen) == "From 3 to 1,200 cities, with a drop to 6 in 2019"


def test_a_corrected_count_or_one_of_a_year_alone_is_no_drop(published: pd.DataFrame) -> None:
    assert (
        words.stock_title(published, growth.largest_drop(published)) == "From 3 to 14 cities"
    )  # 12, corrected the same day to 11
    undated = (
        count("2015-01-01", 9), count("2016-12-31", 2, date_precision="year", voice="press"), count("2017-01-01", 10)
    )  # fmt: skip
    assert title(*undated) == "From 9 to 10 cities"


def test_a_drop_is_told_with_its_reason_where_one_was_noted() -> None:
    fallen = (count("2018-05-01", 1224, voice="press"), count("2019-12-31", 170, note="inactive ones were dropped"))
    assert words.drop_label(growth.largest_drop(counts(*fallen))) == (
        "From 1,224 to 170 in December 2019: inactive ones were dropped"
    )
    silent = (count("2018-05-01", 1224), count("2019-12-31", 1170))
    assert words.drop_label(growth.largest_drop(counts(*silent))) == "From 1,224 to 1,170 in December 2019"
    assert words.drop_label(None) == ""


def test_the_real_drop_of_2019_is_the_largest(network: Network) -> None:
    drop = growth.largest_drop(growth.summarise_counts(network.milestones))
    assert drop is not None
    assert (drop.peak, drop.trough, drop.after) == (224, 170, date(2019, 12, 31))
    assert words.drop_label(drop).endswith("in December 2019: inactive members were dropped after a review")


def test_the_line_in_words_names_counts_press_and_conferences(tiny: Network, published: pd.DataFrame) -> None:
    alt = words.stock_alt(published, growth.summarise_events(tiny.events, tiny.all_awards), None)
    assert alt == (
        "Line of the cities that UNESCO counted. 28 September 2015: 3; 18 September 2017: 9; 1 December 2019: 11; "
        "1 March 2020: 14. 1 count in the press stands beside it. Conferences are marked: Mexico City 2015, Cork 2017 "
        "and Yeonsu 2021."
    )
    alone = words.stock_alt(published[published["voice"] == "unesco"], tiny.events.iloc[:0].assign(day=[]), None)
    assert alone.endswith("1 March 2020: 14.")
    drop = growth.Drop(date(2018, 5, 1), 12, date(2019, 12, 1), 11, "some left")
    told = words.stock_alt(published, tiny.events.iloc[:0].assign(day=[]), drop)
    assert told.endswith("From 12 to 11 in December 2019: some left.")
    assert words.glance_note(drop).endswith(
        "do not apply. From 12 to 11 in December 2019: some left (dotted: counts in the press)."
    )
    assert words.glance_note(None).endswith("the filters do not apply.")


def test_conflicts_between_totals_are_told(published: pd.DataFrame) -> None:
    assert words.stock_notes(published) == ["1 December 2019: first announced as 12, corrected to 11."]
    later = counts(
        count("2022-09-02", 294, superseded_by="292"),
        count("2023-10-01", 292, note="as corrected", date_precision="month"),
    )
    assert words.stock_notes(later) == [
        "2 September 2022: announced as 294; later texts of UNESCO say 292.",
    ]


def test_a_conference_has_its_city_and_below_it_its_awards_named_once() -> None:
    events = pd.DataFrame(
        {
            "day": [date(2015, 9, 28), date(2017, 9, 18), date(2021, 10, 27)],
            "city": ["Mexico City", "<b>Cork</b>", "Yeonsu"],
            "awards": [12, 1, 0],
        }
    )
    assert words.conference_marks(events) == [
        (date(2015, 9, 28), "Mexico City\n12 awards"),
        (date(2017, 9, 18), "<b>Cork</b>\n1"),
        (date(2021, 10, 27), "Yeonsu"),
    ]


def test_the_table_of_counts_tells_who_counted_and_where(published: pd.DataFrame) -> None:
    table = words.counts_table(published)
    assert table.columns.tolist() == [
        *("Date", "Cities", "Countries", "Counted by", "Later texts say", "What was published", "Remark", "Source"),
    ]
    assert table.iloc[3].tolist()[:5] == ["1 December 2019", 12, 7, "UNESCO, corrected", "11"]
    assert table["Source"].iloc[1] == "https://count.example/2016-12-31"
    assert words.glance_table(published).to_numpy().tolist()[:2] == [["28 September 2015", 3], ["31 December 2016", 6]]


def test_the_table_of_conferences_has_their_awards(tiny: Network) -> None:
    table = words.events_table(growth.summarise_events(tiny.events, tiny.all_awards))
    assert table.to_numpy().tolist()[0] == [
        *("28 September 2015", "Second <b>conference</b>", "Mexico City", "A statement", 2, "https://c.example/15"),
    ]


def test_countries_are_told_from_first_to_last(published: pd.DataFrame) -> None:
    assert words.countries_title(published) == "The network reached 8 countries, up from 2 in 2015"
    assert words.countries_alt(published) == (
        "Line of the countries with a member, as UNESCO counted them. 28 September 2015: 2; 18 September 2017: 6; "
        "1 December 2019: 7; 1 March 2020: 8."
    )


def test_the_title_of_the_sums_is_the_one_that_misses_by_most(gaps: pd.DataFrame) -> None:
    assert words.gaps_title(gaps) == "9 and 3 make 12, but UNESCO announced 11"
    none = "No announced total is smaller than the sum of the last count and the intake"
    assert words.gaps_title(gaps.head(1)) == none
    assert words.gaps_title(gaps.assign(gap=0)) == none


def test_the_sum_of_an_intake_is_written_out(gaps: pd.DataFrame) -> None:
    assert words.gap_names(gaps) == [
        "September 2017: 3 + 5 = 8, announced 9",
        "December 2019: 9 + 3 = 12, announced 11",
    ]
    assert words.gaps_alt(gaps).endswith(
        "18 September 2017: 3 + 5 = 8, announced 9, 1 more; 1 December 2019: 9 + 3 = 12, announced 11, 1 fewer."
    )
    assert words.gaps_table(gaps).iloc[1].tolist()[:8] == [
        *("1 December 2019", 9, "18 September 2017", 3, 12, 11, "1 fewer", ""),
    ]


def test_a_gap_is_told_as_more_fewer_or_none() -> None:
    assert [words.gap_label(gap) for gap in (-1200, -1, 0, 1, 5)] == [
        *("1,200 fewer", "1 fewer", "adds up", "1 more", "5 more"),
    ]


def test_a_count_of_the_press_names_the_page_and_one_of_unesco_names_unesco(published: pd.DataFrame) -> None:
    assert [words.count_sentence(row) for _index, row in published.iloc[:2].iterrows()] == [
        "On 28 September 2015 UNESCO counted 3 cities in 2 countries.",
        "For 31 December 2016, count.example prints a count of 6 cities in 4 countries.",
    ]
    alone = published.assign(countries_total=pd.NA)
    assert [words.count_sentence(row) for _index, row in alone.iloc[:2].iterrows()] == [
        "On 28 September 2015 UNESCO counted 3 cities.",
        "For 31 December 2016, count.example prints a count of 6 cities.",
    ]


def test_remarks_on_a_day_are_sentences_each_once(published: pd.DataFrame) -> None:
    both = published.iloc[[0, 0, 1]].assign(note=["and more", "and more", ""])
    assert words.count_remarks(both) == "It opens <i>here</i>. Count in the press. And more."


def test_dates_are_told_as_precisely_as_they_were_published() -> None:
    told = counts(
        count("2016-08-23", 1),
        count("2023-10-31", 1, date="2023-10", date_precision="month"),
        count("2016-12-31", 1, date="2016", date_precision="year"),
    )
    assert [words.when(row) for _index, row in told.iterrows()] == ["23 August 2016", "October 2023", "2016"]


def test_a_day_without_a_count_is_named_and_cut_short() -> None:
    assert words.unknown_date("x" * 100).startswith("The link asks for the date “" + "x" * 80 + "”, on which nobody")


def test_texts_are_translated() -> None:
    wording.use_language("fr")
    assert words.gap_label(-2) == "2 de moins"
    assert words.press_label() == "selon la presse"
    assert title(count("2015-01-01", 3), count("2016-01-01", 2000)) == "De 3 à 2\u202f000 villes"


def test_both_conflicts_between_the_real_totals_are_told(network: Network) -> None:
    notes = " ".join(words.stock_notes(growth.summarise_counts(network.milestones)))
    assert "230, corrected to 229" in notes
    assert "announced as 294; later texts of UNESCO say 292" in notes
