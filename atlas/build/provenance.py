"""The sidecar of each raw table: what it is, when and how it was made, and its hash."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from atlas.build.faults import BuildError, Fault

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIX = ".provenance.json"


def load_sidecars(data: Path) -> dict[str, dict[str, Any]]:
    """Return the sidecars by the name of the file they speak of."""
    return {
        path.name.removesuffix(_SUFFIX): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((data / "raw").glob(f"*{_SUFFIX}"))
    }


def compiled_on(data: Path) -> str:
    """Return the latest day on which a raw table was compiled, ISO 8601.

    Raises
    ------
    BuildError
        If there is no sidecar.
    """
    days = [sidecar["compiled_on"] for sidecar in load_sidecars(data).values()]
    if not days:
        remedy = f"Put the files ending in {_SUFFIX} back"
        raise BuildError([Fault("raw", 0, "", "no sidecar tells when it was compiled", remedy)])
    return str(max(days))


def measure(path: Path) -> dict[str, Any]:
    """Return the hash of a raw file and, for a table, its number of rows."""
    from atlas.build.tables import load_table

    content = path.read_bytes()
    facts: dict[str, Any] = {"sha256": hashlib.sha256(content).hexdigest()}
    return facts | ({"rows": len(load_table(path, ()).rows)} if path.suffix == ".csv" else {})


def accept_raw(data: Path) -> list[str]:
    """Write the hashes and row counts of changed raw files into their sidecars.

    Returns
    -------
    list of str
        Names of the files whose sidecar was out of date.
    """
    changed = []
    for name, sidecar in load_sidecars(data).items():
        path = data / "raw" / name
        facts = measure(path)
        if any(sidecar.get(key) != value for key, value in facts.items()):
            text = json.dumps(sidecar | facts, ensure_ascii=False, indent=2)
            path.with_name(name + _SUFFIX).write_text(text + "\n", encoding="utf-8")
            changed.append(name)
    return changed
