"""What is an address, whose it is, and what may become a link."""

from __future__ import annotations

import pytest

from atlas.addresses import host, is_linkable, is_url


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.example.org:8080/a?b=c", "example.org"),
        ("http://x.test", "x.test"),
        ("https://user@WWW.Example.org/", "example.org"),
        ("https://example.org?to=https://other.test", "example.org"),
        ("http://[oops", ""),
        ("no address", ""),
        ("", ""),
    ],
)
def test_the_host_is_told_without_www_port_and_user(address: str, expected: str) -> None:
    assert host(address) == expected


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", " https://example.org", "//example.org", "data:text/html,x", ""]
)
def test_only_web_addresses_become_links(text: str) -> None:
    assert not is_linkable(text)
    assert not is_url(text)


def test_an_address_needs_a_dot_and_no_space() -> None:
    assert is_url("http://x.test/a,b")
    assert not is_url("https://localhost/a")
    assert not is_url("https://x.test/a b")
