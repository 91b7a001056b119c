"""The command line finds partners, explains them, and ends wrong use with the nearest names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from atlas.cli import main


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    code = main(["partners", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_partners_come_with_reasons_that_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = answer(capsys, "larissa-grc")
    assert (code, found["city_id"], len(found["partners"])) == (0, "larissa-grc", 10)
    for partner in found["partners"]:
        assert {"city_id", "city", "country", "score", "reasons"} <= set(partner)
        assert sum(each["contribution"] for each in partner["reasons"]) == pytest.approx(partner["score"])
        assert all(each["reason"] and each["text"] for each in partner["reasons"])


def test_partners_of_a_city_without_focus_are_marked(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = answer(capsys, "cali-col")
    assert found["known_focus"] is False
    assert all("focus" in partner["unknown"] for partner in found["partners"])


def test_presets_and_limit_are_honoured(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = answer(capsys, "larissa-grc", "--preset", "elsewhere", "--limit", "1", "--other-region")
    assert [partner["city_id"] for partner in found["partners"]] == ["yeonsu-gu-kor"]


def test_a_preset_may_leave_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "edmonton-can", "--preset", "day_travel")[1]["partners"] == []
    assert main(["partners", "edmonton-can", "--preset", "day_travel"]) == 0
    assert "Nobody" in capsys.readouterr().out


def test_the_same_question_gets_the_same_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "fez-mar") == answer(capsys, "fez-mar")


def test_in_words_every_partner_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["partners", "espoo-fin"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 11
    assert "Both state education for sustainable development" in lines[1]
    assert main(["partners", "ibadan-nga"]) == 0
    assert any("no published focus" in line for line in capsys.readouterr().out.splitlines())


def test_an_unknown_city_is_wrong_use_with_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["partners", "larisa-grc", "--json"]) == 2
    printed = capsys.readouterr()
    assert "larissa-grc" in printed.err
    assert not printed.out


@pytest.mark.parametrize("words", [[], ["larissa-grc", "--limit", "0"], ["larissa-grc", "--limit", "-3"]])
def test_wrong_use_says_what_to_do(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(["partners", *words]) == 2
    assert capsys.readouterr().err.startswith("atlas: ")


def test_an_unknown_preset_is_wrong_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["partners", "larissa-grc", "--preset", "best"])
    assert stopped.value.code == 2


def test_the_table_of_all_pairs_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "partners.csv"
    assert main(["partners", "--table", str(target)]) == 0
    table = pd.read_csv(target, index_col="city_id")
    assert table.index.tolist() == table.columns.tolist()
    _, found = answer(capsys, "larissa-grc", "--limit", "1")
    best = found["partners"][0]
    assert table.loc["larissa-grc", best["city_id"]] == best["score"]


def test_a_table_that_cannot_be_written_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["partners", "--table", str(tmp_path / "no" / "folder.csv")]) == 1
    assert "atlas: " in capsys.readouterr().err
