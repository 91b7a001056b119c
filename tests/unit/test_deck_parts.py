"""What decks are made of: how wide texts are, how tables fit, which language a run has, and the archive itself."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Inches

from atlas.deck.build import MASTER
from atlas.deck.charts import add_chart
from atlas.deck.letters import height_of, lines_of, runs, scale_for, width_of
from atlas.deck.package import pack, settle
from atlas.deck.tables import fit
from atlas.story import Bars, Line, Series
from atlas.story.slides import Reading


@pytest.mark.parametrize(
    ("text", "width"),
    [
        # as Carlito has them, which is as wide as Calibri letter by letter
        ("Members listed", 88.3),
        ("Latin America and the Caribbean", 185.6),
        ("Thématique commune\u202f: égalité entre les sexes", 262.8),
    ],
)
def test_a_text_is_taken_for_a_little_wider_than_it_is(text: str, width: float) -> None:
    assert width <= width_of(text, 14) <= 1.05 * width


def test_lines_are_broken_between_words_and_long_words_within() -> None:
    assert lines_of("one", 10, 100) == 1
    assert lines_of("one two three", 10, width_of("one two", 10) + 1) == 2
    assert lines_of("a" * 100, 10, width_of("a" * 30, 10)) == 4
    assert lines_of("one\u00a0two", 10, width_of("one two", 10) - 1) == 2  # a word that is too long, cut within


@settings(max_examples=25)
@given(st.text(max_size=120), st.floats(20, 400), st.floats(15, 100))
def test_shrunk_text_fits_or_has_the_least_size(text: str, width: float, height: float) -> None:
    scale = scale_for([text], 28, (width, height))
    assert 0.5 <= scale <= 1
    assert scale == 0.5 or height_of([text], 28 * scale, width) <= height + 0.5


def test_a_run_has_the_language_of_its_letters() -> None:
    found = [(run.text, run.language) for run in runs("부산, Rīga, 北京 and القاهرة!")]
    assert found == [
        ("부산", "ko-KR"),
        (", Rīga, ", "en-GB"),
        ("北京 ", "zh-CN"),
        ("and ", "en-GB"),
        ("القاهرة", "ar-SA"),
        ("!", "en-GB"),
    ]


@given(st.text())
def test_runs_lose_no_letter(text: str) -> None:
    assert len("".join(run.text for run in runs(text))) == len(text)


def test_nothing_of_python_pptx_is_loaded_before_a_deck_is_asked_for() -> None:
    told_ = """
import sys
import atlas.deck.build, atlas.export_cli, atlas.ui.parts.handout
early = [name for name in sys.modules if name.partition(".")[0] in ("pptx", "lxml", "xlsxwriter", "matplotlib")]
assert not early, early
"""
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", told_], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def told(rows: int, text: str = "Lisbon") -> Reading:
    return Reading(["City", "Members"], [[text, str(at)] for at in range(rows)], [False, True])


def test_a_table_takes_the_largest_letters_in_which_all_rows_fit() -> None:
    # a row is 1.22 times its letters and 5.2 points high, the head too
    assert (fit(told(4), 400, 5 * 27.2).size, fit(told(4), 400, 5 * 27.1).size) == (18, 16)
    assert (fit(told(4), 400, 5 * 22.3).size, fit(told(4), 400, 5 * 22.3).rows) == (14, 4)
    small = fit(told(10), 400, 5 * 22.3)
    assert (small.size, small.rows) == (14, 3)  # with the head and the row that says how many there are besides


def test_columns_share_the_width_by_what_they_hold() -> None:
    long = Reading(["A", "B"], [["Lisbon", "word " * 40]], [False, False])
    first, second = fit(long, 400, 300).widths
    assert first + second == pytest.approx(400)
    assert first < 80  # a short column gets what it needs and no more
    assert sum(fit(told(2), 500, 300).widths) == pytest.approx(500)


def test_an_archive_says_nothing_of_when_it_was_made() -> None:
    inner = pack({"docProps/core.xml": b"<dcterms:created a='b'>2026-11-29T10:00:00Z</dcterms:created>"})
    settled = settle(pack({"a/b.xlsx": inner, "c.xml": b"text"}), date(2020, 3, 1))
    with ZipFile(io.BytesIO(settled)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        with ZipFile(io.BytesIO(archive.read("a/b.xlsx"))) as workbook:
            assert workbook.read("docProps/core.xml") == (
                b"<dcterms:created a='b'>2020-03-01T00:00:00Z</dcterms:created>"
            )


def chart(picture: Bars | Line) -> pptx.chart.chart.Chart:
    deck = pptx.Presentation(str(MASTER))
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    (holder,) = [each for each in slide.placeholders if each.placeholder_format.idx == 14]
    return add_chart(holder, picture).chart


def test_no_label_becomes_a_formula_in_the_workbook_behind_a_chart() -> None:
    labels = ("=1+1", "{=2}", "+3", "Plain")
    made = chart(Bars(labels, Series("=SUM(A1)", (1, 2, 3, 4)), texts=("1", "2", "3", "4")))
    sheet = openpyxl.load_workbook(io.BytesIO(made.part.chart_workbook.xlsx_part.blob)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [str(sheet.cell(at, 1).value).lstrip("\u200e") for at in range(2, 6)] == list(labels)


def test_a_line_is_drawn_in_parts_and_others_counts_dotted() -> None:
    day = [date(2016, 1, 1), date(2017, 6, 1), date(2018, 1, 1), date(2019, 1, 1), date(2020, 1, 1)]
    line = Line("Cities", (((day[0], 10),), ((day[3], 20), (day[4], 30))), ((day[0], 10), (day[1], 15), (day[3], 20)))
    made = chart(line)
    first, second, dotted = made.plots[0].series
    assert [list(each.values) for each in (first, second, dotted)] == [
        [10, None, None, None],
        [None, None, 20, 30],
        [10, 15, 20, None],
    ]
    assert (first.name, dotted.name) == ("Cities", "Cities, counts in the press")
    assert dotted.format.line.dash_style.name == "ROUND_DOT"
    assert made._chartSpace.chart.xpath("c:dispBlanksAs/@val") == ["span"]
    shown = [[point.get("val") for point in each._element.xpath("c:dLbls/c:dLbl/c:idx")] for each in (first, second)]
    assert shown == [["0"], ["2", "3"]]


def test_few_bars_keep_together_and_long_names_have_room() -> None:
    made = chart(Bars(("A rather long name of a theme", "B"), Series("n", (1, 2)), texts=("1", "2")))
    (x,), (high,) = (made._chartSpace.chart.xpath(f"c:plotArea/c:layout//c:{name}/@val") for name in ("x", "h"))
    width, height = Inches(12.133).pt, Inches(4.24).pt
    assert float(x) * width > width_of("A rather long name of a theme", 14)
    assert float(high) * height == pytest.approx(120, abs=1)
    assert made.category_axis._element.xpath("c:tickLblSkip/@val") == ["1"]
