"""Decks: a slide per step, native charts and tables, pictures told in words, notes with sources, nothing runs off."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import pptx
import pytest

from atlas.deck.build import build_deck
from atlas.story import Bars, Column, Series, Table, arranged
from tests.decks import alt_of, boxes, chart_of, opened, overlap, slide_of, table_of, texts
from tests.stories import told
from tests.tiny import LONG_NAME

if TYPE_CHECKING:
    from atlas.model import Network

COVERAGE: Final = (
    "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020. "
    "Independent; not an official product of UNESCO."
)
DISCLAIMER: Final = "The boundaries and names shown and the designations used on this map do not imply"


@pytest.fixture(scope="module")
def decks(tiny: Network) -> dict[str, Any]:
    """Return decks of all kinds of scopes; read-only."""
    return {
        "network": opened(tiny),
        "korea": opened(tiny, "country:KOR"),
        "egypt": opened(tiny, "country:EGY"),
        "greece": opened(tiny, "country:GRC"),
        "region": opened(
            tiny, "region:Europe and North America", lang="fr", only=["title", "how", "missing", "partners"]
        ),
        "filter": opened(tiny, "filter", only=["title", "how"], year=["2019"]),
    }


def test_every_step_is_a_slide_and_its_message_the_title(decks: dict[str, Any]) -> None:
    deck = decks["korea"]
    assert [slide.shapes.title.text for slide in deck.slides] == [
        "Republic of Korea",
        "All 3 members listed in Asia and the Pacific are in the Republic of Korea.",
        "Most joined in 2017: 2 members.",
        "Each of the 2 members with a statement works on “Older people”.",
        "The newest member is Plain, which joined in 2019.",
        "Still unknown among the 3 members: stated focus (1) and population (2).",
        f"{LONG_NAME} (Republic of Korea) and =1+1 (Nigeria) have most in common across borders: both work on older "
        "people; award in 2015 and 2019.",
        "The 3 members listed rest on public pages of 3 websites.",
    ]
    assert [texts(slide).get("Step") for slide in deck.slides][1:4] == [
        "Where we are",
        "How we got here",
        "What we work on",
    ]
    assert (deck.slide_width / deck.slide_height) == pytest.approx(16 / 9, abs=0.001)


def test_what_a_step_shows_decides_on_the_layout(decks: dict[str, Any]) -> None:
    def layouts(name: str) -> list[str]:
        return [slide.slide_layout.name for slide in decks[name].slides]

    assert layouts("egypt") == [
        "Opening",
        "Message and picture",
        "Message and table",
        "Message, picture and table",
        "Message and table",
        "Message, table and small picture",
        "Sources",
    ]
    assert layouts("greece") == ["Opening", "Message and table", "Message and table", "Sources"]  # placed nowhere
    assert layouts("network")[2:4] == ["Message and chart", "Message and chart"]


def test_bars_are_a_native_chart_with_the_numbers_of_the_story(decks: dict[str, Any]) -> None:
    chart = chart_of(slide_of(decks["korea"], "What we work on"))
    (plot,) = chart.plots
    assert list(plot.categories) == ["Older people", "Gender equality", "No statement found"]
    assert [(each.name, list(each.values)) for each in plot.series] == [
        ("Members", [2, 1, None]),
        ("No statement found", [None, None, 1]),
    ]
    assert plot.has_data_labels
    assert plot.data_labels.show_value
    assert chart.category_axis.reverse_order
    assert alt_of_chart(decks["korea"], "What we work on").startswith("Bar chart of 2 stated themes")


def alt_of_chart(deck: Any, step: str) -> str:
    (found,) = [alt_of(shape) for shape in slide_of(deck, step).shapes if shape.has_chart]
    return found


def test_bars_with_two_parts_carry_their_text_and_the_colours_of_the_regions(decks: dict[str, Any]) -> None:
    (plot,) = chart_of(slide_of(decks["network"], "Who is missing")).plots
    solid, hollow, helper = plot.series
    assert (list(solid.values), list(hollow.values)) == ([2, 1, 1, 3, None], [1, 1, 1, 1, 2])
    assert [helper.points[at].data_label.text_frame.text for at in range(5)] == [
        "2 of 3", "1 of 2", "1 of 2", "3 of 4", "0 of 2",
    ]  # fmt: skip
    colours = [solid.points[at].format.fill.fore_color.theme_color.name for at in range(5)]
    assert colours == ["ACCENT_2", "ACCENT_3", "ACCENT_4", "ACCENT_5", "ACCENT_6"]
    assert helper.format.fill.type is not None  # told to have none, not left to the program
    assert hollow.points[0].format.line.color.theme_color.name == "ACCENT_2"


def test_bars_that_the_message_is_not_about_are_paler(decks: dict[str, Any]) -> None:
    (plot,) = chart_of(slide_of(decks["region"], "Qui manque encore")).plots
    brightness = [plot.series[0].points[at].format.fill.fore_color.brightness for at in range(5)]
    assert [each > 0 for each in brightness] == [True, True, True, False, True]


def test_years_are_columns_and_counts_a_line_over_time(decks: dict[str, Any]) -> None:
    years = chart_of(slide_of(decks["korea"], "How we got here"))
    assert (years.chart_type.name, list(years.plots[0].categories)) == (
        "COLUMN_CLUSTERED", ["2017", "2018", "2019", "n. p."],
    )  # fmt: skip
    counts = chart_of(slide_of(decks["network"], "How we got here"))
    (series,) = counts.plots[0].series
    assert (counts.chart_type.name, series.name, list(series.values)) == ("LINE_MARKERS", "Cities", [3, 9, 11, 14])
    assert [float(day) for day in counts.plots[0].categories] == [
        (day - date(1899, 12, 30)).days
        for day in (date(2015, 9, 28), date(2017, 9, 18), date(2019, 12, 1), date(2020, 3, 1))
    ]


def test_tables_are_native_without_addresses(decks: dict[str, Any]) -> None:
    assert table_of(slide_of(decks["network"], "Award winners")) == [
        ["Year", "Country", "City"],
        ["2019", "Nigeria", "=1+1"],
        ["2017", "France", "Évry"],
        ["2017", "Egypt", "المدينة"],
        ["2015", "Nigeria", "=1+1"],
    ]
    assert table_of(slide_of(decks["egypt"], "What we work on"))[:2] == [
        ["Theme", "Evidence"],
        ["Equity & inclusion", "says equity"],
    ]
    assert table_of(decks["korea"].slides[0]) == [
        ["3", "3", "2", "0"],
        [
            "Members listed",
            "With a published year of joining",
            "With a focus stated on a public page",
            "With a Learning City Award",
        ],
    ]


def test_whatever_is_no_text_is_told_in_words(decks: dict[str, Any]) -> None:
    for deck in decks.values():
        for slide in deck.slides:
            for shape in slide.shapes:
                if not shape.has_text_frame:
                    assert len(alt_of(shape)) > 20, (shape.name, alt_of(shape))
    pictures = [shape for shape in slide_of(decks["korea"], "Newest members").shapes if hasattr(shape, "image")]
    assert [alt_of(each) for each in pictures] == ["Map with these members marked: Plain."]
    assert [each.image.content_type for each in pictures] == ["image/png"]


def test_coverage_date_and_number_stand_on_every_slide_and_the_disclaimer_below_every_map(
    decks: dict[str, Any],
) -> None:
    for slide in decks["network"].slides:
        said = texts(slide)
        assert (said["Coverage"], said["Date of the data"]) == (COVERAGE, "Data of 1 March 2020.")
        (field,) = slide.shapes._spTree.xpath(".//a:fld/@type")
        assert field == "slidenum"
        has_map = any(hasattr(shape, "image") for shape in slide.shapes)
        assert said.get("Disclaimer of the map", "").startswith(DISCLAIMER) == has_map


def test_notes_say_what_is_counted_and_where_it_comes_from(decks: dict[str, Any]) -> None:
    notes = slide_of(decks["korea"], "Where we are").notes_slide.notes_text_frame.text.split("\n")
    assert notes[0] == "All 3 members listed in Asia and the Pacific are in the Republic of Korea."
    assert notes[1:3] == [
        "What is counted",
        "Each point is a member, in the colour of its region; a point marks a place and not the extent of a city.",
    ]
    assert notes[-3:] == [
        "Sources",
        "Places: GeoNames, CC BY 4.0: https://www.geonames.org/",
        "Outlines: UN Geodata: https://geoportal.un.org/",
    ]
    last = decks["korea"].slides[7].notes_slide.notes_text_frame.text.split("\n")
    assert last[-2:] == [
        "What this story leaves out, and why",
        "Award winners: None of these members is among the cities listed with a Learning City Award.",
    ]


def test_no_placeholder_stays_empty_and_each_knows_its_layout(decks: dict[str, Any]) -> None:
    for deck in decks.values():
        for slide in deck.slides:
            own = {each.placeholder_format.idx for each in slide.slide_layout.placeholders}
            assert {each.placeholder_format.idx for each in slide.placeholders} == own
            assert all(shape.is_placeholder for shape in slide.shapes)  # no text box, no loose picture
            assert all(shape.text_frame.text.strip() for shape in slide.shapes if shape.has_text_frame)


def test_nothing_runs_off_a_slide_or_lies_over_something_else(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        for slide in deck.slides:
            shapes = list(boxes(slide))
            for shape, (left, top, right, bottom) in shapes:
                assert left >= 0, (name, shape)
                assert top >= 0, (name, shape)
                assert right <= deck.slide_width, (name, shape)
                assert bottom <= deck.slide_height, (name, shape)
            crossed = [(one, other) for (one, box), (other, their) in combinations(shapes, 2) if overlap(box, their)]
            assert crossed == [], name


def test_a_picture_has_the_shape_of_its_place_and_is_not_cropped(decks: dict[str, Any]) -> None:
    for slide in decks["network"].slides:
        for shape in slide.shapes:
            if hasattr(shape, "image"):
                crops = (shape.crop_left, shape.crop_right, shape.crop_top, shape.crop_bottom)
                assert max(map(abs, crops)) < 0.002


def test_a_long_table_ends_where_the_slide_does_and_says_how_many_rows_there_are_besides(tiny: Network) -> None:
    story = arranged(told(tiny, "country:EGY"), ["work"])
    rows = tuple((f"City {at}", at) for at in range(40))
    table = Table((Column("City"), Column("Members", "number")), rows)
    (step,) = story.steps
    (slide,) = read(build_deck(replace(story, steps=(replace(step, table=table),)))).slides
    cells = table_of(slide)
    assert cells[:2] == [["City", "Members"], ["City 0", "0"]]
    assert cells[-1] == ["and 29 more, listed in the hand-out", ""]
    assert len(cells) == 1 + 11 + 1
    assert max(bottom for _name, (_left, _top, _right, bottom) in boxes(slide)) < 7.5 * 914_400


def read(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def test_type_has_at_least_14_points_but_in_the_foot(decks: dict[str, Any]) -> None:
    for deck in decks.values():
        for slide in deck.slides:
            sizes = slide.shapes._spTree.xpath(".//@sz")
            assert all(int(size) >= 1400 for size in sizes if size.isdigit())
            for part in slide.part.rels.values():
                if "chart" in part.reltype:
                    found = part.target_part._element.xpath(".//@sz")
                    assert found
                    assert min(map(int, found)) >= 1400


def test_a_message_that_is_too_long_shrinks_as_powerpoint_would_do_it(decks: dict[str, Any]) -> None:
    def shrunk(step: str) -> list[str]:
        return [str(each) for each in slide_of(decks["korea"], step).shapes.title._element.xpath(".//@fontScale")]

    assert shrunk("Where we are") == []
    (scale,) = shrunk("Partners to find")
    assert 50_000 <= int(scale) < 90_000


def test_names_in_other_letters_are_in_their_language_and_run_the_right_way(decks: dict[str, Any]) -> None:
    slide = slide_of(decks["egypt"], "What is still unknown")
    (run,) = slide.shapes._spTree.xpath('.//a:tc//a:r[a:rPr/@lang="ar-SA"]')
    assert run.text == "المدينة"
    assert run.getparent().pPr.get("rtl") == "1"
    languages = slide.shapes.title._element.xpath(".//a:rPr/@lang")
    assert languages == ["en-GB", "ar-SA", "en-GB"]


def test_french_decks_are_french(decks: dict[str, Any]) -> None:
    deck = decks["region"]
    assert texts(deck.slides[0])["Atlas"] == "Atlas des villes apprenantes"
    assert deck.core_properties.language == "fr"
    assert set(deck.slides[1].shapes.title._element.xpath(".//a:rPr/@lang")) == {"fr-FR"}
    assert "Sources\n" in deck.slides[1].notes_slide.notes_text_frame.text
    assert "À garder à l’esprit" in deck.slides[1].notes_slide.notes_text_frame.text


def test_it_says_of_itself_what_it_is(decks: dict[str, Any]) -> None:
    about = decks["korea"].core_properties
    assert (about.title, about.author, about.version) == (
        "Republic of Korea", "Learning Cities Atlas", "2020-03-01+tiny",
    )  # fmt: skip
    assert about.created.date() == about.modified.date() == date(2020, 3, 1)
    assert about.comments.endswith("Data version 2020-03-01+tiny of 1 March 2020. Licence CC BY 4.0.")


def test_the_same_story_is_the_same_file(tiny: Network) -> None:
    story = arranged(told(tiny, "country:KOR"), ["how", "missing"])
    assert build_deck(story) == build_deck(story)


def test_whoever_waits_is_told_each_slide(tiny: Network) -> None:
    heard: list[tuple[int, int, str]] = []
    build_deck(arranged(told(tiny, "country:KOR"), ["title", "how"]), told=lambda *said: heard.append(said))
    assert heard == [(1, 2, "Republic of Korea"), (2, 2, "How we got here")]


def test_the_address_is_a_link_on_the_last_slide_and_no_script_becomes_one(tiny: Network) -> None:
    story = arranged(told(tiny, "country:EGY"), ["sources"])

    def links(address: str) -> list[str]:
        (slide,) = read(build_deck(story, address=address)).slides
        frames = [shape.text_frame for shape in slide.placeholders if shape.name == "Imprint"]
        return [run.hyperlink.address for each in frames for line in each.paragraphs for run in line.runs][-1:]

    assert links("https://atlas.example/place?country=EGY&lang=en") == [
        "https://atlas.example/place?country=EGY&lang=en"
    ]
    assert links("javascript:alert(1)") == [None]


def test_what_xml_forbids_becomes_a_blank(tiny: Network) -> None:
    story = arranged(told(tiny, "country:KOR"), ["work"])
    (step,) = story.steps
    bars = Bars(("a\x00b",), Series("c\x0bd", (1,)), texts=("1",))
    odd = replace(step, title="e\x1bf", message="g\x00h", alt="i\x00j", picture=bars, notes=("k\x00l",))
    (slide,) = read(build_deck(replace(story, steps=(odd,)))).slides
    assert (texts(slide)["Step"], slide.shapes.title.text) == ("e f", "g h")
    assert list(chart_of(slide).plots[0].categories) == ["a b"]
    assert "k l" in slide.notes_slide.notes_text_frame.text
