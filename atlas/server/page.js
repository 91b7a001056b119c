/* Stands in the page's head itself and runs first; the policy knows it by its hash (atlas/server/page.py). */
(() => {
  "use strict";

  // Streamlit's own sign to programs that read pages with a browser: not finished yet.
  window.prerenderReady = false;

  // Where the app is: where the page's own files are. Streamlit would have to guess it, by trial and 404.
  window.__streamlit ??= { BACKEND_BASE_URL: new URL("./", document.baseURI).href };

  /* The document follows the address: its language (the app writes it there when a visitor switches) and, for the
   * styles, the page; asking for what is on it (`:has`) would cost a walk through all of it in every run. */
  const root = document.documentElement;
  if (/[?&]embed=true(?:&|$)/i.test(location.search)) root.dataset.embed = ""; // as Streamlit reads it
  const arrived = location.href;
  const directions = new Map(root.dataset.languages.split(" ").map((each) => each.split(":")));

  function follow() {
    const page = location.pathname.split("/").at(-1) || "overview";
    if (root.dataset.page !== page) root.dataset.page = page;
    // The head speaks of the view that was asked for: a browser would share its address instead of the present one.
    if (location.href !== arrived) document.querySelector('link[rel="canonical"]')?.remove();
    const wanted = new URLSearchParams(location.search).get("lang");
    const own = navigator.language.split("-")[0];
    const spoken = [wanted, own].find((each) => directions.has(each)) ?? [...directions.keys()][0];
    if (root.lang === spoken && root.dir) return; // writing the same again would style the whole page anew
    root.lang = spoken;
    root.dir = directions.get(spoken);
  }

  /* A switch of the page is one step of the history. Streamlit makes two: the bare address of the page, and the one with
   * the filters and the language that the app writes a moment later. Between them the visitor does nothing; what comes
   * after a press of a button or a key is a step of its own.  So it is on arrival, where the app only tidies the address
   * of the link. */
  let bare = true;
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => { bare = false; }, true);

  for (const name of ["pushState", "replaceState"]) {
    const original = history[name];
    history[name] = function (state, title, address) {
      const to = new URL(address ?? location.href, location.href);
      const switches = to.pathname !== location.pathname;
      if (name === "pushState" && bare && !switches) history.replaceState(state, title, address);
      else original.call(this, state, title, address);
      bare = name === "pushState" && switches && !to.search;
      follow();
    };
  }
  addEventListener("popstate", () => { bare = false; follow(); });
  follow();

  /* The name of the Atlas leads to the first page, and the menu to filters and pages, as Streamlit's own controls do:
   * without loading the page anew, so that filters and language go along. "Share" opens its panel. */
  const CONTROLS = {
    wordmark: '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]',
    menu: '[data-testid="stExpandSidebarButton"], [data-testid="stSidebarCollapseButton"] button',
  };
  const folded = () => document.querySelector('[data-testid="stSidebar"]')?.dataset.collapsed;
  let before; // on a phone Streamlit folds the filters as soon as anything beside them is touched
  addEventListener("pointerdown", () => { before = folded(); }, true);
  addEventListener("click", (event) => {
    const pressed = event.target.closest?.(".wordmark, .menu, .share");
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (pressed.matches(".share")) {
      import(new URL("app/static/board/share.js", window.__streamlit.BACKEND_BASE_URL)).then(({ open }) => open());
      return;
    }
    const control = document.querySelector(CONTROLS[pressed.className]);
    if (!control) return;
    event.preventDefault();
    if (event.detail && pressed.matches(".menu") && before !== folded()) return;
    control.click();
  });

  /* On paper a page is laid out as it is on the screen, only smaller: a browser that prints draws neither charts nor the
   * map anew (static/css/print.css). */
  addEventListener("beforeprint", () => {
    const shown = document.querySelector('[data-testid="stMainBlockContainer"]');
    if (shown) root.style.setProperty("--screen", Math.ceil(shown.getBoundingClientRect().width));
  });

  /* What changes is said once, by one node that stays: the app writes its own parts anew in each run, and a region that
   * comes with its words is not read out. The first count is no change; it is noted at once, so that whoever presses
   * something in the same moment hears what came of it. */
  const pause = 400;
  let said = "";
  let timer;
  const counted = () => document.querySelector(".status")?.textContent.trim() ?? "";
  function announce() {
    const count = counted() || said;
    if (count !== said) document.getElementById("announcer").textContent = count;
    said = count;
  }

  /* What was pressed may be gone with the run, as the match that opened a city: the keyboard goes on from the title of what
   * came instead, and a screen reader reads that, not from the start of the document. */
  let focused = null;
  addEventListener("focusin", ({ target }) => { focused = target; });
  function rescueFocus() {
    const title = document.querySelector("h1");
    if (!focused || focused.isConnected || document.activeElement !== document.body || !title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  function settled() {
    announce();
    rescueFocus();
  }
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => {
      said ||= counted();
      clearTimeout(timer);
      timer = setTimeout(settled, pause);
    }).observe(document.getElementById("root"), { childList: true, subtree: true, characterData: true });
  });
})();
