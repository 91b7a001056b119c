"""Streamlit's command line with every run of a script under cProfile; ``server_cost.py --profile`` starts it.

    PROFILES=folder python tests/benchmarks/_profiled.py run dashboard.py ...

On its end it writes ``<page> <click|query string|opening> <runs>.prof``, without the first runs of each, which
fill caches.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.cli import main

if TYPE_CHECKING:
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

WARM_RUNS: Final = 3
_seen: Counter[str] = Counter()
_profiles: dict[str, pstats.Stats] = {}
_run_script = ScriptRunner._run_script


def _profiled(self: ScriptRunner, data: RerunData) -> None:
    """Run the script as ever and keep what it cost, by page and, in a new session, by what the link asks for."""
    pages, code = self._pages_manager.get_pages(), data.page_script_hash
    page = data.page_name or (pages[code]["url_pathname"] if code in pages else "") or "overview"
    name = f"{page} click" if code else f"{page} {data.query_string or 'opening'}"
    _seen[name] += 1
    profile = cProfile.Profile()
    profile.runcall(_run_script, self, data)
    if _seen[name] > WARM_RUNS:
        kept = _profiles.setdefault(name, pstats.Stats())
        kept.add(profile)


def _write(folder: Path) -> None:
    for name, profile in _profiles.items():
        profile.dump_stats(folder / f"{name} {_seen[name] - WARM_RUNS}.prof")


if __name__ == "__main__":
    # The server takes the signal, ends, and raises it again: without a handler of ours that would be the end of all.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit())
    ScriptRunner._run_script = _profiled  # type: ignore[method-assign,assignment]
    try:
        main()
    finally:
        _write(Path(os.environ["PROFILES"]))
