"""The charts of a deck, native: whoever has the file edits their numbers, colours and words in PowerPoint."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from atlas.deck.letters import LEAST, width_of
from atlas.model import REGIONS
from atlas.story.drawing import written
from atlas.story.pictures import Bars, Line
from atlas.wording import number
from atlas.words import deck as words
from geo.sheet import plain
from geo.sketch import WIDTH

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.series import _BaseCategorySeries
    from pptx.shapes.placeholder import ChartPlaceholder, PlaceholderGraphicFrame

_ROOM: Final = 1.14
"""Length of the axis in lengths of the longest bar: the rest is for the text at its end."""
_RUN: Final = ("=", "{=")
"""Starts of a text that XlsxWriter, behind python-pptx, would write as a formula."""
_GAP: Final = 45
"""Between two bars, percent of their thickness."""
_PALER: Final = 0.62
"""How far the colour of a bar that the message is not about goes towards white."""
_PITCH: Final = 60.0
"""Points from one lying bar to the next at most."""
_COLUMN: Final = 60.0
"""Points that a column is wide at most."""
_LABELS, _NAME = 0.34, 205.0
"""What the names of lying bars have at most: a part of the width, or points where that is more."""
_EPOCH: Final = date(1899, 12, 30)
"""Where the calendar of spreadsheets begins."""
_POINTS: Final = 12_700
"""Units of the format to a point."""


def add_chart(holder: ChartPlaceholder, picture: Bars | Line) -> PlaceholderGraphicFrame:
    """Put a chart into its place.

    Parameters
    ----------
    holder : ChartPlaceholder
        A placeholder of a slide.
    picture : Bars or Line
        What is to be seen.
    """
    return _add_bars(holder, picture) if isinstance(picture, Bars) else _add_line(holder, picture)


def _add_bars(holder: ChartPlaceholder, bars: Bars) -> PlaceholderGraphicFrame:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    direct = _says_its_length(bars)
    data = CategoryChartData()
    data.categories = list(map(_told, bars.labels))
    for part in filter(None, (bars.solid, bars.hollow)):
        data.add_series(
            _told(part.name), [value or None for value in part.values]
        )  # the edge of nothing would be a line
    if not direct:
        data.add_series(words.text_at_the_end(), [round(bars.longest * 0.3, 2)] * len(bars.labels))
    if bars.upright:
        kind = XL_CHART_TYPE.COLUMN_CLUSTERED if direct else XL_CHART_TYPE.COLUMN_STACKED
    else:
        kind = XL_CHART_TYPE.BAR_CLUSTERED if direct else XL_CHART_TYPE.BAR_STACKED
    width, height = holder.width, holder.height
    frame: PlaceholderGraphicFrame = holder.insert_chart(kind, data)
    chart = frame.chart
    _calm(chart)
    _set_axes(chart, bars, width / _POINTS)
    _paint(chart, bars)
    if direct:
        _label_lengths(chart)
    else:
        _label_ends(chart, bars)
    if not bars.upright:
        _give_room(chart, bars.labels, width / _POINTS, height / _POINTS)
    return frame


def _told(text: str) -> str:
    """Return a text as the workbook behind a chart may hold it: a mark without width keeps it from being a formula."""
    return plain(f"\u200e{text}" if text.startswith(_RUN) else text)


def _says_its_length(bars: Bars) -> bool:
    """Return whether each bar has one part and its text is the length: then labels can be the values themselves."""
    return all(not (solid and hollow) and text in ("", number(solid + hollow)) for _name, solid, hollow, text in bars)


def _calm(chart: Chart) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(LEAST)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _set_axes(chart: Chart, bars: Bars, width: float) -> None:
    """Leave the names of the bars and take away the rest: each bar says how long it is."""
    names, lengths = chart.category_axis, chart.value_axis
    _thin(names)
    names.reverse_order = not bars.upright  # the first on top
    lengths.visible = lengths.has_major_gridlines = False
    lengths.minimum_scale, lengths.maximum_scale = 0, bars.longest * _ROOM
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = _gap(bars, width), 100


def _gap(bars: Bars, width: float) -> int:
    """Return the room between two bars in percent of their thickness: few columns do not become walls."""
    if not bars.upright:
        return _GAP
    return min(max(round((width / len(bars.labels) / _COLUMN - 1) * 100), _GAP), 500)


def _thin(axis: Any) -> None:
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    axis.format.line.width = Pt(1)


def _paint(chart: Chart, bars: Bars) -> None:
    """Colour the bars: solid parts filled, hollow ones outlined, in the ink of quantities or of each region."""
    solid, *others = chart.plots[0].series
    _paint_part(solid.format, _accent(bars, None), hollow=False)
    hollow = others.pop(0) if bars.hollow else None
    if hollow is not None:
        _paint_part(hollow.format, _accent(bars, None), hollow=True)
    for helper in others:
        helper.format.fill.background()
        helper.format.line.fill.background()
    if not bars.regions and bars.strong is None:
        return
    for at in range(len(bars.labels)):
        paler = bars.strong not in (None, at)
        _paint_part(solid.points[at].format, _accent(bars, at), hollow=False, paler=paler)
        if hollow is not None:
            _paint_part(hollow.points[at].format, _accent(bars, at), hollow=True, paler=paler)


def _accent(bars: Bars, at: int | None) -> Any:
    """Return the colour of the theme: the first accent for quantities, the next five for the regions in their order."""
    from pptx.enum.dml import MSO_THEME_COLOR

    if at is None or not bars.regions:
        return MSO_THEME_COLOR.ACCENT_1
    return getattr(MSO_THEME_COLOR, f"ACCENT_{REGIONS.index(bars.regions[at]) + 2}")


def _paint_part(part: Any, colour: Any, *, hollow: bool, paler: bool = False) -> None:
    from pptx.util import Pt

    if hollow:
        part.fill.background()
    else:
        part.fill.solid()
        part.fill.fore_color.theme_color = colour
    part.line.color.theme_color = colour
    part.line.width = Pt(1.5)
    if paler:
        part.line.color.brightness = _PALER
        if not hollow:
            part.fill.fore_color.brightness = _PALER


def _label_lengths(chart: Chart) -> None:
    """Write at the end of each bar how long it is; the label follows when somebody edits the number."""
    from pptx.enum.chart import XL_LABEL_POSITION

    plot = chart.plots[0]
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = "#,##0", False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _quieten(labels.font)


def _label_ends(chart: Chart, bars: Bars) -> None:
    """Write the text of each bar at its end: on a further part without fill, since stacked parts have labels inside."""
    from pptx.enum.chart import XL_LABEL_POSITION

    helper = chart.plots[0].series[-1]
    for at, text in enumerate(bars.texts):
        label = helper.points[at].data_label
        label.text_frame.text = plain(text)
        _quieten(label.text_frame.paragraphs[0].runs[0].font) if text else None
        label.position = XL_LABEL_POSITION.INSIDE_BASE


def _quieten(font: Any) -> None:
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    font.size = Pt(LEAST)
    font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _give_room(chart: Chart, names: tuple[str, ...], width: float, height: float) -> None:
    """Fix where the bars stand: few of them keep together, and the names left of them are all written.

    Left to themselves PowerPoint leaves every other name away where they are long, and other programs cut them.
    """
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    longest = max(width_of(name, LEAST) for name in names) + LEAST
    part = min(longest, max(_LABELS * width, _NAME)) / width
    high = min(len(names) * _PITCH / height, 0.98)
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{part:.4f}"/><c:y val="0.01"/><c:w val="{0.995 - part:.4f}"/><c:h val="{high:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(_q("layout")):
        area.remove(old)
    area.insert(0, layout)
    _every_name(chart)


def _every_name(chart: Chart) -> None:
    """Ask for the name of every bar."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    axis = chart.category_axis._element
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    axis.find(_q("lblOffset")).addnext(skip)


