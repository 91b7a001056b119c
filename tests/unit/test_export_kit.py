"""``python -m atlas export kit``: the file of the app without the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def test_the_kit_of_a_country_is_written_in_the_language_asked_for(tmp_path: Path) -> None:
    assert main(["export", "kit", "--country", "KOR", "--lang", "fr"]) == 0
    (written,) = tmp_path.iterdir()
    assert written.name == "learning-cities-atlas_2020-03-01_kit_country-kor.html"
    html = written.read_text(encoding="utf-8")
    assert '<html lang="fr">' in html
    assert "<h1>République de Corée</h1>" in html


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--country", "ZZZ"], '"ZZZ" is no country with members; use an ISO 3166-1 alpha-3 code, such as KOR.'),
        (["--country", "KOR", "--year", "2015"], "no member fits all of these filters, so nothing was written."),
        (["-o", "a.pdf"], "a.pdf is no name for a file of format html, which ends in .html."),
        (["-o", "nowhere/a.html"], "nowhere/a.html cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_no_file(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["export", "kit", *words]) > 0
    assert capsys.readouterr() == ("", f"atlas: {told}\n")
    assert not list(tmp_path.iterdir())
