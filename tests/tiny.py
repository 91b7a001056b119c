"""Ten made-up members with hostile names, every number of them known by heart.

The tables below are the network; what follows from them is written down here, and tests hold it as literals.

*Members* 10 in 7 countries: Africa 2 in 2, Arab States 1 in 1, Asia and the Pacific 3 in 1, Europe and North America 4
in 3, Latin America and the Caribbean 0 in 0.  UNESCO announced 14 in 8 on 1 March 2020.

*Joined* 2015: 2, 2017: 3, 2019: 3, unknown: 2 (markup, minus).  Known to be members by 2015-09-28: 2, by 2016-12-31:
3 (and markup), by 2017-09-18: 6, by 2019-12-01: 9; minus never.

*Kinds* city 6, district 2, governorate 1, commune 1.  *Not placed* 1 (script).  *Copy of a page* 2 (markup, at).
*Proof* cohort list 4, member page 5, profile 1.

*Population* stated by a page for 3 (formula, plain, accent), by GeoNames for 3 (accent, minus, at), known for 5.
*Size* small 1 (minus), medium 3 (formula, plain, accent), large 1 (at), unknown 5.

*Stated*, strong evidence, by 6 members (formula, rtl, long, quote, accent, at), only weak by plain, nothing by markup,
minus and script: 4 without a statement, 3 when weak ones count.  By region 1 of 2, 1 of 1, 2 of 3, 2 of 4.

==================  =================================  ====================================  ======
statement           members                            maps to                               weak
==================  =================================  ====================================  ======
older people        3 formula, long, quote             10
cluster:esd         2 rtl, accent                      13
equity & inclusion  2 formula, rtl (twice)             4, 10                                 accent
environment &       1 at (a copy of a page)            12, 13
climate
gender equality     1 quote                            5
citizenship         0                                  16                                    plain
sdg:5               2 long, quote                      itself
sdg:4               1 accent                           itself, a goal of the whole network
==================  =================================  ====================================  ======

*Goals* (stated + mapped members) 10: 0 + 4, 4: 1 + 2, 13: 0 + 3, 5: 2 + 0 (quote's mapped one counts as stated),
12: 0 + 1.

*Awards* 2015: formula, and a city that is no member; 2017: rtl, accent; 2019: formula.  Five in all, four of members,
three members.  At the conferences of 2015, 2017 and 2021: 2, 2 and 0.

*Counts* of UNESCO 3, 9, 12 corrected the same day to 11, 14; of the press 6.  Added to the count before, the intake of
2017 (5) gives one less than announced, that of 2019 (4, corrected to 3) one more; that of 2020, of one country, none.

*Member States* 13, of them without a member here BEN, QAT, JPN, CAN, and BRA and MEX.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from atlas.load import DATA, load_network

if TYPE_CHECKING:
    from atlas.model import Network

VERSION: Final = "2020-03-01+tiny"
LONG_NAME: Final = "Long" + 29 * "-long"
"""More letters (149) than any card or axis has room for."""

NAMES: Final = {
    "formula-nga": "=1+1",
    "markup-ken": "<b>Bold</b> & Co",
    "rtl-egy": "المدينة",
    "long-kor": LONG_NAME,
    "quote-kor": "\"Quoted\" 'City'",
    "plain-kor": "Plain",
    "accent-fra": "Évry",
    "minus-fra": "-Minus",
    "at-deu": "@Home",
    "script-grc": "<script>alert(1)</script>",
}
"""What the members are called, in the order of the table."""

# Columns that a table does not name are empty, see _write.
_TABLES: Final = {
    "cities": """
city_id    |iso3|country          |region                  |kind       |joined_year|member_by |lat |lon
formula-nga|NGA |Nigeria          |Africa                  |city       |2015       |2015-09-28|6.5 |3.4
markup-ken |KEN |Kenya            |Africa                  |city       |           |2016-12-31|-1.3|36.8
rtl-egy    |EGY |Egypt            |Arab States             |governorate|2015       |2015-09-28|30.0|31.0
long-kor   |KOR |Republic of Korea|Asia and the Pacific    |district   |2017       |2017-09-18|37.5|127.0
quote-kor  |KOR |Republic of Korea|Asia and the Pacific    |district   |2017       |2017-09-18|35.1|129.0
plain-kor  |KOR |Republic of Korea|Asia and the Pacific    |city       |2019       |2019-12-01|36.0|128.0
accent-fra |FRA |France           |Europe and North America|city       |2017       |2017-09-18|48.6|2.4
minus-fra  |FRA |France           |Europe and North America|commune    |           |          |48.4|-4.5
at-deu     |DEU |Germany          |Europe and North America|city       |2019       |2019-12-01|53.5|10.0
script-grc |GRC |Greece           |Europe and North America|city       |2019       |2019-12-01|    |
""",
    "more about the cities": """
