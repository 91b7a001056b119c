"""``python -m atlas export deck``, ``handout`` and ``kit``: the files about a place without the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pptx
import pytest

from atlas import load
from atlas.cli import main
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = {"deck": "pptx", "handout": "html", "kit": "html"}


@pytest.fixture(autouse=True)
def _tiny_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(load, "load_network", tiny_network)
    monkeypatch.chdir(tmp_path)


def _says(file: Path, title: str) -> bool:
    """Return whether a document is in French and has a title."""
    if file.suffix == ".pptx":
        return bool(pptx.Presentation(str(file)).slides[0].shapes.title.text == title)
    html = file.read_text(encoding="utf-8")
    return '<html lang="fr">' in html and f"<h1>{title}</h1>" in html


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_country_is_told_in_the_language_asked_for(kind: str, tmp_path: Path) -> None:
    assert main(["export", kind, "--country", "KOR", "--lang", "fr"]) == 0
    (written,) = tmp_path.iterdir()
    assert written.name == f"learning-cities-atlas_2020-03-01_{kind}_country-kor.{ENDINGS[kind]}"
    assert _says(written, "République de Corée")


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_file_goes_where_it_is_asked_to(kind: str, tmp_path: Path) -> None:
    assert main(["export", kind, "--country", "GRC", "-o", f"own.{ENDINGS[kind]}"]) == 0
    assert [each.name for each in tmp_path.iterdir()] == [f"own.{ENDINGS[kind]}"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--country", "ZZZ"], '"ZZZ" is no country with members; use an ISO 3166-1 alpha-3 code, such as KOR.'),
        (["--country", "KOR", "--year", "2015"], "no member fits all of these filters, so nothing was written."),
        (["-o", "a.pdf"], "a.pdf is no name for a file of format {ending}, which ends in .{ending}."),
        (
            ["--country", "GRC", "-o", "nowhere/a.{ending}"],
            "nowhere/a.{ending} cannot be written: No such file or directory",
        ),
        (["--lang", "xx"], '"xx" is no language of the Atlas; use en or fr.'),
    ],
)
@pytest.mark.parametrize("kind", ENDINGS)
def test_what_cannot_be_done_is_one_sentence_and_no_file(
    kind: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = [word.replace("{ending}", ENDINGS[kind]) for word in words]
    assert main(["export", kind, *asked]) > 0
    assert capsys.readouterr() == ("", f"atlas: {told.replace('{ending}', ENDINGS[kind])}\n")
    assert not list(tmp_path.iterdir())
