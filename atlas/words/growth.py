"""What is said of the published totals: counts of UNESCO and the press, conferences, intakes that do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.addresses import host
from atlas.labels import sentence_case
from atlas.model import rows
from atlas.wording import day, listing, ngettext, number, series
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from atlas.summaries.growth import Drop

MONTH: Final = "MMMM y"
"""CLDR pattern of a date without its day."""


def when(row: pd.Series) -> str:
    """Return the date of a count as precisely as it was published."""
    if row["date_precision"] == "year":
        return str(row["date"])
    return day(row["day"], style=MONTH if row["date_precision"] == "month" else "long")


def source() -> str:
    """Return the source line of published counts."""
    return _("Source: UNESCO, UIL and the press.")


def lead(counts: pd.DataFrame, intakes: pd.DataFrame) -> str:
    """Return the sentence above the page."""
    own = _own(counts)
    first, last = own.iloc[0], own.iloc[-1]
    return _(
        "UNESCO counted {first} cities in {first_year} and {last} in {last_year}. The last intake brought {added} "
        "cities from {countries} countries; totals are not the sum of intakes, because cities also leave."
    ).format(
        first=number(int(first["cities_total"])),
        first_year=first["day"].year,
        last=number(int(last["cities_total"])),
        last_year=last["day"].year,
        added=number(int(intakes["cities_added"].iloc[-1])),
        countries=number(int(intakes["countries_added"].iloc[-1])),
    )


def glance_title(counts: pd.DataFrame) -> str:
    """Return the finding of the line on the overview: UNESCO's first and last count."""
    own = _own(counts)
    first, last = own.iloc[0], own.iloc[-1]
    return _("UNESCO counted {first} cities in {first_year} and {last} in {last_year}").format(
        first=number(int(first["cities_total"])),
        first_year=first["day"].year,
        last=number(int(last["cities_total"])),
        last_year=last["day"].year,
    )


def glance_note(drop: Drop | None) -> str:
    """Return what the line on the overview counts, and why it is broken."""
    counted = _("Cities in the whole network as UNESCO published them; the filters do not apply.")
    if not drop:
        return counted
    return " ".join((counted, _("{drop} (dotted: counts in the press).").format(drop=drop_label(drop))))


def _own(counts: pd.DataFrame) -> pd.DataFrame:
    """Return UNESCO's own counts as they stand now, one for a day."""
    return counts[counts["voice"] == "unesco"].drop_duplicates("sort_date", keep="last")


def stock_title(counts: pd.DataFrame, drop: Drop | None) -> str:
    """Return the finding: the first and the last count, and the largest drop on the way."""
    own = _own(counts)["cities_total"].tolist()
    told = {"first": number(own[0]), "last": number(own[-1])}
    if not drop:
        return _("From {first} to {last} cities").format(**told)
    return _("From {first} to {last} cities, with a drop to {trough} in {year}").format(
        **told, trough=number(drop.trough), year=drop.after.year
    )


def drop_label(drop: Drop | None) -> str:
    """Return what is said of a drop where the line breaks: from what to what, when and why."""
    if not drop:
        return ""
    told = {"peak": number(drop.peak), "trough": number(drop.trough), "month": day(drop.after, style=MONTH)}
    if not drop.note:
        return _("From {peak} to {trough} in {month}").format(**told)
    return _("From {peak} to {trough} in {month}: {remark}").format(**told, remark=_(drop.note))


def stock_subtitle() -> str:
    """Return what the line counts and what its marks mean."""
    return _(
        "Cities in the whole network as published. The line joins UNESCO’s own counts "
        "(hollow: changed later). Triangles are conferences; below them, the Learning City Awards given there."
    )


