"""``python -m atlas export deck``: the slides of the app without the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pptx
import pytest

from atlas import load
from atlas.cli import main
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _tiny_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(load, "load_network", tiny_network)
    monkeypatch.chdir(tmp_path)


def test_the_slides_of_a_country_are_written_in_the_language_asked_for(tmp_path: Path) -> None:
    assert main(["export", "deck", "--country", "GRC", "--lang", "fr"]) == 0
    (written,) = tmp_path.iterdir()
    assert written.name == "learning-cities-atlas_2020-03-01_deck_country-grc.pptx"
    assert pptx.Presentation(str(written)).slides[0].shapes.title.text == "Grèce"


def test_they_go_where_they_are_asked_to(tmp_path: Path) -> None:
    assert main(["export", "deck", "--country", "GRC", "-o", "talk.pptx"]) == 0
    assert [each.name for each in tmp_path.iterdir()] == ["talk.pptx"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--country", "ZZZ"], '"ZZZ" is no country with members; use an ISO 3166-1 alpha-3 code, such as KOR.'),
        (["--country", "KOR", "--year", "2015"], "no member fits all of these filters, so nothing was written."),
        (["-o", "a.ppt"], "a.ppt is no name for a file of format pptx, which ends in .pptx."),
        (["--country", "GRC", "-o", "nowhere/a.pptx"], "nowhere/a.pptx cannot be written: No such file or directory"),
        (["--lang", "xx"], '"xx" is no language of the Atlas; use en or fr.'),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_no_file(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["export", "deck", *words]) > 0
    assert capsys.readouterr() == ("", f"atlas: {told}\n")
    assert not list(tmp_path.iterdir())