city_id    |evidence   |source_mirror|local_name|website                 |profile_url
formula-nga|cohort list|no           |          |https://www.nga.example/|https://uil.example/?a&b
markup-ken |member page|yes          |          |                        |
rtl-egy    |cohort list|no           |المدينة   |                        |
long-kor   |cohort list|no           |          |                        |
quote-kor  |cohort list|no           |          |                        |
plain-kor  |member page|no           |평범      |                        |
accent-fra |member page|no           |          |javascript:alert(1)     |
minus-fra  |profile    |no           |          |                        |https://uil.example/minus
at-deu     |member page|yes          |          |                        |
script-grc |member page|no           |          |                        |
""",
    "people and places of the cities": """
city_id    |precision      |population|population_year|population_geonames|geonameid
formula-nga|town centre    |1000000   |2020           |                   |
markup-ken |town centre    |          |               |                   |
rtl-egy    |area centre    |          |               |                   |
long-kor   |district centre|          |               |                   |
quote-kor  |district centre|          |               |                   |
plain-kor  |town centre    |100000    |               |                   |
accent-fra |town centre    |1000000   |2019           |50000              |3016321
minus-fra  |seat           |          |               |99999              |3030300
at-deu     |town centre    |          |               |1000001            |2911298
script-grc |not placed     |          |               |                   |
""",
    "yet more about the cities": """
city_id    |source_url                        |aliases                |notes
formula-nga|https://www.formula.example/page  |                       |
markup-ken |https://copy.example/markup       |Old Bold;b<i>old       |Two pages <u>differ</u>.
rtl-egy    |https://www.rtl.example/page      |                       |
long-kor   |https://www.long.example/page     |                       |
quote-kor  |https://quote.example/?"><b>x</b> |                       |
plain-kor  |https://www.plain.example/page    |                       |
accent-fra |https://www.accent.example/page   |Ville neuve;Evry;Evri  |
minus-fra  |https://www.minus.example/page    |                       |
at-deu     |https://copy.example/at           |                       |
script-grc |https://www.script.example/page   |                       |
""",
    "focus": """
city_id    |kind   |focus                |year|strength|mirror|evidence                    |source_url
formula-nga|theme  |equity & inclusion   |2016|official|no    |says <em>equity</em>        |https://formula.example/1
formula-nga|theme  |older people         |    |reported|no    |says older people           |https://formula.example/2
rtl-egy    |theme  |equity & inclusion   |2018|reported|no    |says equity                 |https://rtl.example/1
rtl-egy    |theme  |equity & inclusion   |2019|official|no    |says equity again           |https://rtl.example/2
rtl-egy    |cluster|esd                  |2019|official|no    |is in the cluster           |https://rtl.example/3
long-kor   |theme  |older people         |2017|official|no    |says older people           |https://long.example/1
long-kor   |sdg    |5                    |2017|official|no    |names the goal              |https://long.example/2
quote-kor  |theme  |older people         |2018|official|no    |says "older" people         |https://quote.example/1
quote-kor  |theme  |gender equality      |2018|official|no    |says gender equality        |https://quote.example/2
quote-kor  |sdg    |5                    |2018|reported|no    |names the goal              |https://quote.example/3
plain-kor  |theme  |citizenship          |    |weak    |no    |may mean citizenship        |https://plain.example/1
accent-fra |cluster|esd                  |2019|official|no    |is in the cluster           |https://accent.example/1
accent-fra |theme  |equity & inclusion   |    |weak    |no    |may mean equity             |https://accent.example/2
accent-fra |sdg    |4                    |2019|official|no    |names the goal              |https://accent.example/3
at-deu     |theme  |environment & climate|2019|reported|yes   |says climate                |https://copy.example/at
""",
    "awards": """
year|city_id    |is_member|city   |country|iso3|award                          |source_url
2015|formula-nga|yes      |=1+1   |Nigeria|NGA |UNESCO Learning City Award 2015|https://award.example/2015
2015|           |no       |Outside|Brazil |BRA |UNESCO Learning City Award 2015|https://award.example/2015
2017|rtl-egy    |yes      |المدينة|Egypt  |EGY |UNESCO Learning City Award 2017|https://award.example/2017
2017|accent-fra |yes      |Évry   |France |FRA |UNESCO Learning City Award 2017|https://award.example/2017
2019|formula-nga|yes      |=1+1   |Nigeria|NGA |UNESCO Learning City Award 2019|https://award.example/2019
""",
    "milestones": """
date      |event                   |cities_added|countries_added|cities_total|countries_total|is_official|superseded_by
2015-09-28|It opens <i>here</i>    |            |               |3           |2              |yes        |
2016-12-31|Count in the press      |            |               |6           |4              |no         |
2017-09-18|First intake            |5           |3              |9           |6              |yes        |
2019-12-01|Second intake           |4           |2              |12          |7              |yes        |11
2019-12-01|Second intake, corrected|3           |2              |11          |7              |yes        |
2020-03-01|One more of one country |1           |1              |14          |8              |yes        |
""",
    "events": """
