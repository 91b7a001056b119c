"""``python -m atlas export KIND``: the files that the app hands out, made without it.

A kind of file is a record in :data:`KINDS`.  Filters, language, name of the file and writing it whole or not at all
are the same for every kind; the filters are those of the app (:data:`atlas.filters.FILTERS`).
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.exits import FAULT, OK, WrongUseError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from atlas.model import Network
    from atlas.selection import Selection

_NAMED: Final = 8
"""Codes that a message lists at most."""


class NothingToExportError(Exception):
    """There is nothing to write; the message says why."""


@dataclass(frozen=True)
class Scope:
    """What a file is about: the whole network, what was chosen of it, and the members that remain."""

    network: Network
    selection: Selection
    shown: Network


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes
    ----------
    summary : str
        What it is, in a sentence for the help.
    endings : callable
        Returns the endings of its files, without the dot, by the code of their format.
    make : callable
        Takes the scope, the code of a format, the name of the file without its ending and the options; returns the
        content of the file.
    describe : callable
        Adds the arguments that only this kind has.
    """

    summary: str
    endings: Callable[[], Mapping[str, str]]
    make: Callable[[Scope, str, str, argparse.Namespace], bytes]
    describe: Callable[[argparse.ArgumentParser], None]


def _data_endings() -> Mapping[str, str]:
    from atlas.export import FORMATS

    return {code: each.ending for code, each in FORMATS.items()}


def _make_data(scope: Scope, code: str, name: str, _options: argparse.Namespace) -> bytes:
    from atlas.export import FORMATS, Parcel, provenance

    return FORMATS[code].write(Parcel(scope.shown, provenance(scope.network, scope.selection), name))


def _nothing_more(_command: argparse.ArgumentParser) -> None:
    """Add no argument: the kind has none of its own."""


def _html_ending() -> Mapping[str, str]:
    return {"html": "html"}


def _make_handout(scope: Scope, _code: str, _name: str, _options: argparse.Namespace) -> bytes:
    from datetime import date

    from atlas.exonyms import speak
    from atlas.story import make_story, scope_of
    from atlas.story.handout import build_handout
    from atlas.wording import language

    story = make_story(speak(scope.network, language()), scope_of(scope.selection))
    return build_handout(story, on=date.today())


def _deck_endings() -> Mapping[str, str]:
    return {"pptx": "pptx"}


def _make_deck(scope: Scope, _code: str, _name: str, _options: argparse.Namespace) -> bytes:
    from atlas.deck.build import build_deck
    from atlas.exonyms import speak
    from atlas.story import make_story, scope_of
    from atlas.wording import language

    return build_deck(make_story(speak(scope.network, language()), scope_of(scope.selection)))


def _make_kit(scope: Scope, _code: str, _name: str, _options: argparse.Namespace) -> bytes:
    from datetime import date

    from atlas.exonyms import speak
    from atlas.kit import build_kit
    from atlas.wording import language

    return build_kit(speak(scope.network, language()), scope.selection, on=date.today())


def _picture_endings() -> Mapping[str, str]:
    return {"png": "png", "svg": "svg"}


def _describe_picture(parser: argparse.ArgumentParser) -> None:
    from atlas.pictures.registry import PICTURES

    parser.add_argument("--name", choices=PICTURES, default="map", help="which picture (default map)")
    parser.add_argument("--pixels", type=_pixels, metavar="WIDTHxHEIGHT", help="size (default 1920x1080)")
    parser.add_argument("--square", action="store_true", help="1080x1080, for social media")
    parser.add_argument("--local-names", action="store_true", help="name members in their own script")


def _pixels(text: str) -> tuple[int, int]:
    """Return width and height of "1920x1080".

    >>> _pixels("1600x900")
    (1600, 900)
    """
    width, _x, height = text.partition("x")
    return int(width), int(height)


def _make_picture(scope: Scope, code: str, _name: str, options: argparse.Namespace) -> bytes:
    from atlas.pictures.draw import LANDSCAPE, SQUARE, EmptyPictureError, Size, draw_picture
    from atlas.pictures.scope import Scope as Pictured

    size = SQUARE if options.square else Size(*(options.pixels or LANDSCAPE))
    if not all(SMALLEST <= side <= LARGEST for side in size):
        raise WrongUseError(f"a picture has from {SMALLEST} to {LARGEST} pixels a side")
    pictured = Pictured(scope.network, scope.selection, options.local_names)
    try:
        return draw_picture(options.name, pictured, size=size, form="svg" if code == "svg" else "png")
    except EmptyPictureError as error:
        raise NothingToExportError(str(error)) from error


SMALLEST, LARGEST = 400, 8000
"""Pixels of a side: with fewer there is no room for the words, and more fill the memory."""

KINDS: Final = {
    "data": Kind("The members with everything known of them.", _data_endings, _make_data, _nothing_more),
    "handout": Kind(
        "The story of the members as a page to print: maps, charts, tables.",
        _html_ending,
        _make_handout,
        _nothing_more,
    ),
    "deck": Kind(
        "The story of the members as slides (PowerPoint) with charts and tables to edit.",
        _deck_endings,
        _make_deck,
        _nothing_more,
    ),
    "kit": Kind(
        "The members as one page that needs no internet: map, search, list, talk, sources.",
        _html_ending,
        _make_kit,
        _nothing_more,
    ),
    "picture": Kind("A map or chart as PNG or SVG.", _picture_endings, _make_picture, _describe_picture),
}
"""Every kind of file by its name on the command line."""


