"""Files that stand within a page: fonts as data, no other address left, no script that ends early."""

from __future__ import annotations

import gzip
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from atlas import inline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(inline, "STATIC", tmp_path)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "face-of-a-test.woff2").write_bytes(b"abc")
    return tmp_path


def test_a_style_holds_its_fonts_and_asks_for_nothing(static: Path) -> None:
    (static / "a.css").write_text(
        'a { src: url("../fonts/face-of-a-test.woff2") format("woff2"); }\n'
        "b { b: url(images/layers.png); c: url( '#default#VML' ); }"
    )
    assert inline.style("a.css") == (
        'a { src: url(data:font/woff2;base64,YWJj) format("woff2"); }\nb { b: url(data:,); c: url(#default#VML); }'
    )


def test_a_script_that_would_end_early_is_refused(static: Path) -> None:
    (static / "a.js").write_bytes(b'"</SCRIPT>"')
    with pytest.raises(ValueError, match=r"a\.js cannot stand within a page"):
        inline.script("a.js")
    (static / "b.js").write_bytes(b"1;\r\n2;\n")  # as a browser reads it, and as the policy has to know it
    assert inline.script("b.js") == "1;\n2;\n"


def test_what_is_packed_is_whole_and_the_same_every_time(static: Path) -> None:
    (static / "a.geojson").write_bytes(b"{}" * 100)
    first = inline.packed("a.geojson")
    inline.packed.cache_clear()
    assert inline.packed("a.geojson") == first
    assert gzip.decompress(b64decode(first)) == b"{}" * 100
