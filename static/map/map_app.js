/* What the map needs of the page round it, where that page is the app: Streamlit, the address, the street map.
 *
 * A map in a file has another such host (static/kit/kit_host.js); the map itself is the same in both and knows neither.
 */
(() => {
  "use strict";

  const FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, iframe, [tabindex='0']";
  const TILES_GIVE_UP_AFTER = 3;
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

  const page = window.parent;
  let tiles = null;

  async function load(address) {
    return (await fetch(address)).json();
  }

  /* Streamlit hands its theme over as a colour. */
  function isDark() {
    const background = getComputedStyle(document.documentElement).getPropertyValue("--background-color").trim();
    const [r, g, b] = (background.match(/[0-9a-f]{2}/gi) || ["ff", "ff", "ff"]).map((pair) => parseInt(pair, 16));
    return r + g + b < 3 * 128;
  }

  function onRender(again) {
    window.Streamlit.events.addEventListener("streamlit:render", again);
  }

  function entitle(title) {
    if (window.frameElement) window.frameElement.title = title;
  }

  function choose(city) {
    window.Streamlit.setComponentValue({ city, clicks: Date.now() });
  }

  /* Returns whether there was a card to be closed. */
  function close() {
    const button = page.document.querySelector(".st-key-close_card button");
    if (button) button.click();
    return Boolean(button);
  }

  /* The address of the page carries the view, so that a copied link restores it; nobody is asked to rerun. */
  function remember(view) {
    const address = new URL(page.location.href);
    if (address.searchParams.get("view") === view || !onMapPage(address)) return;
    address.searchParams.set("view", view);
    page.history.replaceState(page.history.state, "", address.href.replaceAll("%2C", ","));
  }

  function onMapPage(address) {
    return address.pathname.replace(/\/$/, "").endsWith("/map");
  }

  /* The focus goes to what comes after the frame. */
  function onward() {
    const frame = window.frameElement;
    const all = [...page.document.querySelectorAll(FOCUSABLE)];
    const next = all.find((each) => frame.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING && each.checkVisibility());
    (next ?? frame).focus();
  }

  /* On somebody else's page the wheel is the page's until the map is pressed. */
  function wheelIsPages() {
    return page.document.documentElement.dataset.embed !== undefined;
  }

  function showStreets(map, wanted, words, notify) {
    if (!wanted || tiles === "failed") {
      if (tiles && tiles !== "failed") tiles.remove();
      tiles = wanted ? "failed" : null;
      return;
    }
    if (tiles) return;
    let errors = 0;
    tiles = L.tileLayer(TILES, { maxZoom: 18, attribution: words.osm, referrerPolicy: "strict-origin-when-cross-origin" });
    tiles.on("tileerror", () => {
      errors += 1;
      if (errors < TILES_GIVE_UP_AFTER || tiles === "failed") return;
      tiles.remove();
      tiles = "failed";
      notify(words.tiles_failed);
    });
    tiles.addTo(map);
  }

  window.atlasHost = {
    choose, close, entitle, isDark, load, onRender, onward, remember, showStreets, wheelIsPages,
    ground: () => document, // the frame is the map's alone
    get visit() { return sessionStorage; }, // what is kept for this visit,
    get ever() { return localStorage; }, // and from one to the next
  };
})();