def describe_export(command: argparse.ArgumentParser) -> None:
    """Add the kinds of files and their arguments to the parser of ``export``."""
    kinds = command.add_subparsers(required=True, metavar="KIND", dest="file_kind")
    for name, kind in KINDS.items():
        each = kinds.add_parser(name, help=kind.summary, description=kind.summary)
        _describe_file(each, kind)
        _describe_scope(each)
        kind.describe(each)


def _describe_file(command: argparse.ArgumentParser, kind: Kind) -> None:
    formats = ", ".join(kind.endings())
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write, or folder to write it into")
    command.add_argument("--format", metavar="FORMAT", help=f"{formats} (default: by the ending of FILE)")
    command.add_argument("--lang", default="en", help="language of the sentences in it, as in fr (default en)")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")


def _describe_scope(command: argparse.ArgumentParser) -> None:
    from atlas.filters import FILTERS

    for name, each in FILTERS.items():
        help_ = (
            f"only members of this {each.title.lower()}; may be repeated" if each.narrows else "count weak evidence too"
        )
        command.add_argument(f"--{name}", action="append", default=[], metavar="CODE", help=help_)


def run_export(options: argparse.Namespace) -> int:
    """Write members into a file to take away, as the app does."""
    from atlas.export import write_whole

    kind = KINDS[options.file_kind]
    _speak(options.lang)
    code = _format(options, kind.endings())
    scope = _scope(options)
    if not len(scope.shown):
        print("atlas: no member fits all of these filters, so nothing was written.", file=sys.stderr)
        return FAULT
    path = _path(options, scope, kind.endings()[code])
    try:
        content = kind.make(scope, code, path.stem, options)
    except NothingToExportError as error:
        print(f"atlas: {error}", file=sys.stderr)
        return FAULT
    write_whole(path, content)
    told = {"file": str(path), "format": code, "members": len(scope.shown)}
    print(json.dumps(told, ensure_ascii=False) if options.json else f"{len(scope.shown)} member(s) written to {path}")
    return OK


def _speak(language: str) -> None:
    from atlas.wording import LANGUAGES, use_language

    if language not in LANGUAGES:
        raise WrongUseError(f'"{language}" is no language of the Atlas; use {_either(list(LANGUAGES))}.')
    use_language(language)


def _format(options: argparse.Namespace, endings: Mapping[str, str]) -> str:
    """Return the code of the format that was asked for, by name or by the ending of the file; of one, nobody asks."""
    output, ending = options.output, ""
    if output and not output.is_dir():
        ending = output.suffix.lower().removeprefix(".")
    by_ending = next((code for code, each in endings.items() if ending in (code, each)), "")
    only = next(iter(endings)) if len(endings) == 1 else ""
    code = (options.format or by_ending or only).lower()
    if not code:
        raise WrongUseError(f"say in which format with --format: {_either(list(endings))}.")
    if code not in endings:
        raise WrongUseError(f'"{code}" is no format for {options.file_kind}; use {_either(list(endings))}.')
    if ending and ending != endings[code]:
        raise WrongUseError(f"{output} is no name for a file of format {code}, which ends in .{endings[code]}.")
    return code


def _scope(options: argparse.Namespace) -> Scope:
    from atlas.filters import FILTERS
    from atlas.load import DataError, load_network
    from atlas.selection import Selection, select

    try:
        network = load_network()
    except DataError as error:
        raise WrongUseError(str(error)) from error
    selection = Selection(**{name: [_code(name, text, network) for text in getattr(options, name)] for name in FILTERS})
    return Scope(network, selection, select(network, selection))


def _code(name: str, text: str, network: Network) -> str:
    """Return the code of a filter that a text means: the code itself or what it is called, in any case.

    Raises
    ------
    WrongUseError
        When nothing is called so; the message says what could be meant.
    """
    from atlas.filters import FILTERS, filter_codes, label
    from geo.names import fold

    codes = filter_codes(network)[name]
    meant = {fold(spelling): code for code in codes for spelling in (label(name, code, network), code)}
    if found := meant.get(fold(text)):
        return found
    if name == "country":
        raise WrongUseError(_no_country(text, codes))
    raise WrongUseError(f'"{text}" is no {FILTERS[name].title.lower()} in the data{_nearest(text, codes)}.')


def _no_country(text: str, codes: list[str]) -> str:
    from atlas.countries import load_states, suggest_country

    if text.upper() in load_states():
        return f"no member of {load_states()[text.upper()].names[0]} is listed, so there is nothing to write."
    hint = suggest_country(text)
    asked = f" Did you mean {hint}?" if hint and hint[:3] in codes else ""
    return f'"{text}" is no country with members; use an ISO 3166-1 alpha-3 code, such as KOR.{asked}'


def _nearest(text: str, codes: list[str]) -> str:
    """Return which codes could be meant: all if they are few, else those that look alike."""
    from rapidfuzz import process

    near = codes if len(codes) <= _NAMED else [each for each, *_score in process.extract(text, codes, limit=3)]
    return f"; use {_either(near)}" if len(codes) <= _NAMED else f"; the nearest are {_either(near)}"


def _either(words: list[str]) -> str:
    *firsts, last = words
    return f"{', '.join(firsts)} or {last}" if firsts else last


def _path(options: argparse.Namespace, scope: Scope, ending: str) -> Path:
    """Return where to write: what was asked for, with a name that says date, kind and filter if that is a folder."""
    from atlas.export import file_name

    table = "" if options.file_kind == "data" else options.file_kind
    name = file_name(scope.network.version, scope.selection, ending, table=table)
    if options.output is None:
        return Path(name)
    return Path(options.output / name if options.output.is_dir() else options.output)
