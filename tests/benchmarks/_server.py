"""Starting servers and reading what they cost: processor time and memory, as Linux counts them."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

START_SECONDS: Final = 60
STOP_SECONDS: Final = 10
FLAGS: Final = ("--server.headless=true", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false")


@dataclass(frozen=True)
class Server:
    """A server process that answers.

    Attributes
    ----------
    address : str
        ``http://127.0.0.1:<port>``.
    process : subprocess.Popen
        The process; Streamlit has no others, but children are counted all the same.
    log : pathlib.Path
        What the server has written.
    """

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self.address.rsplit(":", 1)[1])

    def cpu_ms(self) -> float:
        """Return the processor time that the process and its children have used so far, in milliseconds.

        The kernel's clock of a process counts nanoseconds and the threads that have ended; Streamlit makes a new
        thread for every run.
        """
        return sum(time.clock_gettime_ns(_clock_of(pid)) for pid in self._pids()) / 1e6

    def resident_mb(self) -> float:
        """Return the resident set of the process and its children in MB (10^6 bytes)."""
        status = (Path(f"/proc/{pid}/status").read_text() for pid in self._pids())
        return sum(int(kilobytes) for text in status for kilobytes in re.findall(r"VmRSS:\s+(\d+) kB", text)) / 976.5625

    def tracebacks(self) -> int:
        """Return how many tracebacks the server has written into its log."""
        return self.log.read_text(errors="replace").count("Traceback (most recent call last)")

    def _pids(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]


def _clock_of(pid: int) -> int:
    """Return the kernel's clock of another process (what ``clock_getcpuclockid`` computes)."""
    return (~pid << 3) | 2


@contextmanager
def streamlit_server(
    script: Path,
    folder: Path,
    log: Path,
    environment: Mapping[str, str] | None = None,
    streamlit: Sequence[str] = ("-m", "streamlit"),
) -> Iterator[Server]:
    """Run a script as its users do, and stop it again.

    Parameters
    ----------
    script : pathlib.Path
        The file to run.
    folder : pathlib.Path
        Where to run it: Streamlit reads ``.streamlit/config.toml`` there.
    log : pathlib.Path
        File for what the server writes.
    environment : mapping, optional
        Variables on top of ours.
    streamlit : sequence of str
        What Python runs in order to have Streamlit's command line.

    Yields
    ------
    Server
        Once it answers.

    Raises
    ------
    RuntimeError
        If it does not answer within a minute.
    """
    port = free_port()
    # PYTHONPATH, since a checkout other than ours must import its own atlas.
    paths = {"PYTHONPATH": os.pathsep.join((str(folder), str(script.parent)))}
    command = [sys.executable, *streamlit, "run", str(script), f"--server.port={port}", *FLAGS]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **paths, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_for(f"{server.address}/_stcore/health", process, log)
        yield server
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, by force if it does not go."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until an address answers.

    Raises
    ------
    RuntimeError
        With the end of the log, if it does not answer in time or the process ends.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)  # the backoff of a poll, not a guess at how long it takes
    raise RuntimeError(f"{url} does not answer:\n{log.read_text(errors='replace')[-2000:]}")
