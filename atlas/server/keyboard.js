/* The keyboard goes as the eye does: name, pages, language, menu, filters, page. In Streamlit's document the filters come
 * first, then the pages, then everything else, and its parts cannot be moved (docs/decisions/012). So where Tab leaves one
 * of these parts, the focus goes to the neighbour that is seen; within a part, and from the page on, Tab is the browser's. */
(() => {
  "use strict";
  const MAIN = '[data-testid="stMain"]';
  const ORDER = [
    ...['[data-testid="stSkipToContent"]', ".wordmark", '[data-testid="stTopNav"]', ".st-key-lang", ".share", ".menu"],
    ...['[data-testid="stSidebar"]', MAIN],
  ];
  const PAGE = ORDER.length; // what is in the main part and in none of the others
  const STOPS = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";

  function partOf(element) {
    const part = ORDER.findIndex((selector) => (selector === MAIN ? element.matches(MAIN) : element.closest(selector)));
    return part < 0 && element.closest(MAIN) ? PAGE : part;
  }

  function isStop(element) {
    return element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]")
      && element.checkVisibility({ visibilityProperty: true });
  }

  function stopIn(part, step) {
    const within = document.querySelectorAll(part === PAGE ? MAIN : ORDER[part]);
    const found = [...within].flatMap((each) => (part === PAGE ? [] : [each]).concat(...each.querySelectorAll(STOPS)));
    const stops = step > 0 ? found : found.reverse();
    return stops.find((each) => partOf(each) === part && isStop(each));
  }

  let leaving; // from which part, and which way
  addEventListener("keydown", (event) => {
    const tab = event.key === "Tab" && !event.defaultPrevented && !event.ctrlKey && !event.altKey && !event.metaKey;
    leaving = tab ? { part: partOf(document.activeElement), step: event.shiftKey ? -1 : 1 } : undefined;
    setTimeout(() => { leaving = undefined; }); // the browser moves the focus before; what moves it later is no key
  });
  addEventListener("focusin", (event) => {
    if (!leaving) return;
    const { part, step } = leaving;
    const reached = partOf(event.target);
    leaving = undefined;
    if (part < 0 || reached < 0 || part === reached) return;
    for (let next = part + step; next >= 0 && next <= PAGE; next += step) {
      const stop = stopIn(next, step);
      if (stop) return stop.focus();
    }
  });
})();
