"""``python -m atlas export KIND``: files to take away, made without the app.

A kind is a record in :data:`KINDS`: how it is described, its own arguments, and a function that returns the bytes of
the file.  Writing is the same for all: beside the file first, so that there is never half of one.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from atlas.model import Network
    from atlas.selection import Selection


class WrongUseError(Exception):
    """A command was not used as it can be; the message says how to."""


class NothingToExportError(Exception):
    """There is nothing to write; the message says why."""


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes
    ----------
    code : str
        Word on the command line.
    summary : str
        What it is, in one sentence.
    describe : callable
        Adds its own arguments.
    make : callable
        Takes the network in the language asked for, what is chosen of it and the arguments; returns the bytes.
    """

    code: str
    summary: str
    describe: Callable[[argparse.ArgumentParser], None]
    make: Callable[[Network, Selection, argparse.Namespace], bytes]


def describe_export(command: argparse.ArgumentParser) -> None:
    """Add a subcommand for each kind, with the arguments that all of them have."""
    from atlas.wording import LANGUAGES

    kinds = command.add_subparsers(required=True, metavar="KIND", dest="kind")
    for kind in KINDS.values():
        parser = kinds.add_parser(kind.code, help=kind.summary, description=kind.summary)
        parser.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help="file to write")
        parser.add_argument("--country", action="append", default=[], metavar="ISO3", help="a country, as in KOR")
        parser.add_argument("--region", action="append", default=[], help="a region, as in Africa")
        parser.add_argument("--year", action="append", default=[], help="a year of joining, or unknown")
        parser.add_argument("--lang", choices=LANGUAGES, default=next(iter(LANGUAGES)), help="language of the words")
        kind.describe(parser)


def run_export(options: argparse.Namespace) -> int:
    """Write a file to take away: a picture."""
    from atlas.exonyms import speak
    from atlas.load import load_network
    from atlas.wording import speaking

    check_target(options.out)
    with speaking(options.lang):
        network = speak(load_network(), options.lang)
        chosen = _chosen(network, options)
        try:
            content = KINDS[options.kind].make(network, chosen, options)
        except NothingToExportError as error:
            print(f"atlas: {error}", file=sys.stderr)
            return 1
    write_whole(options.out, content)
    if options.json:
        print(json.dumps({"file": str(options.out), "bytes": len(content)}, ensure_ascii=False))
    return 0


def _chosen(network: Network, options: argparse.Namespace) -> Selection:
    """Return the filters that the arguments name.

    Raises
    ------
    WrongUseError
        When a filter does not know one of them.
    """
    from atlas.filters import filter_codes
    from atlas.selection import Selection

    asked = {
        "region": options.region,
        "country": [code.upper() for code in options.country],
        "year": options.year,
    }
    known = filter_codes(network)
    for name, codes in asked.items():
        for code in codes:
            if code not in known[name]:
                raise WrongUseError(_unknown(name, code, known[name]))
    return Selection(**asked)


def _unknown(name: str, code: str, known: Sequence[str]) -> str:
    if name == "country":
        from atlas.countries import suggest_country

        hint = suggest_country(code)
        asked = f" Did you mean {hint}?" if hint else ""
        return f'no member is listed in a country "{code}"; give an ISO 3166-1 alpha-3 code, such as KOR.{asked}'
    return f'the {name} "{code}" is not known; known are {", ".join(known)}'


def check_target(path: Path) -> None:
    """Refuse a place where no file can be before anything is made.

    Raises
    ------
    WrongUseError
        When the folder is missing or the path is a folder.
    """
    if path.is_dir():
        raise WrongUseError(f"{path} is a folder; name a file in it")
    if not path.resolve().parent.is_dir():
        raise WrongUseError(f"the folder {path.resolve().parent} does not exist; make it first")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and put it there when it is whole: the one before stays until then.

    Raises
    ------
    OSError
        When the folder cannot be written or the disk is full; nothing is left behind.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as target:
            target.write(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):  # where nothing could be written nothing is to be taken away
            beside.unlink()
        raise OSError(f"cannot write {path}: {error.strerror}") from error


def _describe_picture(parser: argparse.ArgumentParser) -> None:
    from atlas.pictures.registry import PICTURES

    parser.add_argument("--name", choices=PICTURES, default="map", help="which picture (default map)")
    parser.add_argument("--size", type=_size, metavar="WIDTHxHEIGHT", help="pixels (default 1920x1080)")
    parser.add_argument("--square", action="store_true", help="1080x1080, for social media")
    parser.add_argument("--local-names", action="store_true", help="name members in their own script")


def _size(text: str) -> tuple[int, int]:
    """Return width and height of "1920x1080".

    >>> _size("1600x900")
    (1600, 900)
    """
    width, _x, height = text.partition("x")
    return int(width), int(height)


def _make_picture(network: Network, chosen: Selection, options: argparse.Namespace) -> bytes:
    from atlas.pictures.draw import LANDSCAPE, SQUARE, EmptyPictureError, Size, draw_picture
    from atlas.pictures.scope import Scope

    form = options.out.suffix.lower().removeprefix(".")
    if form not in ("png", "svg"):
        raise WrongUseError(f'"{options.out.name}" must end in .png or .svg')
    size = SQUARE if options.square else Size(*(options.size or LANDSCAPE))
    if not all(SMALLEST <= side <= LARGEST for side in size):
        raise WrongUseError(f"a picture has from {SMALLEST} to {LARGEST} pixels a side")
    try:
        return draw_picture(options.name, Scope(network, chosen, options.local_names), size=size, form=form)
    except EmptyPictureError as error:
        raise NothingToExportError(str(error)) from error


SMALLEST, LARGEST = 400, 8000
"""Pixels of a side: with fewer there is no room for the words, and more fill the memory."""

KINDS: Final = {
    each.code: each for each in (Kind("picture", "A map or chart as PNG or SVG.", _describe_picture, _make_picture),)
}
"""Every kind of file by its word on the command line."""
