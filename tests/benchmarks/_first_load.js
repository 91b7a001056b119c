/* Runs in every page whose first opening is measured: when it is complete, and how far what stood on it was moved. */
(() => {
  "use strict";
  if (window.top !== window) return;

  const F = (window.firstLoad = { done: null, shift: 0, shifts: [] });

  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, startTime, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      F.shift += value;
      F.shifts.push({ at: Math.round(startTime), value: Number(value.toFixed(4)), moved: sources.map(described) });
    }
  }).observe({ type: "layout-shift", buffered: true });

  function described({ node, previousRect: from, currentRect: to }) {
    const element = node?.closest ? node : node?.parentElement;
    const key = element?.closest("[class*=st-key-]")?.className.match(/st-key-\S+/)?.[0] ?? "";
    const name = element?.dataset?.testid || `${element?.tagName}.${String(element?.className).slice(0, 30)}`;
    const rectangle = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    return `${name} ${key}: ${rectangle(from)} > ${rectangle(to)}`;
  }

  /* Complete: the script has ended, nothing is a placeholder any more, maps and charts are painted. */
  function complete() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== "notRunning") return false;
    if (!document.querySelector(".footer, .stMarkdown p") || document.querySelector('[data-testid="stSkeleton"]')) return false;
    const plots = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
    if (plots.some((plot) => !plot.querySelector(".main-svg .trace"))) return false;
    const maps = [...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow?.atlas);
    return maps.every((map) => map?.ready && map.count() > 0);
  }

  (function poll() {
    if (complete()) requestAnimationFrame(() => requestAnimationFrame(() => { F.done = performance.now(); }));
    else requestAnimationFrame(poll);
  })();
})();
