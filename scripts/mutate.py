"""Put small faults into the code, one at a time, and see whether the tests notice: ``python scripts/mutate.py 150``.

Every fault is tried on a copy of the checkout, against the tests that execute its line (browser tests and the checks of
style left aside).  A fault that no test notices has survived: either a test is missing, or the fault changes nothing
that anybody could see.  The same number and seed pick the same faults.

Kept tools were tried first: mutmut 3 finds no test for any fault here (it collects its statistics in one process, these
tests are imported by path), picks no random sample, and neither drops a call of ``escape`` nor one of ``sorted``.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
CODE: Final = ("atlas", "geo")
TESTS: Final = ("tests/unit", "tests/data", "tests/app", *CODE)
ASIDE: Final = ("tests/unit/test_quality.py", "tests/unit/test_architecture.py")
"""They read the code as text, so that a fault anywhere could trip them for the wrong reason."""
LAYOUT: Final = ("atlas/charts/", "atlas/palette.py", "atlas/pictures/", "atlas/story/drawing.py", "geo/pictures.py")
"""Where constants are the layout of a drawing, which only an eye can judge: they are left alone there."""
PATIENCE_S: Final = 900
_WORDS: Final = re.compile(r"[^\W_]+")
SEED: Final = 20251204

SWAPS: Final[dict[type[ast.AST], str]] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.And: "or",
    ast.Or: "and",
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "*",
    ast.Pow: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
}
DROPPED_CALLS: Final = ("escape", "sorted")


@dataclass(frozen=True, order=True)
class Fault:
    """A piece of a file and what stands there instead; ``start`` and ``end`` are offsets in its text."""

    path: str
    line: int
    start: int
    end: int
    before: str
    after: str

    def __str__(self) -> str:
        """Return where it is and what it changes."""
        return f"{self.path}:{self.line}: {' '.join(self.before.split())}  ->  {' '.join(self.after.split())}"


class _Finder(ast.NodeVisitor):
    """Finds every place for a fault inside the functions of a file."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.found: list[Fault] = []
        self._inside = False
        lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._lines = lines

    def _offset(self, line: int, column: int) -> int:
        # Columns of the tree count bytes.
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def _span(self, node: ast.expr) -> tuple[int, int]:
        return (
            self._offset(node.lineno, node.col_offset),
            self._offset(node.end_lineno or node.lineno, node.end_col_offset or 0),
        )

    def _source(self, node: ast.expr) -> str:
        start, end = self._span(node)
        return self.text[start:end]

    def _replace(self, node: ast.expr, after: str) -> None:
        start, end = self._span(node)
        self.found.append(Fault(self.path, node.lineno, start, end, self.text[start:end], after))

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        outside, self._inside = self._inside, True
        body = node.body[1:] if ast.get_docstring(node) else node.body
        for each in body:
            self.visit(each)
        self._inside = outside

    visit_FunctionDef = visit_AsyncFunctionDef = _function  # noqa: N815 (named by the standard library)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Leave annotations alone."""
        if node.value:
            self.visit(node.value)

    def visit_keyword(self, node: ast.keyword) -> None:
        """Leave ``strict=True`` alone: it guards against what cannot happen."""
        if node.arg != "strict":
            self.visit(node.value)

    def visit(self, node: ast.AST) -> None:
        """Note what can go wrong in a node, then look inside it."""
        if self._inside and isinstance(node, ast.expr):
            self._note(node)
        super().visit(node)

    def _note(self, node: ast.expr) -> None:
        match node:
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                self._between(node, left, right, SWAPS[type(op)])
            case ast.BinOp(left=left, op=op, right=right) if type(op) in SWAPS:
                self._between(node, left, right, SWAPS[type(op)])
            case ast.BoolOp(op=op, values=values):
                self._replace(
                    node, "(" + f" {SWAPS[type(op)]} ".join(f"({self._source(each)})" for each in values) + ")"
                )
            case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert(), operand=operand):
                self._replace(node, f"({self._source(operand)})")
            case ast.Constant() if self.path.startswith(LAYOUT):
                return
            case ast.Constant(value=bool() as value):
                self._replace(node, str(not value))
            case ast.Constant(value=int() | float() as value):
                self._replace(node, f"({value + 1!r})")
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in DROPPED_CALLS:
                self._replace(node, f"({self._source(first)})")

    def _between(self, node: ast.expr, left: ast.expr, right: ast.expr, sign: str) -> None:
        self._replace(node, f"(({self._source(left)}) {sign} ({self._source(right)}))")


