"""Make the master of the decks, ``atlas/deck/master.pptx``: theme, slide master, layouts, styles of tables.

python-pptx reads layouts and fills them, but cannot make any; so the few parts of an empty presentation are written
here as XML, from records of what stands where.  The same script makes the same bytes; a test compares.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from atlas.deck.package import pack
from atlas.palette import LIGHT, SHAPES

TARGET = Path(__file__).resolve().parents[1] / "atlas" / "deck" / "master.pptx"

EMU = 914_400
"""Units of the format to an inch; all lengths below are inches."""
WIDTH, HEIGHT = 40 / 3, 7.5
LEFT, WIDE = 0.6, 12.133

SERIF, SANS = "Georgia", "Calibri"
"""On every machine with an office: Windows, macOS, and LibreOffice with a face as wide (Carlito) or its own serif."""
EAST_ASIAN, COMPLEX = "Malgun Gothic", "Arial"
SCRIPTS = {
    "Jpan": "Yu Gothic", "Hang": "Malgun Gothic", "Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei",
    "Arab": "Arial", "Hebr": "Arial", "Thai": "Tahoma", "Ethi": "Nyala", "Beng": "Nirmala UI", "Deva": "Nirmala UI",
    "Telu": "Nirmala UI", "Taml": "Nirmala UI", "Mlym": "Nirmala UI", "Geor": "Sylfaen", "Armn": "Sylfaen",
    "Khmr": "Leelawadee UI", "Laoo": "Leelawadee UI", "Viet": "Arial",
}  # fmt: skip

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument."


# What a text looks like


@dataclass(frozen=True)
class Style:
    """Size in points, colour by its name in the theme, face, and where the text stands in its box."""

    size: float
    colour: str = "tx1"
    serif: bool = False
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    shrinks: bool = False
    after: float = 0.0

    def list_style(self) -> str:
        """Return how the paragraphs of a box look."""
        face, line = ("mj", 96) if self.serif else ("mn", 100)
        return (
            f'<a:lvl1pPr marL="0" indent="0" algn="{self.align}"><a:lnSpc><a:spcPct val="{line}000"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{self.after * 100:.0f}"/></a:spcAft>'
            f'<a:buNone/><a:defRPr sz="{self.size * 100:.0f}" b="{int(self.bold)}"><a:solidFill>'
            f'<a:schemeClr val="{self.colour}"/></a:solidFill><a:latin typeface="+{face}-lt"/>'
            f'<a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl1pPr>'
        )

    def body(self) -> str:
        """Return how a box holds its text; PowerPoint shrinks it on overflow where the style says so."""
        fit = "<a:normAutofit/>" if self.shrinks else "<a:noAutofit/>"
        return (
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{self.anchor}" wrap="square">{fit}</a:bodyPr>'
            f"<a:lstStyle>{self.list_style()}</a:lstStyle>"
        )


KICKER = Style(16, "tx2", bold=True, anchor="b")
MESSAGE = Style(28, serif=True, shrinks=True)
OPENING = Style(48, serif=True, anchor="b", shrinks=True)
LEAD = Style(20, shrinks=True)
NOTE = Style(14, "tx2", anchor="b")
TEXT = Style(16, shrinks=True, after=10)
LARGE_TEXT = Style(20, shrinks=True, after=12)
PICTURE = Style(14, "tx2")
FOOT = Style(10, "tx2")
FOOT_RIGHT = Style(10, "tx2", align="r")


# What stands where


@dataclass(frozen=True)
class Holder:
    """A placeholder: its name, kind and number, its box (left, top, width, height), its prompt and look."""

    name: str
    kind: str
    number: int
    box: tuple[float, float, float, float]
    prompt: str
    style: Style


FOOTERS = (
    Holder("Coverage", "ftr", 11, (LEFT, 6.8, 9.8, 0.19), "Coverage and independence", FOOT),
    Holder("Date of the data", "dt", 10, (10.4, 6.8, 1.95, 0.19), "Date", FOOT_RIGHT),
    Holder("Slide number", "sldNum", 12, (12.35, 6.8, 0.383, 0.19), "", FOOT_RIGHT),
)
HEADS = (
    Holder("Message", "title", 0, (LEFT, 0.78, WIDE, 1.06), "One message", MESSAGE),
    Holder("Step", "body", 13, (LEFT, 0.36, 9.8, 0.36), "Step", KICKER),
)
DEFINITION = Holder("Definition", "body", 15, (LEFT, 6.16, WIDE, 0.49), "What is counted, and of how many", NOTE)
DISCLAIMER = Holder("Disclaimer of the map", "body", 18, (LEFT, 7.0, WIDE, 0.36), "Disclaimer of the map", FOOT)
TOP, HIGH = 1.9, 4.24


def _layout(*holders: Holder) -> tuple[Holder, ...]:
    """Return message, step and foot round what a layout shows; below a map stands its disclaimer."""
    below = (DISCLAIMER,) if any(each.kind == "pic" for each in holders) else ()
    return (*HEADS, *holders, DEFINITION, *FOOTERS, *below)


INSIDE = ((0.9, 6.7, 9.3, 0.19), (10.2, 6.7, 1.85, 0.19), (12.05, 6.7, 0.383, 0.19))
"""Where the foot stands within the neat line of the opening."""

LAYOUTS = {
    "Opening": (
        Holder("Title", "ctrTitle", 0, (0.9, 1.15, 11.533, 1.6), "Whose story it is", OPENING),
        Holder("Lead", "subTitle", 1, (0.9, 3.36, 11.533, 0.85), "What it is about", LEAD),
        Holder("Atlas", "body", 13, (0.9, 0.66, 9.0, 0.36), "Learning Cities Atlas", KICKER),
        Holder("Numbers", "tbl", 14, (0.9, 4.36, 11.533, 2.2), "Numbers", PICTURE),
        *(replace(each, box=box) for each, box in zip(FOOTERS, INSIDE, strict=True)),
    ),
    "Message and chart": _layout(Holder("Chart", "chart", 14, (LEFT, TOP, WIDE, HIGH), "Chart", PICTURE)),
    "Message and picture": _layout(Holder("Picture", "pic", 14, (LEFT, TOP, WIDE, HIGH), "Map", PICTURE)),
    "Message and table": _layout(Holder("Table", "tbl", 16, (LEFT, TOP, WIDE, HIGH), "Table", PICTURE)),
    "Message, picture and table": _layout(
        Holder("Picture", "pic", 14, (LEFT, TOP, 7.7, HIGH), "Map", PICTURE),
        Holder("Table", "tbl", 16, (8.6, TOP, 4.133, HIGH), "Table", PICTURE),
    ),
    "Message, table and small picture": _layout(
        Holder("Table", "tbl", 16, (LEFT, TOP, 8.3, HIGH), "Table", PICTURE),
        Holder("Picture", "pic", 14, (9.2, TOP, 3.533, HIGH), "Map", PICTURE),
    ),
    "Sources and chart": _layout(
        Holder("Chart", "chart", 14, (LEFT, TOP, 6.5, HIGH), "Chart", PICTURE),
        Holder("Imprint", "body", 17, (7.6, TOP, 5.133, HIGH), "Sources, licence, disclaimer", TEXT),
    ),
    "Sources": (
        *HEADS,
        Holder("Imprint", "body", 17, (LEFT, TOP, 10.4, HIGH), "Sources, licence, disclaimer", LARGE_TEXT),
        *FOOTERS,
    ),
}  # fmt: skip
"""Layouts by name, in the order in which PowerPoint offers them."""

LAYOUT_KINDS = {"Opening": "title"}


# Shapes


def _box(left: float, top: float, width: float, height: float) -> str:
    x, y, cx, cy = (round(each * EMU) for each in (left, top, width, height))
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'


def _holder(holder: Holder, number: int) -> str:
    kind = f'type="{holder.kind}"' + (f' idx="{holder.number}"' if holder.number else "")
    if holder.kind == "sldNum":
        field = 'id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"'
        text = f'<a:fld {field}><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    else:
        text = f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(holder.prompt)}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(holder.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_box(*holder.box)}</p:spPr>"
        f"<p:txBody>{holder.style.body()}<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _drawn(
    number: int, name: str, shape: str, box: tuple[float, ...], fill: str, line: str, width: float = 0.75
) -> str:
    """Return a shape that is there for its looks, which screen readers pass over."""
    paint = f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    edge = f'<a:solidFill><a:schemeClr val="{line}"/></a:solidFill>' if line else "<a:noFill/>"
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}" descr="">{decorative}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_box(*box)}<a:prstGeom prst="{shape}"><a:avLst/>'
        f"</a:prstGeom>{paint}"
        f'<a:ln w="{width * 12_700:.0f}">{edge}</a:ln></p:spPr></p:sp>'
    )


PRESETS = {"circle": "ellipse", "square": "rect"}
"""Names of our pins' shapes in the format where they differ."""


