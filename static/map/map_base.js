/* The base map: outlines that get finer as one zooms in. */
(() => {
  "use strict";

  const FINER_FROM = { near: 3.5, close: 6 };
  const HAIRLINE = 0.5;
  const UNDRAWN = "ATA"; // no member there, and Mercator makes it the largest thing on the map

  let map, addresses, outlines = null, grade = null, coming = null, painted = {};

  function paint() {
    const dark = window.atlasHost.isDark();
    document.documentElement.classList.toggle("dark", dark);
    // Every run of the page ends up here; painting the world anew is only worth it when the theme has changed.
    if (!outlines || (painted.outlines === outlines && painted.dark === dark)) return;
    painted = { outlines, dark };
    const style = getComputedStyle(document.documentElement);
    const [land, border] = ["--atlas-land", "--atlas-border"].map((name) => style.getPropertyValue(name).trim());
    outlines.setStyle(({ properties }) => ({
      fill: properties.part !== "border", fillColor: land, fillOpacity: 1,
      stroke: properties.part !== "land", color: border, weight: HAIRLINE, opacity: 1,
    }));
  }

  /* The grade that a zoom asks for, never one coarser than what is there. */
  function wantedGrade() {
    if (map.getZoom() >= FINER_FROM.close || grade === "close") return "close";
    return map.getZoom() >= FINER_FROM.near || grade === "near" ? "near" : "world";
  }

  async function draw() {
    const wanted = wantedGrade();
    if (wanted === grade || wanted === coming) return;
    coming = wanted;
    try {
      const shapes = await window.atlasHost.load(addresses[wanted]);
      if (coming === wanted) put(shapes, wanted);
    } finally {
      if (coming === wanted) coming = null;
      document.documentElement.classList.add("drawn"); // without land, too: the members are worth showing
    }
  }

  function put(shapes, wanted) {
    const before = outlines;
    outlines = L.geoJSON(shapes, {
      filter: ({ properties }) => properties.iso3 !== UNDRAWN,
      interactive: false, renderer: L.canvas({ padding: 0.3, pane: "outlines" }), pane: "outlines",
    });
    grade = wanted;
    paint();
    outlines.addTo(map);
    if (before) before.remove();
    window.atlas.ready = true;
  }

  function start(leafletMap, outlineAddresses) {
    map = leafletMap;
    addresses = outlineAddresses;
    map.createPane("outlines").style.zIndex = 150;
    map.on("zoomend", draw);
    draw().then(draw);
  }

  window.atlasBase = { grade: () => grade, paint, start };
})();