def faults_in(root: Path) -> list[Fault]:
    """Return every fault that could be put into the functions of the code."""
    found: list[Fault] = []
    for path in sorted(each for folder in CODE for each in (root / folder).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        finder = _Finder(path.relative_to(root).as_posix(), text)
        finder.visit(ast.parse(text))
        found += finder.found
    return sorted(set(found))


def copy_checkout(target: Path) -> Path:
    """Copy what git knows or would add, and return the copy."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def _environment(**more: str) -> dict[str, str]:
    # Compiled files are told apart by second and size, and two faults may agree in both.
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **more}


_PLUGIN: Final = """
import sys
import coverage, pytest

@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    _forget()
    _say(item.nodeid.split("::")[0])  # what a fixture of a file runs belongs to every test of the file
    return (yield)

@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    _say(item.nodeid.split("[")[0])
    return (yield)

def _say(test):
    if running := coverage.Coverage.current():
        running.switch_context(test)

def _forget():
    # What is kept from an earlier test would hide that this one needs it too.
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("atlas", "geo"):
            for each in list(vars(module).values()):
                if hasattr(each, "cache_clear"):
                    each.cache_clear()
    if "atlas.kept" in sys.modules:
        sys.modules["atlas.kept"].forget()
"""


def tests_by_line(copy: Path, tests: Sequence[str]) -> dict[tuple[str, int], list[str]]:
    """Run the tests once, and return the tests (or files of tests) that execute each line."""
    (copy / "_mutation_contexts.py").write_text(_PLUGIN, encoding="utf-8")
    data = copy / ".coverage"
    run = subprocess.run(
        [sys.executable, "-m", "coverage", "run", f"--source={','.join(CODE)}", f"--data-file={data}",
         "-m", "pytest", "-q", "-n", "0", "-p", "_mutation_contexts", "-p", "no:cacheprovider", *tests,
         *(f"--ignore={each}" for each in ASIDE)],
        cwd=copy, env=_environment(PYTHONPATH=str(copy)), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise SystemExit(f"The tests fail without any fault:\n{run.stdout[-3000:]}")
    return _read_contexts(data, copy)


def _read_contexts(data: Path, copy: Path) -> dict[tuple[str, int], list[str]]:
    from coverage.numbits import numbits_to_nums

    query = """select file.path, context.context, line_bits.numbits from line_bits
               join file on file.id = line_bits.file_id join context on context.id = line_bits.context_id"""
    found: dict[tuple[str, int], list[str]] = {}
    with sqlite3.connect(data) as database:
        for path, test, numbits in database.execute(query):
            for line in numbits_to_nums(numbits) if test else ():
                found.setdefault((Path(path).relative_to(copy).as_posix(), line), []).append(test)
    return found


def _covering(tests: dict[tuple[str, int], list[str]], fault: Fault) -> list[str]:
    """Return what to run, the likeliest to notice and the quick ones first.

    A whole file makes its single tests unnecessary.
    """
    found = set(tests.get((fault.path, fault.line), ()))
    files = {each for each in found if "::" not in each}
    chosen = files | {each for each in found if each.partition("::")[0] not in files}
    about = set(_WORDS.findall(fault.path)) - {"atlas", "geo", "ui", "py"}

    def key(test: str) -> tuple[int, bool, bool, str]:
        named = set(_WORDS.findall(test.partition("::")[0])) & about
        return -len(named), test.startswith("tests/app"), "::" not in test, test

    return sorted(chosen, key=key)


def survives(copy: Path, fault: Fault, tests: Iterable[str]) -> bool:
    """Put a fault into a copy, run tests until one fails, and take it out again."""
    path = copy / fault.path
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: fault.start] + fault.after + text[fault.end :], encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    try:
        run = subprocess.run(
            command, cwd=copy, env=_environment(), capture_output=True, timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        path.write_text(text, encoding="utf-8")
    return run.returncode == 0


def measure(
    chosen: list[Fault], tests: dict[tuple[str, int], list[str]], copies: list[Path]
) -> Iterator[dict[str, object]]:
    """Try every fault, one at a time in each copy, and yield how it went."""
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def one(fault: Fault) -> dict[str, object]:
        covering = _covering(tests, fault)
        copy = free.get()
        try:
            outcome = "survived" if not covering or survives(copy, fault, covering) else "killed"
        finally:
            free.put(copy)
        print(f"{outcome:8} {fault}" + ("" if covering else "  (no test executes it)"), file=sys.stderr, flush=True)
        return {"outcome": outcome, "tests": len(covering), **asdict(fault)}

    with ThreadPoolExecutor(len(copies)) as threads:
        yield from threads.map(one, chosen)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int, help="how many faults to try")
    parser.add_argument("--seed", type=int, default=SEED, help="other seeds pick other faults")
    parser.add_argument("--only", nargs="+", default=CODE, help="where faults are put, such as atlas/summaries geo")
    parser.add_argument(
        "--tests", nargs="+", default=TESTS, help="folders or files of tests; by default all but the browser"
    )
    parser.add_argument("--json", type=Path, help="file for the outcome of each fault")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first, *others = [copy_checkout(Path(folder, str(number))) for number in range(arguments.workers)]
        everything = [fault for fault in faults_in(first) if fault.path.startswith(tuple(arguments.only))]
        chosen = random.Random(arguments.seed).sample(everything, min(arguments.number, len(everything)))
        tests = tests_by_line(first, arguments.tests)
        results = list(measure(chosen, tests, [first, *others]))
    killed = sum(each["outcome"] == "killed" for each in results)
    print(f"{killed} of {len(results)} faults noticed ({killed / len(results):.0%}), seed {arguments.seed}, "
          f"of {len(everything)} possible ones")  # fmt: skip
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