def stock_alt(counts: pd.DataFrame, events: pd.DataFrame | None, drop: Drop | None) -> str:
    """Return the line in words; ``events`` are those that are drawn, None where none is."""
    parts = [
        _("{date}: {cities}").format(date=when(row), cities=number(int(row["cities_total"])))
        for _index, row in _own(counts).iterrows()
    ]
    press = int((counts["voice"] == "press").sum())
    held = [] if events is None else [f"{_(city)} {on.year}" for city, on in rows(events, "city", "day")]
    sentences = [
        _("Line of the cities that UNESCO counted. {values}.").format(values=series(parts)),
        ngettext(
            "{press} count in the press stands beside it.", "{press} counts in the press stand beside it.", press
        ).format(press=number(press))
        if press
        else "",
        _("{drop}.").format(drop=drop_label(drop)) if drop else "",
        _("Conferences are marked: {conferences}.").format(conferences=listing(held)) if held else "",
    ]
    return " ".join(filter(None, sentences))


def stock_notes(counts: pd.DataFrame) -> list[str]:
    """Return the conflicts between published totals, one sentence each."""
    return [_conflict(row) for _index, row in counts[counts["superseded_by"] != ""].iterrows()]


def _conflict(row: pd.Series) -> str:
    words = (
        _("{date}: first announced as {first}, corrected to {later}.")
        if row["voice"] == "corrected"
        else _("{date}: announced as {first}; later texts of UNESCO say {later}.")
    )
    return sentence_case(
        words.format(date=when(row), first=number(int(row["cities_total"])), later=number(int(row["superseded_by"])))
    )


def press_label() -> str:
    """Return what the hollow diamonds are."""
    return _("counts in the press")


def conference_marks(events: pd.DataFrame) -> list[tuple[date, str]]:
    """Return the day of each conference, with its city and below it the awards given there, named once."""
    marks, named = [], False
    for held, city, awards in zip(events["day"], events["city"], events["awards"].tolist(), strict=True):
        words = "{number}" if named else ngettext("{number} award", "{number} awards", awards)
        marks.append((held, "\n".join([_(city), *([words.format(number=number(awards))] if awards else [])])))
        named = named or bool(awards)
    return marks


def counts_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Return every published count, with who counted and where it is printed."""
    voices = {"unesco": _("UNESCO"), "corrected": _("UNESCO, corrected"), "press": _("other source")}
    return pd.DataFrame(
        {
            _("Date"): [when(row) for _index, row in counts.iterrows()],
            _("Cities"): counts["cities_total"],
            _("Countries"): counts["countries_total"],
            _("Counted by"): counts["voice"].map(voices),
            _("Later texts say"): counts["superseded_by"],
            _("What was published"): counts["event"].map(_),
            _("Remark"): counts["note"].map(_),
            _("Source"): counts["source_url"],
        }
    )


def glance_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Return date and number of every published count."""
    return counts_table(counts).iloc[:, :2]


def events_label() -> str:
    """Return what the table of conferences is called."""
    return _("Conferences and awards")


def events_table(events: pd.DataFrame) -> pd.DataFrame:
    """Return the conferences with the number of awards given there."""
    return pd.DataFrame(
        {
            _("Date"): [day(when) for when in events["day"]],
            _("Conference"): [_(event) for event in events["event"]],
            _("City"): [_(city) for city in events["city"]],
            _("Outcome"): [_(outcome) for outcome in events["outcome"]],
            _("Learning City Awards"): events["awards"],
            _("Source"): events["source_url"],
        }
    )


def countries_title(counts: pd.DataFrame) -> str:
    """Return the finding: how many countries the network reached."""
    own = _own(counts).dropna(subset="countries_total")
    first, last = own.iloc[0], own.iloc[-1]
    return _("The network reached {last} countries, up from {first} in {year}").format(
        last=number(int(last["countries_total"])), first=number(int(first["countries_total"])), year=first["day"].year
    )


def countries_subtitle() -> str:
    """Return what the line of countries counts."""
    return _("Countries with a member, as published, for the whole network.")


def countries_alt(counts: pd.DataFrame) -> str:
    """Return the line of countries in words."""
    own = _own(counts).dropna(subset="countries_total")
    parts = [
        _("{date}: {countries}").format(date=when(row), countries=number(int(row["countries_total"])))
        for _index, row in own.iterrows()
    ]
    return _("Line of the countries with a member, as UNESCO counted them. {values}.").format(values=series(parts))


