"""Lint, format, types and import rules, each with the tool's own words when it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _passes(*command: str) -> None:
    # Colours would be printed as escape codes into the report.
    plain = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "120"}
    run = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{' '.join(command[1:])} says:\n{run.stdout}{run.stderr}"


def test_ruff_finds_no_fault() -> None:
    _passes(sys.executable, "-m", "ruff", "check", "--no-fix", "--output-format", "concise", ".")


def test_everything_is_in_the_house_format() -> None:
    _passes(sys.executable, "-m", "ruff", "format", "--check", ".")


def test_nothing_is_left_that_nobody_uses() -> None:
    _passes(sys.executable, "-m", "vulture")


def test_types_hold() -> None:
    _passes(sys.executable, "-m", "mypy", "--no-error-summary")


def test_import_contracts_are_kept() -> None:
    tool = shutil.which("lint-imports", path=sysconfig.get_path("scripts")) or shutil.which("lint-imports")
    assert tool, "import-linter is not installed: pip install -r requirements-dev.txt"
    _passes(tool)
