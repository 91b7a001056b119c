"""One member on one page: HTML that prints well, needs no network and says where everything comes from."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from atlas import credits, labels
from atlas.addresses import is_linkable
from atlas.summaries.city import list_facts, list_goals, list_statements
from atlas.wording import country_name, day, language
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from atlas.model import Network
    from atlas.summaries.city import Fact, Statement

_FEW: Final = 3
_STYLE: Final = """
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.42 "Source Sans 3", "Noto Sans", "Segoe UI", sans-serif; color: #22282d; background: #fbf8f1;
  max-width: 182mm; margin: 10mm auto; padding: 0 4mm; }
h1 { font: 500 25pt/1.15 Literata, "Noto Serif", Georgia, serif; margin: 0; }
h2 { font: 500 13pt/1.2 Literata, "Noto Serif", Georgia, serif; margin: 5mm 0 1.5mm; padding-top: 2mm;
  border-top: 0.4mm solid #2f5366; }
p { margin: 0 0 1.5mm; } .where { font-size: 12pt; color: #5e6468; } .lead { font-size: 12pt; margin: 3mm 0; }
table { border-collapse: collapse; width: 100%; } th { font-weight: 600; text-align: left; width: 38mm; }
td, th { padding: 0.8mm 2mm 0.8mm 0; vertical-align: top; border-bottom: 0.2mm solid #d9d2c2; }
ul, ol { margin: 0; padding-left: 5mm; } li { margin-bottom: 1mm; break-inside: avoid; }
small, footer { font-size: 8.5pt; color: #5e6468; } a { color: #1f4e66; overflow-wrap: anywhere; }
footer { margin-top: 5mm; padding-top: 2mm; border-top: 0.2mm solid #d9d2c2; }
@media print { body { margin: 0; padding: 0; background: none; max-width: none; } }
"""


@dataclass(frozen=True)
class PartnerLine:
    """A possible partner as the sheet names it, all in words."""

    name: str
    country: str
    reasons: tuple[str, ...]


def build_city_sheet(
    network: Network, city_id: str, partners: Sequence[PartnerLine], *, coverage: str, lead: str
) -> bytes:
    """Return a page about a member as self-contained HTML in UTF-8.

    Parameters
    ----------
    network : Network
        The whole network.
    city_id : str
        The member.
    partners : sequence of PartnerLine
        Possible partners, the first few are printed.
    coverage, lead : str
        The line about coverage and the sentence about the member, in the visitor's language.

    Raises
    ------
    KeyError
        When the member is not listed.
    """
    city = network.cities.loc[city_id]
    where = _("{country} · {region}").format(country=country_name(city["iso3"]), region=_(str(city["region"])))
    parts = (
        f"<h1>{escape(city['display_name'])}</h1>",
        f'<p class="where">{escape(where)}</p><p class="lead">{escape(lead)}</p>',
        _section(_("What is known"), _facts(list_facts(network, city_id))),
        _section(_("Stated focus"), _statements(list_statements(network, city_id))),
        _section(_("Goals (SDG) beyond 4 and 11, which all members share"), _goals(list_goals(network, city_id))),
        _section(_("Three members to talk to"), _partners(partners[:_FEW])) if partners else "",
        _footer(network.version, coverage),
    )
    title = _("{page} · Learning Cities Atlas").format(page=city["display_name"])
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body>{''.join(parts)}</body></html>"
    ).encode()


def _section(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def _facts(facts: Iterable[Fact]) -> str:
    return (
        "<table>"
        + "".join(f"<tr><th>{escape(fact.name)}</th><td>{_said(fact)}</td></tr>" for fact in facts)
        + "</table>"
    )


def _said(fact: Fact) -> str:
    beside = " · ".join(filter(None, (escape(fact.date), link(_("open page"), fact.source), escape(fact.note))))
    return f"{escape(fact.value)} <small>{beside}</small>"


def link(text: str, address: str) -> str:
    """Return a link as safe HTML; anything but a web address becomes plain text, and no address nothing."""
    if not address:
        return ""
    if not is_linkable(address):
        return escape(address)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def _statements(statements: Sequence[Statement]) -> str:
    if not statements:
        return f"<p>{escape(_('No statement found; the city may well have a focus.'))}</p>"
    return "<ul>" + "".join(f"<li>{_statement(each)}</li>" for each in statements) + "</ul>"


def _statement(each: Statement) -> str:
    page = escape(_("a copy of a UNESCO page, not linked")) if each.mirrored else link(_("open page"), each.source)
    beside = " · ".join(filter(None, (escape(each.strength), escape(each.year), page)))
    return f'<b>{escape(each.theme)}</b>: <span lang="en">{escape(each.evidence)}</span> <small>{beside}</small>'


def _goals(goals: Sequence[tuple[int, str]]) -> str:
    words = "; ".join(goal_words(goal, basis) for goal, basis in goals) or _("None is stated or mapped.")
    return f"<p>{escape(words)}</p>"


def goal_words(goal: int, basis: str) -> str:
    """Return a goal with its basis: stated by the city, or mapped from a stated theme."""
    message = _("{goal} (stated)") if basis == "stated" else _("{goal} (mapped from a stated focus)")
    return message.format(goal=labels.sdg_label(goal))


def _partners(partners: Iterable[PartnerLine]) -> str:
    return "<ol>" + "".join(f"<li>{_partner(each)}</li>" for each in partners) + "</ol>"


def _partner(each: PartnerLine) -> str:
    name = _("{city}, {country}").format(city=each.name, country=each.country)
    return f"<b>{escape(name)}</b><br>{escape(' · '.join(each.reasons))}"


def _footer(version: str, coverage: str) -> str:
    lines = (
        credits.independence(),
        coverage,
        _("Data version {version} of {date}; licence {licence}, {url}.").format(
            version=version, date=day(credits.version_date(version)), licence=credits.CC_BY, url=credits.CC_BY_URL
        ),
        credits.attribution() + ".",
    )
    return f"<footer>{'<br>'.join(map(escape, lines))}</footer>"