def gaps_title(gaps: pd.DataFrame) -> str:
    """Return the finding: the sum that exceeds the announced total by most, or that all add up."""
    worst = gaps.loc[gaps["gap"].idxmin()]
    if worst["gap"] >= 0:
        return _("No announced total is smaller than the sum of the last count and the intake")
    return _("{before} and {added} make {expected}, but UNESCO announced {announced}").format(
        before=number(worst["before"]),
        added=number(worst["added"]),
        expected=number(worst["expected"]),
        announced=number(worst["announced"]),
    )


def gaps_subtitle() -> str:
    """Return what the bars of the sums show."""
    return _(
        "Whole network. Pale: UNESCO’s last count before an intake; outline: cities added; vertical line: the total "
        "announced. No source lists which cities left, merged or came back."
    )


def gaps_alt(gaps: pd.DataFrame) -> str:
    """Return the sums in words."""
    parts = [
        _("{date}: {before} + {added} = {expected}, announced {announced}, {gap}").format(
            date=day(row.day),
            before=number(row.before),
            added=number(row.added),
            expected=number(row.expected),
            announced=number(row.announced),
            gap=gap_label(row.gap),
        )
        for row in gaps.itertuples()
    ]
    return _("Bars of the total before each intake and the cities added, beside the total announced. {values}.").format(
        values=series(parts)
    )


def gap_names(gaps: pd.DataFrame) -> list[str]:
    """Return the sum of each intake, beside the total announced."""
    return [
        _("{month}: {before} + {added} = {expected}, announced {announced}").format(
            month=sentence_case(day(row.day, style=MONTH)),
            before=number(row.before),
            added=number(row.added),
            expected=number(row.expected),
            announced=number(row.announced),
        )
        for row in gaps.itertuples()
    ]


def gap_label(gap: int) -> str:
    """Return how far an announced total is from the sum, in words."""
    if gap == 0:
        return _("adds up")
    if gap < 0:
        return ngettext("{number} fewer", "{number} fewer", -gap).format(number=number(-gap))
    return ngettext("{number} more", "{number} more", gap).format(number=number(gap))


def gaps_table(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the sums, each beside the total announced."""
    return pd.DataFrame(
        {
            _("Intake"): [day(when) for when in gaps["day"]],
            _("Total before"): gaps["before"],
            _("Counted on"): [day(when) for when in gaps["before_day"]],
            _("Cities added"): gaps["added"],
            _("Sum"): gaps["expected"],
            _("Announced"): gaps["announced"],
            _("Difference"): [gap_label(gap) for gap in gaps["gap"].tolist()],
            _("Later texts say"): gaps["later"],
            _("Remark"): gaps["note"].map(_),
        }
    )


def count_sentence(row: pd.Series) -> str:
    """Return what was counted on a day, by UNESCO or as another page prints it."""
    words = _count_words(own=row["voice"] != "press", with_countries=not pd.isna(row["countries_total"]))
    return sentence_case(
        words.format(
            date=when(row),
            cities=number(int(row["cities_total"])),
            countries="" if pd.isna(row["countries_total"]) else number(int(row["countries_total"])),
            host=host(row["source_url"]),
        )
    )


def _count_words(*, own: bool, with_countries: bool) -> str:
    if own and with_countries:
        return _("On {date} UNESCO counted {cities} cities in {countries} countries.")
    if own:
        return _("On {date} UNESCO counted {cities} cities.")
    if with_countries:
        return _("For {date}, {host} prints a count of {cities} cities in {countries} countries.")
    return _("For {date}, {host} prints a count of {cities} cities.")


def count_remarks(rows: pd.DataFrame) -> str:
    """Return what the data remark on the counts of a day."""
    texts = [_(text) for column in ("event", "note") for text in rows[column] if text]
    return " ".join(_("{remark}.").format(remark=sentence_case(text)) for text in dict.fromkeys(texts))


def unknown_date(asked: str) -> str:
    """Return that a link asks for a day without a count."""
    return _(
        "The link asks for the date “{value}”, on which nobody published a count. The newest count is shown."
    ).format(value=asked[:80])