def _pins(first: int, left: float, top: float, size: float) -> str:
    """Return the five pins of the map in a row: whose deck it is."""
    return "".join(
        _drawn(
            first + at,
            f"Pin {at + 1}",
            PRESETS.get(shape, shape),
            (left + at * size * 1.75, top, size, size),
            f"accent{at + 2}",
            "",
        )
        for at, shape in enumerate(SHAPES.values())
    )


def _tree(*shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{''.join(shapes)}</p:spTree>"
    )


COLOUR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


def master() -> str:
    title, *_others = HEADS
    body = Holder("Text", "body", 1, (LEFT, TOP, WIDE, HIGH), "Text", Style(18, shrinks=True, after=9))
    holders = [title, body, *FOOTERS]
    shapes = [_holder(each, at) for at, each in enumerate(holders, 2)]
    line = _drawn(20, "Line above the foot", "rect", (LEFT, 6.72, WIDE, 0.012), "bg2", "")
    layouts = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="rId{at + 1}"/>' for at in range(len(LAYOUTS)))
    levels = "".join(
        f'<a:lvl{level}pPr marL="{228_600 * level}" indent="-228600"><a:spcBef><a:spcPts val="400"/></a:spcBef>'
        '<a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="1600"><a:solidFill><a:schemeClr val="tx1"/>'
        "</a:solidFill>"
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{level}pPr>"
        for level in range(2, 6)
    )
    return (
        f'{HEAD}<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg>{_tree(line, _pins(21, 11.42, 0.46, 0.16), *shapes)}</p:cSld>"
        f"<p:clrMap {COLOUR_MAP}/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{MESSAGE.list_style()}</p:titleStyle>"
        f"<p:bodyStyle>{body.style.list_style()}{levels}</p:bodyStyle>"
        f"<p:otherStyle>{Style(14).list_style()}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(name: str) -> str:
    shapes = [_holder(each, at) for at, each in enumerate(LAYOUTS[name], 2)]
    kind = f' type="{LAYOUT_KINDS[name]}"' if name in LAYOUT_KINDS else ""
    if name == "Opening":  # the neat line of a map round the page, and the pins below the title
        inset, inner = 0.26, 0.33
        shapes = [
            _drawn(40, "Neat line", "rect", (inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset), "", "tx1", 1.5),
            _drawn(41, "Hairline", "rect", (inner, inner, WIDTH - 2 * inner, HEIGHT - 2 * inner), "", "tx2", 0.5),
            _pins(42, 0.9, 2.93, 0.22),
            *shapes,
        ]
    shown = "0" if name == "Opening" else "1"
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{kind} preserve="1" showMasterSp="{shown}">'
        f'<p:cSld name="{name}">{_tree(*shapes)}'
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


# Theme and styles


def theme() -> str:
    colours = {
        "dk1": LIGHT.ink, "lt1": LIGHT.paper, "dk2": LIGHT.muted, "lt2": LIGHT.hairline, "accent1": LIGHT.quantity,
        **{f"accent{at}": colour for at, colour in enumerate(LIGHT.regions.values(), 2)},
        "hlink": LIGHT.quantity, "folHlink": LIGHT.muted,
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>' for name, colour in colours.items())
    scripts = "".join(f'<a:font script="{code}" typeface="{face}"/>' for code, face in SCRIPTS.items())
    fonts = "".join(
        f'<a:{part}Font><a:latin typeface="{face}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{COMPLEX}"/>'
        f"{scripts}</a:{part}Font>"
        for part, face in (("major", SERIF), ("minor", SANS))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Learning Cities Atlas">'
        f'<a:themeElements><a:clrScheme name="Learning Cities Atlas">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Learning Cities Atlas">{fonts}</a:fontScheme><a:fmtScheme name="Plain">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{plain * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


TABLE, FIGURES = "{3F0C7A4E-61B2-4C0B-9A55-0E5D1C7A7E01}", "{3F0C7A4E-61B2-4C0B-9A55-0E5D1C7A7E02}"
"""Names of our two styles of tables (``atlas/deck/tables.py`` asks for them)."""


def table_styles() -> str:
    def edge(side: str, colour: str, width: int) -> str:
        paint = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if width else "<a:noFill/>"
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{paint}</a:ln></a:{side}>'

    def text(colour: str, *, bold: bool) -> str:
        weight = ' b="on"' if bold else ""
        return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="{colour}"/></a:tcTxStyle>'

    def part(name: str, words: str, *edges: str) -> str:
        style = f"<a:tcBdr>{''.join(edges)}</a:tcBdr><a:fill><a:noFill/></a:fill>"
        return f"<a:{name}>{words}<a:tcStyle>{style}</a:tcStyle></a:{name}>"

    rows = part("wholeTbl", text("tx1", bold=False), edge("bottom", "bg2", 9525), edge("insideH", "bg2", 9525))
    first = part("firstRow", text("tx2", bold=True), edge("bottom", "tx2", 12700))
    bare = part("wholeTbl", text("tx1", bold=False))
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE}">'
        f'<a:tblStyle styleId="{TABLE}" styleName="Atlas">{rows}{first}</a:tblStyle>'
        f'<a:tblStyle styleId="{FIGURES}" styleName="Atlas, numbers">{bare}</a:tblStyle></a:tblStyleLst>'
    )


# The package


def _relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def presentation() -> str:
    level = Style(14).list_style()
    size = f'cx="{WIDTH * EMU:.0f}" cy="{HEIGHT * EMU:.0f}"'
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz {size}/>'
        f'<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>{level}</p:defaultTextStyle></p:presentation>'
    )


