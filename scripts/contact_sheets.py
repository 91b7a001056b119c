"""Make contact sheets of what the Atlas hands out, to be looked through: ``python scripts/contact_sheets.py``.

For the network, a region and three countries (the one with most members, one in the middle, one with a single member)
all slides of the deck, all pictures and the screens of the kit go onto one sheet each,
docs/contact_sheets/<kind>-<scope>.webp, and into its README.  A kind of sheet is a record in ``KINDS``; ``--kind deck``
makes those of one kind alone.  Slides are drawn by LibreOffice and poppler (on Debian and Ubuntu: ``apt-get install
libreoffice-impress poppler-utils``); Carlito (``fonts-crosextra-carlito``) stands in for Calibri.  Screens of the kit
need a Chromium, as the browser tests do.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from atlas.deck.build import build_deck  # noqa: E402
from atlas.exonyms import speak  # noqa: E402
from atlas.kit import build_kit  # noqa: E402
from atlas.load import load_network  # noqa: E402
from atlas.pictures.draw import EmptyPictureError, Size, draw_picture  # noqa: E402
from atlas.pictures.registry import PICTURES  # noqa: E402
from atlas.pictures.scope import Scope as Pictured  # noqa: E402
from atlas.story import make_story, read_scope  # noqa: E402
from atlas.wording import speaking  # noqa: E402
from tests.e2e.browser import find_chromium  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from atlas.model import Network

TARGET = ROOT / "docs" / "contact_sheets"
TILE, GAP, COLUMNS = 600, 12, 3
"""Width of a picture on a sheet and the room between two, in pixels; pictures in a row."""
GROUND = "#8A8F91"
LARGEST = 400_000
"""Bytes of a sheet."""


@dataclass(frozen=True)
class Part:
    """What a sheet is about: its name in the file's, its scope as an address says it, and its language."""

    name: str
    scope: str
    language: str = "en"


PARTS = (
    Part("network", "network"),
    Part("network-fr", "network", "fr"),
    Part("arab-states", "region:Arab States"),
    Part("kor", "country:KOR"),
    Part("prt", "country:PRT"),
    Part("ben", "country:BEN"),
)


@dataclass(frozen=True)
class Kind:
    """A kind of sheet.

    Attributes
    ----------
    title : str
        What is on it.
    needs : tuple of str
        Programs without which it cannot be made.
    shoot : callable
        Takes the network in the language of the part, and the part; returns the pictures in their order.
    """

    title: str
    needs: tuple[str, ...]
    shoot: Callable[[Network, Part], list[Image.Image]]


def shoot_deck(network: Network, part: Part) -> list[Image.Image]:
    """Return the slides of a deck as LibreOffice shows them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        deck = folder / "deck.pptx"
        deck.write_bytes(build_deck(make_story(network, read_scope(part.scope, network))))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(deck))
        run("pdftoppm", "-r", "110", "-png", str(deck.with_suffix(".pdf")), str(folder / "slide"))
        return [Image.open(io.BytesIO(path.read_bytes())) for path in sorted(folder.glob("slide*.png"))]


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def shoot_pictures(network: Network, part: Part) -> list[Image.Image]:
    """Return the pictures that follow the choice; of the network all of them."""
    selection = read_scope(part.scope, network).selection
    scope, found = Pictured(network, selection), []
    for code, picture in PICTURES.items():
        if selection and not picture.follows(selection):
            continue
        try:
            found.append(Image.open(io.BytesIO(draw_picture(code, scope, size=Size(1280, 720)))))
        except EmptyPictureError:
            print(f"{code} has nothing to show for {part.scope}")
    return found


LAPTOP, PHONE = (1366, 768), (390, 844)
READY = "() => window.atlas && window.atlas.ready && window.atlas.count() > 0"


def shoot_kit(network: Network, part: Part) -> list[Image.Image]:
    """Return screens of a kit: as it opens, a card in the dark, list, a slide, sources, and on a phone."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        file = Path(name) / "kit.html"
        file.write_bytes(build_kit(network, read_scope(part.scope, network).selection, on=date.today()))
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--disable-gpu"])
        page = browser.new_page(viewport={"width": LAPTOP[0], "height": LAPTOP[1]}, reduced_motion="reduce")
        page.goto(file.as_uri())
        page.wait_for_function(READY)
        found = [photograph(page)]
        page.emulate_media(color_scheme="dark")
        page.locator("#list tbody button").first.click()
        page.locator("#card h2").wait_for()
        page.locator("#board").scroll_into_view_if_needed()
        found.append(photograph(page))
        page.emulate_media(color_scheme="light")
        for section in ("#members", "#about"):
            page.locator(section).evaluate("(section) => section.scrollIntoView()")
            found.append(photograph(page))
        page.locator("#tour .begin").click()
        page.keyboard.press("ArrowRight")
        found.append(photograph(page))
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.goto(file.as_uri())
        page.reload()
        page.wait_for_function(READY)
        found.append(photograph(page))
        browser.close()
    return found


