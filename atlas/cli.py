"""The command line: ``python -m atlas build``, ``check``, ``export``, ``geocode``, ``partners``, ``search``.

Every subcommand is one function that adds its arguments and one that runs it;
a further one is added to ``_COMMANDS`` and nothing else changes.  Exit codes:
0 done, 1 the data or the answer is at fault, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.export_cli import WrongUseError, describe_export, run_export

if TYPE_CHECKING:
    import pandas as pd

    from geo.gazetteer import Gazetteer

OK, FAULT, WRONG_USE = 0, 1, 2
DATA = Path(__file__).resolve().parent.parent / "data"

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after ``python -m atlas``; those of the process if left out.
    """
    options = build_parser().parse_args(arguments)
    run: Command = options.run
    try:
        return run(options)
    except WrongUseError as error:
        print(f"atlas: {error}", file=sys.stderr)
        return WRONG_USE
    except OSError as error:  # a file that is missing, locked or not ours to write
        print(f"atlas: {error}", file=sys.stderr)
        return FAULT


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with all subcommands."""
    parser = argparse.ArgumentParser(prog="python -m atlas", description="Learning Cities Atlas")
    subcommands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (describe, run) in _COMMANDS.items():
        summary = (run.__doc__ or "").partition("\n")[0]
        command = subcommands.add_parser(name, help=summary, description=summary)
        command.add_argument("--json", action="store_true", help="print JSON")
        command.set_defaults(run=run)
        describe(command)
    return parser


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _print_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    cells = [[str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]
    for row in cells:
        pairs = zip(row, widths, strict=True)
        print("  ".join(cell.ljust(width) for cell, width in pairs).rstrip())


def _describe_build(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, default=DATA, help="data folder to read")
    accept = "first write the hashes of changed raw tables into their sidecars"
    command.add_argument("--accept-raw", action="store_true", help=accept)
    command.add_argument("--out", type=Path, help="folder to write to, if not the data folder")


def run_build(options: argparse.Namespace) -> int:
    """Build the curated tables from the raw tables and the overrides."""
    from atlas.build import BuildError, accept_raw, build_files, write_files

    if not options.data.is_dir():
        raise WrongUseError(f"{options.data} is no folder; name the data folder with --data")
    try:
        if options.accept_raw:
            accept_raw(options.data)
        built = build_files(options.data)
    except BuildError as error:
        if options.json:
            _print_json({"error": str(error), "faults": [asdict(f) for f in error.faults]})
        print(f"atlas: nothing was written. {error}", file=sys.stderr)
        return FAULT
    out = options.out or options.data
    write_files(built, out)
    if options.json:
        _print_json({"version": built.version, "out": str(out), "rows": dict(built.rows)})
    else:
        _print_table(("table", "rows"), list(built.rows.items()))
        print(f"Version {built.version} written to {out}")
    return OK


def _describe_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="table of members, as CSV")


def run_check(options: argparse.Namespace) -> int:
    """Report what is wrong with a table of members, by row and column."""
    from atlas.check import check_file

    if not options.file.is_file():
        raise WrongUseError(f"{options.file} is no file; give the path of a CSV file")
    report = check_file(options.file)
    if options.json:
        _print_json(report.as_json())
    elif report.faults:
        facts = [(f.row, f.column, f.value[:40], f"{f.problem}. {f.remedy}") for f in report.faults]
        _print_table(("row", "column", "value", "what is wrong and what to do"), facts)
        print(f"{len(report.faults)} fault(s) in {report.rows} row(s)")
    else:
        print(f"No faults in {report.rows} row(s)")
    return FAULT if report.faults else OK


def _describe_geocode(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", metavar="NAME", help="name of the place")
    command.add_argument("iso3", metavar="ISO3", help="country, as in KOR")


def run_geocode(options: argparse.Namespace) -> int:
    """Find the position of a place in a country."""
    from geo.gazetteer import load_gazetteer
    from geo.geocode import geocode
    from geo.overrides import load_overrides

    name, iso3 = options.name.strip(), options.iso3.strip().upper()
    if not name:
        raise WrongUseError("the name is empty; give the name of a place")
    gazetteer = load_gazetteer(iso3s=[iso3])
    _require_country(iso3, gazetteer)
    found = geocode(name, iso3, gazetteer=gazetteer, overrides=load_overrides())
    facts = {
        "name": name, "iso3": iso3, "lat": found.lat, "lon": found.lon,
        "precision": found.precision, "method": found.method, "note": found.note,
    }  # fmt: skip
    if options.json:
        _print_json(facts)
    elif found.is_placed:
        _print_table(list(facts), [list(facts.values())])
    if not found.is_placed and not options.json:
        print(f"atlas: {found.note}", file=sys.stderr)
    return OK if found.is_placed else FAULT


def _require_country(iso3: str, gazetteer: Gazetteer) -> None:
    if iso3 in gazetteer.iso3s:
        return
    from atlas.countries import suggest_country

    hint = suggest_country(iso3)
    asked = f" Did you mean {hint}?" if hint else ""
    raise WrongUseError(f'"{iso3}" is no known country code; use an ISO 3166-1 alpha-3 code, such as KOR.{asked}')


def _describe_search(command: argparse.ArgumentParser) -> None:
    command.add_argument("queries", nargs="+", metavar="QUERY", help="city or country, any script")
    command.add_argument("--limit", type=int, default=8, help="most members to show (default 8)")


def run_search(options: argparse.Namespace) -> int:
    """Search the members, forgiving accents, scripts, old names and typos."""
    from atlas.search import SearchIndex

    if options.limit < 1:
        raise WrongUseError("--limit must be at least 1")
    index = SearchIndex.from_cities(_load_cities())
    found = {query: index.search(query, options.limit) for query in options.queries}
    if options.json:
        _print_json([{"query": q, "results": [asdict(m) for m in found[q]]} for q in options.queries])
        return OK
    rows = [(q, m.city, m.country, m.city_id, m.score) for q, all_ in found.items() for m in all_]
    if rows:
        _print_table(("query", "city", "country", "city_id", "score"), rows)
    for query in (query for query, matches in found.items() if not matches):
        print(f'No member found for "{query}"; try fewer letters or the name of the country')
    return OK


def _describe_partners(command: argparse.ArgumentParser) -> None:
    from atlas.partners import PRESETS, USUAL

    command.add_argument("city_id", nargs="?", metavar="CITY_ID", help="identifier of the member, as in larissa-grc")
    command.add_argument("--preset", choices=PRESETS, default=USUAL, help=f"the question (default {USUAL})")
    command.add_argument("--limit", type=int, default=10, help="most partners to show (default 10)")
    command.add_argument("--other-region", action="store_true", help="only members of other regions")
    command.add_argument("--table", type=Path, metavar="FILE", help="write the scores of all pairs as CSV")


def run_partners(options: argparse.Namespace) -> int:
    """Find the members with whom one could talk, and why."""
    from atlas.load import load_network
    from atlas.partners import PRESETS, PartnerIndex, UnknownCityError
    from atlas.partners.report import partners_json, partners_table

    if options.limit < 1:
        raise WrongUseError("--limit must be at least 1")
    if not (options.city_id or options.table):
        raise WrongUseError("give the identifier of a member, or --table FILE for all pairs")
    network, weights = load_network(), PRESETS[options.preset].weights
    index = PartnerIndex.from_network(network)
    if options.table:
        index.table(weights).to_csv(options.table, index_label="city_id", lineterminator="\n")
    if not options.city_id:
        return OK
    try:
        found = index.partners(options.city_id, weights, options.limit, other_region_only=options.other_region)
    except UnknownCityError as error:
        raise WrongUseError(f"{error}. Find others with `python -m atlas search NAME`") from error
    if options.json:
        _print_json(partners_json(network, index, options.city_id, found, options.preset))
    elif found:
        _print_table(*partners_table(network, found))
    else:
        print("Nobody fits the conditions of this preset; try another")
    return OK


def _load_cities() -> pd.DataFrame:
    import pandas as pd

    path = DATA / "curated" / "cities.csv"
    if not path.exists():
        raise WrongUseError(f"{path} is missing; run `python -m atlas build` first")
    return pd.read_csv(path, dtype=str, keep_default_na=False)


_COMMANDS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], Command]] = {
    "build": (_describe_build, run_build),
    "check": (_describe_check, run_check),
    "export": (describe_export, run_export),
    "geocode": (_describe_geocode, run_geocode),
    "partners": (_describe_partners, run_partners),
    "search": (_describe_search, run_search),
}
