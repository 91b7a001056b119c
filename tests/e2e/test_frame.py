"""The bar above every page and the filters beside it, as a browser shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import chip, pick, settle

if TYPE_CHECKING:
    from tests.e2e.conftest import Visit

pytestmark = pytest.mark.offline

_RING: Final = """() => {
  const channel = (each) => (each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map(channel);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return /, 0\\)|transparent/.test(colour) ? ground(element.parentElement) : colour;
  };
  const ring = (element) => {
    const { outlineStyle, outlineColor } = getComputedStyle(element);
    return outlineStyle === "none" ? null : outlineColor;
  };
  const here = document.activeElement;
  const found = ring(here) ?? ring(here.closest("[role=group]") ?? here);
  if (!found) return 1;
  const [dark, bright] = [light(found), light(ground(here.parentElement))].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}"""

_FOCUSED: Final = """() => {
  const here = document.activeElement;
  return here.matches("main, [data-testid=stMain]") ? "" : here.ariaLabel || here.innerText.split("\\n")[0];
}"""

_SYSTEM_COLOUR: Final = """(name) => {
  const probe = Object.assign(document.createElement("i"), { style: `color: ${name}` });
  document.body.append(probe);
  return getComputedStyle(probe).color;
}"""


def _more(page: Page, called: str) -> None:
    """Fold or unfold the filters that do not stand open."""
    page.get_by_test_id("stSidebar").locator("summary").filter(has_text=called).click()


def _shares(page: Page, address: str, code: str) -> None:
    """Open the panel, in French, and copy what it offers: fields and clipboard hold the same."""
    page.context.grant_permissions(["clipboard-read"])
    page.get_by_role("button", name="Partager cette vue").click()
    panel = page.get_by_role("dialog", name="Partager cette vue")
    link, embed, citation = (panel.get_by_label(name) for name in ("Lien vers", "Code pour", "Citation"))
    expect(link).to_have_value(address)
    expect(embed).to_have_value(re.compile(re.escape(code)))
    expect(citation).to_have_value(re.compile(rf"Consulté le .* \d{{4}} à l’adresse {re.escape(address)}$"))
    for button, said, field in (
        ("Copier le lien", "Lien copié", link),
        ("Copier le code", "Code copié", embed),
        ("Copier la citation", "Citation copiée", citation),
    ):
        panel.get_by_role("button", name=button).press("Enter")
        expect(panel.get_by_role("status")).to_have_text(said)
        assert page.evaluate("() => navigator.clipboard.readText()") == field.input_value()
    expect(panel.get_by_text("ne peut être affichée que sur son propre site")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.get_by_role("button", name="Partager cette vue")).to_be_focused()


def test_a_first_visit_speaks_the_language_of_the_browser_until_link_or_visitor_say_another(
    visit: Visit, app_url: str
) -> None:
    page = visit(f"{app_url}/focus?country=DEU", locale="fr-CA")
    document, filters = page.locator("html"), page.get_by_test_id("stSidebar")
    expect(page.locator(".wordmark")).to_contain_text("Indépendant · données du")
    expect(document).to_have_attribute("lang", "fr")
    expect(page).to_have_url(f"{app_url}/focus?country=DEU")
    expect(filters).to_have_accessible_name("Filtres")  # Streamlit's own controls speak it too
    expect(page.get_by_role("navigation", name="Pages de l’Atlas")).to_be_visible()
    expect(page.get_by_test_id("stSkipToContent")).to_have_text("Aller au contenu principal")
    expect(filters.get_by_role("button", name="Tout effacer")).to_be_visible()
    filters.get_by_role("combobox", name="Pays").fill("zzqx")
    expect(page.get_by_test_id("stMultiSelectDropdown")).to_have_text("Aucun résultat")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    _shares(
        page,
        f"{app_url}/focus?country=DEU",
        code=f'<iframe src="{app_url}/map?country=DEU&amp;lang=fr&amp;embed=true" title="Thèmes · ',
    )
    page.get_by_role("radio", name="English").click()
    expect(page).to_have_url(f"{app_url}/focus?country=DEU&lang=en")
    expect(document).to_have_attribute("lang", "en")
    expect(filters).to_have_accessible_name("Filters")
    page.reload()
    expect(settle(page).locator(".wordmark")).to_contain_text("Independent · data of")
    expect(document).to_have_attribute("lang", "en")
    page.get_by_role("link", name="About", exact=True).click()
    expect(page).to_have_url(f"{app_url}/about?country=DEU&lang=en")


def test_a_filter_set_under_the_fold_survives_fold_pages_language_reload_and_the_way_back(
    visit: Visit, app_url: str
) -> None:
    page = visit(app_url)
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_role("combobox", name="Kind of member")).to_be_hidden()
    _more(page, "More filters")
    pick(sidebar.get_by_role("combobox", name="Kind of member"), "District", "District")
    expect(page).to_have_url(f"{app_url}/?kind=district")
    _more(page, "More filters (1)")
    page.get_by_role("link", name="City", exact=True).click()
    expect(page.locator(".notices").first).to_contain_text("The filters do not change this page; they are kept")
    expect(sidebar.get_by_role("combobox")).to_have_count(0)
    page.get_by_role("radio", name="Français").click()
    expect(page).to_have_url(re.compile(r"/city\?kind=district&lang=fr"))
    settle(page)
    page.get_by_role("link", name="Aperçu", exact=True).click()
    expect(chip(page, "district", "kind")).to_contain_text("District")
    expect(sidebar.locator("summary")).to_contain_text("Autres filtres (1)")
    page.reload()
    expect(chip(settle(page), "district", "kind")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/city\?kind=district&lang=fr"))
    settle(page).go_back()
    expect(page).to_have_url(re.compile(r"/city\?kind=district$"))
    settle(page).go_back()
    expect(page).to_have_url(f"{app_url}/?kind=district")
    expect(chip(settle(page), "district", "kind")).to_be_visible()


def test_on_a_phone_name_language_and_a_labelled_menu_stand_in_the_bar(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/focus?region=Africa", width=390, height=844)
    parts = [page.locator(".wordmark"), page.locator(".st-key-lang"), page.get_by_role("button", name="Menu · Filters")]
    boxes = [box for part in parts if (box := part.bounding_box())]
    edges = [edge for box in boxes for edge in (box["x"], box["x"] + box["width"])]
    assert edges == sorted(edges)
    assert len(edges) == 6
    assert edges[0] >= 0
    assert edges[-1] <= 390
    assert all(box["y"] + box["height"] <= 60 for box in boxes)
    expect(parts[2]).to_have_attribute("aria-expanded", "false")
    parts[2].click()
    expect(parts[2]).to_have_attribute("aria-expanded", "true")
    region = page.get_by_test_id("stSidebar").get_by_role("button", name="Arab States")
    expect(region).to_be_in_viewport()
    parts[2].click()
    expect(region).not_to_be_in_viewport()
    expect(parts[2]).to_have_attribute("aria-expanded", "false")
    page.evaluate("() => { window.same = true; }")
    parts[0].click()
    expect(page).to_have_url(f"{app_url}/?region=Africa")
    expect(chip(page, "Africa")).to_be_visible()
    assert page.evaluate("() => window.same"), "the page was loaded anew"


def test_the_keyboard_is_seen_everywhere_and_a_changed_count_is_announced_by_one_node(
    visit: Visit, app_url: str
) -> None:
    page = visit(f"{app_url}/focus")
    seen = []
    for _stop in range(19):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(_FOCUSED))
        assert page.evaluate(_RING) >= 3, seen[-1]
    # As the eye goes, and to the page itself after the filters.
    order = ["Learning Cities Atlas", "Overview", "About", "English", "Africa", "Country", "More filters", ""]
    assert [name for name in seen if name in order] == order, seen
    for name in reversed(seen[:-1]):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(_FOCUSED) in (name, "Français" if name == "English" else name)
    page.evaluate("() => { document.getElementById('announcer').known = true; }")
    assert page.locator("#announcer").inner_text() == ""
    page.get_by_test_id("stSidebar").get_by_role("button", name="Africa", exact=True).click()
    expect(page.locator("#announcer")).to_have_text("40 members shown")
    assert page.evaluate("() => document.querySelector('[role=status]').known")
    expect(page.locator(".status[role]")).to_have_count(0)


def test_forced_colours_keep_what_is_chosen_and_the_shapes_of_regions(visit: Visit, app_url: str) -> None:
    page = visit(f"{app_url}/?region=Africa")
    page.emulate_media(forced_colors="active")
    colour = "(element) => getComputedStyle(element).backgroundColor"
    pills = page.get_by_test_id("stSidebar").get_by_role("button")
    chosen = pills.filter(has_text="Africa").evaluate(colour)
    assert chosen == page.evaluate(_SYSTEM_COLOUR, "Highlight")
    assert chosen != pills.filter(has_text="Arab States").evaluate(colour)
    words = pills.filter(has_text="Africa").locator("p").evaluate("(element) => getComputedStyle(element).color")
    assert words == page.evaluate(_SYSTEM_COLOUR, "HighlightText")
    languages = page.locator(".st-key-lang [role=radio]")
    assert languages.nth(0).evaluate(colour) == chosen
    assert languages.nth(1).evaluate(colour) != chosen
    assert page.locator(".shape.circle").first.evaluate(colour) == "rgb(213, 94, 0)"
