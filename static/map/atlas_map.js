/* The map of the Atlas inside the component's frame.
 *
 * The base map is made once; every change of a filter hands `atlas.show` one bit per member, and only the difference is
 * drawn. Clicks go to Python as {city, clicks} at once; `clicks` rises, so that a second click on a pin is a new message,
 * also after the map was loaded anew. Moving the map never asks Python for anything: the view is written into the page's
 * address here. All text arrives translated; names are set as text, never as HTML.
 */
(() => {
  "use strict";

  const WORLD = [[-50, -165], [74, 178]];
  const SHAPES = [
    "M12 6.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z",
    "M12 5.5L18.5 17.5H5.5Z",
    "M7 7H17V17H7Z",
    "M12 5L19 12L12 19L5 12Z",
    "M12 5.4L18.7 10.3L16.1 18H7.9L5.3 10.3Z",
  ];
  const SHARP_FROM = 3.5;
  const LABELS_UP_TO = 24;
  const LABELS_FROM = 5;
  const TILES_GIVE_UP_AFTER = 3;
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

  const markers = new Map();
  let painted = {};
  let map, cluster, outlines, tiles, words = {}, members = null, loaded = null, wanted = null, drawn = new Set(), ring = null, newest = null;
  let lastMove = null, tooltip = null, sharpenOnce = null, nameTools = null, lookedAt = null, newestWanted = false, tilesWanted = false;

  const PinIcon = L.DivIcon.extend({
    createIcon(old) {
      const pin = L.DivIcon.prototype.createIcon.call(this, old);
      const { member } = this.options;
      pin.setAttribute("role", "button");
      pin.setAttribute("aria-label", describe(member));
      pin.querySelector(".pin-label").textContent = member.name;
      pin.classList.toggle("newest", newest !== null && member.year === newest);
      pin.classList.toggle("is-chosen", wanted !== null && member.id === wanted.selected);
      pin.addEventListener("focus", () => openTooltip(member));
      pin.addEventListener("blur", closeTooltip);
      return pin;
    },
  });

  function describe(member) {
    const year = member.year === null ? words.no_year : words.joined.replace("{year}", member.year);
    return [member.name, member.country, year, member.note].filter(Boolean).join(", ");
  }

  function makeMarker(member) {
    const html = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SHAPES[member.region]}"/></svg><span class="pin-label"></span>`;
    const icon = new PinIcon({ html, className: `pin region-${member.region}`, iconSize: [24, 24], member });
    const marker = L.marker([member.lat, member.lon], { icon, keyboard: true, riseOnHover: true });
    marker.member = member;
    return marker;
  }

  function makeCluster() {
    const group = L.markerClusterGroup({
      maxClusterRadius: (zoom) => (zoom < 4 ? 34 : 28),
      showCoverageOnHover: false,
      chunkedLoading: false,
      animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      spiderLegPolylineOptions: { weight: 1, color: "#888", opacity: 0.8 },
      iconCreateFunction(bunch) {
        const count = bunch.getChildCount();
        const size = 26 + 6 * Math.floor(Math.log10(count) * 1.6);
        const regions = new Set(bunch.getAllChildMarkers().map(({ member }) => member.region));
        const kind = regions.size === 1 ? `bunch bunch-${[...regions][0]}` : "bunch";
        const icon = L.divIcon({ html: `<span>${count}</span>`, className: kind, iconSize: [size, size] });
        const create = icon.createIcon;
        icon.createIcon = function (old) {
          const element = create.call(this, old);
          element.setAttribute("role", "button");
          element.setAttribute("aria-label", words.bunch.replace("{number}", count));
          return element;
        };
        return icon;
      },
    });
    group.on("click", ({ layer }) => choose(layer.member));
    group.on("mouseover", ({ layer }) => openTooltip(layer.member));
    group.on("mouseout", closeTooltip);
    return group;
  }

  function choose(member) {
    select(member.id);
    window.Streamlit.setComponentValue({ city: member.id, clicks: Date.now() });
  }

  /* The chosen city has a ring of its own, so that it is seen even while its pin is inside a cluster. */
  function select(id) {
    if (ring) ring.remove();
    ring = null;
    for (const pin of map.getContainer().querySelectorAll(".is-chosen")) pin.classList.remove("is-chosen");
    markers.get(id)?.getElement()?.classList.add("is-chosen");
    const member = members.find((each) => each.id === id);
    if (!member || member.lat === null) return;
    if (id !== lookedAt && !map.getBounds().contains([member.lat, member.lon])) map.panTo([member.lat, member.lon]);
    lookedAt = id;
    const icon = L.divIcon({ html: "<span></span>", className: "chosen", iconSize: [40, 40] });
    ring = L.marker([member.lat, member.lon], { icon, interactive: false, keyboard: false, zIndexOffset: 10000 }).addTo(map);
    ring.getElement().firstChild.textContent = member.name;
  }

  function openTooltip(member) {
    closeTooltip();
    const text = document.createElement("div");
    for (const [tag, line] of [["strong", member.name], ["span", describe(member).slice(member.name.length + 2)]]) {
      text.appendChild(document.createElement(tag)).textContent = line;
    }
    const place = markers.get(member.id)?.getLatLng() ?? [member.lat, member.lon];
    tooltip = L.tooltip({ direction: "top", offset: [0, -10], opacity: 1, className: "atlas-tooltip" })
      .setLatLng(place).setContent(text).addTo(map);
  }

  function closeTooltip() {
    if (tooltip) tooltip.remove();
    tooltip = null;
  }

  /* ---- base map ---- */

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name, fallback) => style.getPropertyValue(name).trim() || fallback;
    return { land: read("--atlas-land", "#E4DDCB"), border: read("--atlas-border", "#B5AD9A") };
  }

  function styleOutlines() {
    const dark = isDark();
    document.documentElement.classList.toggle("dark", dark);
    // Every run of the page ends up here; painting the world anew is only worth it when the theme has changed.
    if (!outlines || (painted.outlines === outlines && painted.dark === dark)) return;
    painted = { outlines, dark };
    const { land, border } = colours();
    outlines.setStyle(({ properties }) => ({
      fill: properties.part !== "border", fillColor: land, fillOpacity: 1,
      stroke: properties.part !== "land", color: border, weight: 0.7, opacity: 1,
    }));
  }

  function isDark() {
    const background = getComputedStyle(document.documentElement).getPropertyValue("--background-color").trim();
    const [r, g, b] = (background.match(/[0-9a-f]{2}/gi) || ["ff", "ff", "ff"]).map((pair) => parseInt(pair, 16));
    return r + g + b < 3 * 128;
  }

  /* The world with little detail first; the full outlines once somebody zooms in. */
  async function drawOutlines(url) {
    try {
      const response = await fetch(url);
      const before = outlines;
      outlines = L.geoJSON(await response.json(), { interactive: false, renderer: L.canvas({ padding: 0.3, pane: "outlines" }), pane: "outlines" });
      styleOutlines();
      outlines.addTo(map);
      if (before) before.remove();
      window.atlas.ready = true;
    } finally {
      document.documentElement.classList.add("drawn"); // without land, too: the members are worth showing
    }
  }

  function sharpen(url) {
    if (map.getZoom() < SHARP_FROM) return;
    map.off("zoomend", sharpenOnce);
    drawOutlines(url);
  }

  function start(leafletMap, options) {
    map = leafletMap;
    map.createPane("outlines").style.zIndex = 150;
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(options.attribution);
    map.setMinZoom(0.5).setMaxZoom(14);
    map.setMaxBounds([[-84, -200], [86, 200]]);
    map.fitBounds(WORLD, { animate: false });
    cluster = makeCluster();
    cluster.addTo(map);
    map.on("moveend", () => { rememberView(); showLabels(); });
    cluster.on("animationend spiderfied unspiderfied", showLabels);
    window.Streamlit.events.addEventListener("streamlit:render", () => { styleOutlines(); setTimeout(rememberView, 400); });
    sharpenOnce = () => sharpen(options.near);
    map.on("zoomend", sharpenOnce);
    drawOutlines(options.world).then(sharpenOnce);
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
  }

  /* Labels where there is room: only when few pins are in view. */
  function showLabels() {
    const { width, height } = map.getContainer().getBoundingClientRect();
    const inView = [...map.getContainer().querySelectorAll(".leaflet-marker-pane .pin")].filter((pin) => {
      const { left, top } = pin.getBoundingClientRect();
      return left > 0 && top > 0 && left < width && top < height;
    });
    map.getContainer().classList.toggle("labelled", map.getZoom() >= LABELS_FROM && inView.length <= LABELS_UP_TO);
  }

  /* The address of the page carries the view, so that a copied link restores it; nobody is asked to rerun. */
  function rememberView() {
    const page = window.parent;
    const { lat, lng } = map.getCenter();
    const view = `${lat.toFixed(3)},${lng.toFixed(3)},${map.getZoom()}`;
    const address = new URL(page.location.href);
    if (!map.moved || address.searchParams.get("view") === view || !onMapPage(address)) return;
    address.searchParams.set("view", view);
    page.history.replaceState(page.history.state, "", address.href.replaceAll("%2C", ","));
  }

  function onMapPage(address) {
    return address.pathname.replace(/\/$/, "").endsWith("/map");
  }

  function nameZoomButtons() {
    for (const way of ["in", "out"]) {
      const button = map.getContainer().querySelector(`.leaflet-control-zoom-${way}`);
      button.title = words[`zoom_${way}`];
      button.setAttribute("aria-label", button.title);
    }
  }

  function move(order) {
    if (!order || order.number === lastMove) return;
    lastMove = order.number;
    map.moved = map.moved || order.remember;
    const animate = order.fly && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (order.bounds) map.fitBounds(order.bounds, { animate, padding: [36, 36], maxZoom: 9 });
    else if (animate) map.flyTo([order.lat, order.lon], order.zoom, { duration: 1.1 });
    else map.setView([order.lat, order.lon], order.zoom, { animate: false });
  }

  function showTiles(wanted) {
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

  function notify(message) {
    const box = L.control({ position: "topright" });
    box.onAdd = () => {
      const note = L.DomUtil.create("p", "atlas-notice");
      note.setAttribute("role", "status");
      note.textContent = message;
      return note;
    };
    box.addTo(map);
    setTimeout(() => box.remove(), 8000);
  }

  /* ---- tools ---- */

  function showTools(names) {
    if (!names) return;
    nameTools ??= window.atlasTools.start(map, { fit: fitShown, newest: highlightNewest, tiles: wantTiles });
    nameTools(names);
  }

  function fitShown() {
    map.moved = true;
    const bounds = L.latLngBounds([...drawn].map((id) => markers.get(id).getLatLng()));
    if (bounds.isValid()) map.fitBounds(bounds, { padding: [36, 36], maxZoom: 9 });
  }

  function highlightNewest(on) {
    newestWanted = on;
    newest = on && wanted ? wanted.newest : null;
    if (members) markNewest();
  }

  function wantTiles(on) {
    tilesWanted = on;
    showTiles(tilesWanted);
  }

  /* ---- members ---- */

  function unpack({ id, name, lat, lon, region, country, countries, year, note }) {
    return id.map((each, i) => ({ id: each, name: name[i], lat: lat[i], lon: lon[i], region: Number(region[i]),
      country: countries[country[i]], year: year[i] || null, note: note[i] }));
  }

  /* The members come once by address; a filter is one bit per member. */
  async function load(source) {
    members = null;
    loaded = source;
    const response = await fetch(source);
    const found = unpack(await response.json());
    if (loaded !== source) return;
    cluster.clearLayers();
    markers.clear();
    drawn = new Set();
    members = found;
    draw();
  }

  function show(data) {
    wanted = data;
    words = data.words;
    document.documentElement.lang = words.language;
    if (window.frameElement) window.frameElement.title = words.title;
    nameZoomButtons();
    if (data.source !== loaded) load(data.source);
    else if (members) draw();
  }

  function draw() {
    const bits = Uint8Array.from(atob(wanted.mask), (letter) => letter.charCodeAt(0));
    const shown = new Set(), added = [], removed = [];
    members.forEach((member, i) => {
      if (!(bits[i >> 3] & (1 << (i & 7))) || member.lat === null) return;
      shown.add(member.id);
      if (drawn.has(member.id)) return;
      if (!markers.has(member.id)) markers.set(member.id, makeMarker(member));
      added.push(markers.get(member.id));
    });
    for (const id of drawn) if (!shown.has(id)) removed.push(markers.get(id));
    closeTooltip();
    redraw(added, removed, shown);
    drawn = shown;
    showTools(wanted.tools);
    newest = wanted.tools && newestWanted ? wanted.newest : null;
    markNewest();
    select(wanted.selected);
    move(wanted.move);
    showLabels();
  }

  /* Taking many markers out of a cluster one by one is slower than filling it anew. */
  function redraw(added, removed, shown) {
    if (removed.length > shown.size) {
      cluster.clearLayers();
      cluster.addLayers([...shown].map((id) => markers.get(id)));
      return;
    }
    if (removed.length) cluster.removeLayers(removed);
    if (added.length) cluster.addLayers(added);
  }

  function markNewest() {
    for (const pin of map.getContainer().querySelectorAll(".pin.newest")) pin.classList.remove("newest");
    if (newest === null) return;
    for (const id of drawn) {
      const marker = markers.get(id);
      if (marker.member.year === newest) marker.getElement()?.classList.add("newest");
    }
  }

  window.atlas = {
    start,
    show,
    ready: false,
    count: () => drawn.size,
    clusterCount: () => cluster.getLayers().length,
    reveal: (id) => cluster.zoomToShowLayer(markers.get(id)),
  };

  /* From the first touch on, the view is the visitor's own and belongs in the address. */
  for (const kind of ["pointerdown", "wheel", "keydown"]) {
    document.addEventListener(kind, () => { if (map) map.moved = true; }, { passive: true, capture: true });
  }
})();
