"""Write ``static/fonts/pictures/``: the fonts that pictures are drawn with, cut down to what the Atlas has to write.

Matplotlib reads neither woff2 nor variable fonts, and the fonts of the app hold no Arabic, Hangul or Thai.  So Latin,
Greek and Cyrillic come from the app's own fonts at the weights in use, merged into one file for each; the other scripts
come from Noto.  Letters of alphabets are kept whole, and the Hangul in common use, so that a new name needs no new
file; of Han and Kana only what is in the data and catalogues.  `tests/unit/test_pictures_fonts.py` fails when a
character is missing: run this again then.  All are renamed, since the Open Font Licence reserves the name "Source" for
the original.

    apt-get install fonts-noto-core fonts-noto-cjk        # or unpack both packages somewhere
    python scripts/build_picture_fonts.py [/usr/share/fonts]
"""

from __future__ import annotations

import csv
import io
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT: Final = Path(__file__).resolve().parent.parent
FONTS: Final = ROOT / "static" / "fonts"
TARGET: Final = FONTS / "pictures"
PARTS: Final = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
FROM_THE_APP: Final = {
    "sans-400": ("source-sans-3", 400),
    "sans-600": ("source-sans-3", 600),
    "serif-500": ("literata", 500),
}
FROM_NOTO: Final = {
    "arabic": ("NotoSansArabic", (0x0600, 0x06FF)),
    "armenian": ("NotoSansArmenian", (0x0530, 0x058F)),
    "ethiopic": ("NotoSansEthiopic", (0x1200, 0x137F)),
    "georgian": ("NotoSansGeorgian", (0x10A0, 0x10FF)),
    "malayalam": ("NotoSansMalayalam", (0x0D00, 0x0D7F)),
    "telugu": ("NotoSansTelugu", (0x0C00, 0x0C7F)),
    "thai": ("NotoSansThai", (0x0E00, 0x0E7F)),
}
CJK: Final = "NotoSansCJK-Regular.ttc"
CJK_FACE: Final = "Noto Sans CJK SC"
"""Its Han are the Chinese ones, and with the language told (OpenType ``locl``) the Japanese and Korean ones."""
NOT_WRITTEN: Final = ("aliases",)
"""Columns that are searched and never written."""
EPOCH: Final = 3_871_065_600  # 2026-09-01 in seconds since 1904: the same files on every day


def main(noto: Path) -> None:
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.[ot]tf"):
        old.unlink()
    needed = needed_characters()
    for name, (family, weight) in FROM_THE_APP.items():
        write(merged(family, weight), name)
    for name, (family, (first, last)) in FROM_NOTO.items():
        write(cut(TTFont(find(noto, f"{family}-Regular.ttf")), range(first, last + 1)), name)
    write(cut(TTFont(find(noto, "NotoSans-Regular.ttf")), needed - written(TARGET.glob("*.ttf"))), "latin-more")
    write(cut(cjk_face(find(noto, CJK)), (needed - written(TARGET.glob("*.ttf"))) | common_hangul()), "cjk")
    missing = needed - written(TARGET.glob("*.[ot]tf"))
    for path in sorted(TARGET.glob("*.[ot]tf")):
        print(f"{path.stat().st_size:>8,} {path.name}")
    if missing:
        sys.exit("no font has " + " ".join(f"{chr(each)} (U+{each:04X})" for each in sorted(missing)))


def find(folder: Path, name: str) -> Path:
    found = next(folder.rglob(name), None)
    if found is None:
        sys.exit(f"{name} is nowhere below {folder}: apt-get install fonts-noto-core fonts-noto-cjk")
    return found


def merged(family: str, weight: int) -> TTFont:
    """Return the parts of one of the app's fonts as one font of one weight."""
    parts = []
    for part in PARTS:
        font = TTFont(FONTS / f"{family}-{part}-wght-normal.woff2")
        font = instancer.instantiateVariableFont(font, {"wght": weight})
        font.flavor = None
        content = io.BytesIO()
        font.save(content)
        content.seek(0)
        parts.append(content)
    return merge.Merger(merge.Options(drop_tables=["DSIG", "STAT", "MVAR", "HVAR", "vhea", "vmtx"])).merge(parts)


def cut(font: TTFont, characters: Iterable[int]) -> TTFont:
    """Return a font with these characters and all that shaping them needs."""
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, drop_tables=["DSIG"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(characters))
    cutter.subset(font)
    return font


def common_hangul() -> set[int]:
    """Return the syllables of the Korean standard KS X 1001, which names of places keep to."""
    return {code for code in range(0xAC00, 0xD7A4) if len(chr(code).encode("euc_kr", errors="ignore")) == 2}


def cjk_face(collection: Path) -> TTFont:
    for number in range(20):
        font = TTFont(collection, fontNumber=number)
        if font["name"].getDebugName(1) == CJK_FACE:
            return font
    sys.exit(f"{collection} has no {CJK_FACE}")


def write(font: TTFont, name: str) -> None:
    """Write a font under the name that pictures know it by."""
    called = f"Atlas Pictures {name}"
    for record in list(font["name"].names):
        if record.nameID not in (0, 13, 14):  # copyright and licence stay
            font["name"].removeNames(nameID=record.nameID)
    for identifier, text in ((1, called), (2, "Regular"), (3, called), (4, called), (6, called.replace(" ", "-"))):
        font["name"].setName(text, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400  # each weight is a family of its own, so that nobody looks for a bold one
    font["head"].created = font["head"].modified = EPOCH
    font.recalcTimestamp = False
    font.save(TARGET / f"{name}.{'otf' if 'CFF ' in font else 'ttf'}")


def written(paths: Iterable[Path]) -> set[int]:
    return {character for path in paths for character in TTFont(path, lazy=True).getBestCmap()}


def needed_characters() -> set[int]:
    """Return the code points of everything that can be written, without those that leave no mark."""
    text = "".join({*texts_of_the_data(), *texts_of_the_catalogues(), *names_of_countries()})
    return {ord(each) for each in text if unicodedata.category(each) not in ("Cc", "Cf")}


def texts_of_the_data() -> Iterator[str]:
    for path in (ROOT / "data" / "curated").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                yield from (text for column, text in row.items() if column not in NOT_WRITTEN)


def texts_of_the_catalogues() -> Iterator[str]:
    for path in (ROOT / "locale").rglob("*.po*"):
        yield path.read_text(encoding="utf-8")


def names_of_countries() -> Iterator[str]:
    sys.path.insert(0, str(ROOT))
    from babel import Locale

    from atlas.wording import LANGUAGES

    for language in LANGUAGES.values():
        locale = Locale.parse(language.locale, sep="_")
        yield language.name
        yield from map(str, locale.territories.values())
        yield from (name for names in locale.months["format"].values() for name in names.values())


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts"))
