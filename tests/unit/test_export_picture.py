"""Pictures from the command line: in the language, size and format asked for, or a sentence and no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from atlas.cli import main
from tests.tiny import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def _tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the command line read the ten made-up members."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ATLAS_DATA_DIR", str(write_folder(tmp_path_factory.mktemp("data"))))
        yield


pytestmark = pytest.mark.usefixtures("_tiny_data")


def export(*words: str) -> int:
    return main(["export", "picture", *words])


def test_a_picture_is_written_in_the_language_and_size_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "korea.png"
    assert export("--name", "map", "--country", "KOR", "--lang", "fr", "--square", "-o", str(target)) == 0
    image = Image.open(target)
    assert image.size == (1080, 1080)
    assert image.info["Title"] == "3 membres en République de Corée"
    assert capsys.readouterr().out == f"3 member(s) written to {target}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["korea.png"]


def test_a_drawing_has_the_pixels_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "years.svg"
    assert export("--name", "years", "--pixels", "1600x900", "-o", str(target)) == 0
    assert b'viewBox="0 0 1600 900"' in target.read_bytes()


@pytest.mark.parametrize(("pixels", "ended"), [("399x400", 2), ("400x8001", 2), ("400x400", 0)])
def test_a_picture_has_room_for_its_words_and_fits_the_memory(
    pixels: str, ended: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("--name", "years", "--pixels", pixels, "-o", str(tmp_path / "a.svg")) == ended
    assert ("from 400 to 8000 pixels" in capsys.readouterr().err) == bool(ended)
    assert len(list(tmp_path.iterdir())) == (0 if ended else 1)


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_another_kind_of_file_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("-o", str(tmp_path / name)) == 2
    assert "png or svg" in capsys.readouterr().err
