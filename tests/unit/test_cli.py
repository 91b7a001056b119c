"""The command line answers in words or JSON, and ends wrong use with a message."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from atlas import build
from atlas.cli import main

ROOT = Path(__file__).parents[2]
MEMBERS = ROOT / "data" / "raw" / "members.csv"


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_geocode_gives_the_position_of_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = answer(capsys, "geocode", "Lyon", "FRA")
    assert code == 0
    assert (round(found["lat"]), round(found["lon"])) == (46, 5)
    assert {"lat", "lon", "precision", "method", "note"} <= set(found)


def test_geocode_honours_what_was_decided_for_members(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = answer(capsys, "geocode", "Kuno Consortium", "KEN")
    assert found["method"] in {"override", "gazetteer-pinned"}


def test_geocode_takes_the_code_in_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "geocode", "Lyon", "fra")[1]["iso3"] == "FRA"


def test_geocode_of_an_unknown_place_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = answer(capsys, "geocode", "Qwxyzt", "FRA")
    assert (code, found["lat"]) == (1, None)
    assert "coordinates.csv" in found["note"]


def test_geocode_of_an_unknown_place_says_so_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", "Qwxyzt", "FRA"]) == 1
    assert "coordinates.csv" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["XYZ", "KR", "", "Korea"])
def test_geocode_in_an_unknown_country_is_wrong_use(capsys: pytest.CaptureFixture[str], code: str) -> None:
    assert main(["geocode", "Busan", code]) == 2
    assert "ISO 3166-1 alpha-3" in capsys.readouterr().err


def test_geocode_suggests_the_code_of_the_country(capsys: pytest.CaptureFixture[str]) -> None:
    main(["geocode", "Busan", "South Korea"])
    assert "KOR (Republic of Korea)" in capsys.readouterr().err


def test_search_gives_a_list_even_for_one_query(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = answer(capsys, "search", "sao filipe")
    assert code == 0
    assert [each["query"] for each in found] == ["sao filipe"]
    assert found[0]["results"][0]["city_id"] == "sao-filipe-cpv"
    assert set(found[0]["results"][0]) == {"city_id", "city", "country", "iso3", "score"}


def test_search_answers_every_query_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = answer(capsys, "search", "Turkey", "Bouake", "qqqqqq", "Turkey")
    assert [each["query"] for each in found] == ["Turkey", "Bouake", "qqqqqq", "Turkey"]
    assert {each["iso3"] for each in found[0]["results"]} == {"TUR"}
    assert found[2]["results"] == []


def test_search_finds_the_districts_of_busan(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = answer(capsys, "search", "부산")
    ids = {each["city_id"] for each in found[0]["results"]}
    assert {"nam-gu-busan-kor", "seo-gu-busan-kor"} <= ids


def test_search_prints_a_table_and_what_was_not_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "Kiev", "qqqqqq"]) == 0
    printed = capsys.readouterr().out
    assert "kyiv-ukr" in printed
    assert 'No member found for "qqqqqq"' in printed


def test_search_refuses_a_limit_below_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "Kyiv", "--limit", "0"]) == 2
    assert "--limit" in capsys.readouterr().err


def test_check_ends_with_zero_without_faults(capsys: pytest.CaptureFixture[str]) -> None:
    code, report = answer(capsys, "check", str(MEMBERS))
    rows = len(MEMBERS.read_text(encoding="utf-8").splitlines()) - 1
    assert (code, report["rows"], report["faults"]) == (0, rows, [])


def test_check_ends_with_one_for_faults(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sent = tmp_path / "sent.csv"
    sent.write_text("city,country\nLyon,France\n", encoding="utf-8")
    code, report = answer(capsys, "check", str(sent))
    assert code == 1
    assert report["file"] == str(sent)
    assert main(["check", str(sent)]) == 1
    assert "Add a column named iso3" in capsys.readouterr().out


def test_check_of_a_missing_file_is_wrong_use(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", str(tmp_path / "none.csv")]) == 2
    assert "is no file" in capsys.readouterr().err


def test_build_in_a_missing_folder_is_wrong_use(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["build", "--data", str(tmp_path / "none")]) == 2
    assert "--data" in capsys.readouterr().err


def test_build_of_faulty_data_writes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, told = answer(capsys, "build", "--data", str(tmp_path))
    assert code == 1
    assert told["faults"][0]["remedy"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [[], ["paint"], ["search"], ["geocode", "Lyon"], ["check"]])
def test_incomplete_words_end_with_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_module_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "atlas", "search", "Kyiv", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout)[0]["results"][0]["iso3"] == "UKR"


def test_help_says_what_each_command_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    printed = " ".join(capsys.readouterr().out.split())
    for summary in (
        "build Build the curated tables from the raw tables and the overrides.",
        "check Report what is wrong with a table of members, by row and column.",
        "geocode Find the position of a place in a country.",
        "partners Find the members with whom one could talk, and why.",
        "search Search the members, forgiving accents, scripts, old names and typos.",
    ):
        assert summary in printed


def test_json_is_for_eyes_too(capsys: pytest.CaptureFixture[str]) -> None:
    main(["search", "ⵣⵣⵣ", "--json"])
    assert capsys.readouterr().out == '[\n  {\n    "query": "ⵣⵣⵣ",\n    "results": []\n  }\n]\n'


def test_a_place_is_told_once_in_words_or_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", "Lyon", "FRA"]) == 0
    printed = capsys.readouterr()
    head, row = printed.out.splitlines()
    assert head.split()[:6] == ["name", "iso3", "lat", "lon", "precision", "method"]
    assert row.split()[:2] == ["Lyon", "FRA"]
    assert printed.err == ""
    assert main(["geocode", "Qwxyzt", "FRA"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["geocode", "Qwxyzt", "FRA", "--json"]) == 1
    assert capsys.readouterr().err == ""


def test_a_place_without_a_name_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", "  ", "FRA"]) == 2
    assert "the name is empty" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "found"), [([], 8), (["--limit", "1"], 1), (["--limit", "9"], 9)])
def test_as_many_members_are_found_as_asked_for(
    capsys: pytest.CaptureFixture[str], words: list[str], found: int
) -> None:
    code, answered = answer(capsys, "search", "Korea", *words)
    assert (code, len(answered[0]["results"])) == (0, found)


def test_columns_of_a_table_stand_below_each_other_and_end_without_spaces(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sent = tmp_path / "sent.csv"
    cells = ["Lyon", "France", "FRA", "Europe and North America", "1999", "x" * 41]
    sent.write_text(
        "city,country,iso3,unesco_region,joined_year,source_url\n" + ",".join(cells) + "\n", encoding="utf-8"
    )
    assert main(["check", str(sent)]) == 1
    head, year, source, count = capsys.readouterr().out.splitlines()
    assert head == "row  column       value" + 37 * " " + "what is wrong and what to do"
    assert year.startswith(
        "2    joined_year  1999" + 38 * " " + "the network did not admit members in that year. Write"
    )
    assert source.startswith("2    source_url   " + 40 * "x" + "  this is no address of a page. Give the full")
    assert count == "2 fault(s) in 1 row(s)"


def test_a_table_without_faults_is_told_with_its_rows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sent = tmp_path / "sent.csv"
    row = "Lyon,France,FRA,Europe and North America,2022,https://example.org/lyon"
    sent.write_text(f"city,country,iso3,region,joined_year,source_url\n{row}\n", encoding="utf-8")
    assert main(["check", str(sent)]) == 0
    assert capsys.readouterr().out == "No faults in 1 row(s)\n"


def test_a_build_is_written_where_it_was_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build.Built({"curated/cities.csv": b"city_id\n", "datapackage.json": b"{}"}, {"cities": 3}, "2020-01-01+a")
    accepted: list[Path] = []
    monkeypatch.setattr(build, "build_files", lambda _data: built)
    monkeypatch.setattr(build, "accept_raw", accepted.append)
    source, target = tmp_path / "data", tmp_path / "out"
    source.mkdir()
    assert main(["build", "--data", str(source), "--out", str(target)]) == 0
    assert capsys.readouterr().out == f"table   rows\ncities  3\nVersion 2020-01-01+a written to {target}\n"
    assert (target / "curated" / "cities.csv").read_bytes() == b"city_id\n"
    assert list(source.iterdir()) == []
    code, told = answer(capsys, "build", "--data", str(source), "--accept-raw")
    assert (code, told) == (0, {"version": "2020-01-01+a", "out": str(source), "rows": {"cities": 3}})
    assert (source / "datapackage.json").read_bytes() == b"{}"
    assert accepted == [source]


def test_without_tables_the_search_says_how_to_make_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atlas.cli.DATA", tmp_path)
    assert main(["search", "Kyiv"]) == 2
    assert "python -m atlas build" in capsys.readouterr().err
