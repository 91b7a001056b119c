"""Visitors of the Atlas who do the same thing again and again, and what they saw: for ``load.py``."""

from __future__ import annotations

import asyncio
import csv
import math
import random
import time
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlencode

from _client import PATIENCE_SECONDS, Visitor
from _members import REGIONS
from server_cost import ring
from websockets.exceptions import WebSocketException

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from _client import Run

PAUSE_SECONDS: Final = 3.0
"""Between two clicks of a visitor."""

KIND: Final = "city"
"""What everybody filters by besides the regions, from the link on: a filter that must not get lost."""

ROUND: Final = ("map", "focus", "growth", "city", "compare", "data", "about", "")
"""The pages in the navigation; the last is the overview."""

LOST: Final = (OSError, WebSocketException, TimeoutError)
"""What a visitor sees when the server is gone."""

Members = dict[str, int]


def members_by_region(folder: Path) -> Members:
    """Return the number of members of :data:`KIND` per region, counted in the table without any of the app's code."""
    with (folder / "data" / "curated" / "cities.csv").open(encoding="utf-8", newline="") as table:
        regions = [row["region"] for row in csv.DictReader(table) if row["kind"] == KIND]
    return {region: regions.count(region) for region in REGIONS}


@dataclass
class Tally:
    """What a crowd saw.

    Attributes
    ----------
    seconds : list of float
        From each click to the end of its answer.
    faults : list of str
        Exceptions on a page, wrong counts, filters lost, connections lost when none was cut.
    """

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def p95(self) -> float:
        """Return the time that 95 of 100 clicks do not exceed."""
        return percentile(self.seconds, 0.95)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values does not exceed.

    >>> percentile([5.0, 1.0, 2.0, 4.0, 3.0], 0.6), percentile([1.0], 0.95)
    (3.0, 1.0)
    """
    return sorted(values)[math.ceil(share * len(values)) - 1]


@dataclass
class Clicker:
    """A visitor on the map who presses the regions and checks every answer against the table.

    Attributes
    ----------
    lost_at : float
        When the connection broke, on the clock ``time.monotonic``; nan if it did not.
    connected_again, whole_again : float
        When it stood again, and when the page first showed what the visitor had asked for.
    """

    visitor: Visitor
    members: Members
    tally: Tally
    number: int
    chosen: list[str] = field(default_factory=list)
    lost_at: float = math.nan
    connected_again: float = math.nan
    whole_again: float = math.nan

    async def arrive(self) -> None:
        """Follow a link that carries a filter."""
        await self.visitor.knock()
        self.check(await self.visitor.open("map", urlencode({"kind": KIND})))

    async def keep_clicking(self, until: float) -> None:
        """Click every three seconds until a moment on the clock ``time.monotonic``; wait for slow answers."""
        choices = ring(list(REGIONS))
        list(islice(choices, self.number % (2 * len(REGIONS))))
        due = time.monotonic() + random.Random(self.number).uniform(0, PAUSE_SECONDS)
        while due < until:
            await self._wait(due)
            self.chosen = next(choices)
            await self._click()
            # A visitor who waits for an answer does not click meanwhile.
            due = max(due + PAUSE_SECONDS, time.monotonic())
        await self.visitor.close()

    async def _wait(self, due: float) -> None:
        """Read until the next click is due; if the connection breaks meanwhile, come back at once."""
        while (left := due - time.monotonic()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self.visitor.gone()
            except TimeoutError:
                return
            await self._come_back()

    async def _click(self) -> None:
        try:
            run = await self.visitor.choose("region", self.chosen)
        except LOST:
            await self._come_back()
            # The frontend asks again for an answer that was cut off; without one it waits for the next click.
            run = await self.visitor.again()
        self.tally.seconds.append(run.seconds)
        if self.check(run) and not math.isnan(self.lost_at) and math.isnan(self.whole_again):
            self.whole_again = time.monotonic()

    async def _come_back(self) -> None:
        if not math.isnan(self.lost_at):
            self.tally.faults.append(f"{self.number}: lost again")
        self.lost_at = time.monotonic()
        await asyncio.wait_for(self.visitor.reconnect(), PATIENCE_SECONDS)
        self.connected_again = time.monotonic()

    def check(self, run: Run) -> bool:
        """Compare what the page and its address say with what was asked for; return whether all is well."""
        expected = sum(self.members[region] for region in self.chosen or REGIONS)
        wanted = {"kind": [KIND], **({"region": self.chosen} if self.chosen else {})}
        address = {name: sorted(codes) for name, codes in parse_qs(self.visitor.query).items()}
        faults = list(run.exceptions)
        if (shown := self.visitor.members()) != expected:
            faults.append(f"{shown} members shown, not {expected}, for {wanted}")
        if address != {name: sorted(codes) for name, codes in wanted.items()}:
            faults.append(f"address {address}, not {wanted}")
        self.tally.faults += [f"{self.number}: {fault}" for fault in faults]
        return not faults


async def arrive(address: str, number: int, members: Members) -> tuple[list[Clicker], Tally]:
    """Let visitors open the map one after the other."""
    tally = Tally()
    crowd = [Clicker(Visitor(address), members, tally, each) for each in range(number)]
    for each in crowd:
        await each.arrive()
    return crowd, tally


async def walk(address: str, number: int, until: float, tally: Tally) -> None:
    """Walk through every page as one visitor and filter on each that follows filters, until a moment.

    Every other page is reached by a link from outside, in a session of its own: Streamlit keeps the one left behind for
    two minutes, in case its visitor comes back.
    """
    order = random.Random(number)
    visitor = Visitor(address)
    await visitor.open("")
    while time.monotonic() < until:
        for step, page in enumerate(order.sample(ROUND, len(ROUND))):
            await asyncio.sleep(PAUSE_SECONDS)
            opened = await (visitor.go(page) if step % 2 else visitor.open(page))
            runs = [opened]
            if "region" in visitor.widgets():  # the pages of a city and about the Atlas follow no filter
                runs.append(await visitor.choose("region", [order.choice(REGIONS)]))
            tally.seconds += [run.seconds for run in runs]
            tally.faults += [f"/{page}: {fault}" for run in runs for fault in run.exceptions]
            if time.monotonic() >= until:
                break
    await visitor.close()
