/* Reaching the map without a mouse: a way past it, arrow keys among its marks, and fingers. */
(() => {
  "use strict";

  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const HINTED = "atlas.map.hinted";
  const HINT_STAYS_MS = 2500;

  /* ---- the way past ---- */

  /* `onward`, where given, takes the focus instead of what comes after the map. */
  function addSkipLink(container, onward) {
    const link = document.createElement("a");
    link.className = "skip";
    link.href = "#after-the-map";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      (onward || window.atlasHost.onward)();
    });
    container.before(link);
    return link;
  }

  /* ---- arrow keys ---- */

  /* From the middle outwards: what is closest to where the visitor looks is read first. */
  function inReadingOrder(map, marks) {
    const { x, y } = map.getSize().divideBy(2);
    return [...marks].sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
  }

  /* One stop for Tab among all marks; screen readers meet the marks in reading order. */
  function order(map, marks) {
    const pane = map.getPane("markerPane");
    const sorted = inReadingOrder(map, marks.filter((mark) => isInside(map, mark)));
    const holder = pane.contains(document.activeElement) ? document.activeElement : null;
    const stop = holder ?? sorted[0]?.element;
    for (const { element } of marks) element.tabIndex = element === stop ? 0 : -1;
    if (!holder) pane.append(...sorted.map(({ element }) => element));
  }

  function isInside(map, { x, y }) {
    const size = map.getSize();
    return x >= 0 && y >= 0 && x <= size.x && y <= size.y;
  }

  /* The mark that lies most nearly in a direction. */
  function towards(from, marks, [dx, dy]) {
    let best = null, least = Infinity;
    for (const mark of marks) {
      const x = mark.x - from.x, y = mark.y - from.y;
      const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (mark === from || ahead <= 0 || aside > 2 * ahead) continue;
      const cost = ahead + 2 * aside;
      if (cost < least) [best, least] = [mark, cost];
    }
    return best;
  }

  function focus(mark, marks) {
    for (const { element } of marks) element.tabIndex = -1;
    mark.element.tabIndex = 0;
    mark.element.focus({ preventScroll: true });
  }

  /* `marks()`: what is drawn; `open(mark)`; `back()`: returns whether there was anything to go back from. */
  function listen(map, { marks, open, back }) {
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key === "Escape" && back()) event.preventDefault();
      const all = marks(), from = all.find(({ element }) => element === event.target);
      if (!from) return;
      if (event.key === "Enter" || event.key === " ") open(from);
      else if (ARROWS[event.key]) goOn(map, from, all, ARROWS[event.key]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }, true);
  }

  function goOn(map, from, all, way) {
    const next = towards(from, all.filter((mark) => isInside(map, mark)), way);
    if (next) focus(next, all);
    else map.panBy(L.point(way).scaleBy(map.getSize()).divideBy(3), { animate: false });
  }

  /* ---- fingers ---- */

  /* One finger is for the page, two are for the map; a mouse drags it as before. Where the host says so, the wheel is the
   * page's, too, until the map is pressed. */
  function share(map, words) {
    const container = map.getContainer();
    if (window.atlasHost.wheelIsPages()) {
      map.scrollWheelZoom.disable();
      container.addEventListener("pointerdown", () => map.scrollWheelZoom.enable(), { once: true });
    }
    container.addEventListener("pointerdown", ({ pointerType }) => {
      if (pointerType === "touch") map.dragging.disable(); else map.dragging.enable();
    }, true);
    container.addEventListener("touchmove", ({ touches }) => {
      if (touches.length === 1) hintOnce(container, words().two_fingers);
    }, { passive: true });
  }

  function hintOnce(container, text) {
    if (window.atlasHost.ever.getItem(HINTED)) return;
    window.atlasHost.ever.setItem(HINTED, "yes");
    const hint = L.DomUtil.create("p", "touch-hint", container);
    hint.setAttribute("role", "status");
    hint.textContent = text;
    setTimeout(() => hint.remove(), HINT_STAYS_MS);
  }

  window.atlasReach = { addSkipLink, focus, inReadingOrder, listen, order, share };
})();