def parts() -> dict[str, str]:
    """Return every part of the package by its path."""
    names = [f"slideLayout{at}.xml" for at in range(1, len(LAYOUTS) + 1)]
    kinds = {
        "/ppt/presentation.xml": f"{TYPES}presentationml.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{TYPES}presentationml.slideMaster+xml",
        **{f"/ppt/slideLayouts/{name}": f"{TYPES}presentationml.slideLayout+xml" for name in names},
        "/ppt/theme/theme1.xml": f"{TYPES}theme+xml",
        "/ppt/tableStyles.xml": f"{TYPES}presentationml.tableStyles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{path}" ContentType="{kind}"/>' for path, kind in kinds.items())
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Learning Cities Atlas</dc:title></cp:coreProperties>'
    )
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": _relations(
            (f"{OFFICE}/officeDocument", "ppt/presentation.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core,
        "ppt/presentation.xml": presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            (f"{OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
            (f"{OFFICE}/tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *((f"{OFFICE}/slideLayout", f"../slideLayouts/{name}") for name in names),
            (f"{OFFICE}/theme", "../theme/theme1.xml"),
        ),
        **{f"ppt/slideLayouts/{name}": layout(each) for name, each in zip(names, LAYOUTS, strict=True)},
        **{
            f"ppt/slideLayouts/_rels/{name}.rels": _relations(
                (f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")
            )
            for name in names
        },
        "ppt/theme/theme1.xml": theme(),
        "ppt/tableStyles.xml": table_styles(),
    }


def build() -> bytes:
    """Return the master as the bytes of a file."""
    return pack({path: text.encode() for path, text in parts().items()}, small=False)


if __name__ == "__main__":
    TARGET.write_bytes(build())
    print(f"{TARGET.name}: {len(LAYOUTS)} layouts, {TARGET.stat().st_size:,} bytes")
