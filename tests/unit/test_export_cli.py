"""Files from the command line: whole or not at all, and one sentence for whatever is wrong."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from atlas import export_cli
from atlas.cli import main
from atlas.export_cli import write_whole
from tests.tiny import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    assert export("--name", "map", "--country", "kor", "--lang", "fr", "--square", "-o", str(target)) == 0
    image = Image.open(target)
    assert image.size == (1080, 1080)
    assert image.info["Title"] == "3 membres en République de Corée"
    assert capsys.readouterr() == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["korea.png"]


def test_a_drawing_is_written_where_the_name_says_so_and_told_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "years.SVG"
    assert main(["export", "--json", "picture", "--name", "years", "--size", "1600x900", "-o", str(target)]) == 0
    assert b'viewBox="0 0 1600 900"' in target.read_bytes()
    assert json.loads(capsys.readouterr().out) == {"file": str(target), "bytes": target.stat().st_size}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--country", "XXX"], 'no member is listed in a country "XXX"'),
        (["--country", "South Korea"], "Did you mean KOR (Republic of Korea)?"),
        (["--region", "Europe"], "known are Africa, Arab States"),
        (["--year", "1999"], "known are 2015, 2017, 2019, unknown"),
        (["--size", "10x10"], "from 400 to 8000 pixels"),
    ],
)
def test_what_is_not_known_is_told_in_one_sentence(
    words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(*words, "-o", str(tmp_path / "a.png")) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_another_kind_of_file_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("-o", str(tmp_path / name)) == 2
    assert "must end in .png or .svg" in capsys.readouterr().err


def test_a_place_where_no_file_can_be_is_refused_before_anything_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_cli, "KINDS", {})  # nothing is asked of it
    options: Any = type("Options", (), {"out": tmp_path / "missing" / "a.png"})
    for path, says in ((tmp_path / "missing" / "a.png", "does not exist"), (tmp_path, "is a folder")):
        options.out = path
        with pytest.raises(export_cli.WrongUseError, match=says):
            export_cli.run_export(options)
    assert capsys.readouterr() == ("", "")


def test_nothing_is_written_where_nobody_fits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--country", "KOR", "--year", "2015", "-o", str(tmp_path / "a.png")) == 1
    assert capsys.readouterr().err == "atlas: Nothing to draw: no member fits all filters. Loosen one of them.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "ended"), [([], 2), (["picture"], 2), (["picture", "--name", "pie", "-o", "a.png"], 2)]
)
def test_incomplete_words_end_with_usage(words: list[str], ended: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", *words])
    assert stopped.value.code == ended
    assert "usage:" in capsys.readouterr().err


def test_a_full_disk_leaves_the_file_that_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.png"
    target.write_bytes(b"before")

    def full(*_arguments: Any, **_settings: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    assert export("--name", "years", "-o", str(target)) == 1
    assert capsys.readouterr().err == f"atlas: cannot write {target}: No space left on device\n"
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"cannot write .*a\.png: Not a directory"):
        write_whole(_file(tmp_path) / "a.png", b"")


def _file(folder: Path) -> Path:
    path = folder / "file"
    path.write_bytes(b"")
    return path


def test_a_file_is_replaced_by_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.bin"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]