def photograph(page: Page) -> Image.Image:
    """Return what is on the screen, in the middle of a laptop's."""
    screen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    framed = Image.new("RGB", LAPTOP, GROUND)
    screen.thumbnail(LAPTOP)
    framed.paste(screen, ((LAPTOP[0] - screen.width) // 2, 0))
    return framed


KINDS = {
    "deck": Kind("Slides", ("soffice", "pdftoppm"), shoot_deck),
    "pictures": Kind("Pictures", (), shoot_pictures),
    "kit": Kind("Screens of the offline kit", (), shoot_kit),
}


def lay_out(pictures: list[Image.Image]) -> Image.Image:
    """Return pictures beside and below each other, all as wide as each other."""
    tiles = [
        each.convert("RGB").resize((TILE, round(TILE * each.height / each.width)), Image.Resampling.LANCZOS)
        for each in pictures
    ]
    rows = [tiles[at : at + COLUMNS] for at in range(0, len(tiles), COLUMNS)]
    heights = [max(tile.height for tile in row) + GAP for row in rows]
    sheet = Image.new("RGB", (COLUMNS * (TILE + GAP) + GAP, sum(heights) + GAP), GROUND)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for at, tile in enumerate(row):
            sheet.paste(tile, (GAP + at * (TILE + GAP), top))
        top += height
    return sheet


def squeeze(sheet: Image.Image) -> bytes:
    """Return a sheet as WebP, in the best quality that is small enough."""
    for quality in (85, 75, 65, 50):
        content = io.BytesIO()
        sheet.save(content, "webp", quality=quality, method=6)
        if content.tell() <= LARGEST:
            break
    return content.getvalue()


def write_index() -> None:
    """List the sheets that there are."""
    lines = [
        "# Contact sheets",
        "",
        "Made by `python scripts/contact_sheets.py`; slides as LibreOffice shows them.",
        "",
    ]
    for name, kind in KINDS.items():
        for part in PARTS:
            if (TARGET / f"{name}-{part.name}.webp").exists():
                heading = f"{kind.title}: {part.scope}" + (f" ({part.language})" if part.language != "en" else "")
                lines += [f"## {heading}", "", f"![{heading}]({name}-{part.name}.webp)", ""]
    (TARGET / "README.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main() -> int:
    """Read the command line and make the sheets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind; may be repeated")
    kinds = parser.parse_args().kind or list(KINDS)
    missing = sorted({each for name in kinds for each in KINDS[name].needs if not shutil.which(each)})
    if missing:
        print(
            f"not installed: {', '.join(missing)} (apt-get install libreoffice-impress poppler-utils)", file=sys.stderr
        )
        return 1
    network = load_network()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in kinds:
        for part in PARTS:
            with speaking(part.language):
                content = squeeze(lay_out(KINDS[name].shoot(speak(network, part.language), part)))
            path = TARGET / f"{name}-{part.name}.webp"
            path.write_bytes(content)
            print(f"{path.relative_to(ROOT)}: {len(content) / 1000:.0f} kB")
    write_index()
    return 0


if __name__ == "__main__":
    sys.exit(main())
