/* Runs first in the page's head, before Streamlit starts. */
(() => {
  "use strict";

  // Streamlit's own sign to programs that read pages with a browser: not finished yet.
  window.prerenderReady = false;

  // Where the app is, as this file knows; from the address of a page Streamlit would have to guess, by trial and 404.
  window.__streamlit ??= { BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href };

  /* The language of the document follows the address: the app writes it there when a visitor switches. */
  const root = document.documentElement;
  const directions = new Map(root.dataset.languages.split(" ").map((each) => each.split(":")));

  function follow() {
    const wanted = new URLSearchParams(location.search).get("lang");
    root.lang = directions.has(wanted) ? wanted : [...directions.keys()][0];
    root.dir = directions.get(root.lang);
  }

  for (const name of ["pushState", "replaceState"]) {
    const original = history[name];
    history[name] = function (...given) {
      original.apply(this, given);
      follow();
    };
  }
  addEventListener("popstate", follow);
})();