def _q(name: str) -> str:
    from pptx.oxml.ns import qn

    return str(qn(f"c:{name}"))


# Counts over time


def _add_line(holder: ChartPlaceholder, line: Line) -> PlaceholderGraphicFrame:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    told = [*line.parts, line.dotted] if line.dotted else list(line.parts)
    days = sorted({day for part in told for day, _value in part})
    data = CategoryChartData()
    data.categories = days
    for part in told:
        values = dict(part)
        name = words.counts_of_others(line.name) if part is line.dotted else line.name
        data.add_series(name, [values.get(day) for day in days])
    frame: PlaceholderGraphicFrame = holder.insert_chart(XL_CHART_TYPE.LINE_MARKERS, data)
    chart = frame.chart
    _calm(chart)
    _set_time(chart, days, max(value for _day, value in line.points))
    for at, series in enumerate(chart.plots[0].series):
        _draw_counts(series, dotted=at == len(line.parts))
    _label_counts(chart, line, days)
    return frame


def _set_time(chart: Chart, days: list[date], highest: int) -> None:
    """Let the axis run over whole years, and lines run over days of which only others tell."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    time, counts = chart.category_axis, chart.value_axis
    _thin(time)
    first, last = date(days[0].year, 1, 1), date(days[-1].year + 1, 1, 1)
    time.minimum_scale, time.maximum_scale = ((day - _EPOCH).days for day in (first, last))
    time.tick_labels.number_format, time.tick_labels.number_format_is_linked = "yyyy", False
    axis = time._element
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for old in axis.findall(_q(name)):
            axis.remove(old)
    for name, value in (("baseTimeUnit", "days"), ("majorUnit", "1"), ("majorTimeUnit", "years")):
        axis.append(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))
    counts.visible = counts.has_major_gridlines = False
    counts.minimum_scale, counts.maximum_scale = 0, round(highest * _ROOM)
    blanks = chart._chartSpace.chart.find(_q("dispBlanksAs"))
    blanks.set("val", "span")


def _draw_counts(series: _BaseCategorySeries, *, dotted: bool) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
    from pptx.util import Pt

    series.smooth = False
    stroke, marker = series.format.line, series.marker
    stroke.color.theme_color = MSO_THEME_COLOR.TEXT_2 if dotted else MSO_THEME_COLOR.ACCENT_1
    stroke.width = Pt(1.75 if dotted else 3)
    if dotted:
        stroke.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT
        marker.style = XL_MARKER_STYLE.NONE
        return
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 9
    marker.format.fill.solid()
    marker.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    marker.format.line.fill.background()


def _label_counts(chart: Chart, line: Line, days: list[date]) -> None:
    """Write the counts that have room, the first of each part below its point: above it a line may rise."""
    from pptx.enum.chart import XL_LABEL_POSITION

    points = line.points
    first, span = date(points[0][0].year, 1, 1), 366 * (points[-1][0].year + 1 - points[0][0].year)
    told = {x for x, _y, _value in written([(WIDTH * (day - first).days / span, 0, value) for day, value in points])}
    for part, series in zip(line.parts, chart.plots[0].series, strict=False):
        for day, _value in part:
            if WIDTH * (day - first).days / span not in told:
                continue
            label = series.points[days.index(day)].data_label
            starts = day == part[0][0]
            label.position = XL_LABEL_POSITION.BELOW if starts else XL_LABEL_POSITION.ABOVE
            _quieten(label.font)
