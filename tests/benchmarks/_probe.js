/* Runs in every measured page. `benchmark.arm(what)` waits for the next press on the filter and notes when each part
 * of the page shows the new state; `benchmark.load(what)` does the same from the start of the navigation. All parts
 * must hold in one and the same frame; two more frames later that state has been painted. */
(() => {
  "use strict";
  if (window.top !== window) return;

  /* The first number of a text: how many are shown, in "53 of 1,403 members shown". */
  const number = (text) => Number((text || "").match(/\d[\d.,\u00a0\u202f]*/)?.[0].replace(/\D/g, "") || NaN);
  const find = (selector) => document.querySelector(selector);
  const frame = (selector) => [...document.querySelectorAll(`${selector} iframe`)].at(-1)?.contentWindow;
  const sum = (items) => items.reduce((total, each) => total + each, 0);

  /* How many members a map draws. */
  const points = {
    atlas: (selector) => frame(selector)?.atlas?.count(),
    markers: (selector) => frame(selector)?.document.querySelectorAll(".leaflet-marker-icon").length,
    // dash-leaflet's clusters tell their size in words; 1.2k is no number to compare, so there a change must do.
    clusters: (selector) => {
      const texts = [...document.querySelectorAll(`${selector} .leaflet-marker-icon`)].map((icon) => icon.innerText.trim());
      return texts.some((text) => text.endsWith("k")) ? texts.join() : sum(texts.map((text) => Number(text) || 1));
    },
  };

  /* What the charts show, as text; null while one of them has no marks yet. Plotly or SVG. */
  function charts(selector) {
    const plots = [...document.querySelectorAll(`${selector} .js-plotly-plot`)];
    if (plots.some((plot) => !plot.calcdata || !plot.querySelector(".main-svg .trace"))) return null;
    if (plots.length) return JSON.stringify(plots.map((plot) => plot.calcdata.map((trace) => trace.map(({ p, s }) => [p, s]))));
    return [...document.querySelectorAll(`${selector} svg`)].map((svg) => svg.outerHTML).join() || null;
  }

  const ROW = 35; // pixels of a row, and of the head, of Streamlit's table
  const table = {
    // The cells are painted on a canvas and the copy for screen readers lags 200 ms; the height scrolled is at once true.
    streamlit: (selector) => {
      const parts = [...(find(`${selector} .stDataFrame .dvn-stack`)?.children || [])];
      return parts.length ? Math.round(sum(parts.map((part) => part.offsetHeight)) / ROW) - 1 : null;
    },
    text: (selector) => find(selector)?.innerText,
  };

  const read = (what) => ({
    count: number(find(what.count)?.innerText),
    map: what.map && points[what.map.kind](what.map.selector),
    charts: what.charts && charts(what.charts),
    table: what.table && table[what.table.kind](what.table.selector),
    heading: what.heading && (find(what.heading)?.innerText || null),
  });

  function holds(part, now, before, what) {
    if (part === "count") return now.count === what.rows;
    if (part === "map" && typeof now.map === "number") return now.map === what.points;
    if (part === "table" && typeof now.table === "number") return now.table === what.rows;
    return now[part] != null && now[part] !== before?.[part];
  }

  const B = (window.benchmark = { sent: 0, received: 0, bytes: 0, done: null });

  function poll(what, before, start) {
    if (start()) {
      const now = read(what);
      const parts = ["count", "map", "charts", "table", "heading"].filter((part) => what[part]);
      const held = parts.filter((part) => holds(part, now, before, what));
      for (const part of held) B.parts[part] ??= performance.now() - start();
      B.last = { now, held };
      if (held.length === parts.length) {
        requestAnimationFrame(() => requestAnimationFrame(() => { B.done = performance.now() - start(); }));
        return;
      }
    }
    requestAnimationFrame(() => poll(what, before, start));
  }

  B.arm = (what) => {
    let pressed = 0;
    addEventListener("pointerdown", (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
    Object.assign(B, { done: null, parts: {}, sent: 0, received: 0, bytes: 0 });
    performance.clearResourceTimings();
    poll(what, read(what), () => pressed);
  };
  B.load = (what) => {
    Object.assign(B, { done: null, parts: {} });
    poll(what, null, () => 0.001); // performance.now() counts from the start of the navigation
  };

  /* The server's time: from the message of the click to the last message of the answer. Counted in the page, because
   * handing every message to the measuring process would disturb what is measured. */
  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        B.received = performance.now();
        B.bytes += data.size ?? data.byteLength ?? data.length;
      });
    }
    send(data) {
      B.sent ||= performance.now();
      super.send(data);
    }
  };
  B.traffic = () => {
    const calls = performance.getEntriesByType("resource").filter(({ name }) => name.includes("_dash-update"));
    if (!calls.length) return { bytes: B.bytes, server: B.received - B.sent };
    return { bytes: sum(calls.map((call) => call.transferSize)), server: sum(calls.map((call) => call.duration)) };
  };
  B.quiet = () => performance.now() - Math.max(B.received, B.sent);
})();
