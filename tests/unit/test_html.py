"""Links from templates: a web address becomes a link, whatever else the data hold stays text."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from atlas.html import TEMPLATES, render


def test_pages_outside_open_beside_and_learn_nothing() -> None:
    html = render("city_card", name="N", local_name="", where="W", shown=True, facts=[], themes=[
        ("A & B", 'https://example.org/?a=1&b="2"'), ("C", "javascript:alert(1)"), ("D", ""), ("E", "HTTPS://x"),
    ])  # fmt: skip
    assert (
        '<li><a href="https://example.org/?a=1&amp;b=&#34;2&#34;" target="_blank" rel="noopener noreferrer">'
        "A &amp; B</a></li><li>C</li><li>D</li><li>E</li>"
    ) in html


def test_pages_inside_stay_in_the_window() -> None:
    html = render("member_links", label="<Near>", items=[("Cork & Co", "city?city=cork-irl&lang=fr")])
    assert '<h2 class="plain">&lt;Near&gt;</h2>' in html
    assert '<a href="city?city=cork-irl&amp;lang=fr" target="_self">Cork &amp; Co</a>' in html


def test_a_value_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="title"):
        render("section_head", anchor="here")


def test_no_template_marks_anything_as_safe() -> None:
    for template in TEMPLATES.rglob("*.html"):
        assert "| safe" not in template.read_text(encoding="utf-8")
        assert "autoescape" not in template.read_text(encoding="utf-8")