start_date|end_date  |kind      |event                   |city       |country          |outcome    |source_url
2015-09-28|2015-09-30|conference|Second <b>conference</b>|Mexico City|Mexico           |A statement|https://c.example/15
2015-09-28|2015-09-28|award     |Awards of 2015          |Mexico City|Mexico           |2 cities   |https://c.example/a
2017-09-18|2017-09-20|conference|Third conference        |Cork       |Ireland          |           |https://c.example/17
2021-10-27|2021-10-30|conference|Fifth conference        |Yeonsu     |Republic of Korea|           |https://c.example/21
""",
    "clusters": """
cluster_id|name                                 |kind   |years|coordinating_cities|source_url
network   |Whole network (not a cluster)        |network|2015-|                   |https://cluster.example/network
esd       |Education for sustainable development|cluster|2019-|Évry (France)      |https://cluster.example/esd
""",
    "theme_to_sdg": """
focus                |focus_kind|sdg|basis_kind|basis
older people         |theme     |10 |mapped    |target 10.2
equity & inclusion   |theme     |4  |mapped    |target 4.5
equity & inclusion   |theme     |10 |mapped    |target 10.2
environment & climate|theme     |12 |mapped    |target 12.8
environment & climate|theme     |13 |mapped    |target 13.3
gender equality      |theme     |5  |mapped    |target 5.1
citizenship          |theme     |16 |mapped    |title of Goal 16 only
rural development    |theme     |   |none      |no single goal fits
esd                  |cluster   |13 |mapped    |target 13.3
network              |network   |4  |stated    |aim of the whole network
network              |network   |11 |stated    |aim of the whole network
""",
    "member_states": """
iso3|iso2|region                         |name_en          |name_fr
BEN |BJ  |Africa                         |Benin            |Bénin
KEN |KE  |Africa                         |Kenya            |Kenya
NGA |NG  |Africa                         |Nigeria          |Nigéria
EGY |EG  |Arab States                    |Egypt            |Égypte
QAT |QA  |Arab States                    |Qatar            |Qatar
JPN |JP  |Asia and the Pacific           |Japan            |Japon
KOR |KR  |Asia and the Pacific           |Republic of Korea|République de Corée
CAN |CA  |Europe and North America       |Canada           |Canada
DEU |DE  |Europe and North America       |Germany          |Allemagne
FRA |FR  |Europe and North America       |France           |France
GRC |GR  |Europe and North America       |Greece           |Grèce
BRA |BR  |Latin America and the Caribbean|Brazil           |Brésil
MEX |MX  |Latin America and the Caribbean|Mexico           |Mexique
""",
    "not_members": """
city   |country|iso3|region                  |evidence      |reason              |source_url
Nowhere|Canada |CAN |Europe and North America|one press page|no <b>second</b> one|https://no.example/
""",
}

Row = dict[str, str]


@cache
def tiny_network() -> Network:
    """Return the network, read by the app's own loader; read-only."""
    with TemporaryDirectory() as folder:
        return load_network(write_folder(Path(folder)))


def write_folder(folder: Path) -> Path:
    """Write the network as a data folder (for ``ATLAS_DATA_DIR``) and return it."""
    curated = folder / "curated"
    curated.mkdir(parents=True)
    for name, rows in tables().items():
        _write(curated / f"{name}.csv", rows)
    (folder / "datapackage.json").write_text(json.dumps({"version": VERSION}), encoding="utf-8")
    return folder


def tables() -> dict[str, list[Row]]:
    """Return the curated tables by name, each as rows of text, in full."""
    found = {name: _rows(text) for name, text in _TABLES.items()}
    parts = [found.pop(name) for name in list(found) if name.endswith("cities")]
    found["cities"] = [
        _city({name: cell for part in row for name, cell in part.items()}) for row in zip(*parts, strict=True)
    ]
    found["milestones"] = [_milestone(row) for row in found["milestones"]]
    return found


def _rows(text: str) -> list[Row]:
    lines = csv.reader(text.strip().splitlines(), delimiter="|", quoting=csv.QUOTE_NONE)
    heads, *rows = [[cell.strip() for cell in line] for line in lines]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _city(row: Row) -> Row:
    name = NAMES[row["city_id"]]
    by = f"https://{row['city_id']}.example/by" if row["member_by"] else ""
    names = {"city": name, "display_name": name, "aliases": row["aliases"].replace(";", "|")}
    return (
        row
        | names
        | {"cohort": row["joined_year"], "member_by_source": by}
        | {"geocode_method": "gazetteer-exact" if row["lat"] else "not placed"}
        | {"population_source_url": f"https://{row['city_id']}.example/people" if row["population"] else ""}
    )


def _milestone(row: Row) -> Row:
    day = row["date"]
    return row | {"date_precision": "day", "sort_date": day, "source_url": f"https://count.example/{day}"}


def _write(path: Path, rows: list[Row]) -> None:
    """Write a table with all columns of the committed one; what the rows do not name is empty."""
    with (DATA / "curated" / path.name).open(encoding="utf-8", newline="") as committed:
        columns = next(csv.reader(committed))
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
