"""A story as slides to take away and edit: text, charts, tables and pictures in placeholders of a designed master."""

from __future__ import annotations

import io
from copy import deepcopy
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from atlas.addresses import is_linkable
from atlas.deck.charts import add_chart
from atlas.deck.letters import scale_for, write
from atlas.deck.package import settle
from atlas.deck.tables import add_figures, add_table
from atlas.story.pictures import Points
from atlas.story.slides import beside, read_out
from atlas.words import deck as words
from atlas.words import pictures as picture_words
from atlas.words import story as story_words
from geo.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pptx.presentation import Presentation
    from pptx.slide import Slide

    from atlas.story.model import Step, Story

    Progress = Callable[[int, int, str], None]

MASTER: Final = Path(__file__).with_name("master.pptx")
"""Made by ``scripts/build_deck_master.py``."""

_KICKER, _MAIN, _DEFINITION, _TABLE, _IMPRINT, _DISCLAIMER = 13, 14, 15, 16, 17, 18
"""Numbers of the placeholders in the layouts."""
_OPENING, _MESSAGE, _LEAD = 48, 28, 20
_TEXT, _LARGE_TEXT = (16, 10), (20, 12)
"""Points, as the layouts have them."""
_UNIT: Final = 12_700
"""Units of the format to a point."""
_WORDY: Final = 60
"""Letters in a row of a table from which on it needs more room than its map."""
_PROPERTY: Final = 255
"""Letters that a property of a file has at most."""
_FOOTS: Final = ("DATE", "FOOTER", "SLIDE_NUMBER")


def build_deck(story: Story, *, address: str = "", told: Progress | None = None) -> bytes:
    """Return a story as a presentation (PPTX, 16:9).

    Parameters
    ----------
    story : Story
        What is told, in its own language, which must be the one in use.
    address : str
        Where the same can be seen, or empty text.
    told : callable, optional
        Told before each slide is made: its number, how many there are, and the title of its step.
    """
    import pptx

    deck = pptx.Presentation(str(MASTER))
    for at, step in enumerate(story.steps, 1):
        if told:
            told(at, len(story.steps), step.title)
        _add_slide(deck, story, step, last=at == len(story.steps), address=address)
    _describe(deck, story)
    target = io.BytesIO()
    deck.save(target)
    return settle(target.getvalue(), story.dated)


def _add_slide(deck: Presentation, story: Story, step: Step, *, last: bool, address: str) -> None:
    name = _layout(step)
    (layout,) = [each for each in deck.slide_layouts if each.name == name]
    slide = deck.slides.add_slide(layout)
    for holder in slide.placeholders:  # python-pptx calls them "Text Placeholder 4"
        holder.name = next(each.name for each in layout.placeholders if _number(each) == _number(holder))
    if name == "Opening":
        _fill_opening(slide, story, step)
    else:
        _fill_text(slide, 0, [step.message], story.language, size=_MESSAGE, serif=True)
        _fill_text(slide, _KICKER, [step.title], story.language)
        _fill_body(slide, story, step, address)
    _add_feet(slide, story)
    _add_notes(slide, story, step, last=last)


def _layout(step: Step) -> str:
    """Return the name of the layout for a step: what it shows decides."""
    heads, rows, _numeric = read_out(beside(step))
    if step.code == "title":
        return "Opening"
    if step.code == "sources":
        return "Sources and chart" if step.picture else "Sources"
    if step.picture is None:
        return "Message and table"
    if not isinstance(step.picture, Points):
        return "Message and chart"
    if not heads:
        return "Message and picture"
    wordy = max((sum(map(len, row)) for row in rows), default=0) > _WORDY
    return "Message, table and small picture" if wordy else "Message, picture and table"


def _fill_opening(slide: Slide, story: Story, step: Step) -> None:
    _fill_text(slide, 0, [step.title], story.language, size=_OPENING, serif=True)
    _fill_text(slide, 1, [step.message], story.language, size=_LEAD)
    _fill_text(slide, _KICKER, [picture_words.signature()], story.language)
    frame = add_figures(_holder(slide, _MAIN), read_out(step.table).rows, story.language)
    _name(frame, step.title, step.definition)


