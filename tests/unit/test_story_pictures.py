"""What the steps of a story show: numbers and names that every form draws, and the tables behind them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from atlas.story import Bars, Line, Points, Series
from tests.stories import step, told
from tests.tiny import NAMES

if TYPE_CHECKING:
    from atlas.model import Network


def test_the_bars_of_themes_are_solid_but_for_those_without_a_statement(tiny: Network) -> None:
    found = step(tiny, "work")
    assert found.picture == Bars(
        labels=(
            "Older people",
            "Cluster: Education for sustainable development",
            "Equity & inclusion",
            "Environment & climate",
            "Gender equality",
            "No statement found",
        ),
        solid=Series("Members", (3, 2, 2, 1, 1, 0)),
        hollow=Series("No statement found", (0, 0, 0, 0, 0, 4)),
        texts=("3", "2", "2", "1", "1", "4"),
    )
    assert found.definition == (
        "Members by stated theme, of 6 with a statement; a member counts once per theme. Hollow: no statement found "
        "for 4 of 10."
    )
    assert found.table.rows[-1] == ("No statement found", 4)
    assert [column.kind for column in found.table.columns] == ["text", "number"]


def test_weak_statements_count_where_the_choice_says_so(tiny: Network) -> None:
    found = step(tiny, "work", "filter", evidence=["weak"])
    assert isinstance(found.picture, Bars)
    assert found.picture.hollow == Series("No statement found", (0, 0, 0, 0, 0, 0, 3))


def test_years_are_columns_with_every_year_between_and_the_unknown_one_hollow(tiny: Network) -> None:
    picture = step(tiny, "how", "region:Europe and North America").picture
    assert picture == Bars(
        labels=("2017", "2018", "2019", "n. p."),
        solid=Series("Members", (1, 0, 2, 0)),
        hollow=Series("Year not published", (0, 0, 0, 1)),
        texts=("1", "", "2", "1"),
        upright=True,
    )
    korea = step(tiny, "how", "country:KOR").picture
    assert isinstance(korea, Bars)
    assert korea.hollow is None


def test_the_network_grows_along_the_counts_of_unesco(tiny: Network) -> None:
    picture = step(tiny, "how").picture
    assert isinstance(picture, Line)
    assert picture.points == [
        (date(2015, 9, 28), 3), (date(2017, 9, 18), 9), (date(2019, 12, 1), 11), (date(2020, 3, 1), 14),
    ]  # fmt: skip
    assert picture.dotted == ()


def test_maps_show_the_placed_members_and_mark_whom_the_step_is_about(tiny: Network) -> None:
    where = step(tiny, "where").picture
    assert isinstance(where, Points)
    assert [place.city_id for place in where.places] == [each for each in NAMES if each != "script-grc"]
    newest = step(tiny, "newest").picture
    assert isinstance(newest, Points)
    assert newest.marked == ("at-deu", "plain-kor")
    assert step(tiny, "where", "country:GRC").picture is None
    assert "1 member could not be placed; it is counted, and missing on the map." in step(tiny, "where").notes


def test_of_one_country_every_member_is_named_with_its_page(tiny: Network) -> None:
    rows = step(tiny, "where", "country:KOR").table.rows
    assert rows == (
        (NAMES["long-kor"], "2017", "https://www.long.example/page"),
        ("Plain", "2019", "https://www.plain.example/page"),
        (NAMES["quote-kor"], "2017", 'https://quote.example/?"><b>x</b>'),
    )
    assert step(tiny, "where", "country:KEN").table.rows == (("<b>Bold</b> & Co", None, None),)  # a copy of a page


def test_missing_member_states_stand_by_region_and_one_region_in_the_light_of_the_others(tiny: Network) -> None:
    network, africa = step(tiny, "missing"), step(tiny, "missing", "region:Africa")
    assert network.table.rows == (
        ("Africa", 1, "Benin"),
        ("Arab States", 1, "Qatar"),
        ("Asia and the Pacific", 1, "Japan"),
        ("Europe and North America", 1, "Canada"),
        ("Latin America and the Caribbean", 2, "Brazil and Mexico"),
    )
    assert africa.table.rows == (("Benin",),)
    for each, strong in ((network, None), (africa, 0)):
        assert isinstance(each.picture, Bars)
        assert each.picture.solid.values == (2, 1, 1, 3, 0)
        assert each.picture.hollow == Series("Without", (1, 1, 1, 1, 2))
        assert each.picture.strong == strong


def test_what_is_unknown_is_told_by_fact_and_by_member(tiny: Network) -> None:
    found = step(tiny, "missing", "country:KOR")
    assert found.title == "What is still unknown"
    assert found.picture == Bars(
        labels=("Stated focus", "Population"),
        solid=Series("Known", (2, 1)),
        hollow=Series("Not published", (1, 2)),
        texts=("1 missing", "2 missing"),
    )
    assert found.table.rows == (
        (NAMES["long-kor"], "Population"),
        ("Plain", "Stated focus"),
        (NAMES["quote-kor"], "Population"),
    )


def test_a_single_member_tells_what_pages_state_of_it(tiny: Network) -> None:
    found = step(tiny, "work", "country:NGA")
    assert found.picture is None
    assert found.table.rows == (
        ("Equity & inclusion", "says <em>equity</em>", "https://formula.example/1"),
        ("Older people", "says older people", "https://formula.example/2"),
    )
    assert [source.address for source in found.sources] == ["https://formula.example/1", "https://formula.example/2"]
    assert step(tiny, "work", "country:DEU").sources == ()  # a copy is named nowhere as a link


def test_pairs_cross_borders_and_leave_the_scope(tiny: Network) -> None:
    korea = step(tiny, "partners", "country:KOR")
    assert {row[1].partition(", ")[2] for row in korea.table.rows if isinstance(row[1], str)} == {"Nigeria"}
    assert isinstance(korea.picture, Points)
    assert korea.picture.links == (("long-kor", "formula-nga"),)
    assert [place.city_id for place in korea.picture.places] == ["long-kor", "formula-nga"]


def test_partners_of_a_choice_are_not_among_those_chosen(tiny: Network) -> None:
    winners = step(tiny, "partners", "filter", award=["2015", "2017", "2019"]).picture
    assert isinstance(winners, Points)
    pairs = (("accent-fra", "at-deu"), ("formula-nga", "long-kor"), ("formula-nga", "quote-kor"))
    assert winners.links == pairs


def test_every_step_has_a_foot_and_a_picture_has_words(tiny: Network) -> None:
    for scope in ("network", "region:Africa", "country:KOR", "country:NGA"):
        story = told(tiny, scope)
        assert story.coverage == "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."
        for each in story.steps:
            assert bool(each.alt) == (each.picture is not None), (scope, each.code)
            assert each.definition
            assert each.table.rows
            assert all(len(row) == len(each.table.columns) for row in each.table.rows)