def _fill_body(slide: Slide, story: Story, step: Step, address: str) -> None:
    """Fill whatever the layout has places for: picture or chart, table, imprint."""
    places = set(map(_number, slide.placeholders))
    if _MAIN in places and step.picture is not None:
        _add_picture(slide, step)
    if _TABLE in places:
        frame = add_table(_holder(slide, _TABLE), read_out(beside(step)), story.language)
        _name(frame, step.title, step.definition)
    if _DISCLAIMER in places:
        _fill_text(slide, _DISCLAIMER, [story.imprint[-1]], story.language)
    if _DEFINITION in places:
        _fill_text(slide, _DEFINITION, [step.definition], story.language)
    if _IMPRINT in places:
        lines = [*story.imprint, *([address] if address else [])]
        size, after = _TEXT if step.picture else _LARGE_TEXT
        _fill_text(slide, _IMPRINT, lines, story.language, size=size, after=after)
        if is_linkable(address):
            for run in _holder(slide, _IMPRINT).text_frame.paragraphs[-1].runs:
                run.hyperlink.address = address


def _add_picture(slide: Slide, step: Step) -> None:
    holder: Any = _holder(slide, _MAIN)
    if not isinstance(step.picture, Points):
        assert step.picture is not None
        _name(add_chart(holder, step.picture), step.title, step.alt)
        return
    from atlas.deck.maps import draw_points

    drawn = draw_points(step.picture, holder.width / _UNIT, holder.height / _UNIT)
    _name(holder.insert_picture(io.BytesIO(drawn)), step.title, step.alt)


def _holder(slide: Slide, number: int) -> Any:
    (found,) = [each for each in slide.placeholders if _number(each) == number]
    return found


def _number(holder: Any) -> int:
    return int(holder.placeholder_format.idx)


def _name(shape: Any, title: str, alt: str) -> None:
    """Say what a picture, chart or table is, for the list of shapes and for those who do not see it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", plain(title))
    properties.set("descr", plain(alt))


def _fill_text(
    slide: Slide,
    number: int,
    lines: Sequence[str],
    language: str,
    *,
    size: float = 0,
    serif: bool = False,
    after: float = 0,
) -> None:
    """Write paragraphs into a placeholder; where ``size`` says how large they are, they shrink until they fit."""
    holder = _holder(slide, number)
    frame = holder.text_frame
    for at, line in enumerate(lines):
        write(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), line, language)
    if not size:
        return
    part = scale_for(lines, size, (holder.width / _UNIT, holder.height / _UNIT), serif=serif, after=after)
    if part < 1:
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls

        shrunk = parse_xml(f'<a:normAutofit {nsdecls("a")} fontScale="{part * 100_000:.0f}"/>')
        frame._txBody.bodyPr.append(shrunk)


def _add_feet(slide: Slide, story: Story) -> None:
    """Copy the foot of the layout, which python-pptx leaves out: coverage and independence, date, number."""
    coverage = f"{story.coverage} {story.imprint[0]}"
    texts = {"DATE": picture_words.dated(story.dated), "FOOTER": coverage, "SLIDE_NUMBER": ""}
    for holder in slide.slide_layout.placeholders:
        if (kind := holder.placeholder_format.type.name) not in _FOOTS:
            continue
        copied = deepcopy(holder._element)
        slide.shapes._spTree.append(copied)
        copied.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
        for own in list(copied.spPr):
            copied.spPr.remove(own)
        body = copied.txBody
        for own in list(body.bodyPr) + list(body.find(_q("a:lstStyle"))):
            own.getparent().remove(own)
        for attribute in list(body.bodyPr.attrib):
            del body.bodyPr.attrib[attribute]
        if texts[kind]:
            (shape,) = [each for each in slide.placeholders if each._element is copied]
            shape.text_frame.clear()
            write(shape.text_frame.paragraphs[0], texts[kind], story.language)


def _q(name: str) -> str:
    from pptx.oxml.ns import qn

    return str(qn(name))


def _add_notes(slide: Slide, story: Story, step: Step, *, last: bool) -> None:
    """Write what to say, what is counted, what to bear in mind and where it comes from into the notes."""
    blocks = [
        ("", [step.message]),
        (words.counted_title(), [step.definition]),
        (words.notes_title(), step.notes),
        (words.sources_title(), [words.source(each) for each in step.sources]),
    ]
    if last:
        reasons = [words.left_out(each.title, each.reason) for each in story.left_out]
        blocks.append((story_words.left_out_title(), reasons))
    lines = [line for head, told in blocks if told for line in ([head] if head else []) + list(told)]
    frame = slide.notes_slide.notes_text_frame
    for at, line in enumerate(lines):
        write(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), line, story.language)


def _describe(deck: Presentation, story: Story) -> None:
    about, moment = deck.core_properties, datetime.combine(story.dated, time())
    about.title, about.subject = plain(story.name)[:_PROPERTY], story.coverage[:_PROPERTY]
    about.author = about.last_modified_by = picture_words.signature()
    about.comments = story.imprint[1][:_PROPERTY]
    about.language, about.version = story.language, story.version
    about.created = about.modified = moment
    about.revision = 1
