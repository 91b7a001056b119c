/* The map of the Atlas: inside the component's frame in the app, and in a file to take away.
 *
 * The base map is made once; every change of a filter hands `atlas.show` one bit per member, and only the difference is
 * drawn. What it needs of the page round it, it asks `atlasHost` for (map_app.js, static/kit/kit_host.js): there a click
 * goes to Python as {city, clicks} at once; `clicks` rises, so that a second click on a pin is a new message, also after
 * the map was loaded anew. Moving the map never asks Python for anything: the view is written into the page's address by
 * the host. All text arrives translated; names are set as text, never as HTML.
 */
(() => {
  "use strict";

  const { SHAPES, find, countRegions, middle, ring } = window.atlasClusters;
  const host = window.atlasHost;
  const WORLD = [[-57, -168], [80, 180]]; // the land but for what no member is near: Antarctica, the tip of Greenland
  const WORLD_OF_MEMBERS = [[-57, -125], [80, 163]]; // for a phone, where every pixel counts
  const NARROW = 500;
  const DEEPEST = 14;
  const CHOSEN_RADIUS = 17;
  const DRAWN_AROUND = 0.4;
  const SEA_BELOW = 0.35; // how far up from the middle, as a part of the height to spare
  const CLEAR_OF_CONTROLS = { paddingTopLeft: [56, 48], paddingBottomRight: [36, 44] };

  let map, words = {}, members = null, loaded = null, wanted = null;
  let drawn = new Set(), shown = [], marks = new Map(), found = { key: null, bundles: [] };
  let newest = null, newestWanted = false, chosen = null, tooltip = null, lastMove = null, nameTools = null, refocus = null;
  let points = {}, countries = [], skip = null, arrived = null, fitting = null, numbers = null;
  const opened = [];

  /* ---- what a mark says ---- */

  function describe(member) {
    const year = member.year === null ? words.no_year : words.joined.replace("{year}", member.year);
    return [member.name, member.country, year, member.note].filter(Boolean).join(", ");
  }

  function number(value) {
    if (numbers?.language !== words.language) numbers = { language: words.language, format: new Intl.NumberFormat(words.language).format };
    return numbers.format(value);
  }

  /* "45 members around Tehran: 30 Asia and the Pacific, 15 Arab States": the largest part first. */
  function describeBunch(inside) {
    const parts = countRegions(inside).map((count, region) => ({ count, region })).filter(({ count }) => count)
      .sort((a, b) => b.count - a.count)
      .map(({ count, region }) => words.bunch_part.replace("{number}", number(count)).replace("{region}", words.regions[region]));
    return words.bunch.replace("{number}", number(inside.length)).replace("{city}", middle(inside).name)
      .replace("{regions}", parts.join(", "));
  }

  function describeAll(inside) {
    return inside.length > 1 ? describeBunch(inside) : describe(inside[0]);
  }

  const MarkIcon = L.DivIcon.extend({
    createIcon(old) {
      const element = L.DivIcon.prototype.createIcon.call(this, old);
      const { members: inside } = this.options;
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", describeAll(inside));
      if (inside.length === 1) element.querySelector(".pin-label").textContent = inside[0].name;
      else element.querySelector(".number").textContent = number(inside.length);
      element.addEventListener("focus", () => openTooltip(inside));
      element.addEventListener("blur", closeTooltip);
      return element;
    },
  });

  function makeIcon({ members: inside, radius }) {
    if (inside.length > 1) {
      const html = `${ring(countRegions(inside), radius)}<span class="number"></span>`;
      return new MarkIcon({ html, className: "bunch", iconSize: [2 * radius, 2 * radius], members: inside });
    }
    const html = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SHAPES[inside[0].region]}"/></svg><span class="pin-label"></span>`;
    return new MarkIcon({ html, className: `pin region-${inside[0].region}`, iconSize: [24, 24], members: inside });
  }

  function makeMark(bundle) {
    const marker = L.marker([0, 0], { icon: makeIcon(bundle), keyboard: false, riseOnHover: true });
    marker.on("click", () => open(bundle));
    marker.on("mouseover", () => openTooltip(bundle.members));
    marker.on("mouseout", closeTooltip);
    return { members: bundle.members, marker };
  }

  function openTooltip(inside) {
    closeTooltip();
    const [member] = inside, mark = [...marks.values()].find((each) => each.members === inside);
    const whole = describeAll(inside);
    const title = inside.length > 1 ? whole.slice(0, whole.indexOf(":")) : member.name;
    const text = document.createElement("div");
    for (const [tag, line] of [["strong", title.trim()], ["span", whole.slice(title.length + 1).trim()]]) {
      text.appendChild(document.createElement(tag)).textContent = line;
    }
    tooltip = L.tooltip({ direction: "top", offset: [0, -10], opacity: 1, className: "atlas-tooltip" })
      .setLatLng(mark?.marker.getLatLng() ?? [member.lat, member.lon]).setContent(text).addTo(map);
  }

  function closeTooltip() {
    if (tooltip) tooltip.remove();
    tooltip = null;
  }

  /* ---- drawing ---- */

  /* Discs for the zoom; the same ones while the map is only moved. */
  function bundles() {
    const zoom = map.getZoom(), key = `${zoom} ${chosen?.id}`;
    if (found.key !== key || found.shown !== shown) {
      const all = chosen && !drawn.has(chosen.id) ? [...shown, chosen] : shown;
      found = { key, shown, bundles: find(all, { zoom, deepest: zoom >= DEEPEST, alone: chosen?.id, aloneRadius: CHOSEN_RADIUS }) };
    }
    return found.bundles;
  }

  function redraw() {
    if (!members || !wanted) return;
    const scale = 256 * 2 ** map.getZoom(), area = map.getPixelBounds(), pad = area.getSize().multiplyBy(DRAWN_AROUND);
    const origin = area.min, [low, high] = [area.min.subtract(pad), area.max.add(pad)];
    const next = new Map(), added = [];
    for (const bundle of bundles()) {
      if (bundle.x < low.x || bundle.y < low.y || bundle.x > high.x || bundle.y > high.y) continue;
      const { members: inside, x, y } = bundle;
      const key = inside.length > 1 ? `${inside.length} ${inside[0].id} ${(x / scale).toFixed(8)} ${(y / scale).toFixed(8)}` : inside[0].id;
      const mark = marks.get(key) ?? makeMark(bundle);
      if (!marks.has(key)) added.push(mark);
      marks.delete(key);
      next.set(key, Object.assign(mark, { x: x - origin.x, y: y - origin.y, radius: bundle.radius, alone: bundle.alone }));
      mark.marker.setLatLng(map.unproject([x, y])).setZIndexOffset(bundle.alone ? 10000 : 0);
    }
    const controls = window.atlasLabels.boxesOfControls(map); // before anything is written: it asks for the layout
    replace(next, added);
    dress(controls);
  }

  function replace(next, added) {
    const lost = [...marks.values()].find(({ element }) => element === document.activeElement);
    if (lost) refocus ??= lost.marker.getLatLng();
    for (const { marker } of marks.values()) marker.remove();
    marks = next;
    for (const mark of added) mark.marker.addTo(map);
    for (const mark of next.values()) mark.element = mark.marker.getElement();
  }

  /* Names, marks of the newest and the chosen, order for the keyboard: all that depends on what stands where. */
  function dress(controls) {
    const all = [...marks.values()];
    for (const { element, members: [member, ...others], alone } of all) {
      element.classList.toggle("newest", newest !== null && !others.length && member.year === newest);
      element.classList.toggle("is-chosen", Boolean(alone));
    }
    if (arrived) window.atlasReplay.dress(all);
    window.atlasLabels.place(map, all, countries, rank, controls);
    if (arrived && window.atlasReplay.playing()) return; // nobody reads or tabs through what is gone in a moment
    window.atlasReach.order(map, all);
    if (refocus && all.length) {
      const { x, y } = map.latLngToContainerPoint(refocus);
      refocus = null;
      window.atlasReach.focus(all.reduce((a, b) => (Math.hypot(b.x - x, b.y - y) < Math.hypot(a.x - x, a.y - y) ? b : a)), all);
    }
  }

  /* Who is named first: the chosen, the newest, winners of the award, the large. Nothing: nobody names it. */
  function rank(member) {
    if (member.id === chosen?.id) return -2;
    if (!arrived) return member.year === wanted.newest ? -1 : member.rank;
    return arrived(member) ? -1 : window.atlasReplay.playing() ? null : member.rank; // names that come and go are a flicker
  }

  /* ---- opening and going back ---- */

  function open(bundle) {
    if (bundle.members.length === 1) {
      choose(bundle.members[0]);
      return;
    }
    const held = [...marks.values()].find(({ members: inside }) => inside === bundle.members);
    if (held?.element === document.activeElement) refocus = held.marker.getLatLng();
    opened.push({ center: map.getCenter(), zoom: map.getZoom() });
    const bounds = L.latLngBounds(bundle.members.map(({ lat, lon }) => [lat, lon]));
    const zoom = Math.max(map.getBoundsZoom(bounds, false, L.point(96, 96)), map.getZoom() + 0.75);
    map.setView(bounds.getCenter(), Math.min(zoom, DEEPEST), { animate: mayMove() });
  }

  /* Escape: out of the last cluster opened, else the card is closed. */
  function back() {
    closeTooltip();
    const view = opened.pop();
    if (view) {
      const held = [...marks.values()].find(({ element }) => element === document.activeElement);
      if (held) refocus = held.marker.getLatLng();
      map.setView(view.center, view.zoom, { animate: mayMove() });
      return true;
    }
    return host.close();
  }

  function choose(member) {
    select(member.id);
    redraw();
    host.choose(member.id);
  }

  /* The chosen city leaves its cluster, and the map goes there when it is out of sight. */
  function select(id) {
    const before = chosen;
    const member = members.find((each) => each.id === id);
    chosen = member && member.lat !== null ? member : null;
    if (!chosen || chosen === before) return;
    if (!map.getBounds().contains([chosen.lat, chosen.lon])) map.panTo([chosen.lat, chosen.lon]);
  }

  function reveal(id) {
    const member = members.find((each) => each.id === id);
    let zoom = map.getZoom();
    const isAlone = () => find(shown, { zoom, deepest: zoom >= DEEPEST }).some(({ members: [first, ...others] }) => first.id === id && !others.length);
    while (zoom < DEEPEST && !isAlone()) zoom += 0.25;
    map.setView([member.lat, member.lon], zoom, { animate: false });
  }

  function mayMove() {
    return !matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /* ---- the view ---- */

  function start(leafletMap, options) {
    map = leafletMap;
    map.createPane("names").style.zIndex = 400;
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(options.attribution);
    const scaleAt = map.getSize().x < NARROW ? "bottomleft" : "bottomright"; // in the empty Pacific; elsewhere the key is there
    L.control.scale({ position: scaleAt, imperial: false, maxWidth: 90 }).addTo(map);
    map.setMinZoom(0.5).setMaxZoom(DEEPEST);
    map.setMaxBounds([[-84, -200], [86, 200]]);
    showWorld();
    if (options.replay) window.atlasReplay.start(map, options.replay, fitReplay);
    map.on("moveend", () => { rememberView(); redraw(); });
    host.onRender(() => { window.atlasBase.paint(); setTimeout(rememberView, 400); });
    window.atlasBase.start(map, options.outlines);
    loadCountries(options.countries);
    skip = window.atlasReach.addSkipLink(map.getContainer(), options.replay && window.atlasReplay.focus);
    window.atlasReach.listen(map, { marks: () => [...marks.values()], open, back });
    window.atlasReach.share(map, () => words);
    noticeTouch(host.ground(map));
    map.getContainer().tabIndex = -1; // its marks are the stops; arrow keys at the last mark move it
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
  }

  /* From the first touch on, the view is the visitor's own and belongs in the address. */
  function noticeTouch(ground) {
    for (const kind of ["pointerdown", "wheel", "keydown"]) {
      ground.addEventListener(kind, () => { map.moved = true; }, { passive: true, capture: true });
    }
  }

  /* The world fills the frame; where the frame is higher, the sea is left to the key. */
  function showWorld() {
    const world = L.latLngBounds(map.getSize().x < NARROW ? WORLD_OF_MEMBERS : WORLD);
    map.fitBounds(world, { animate: false });
    const spare = map.getSize().y - map.project(world.getSouthWest()).y + map.project(world.getNorthEast()).y;
    if (spare > 0) map.panBy([0, SEA_BELOW * spare], { animate: false });
  }

  /* A replay begins where its members are; later the view is the visitor's, whatever the filters leave. */
  function fitReplay() {
    if (map.moved) return;
    if (fitting && fitting.length < members.length) fitTo(fitting, { animate: false, maxZoom: 7 }); else showWorld();
  }

  function rememberView() {
    const { lat, lng } = map.getCenter();
    if (map.moved) host.remember(`${lat.toFixed(3)},${lng.toFixed(3)},${map.getZoom()}`);
  }

  function nameControls() {
    for (const way of ["in", "out"]) {
      const button = map.getContainer().querySelector(`.leaflet-control-zoom-${way}`);
      button.title = words[`zoom_${way}`];
      button.setAttribute("aria-label", button.title);
    }
    skip.textContent = words.skip;
  }

  function move(order) {
    if (!order || order.number === lastMove) return;
    lastMove = order.number;
    map.moved = map.moved || order.remember;
    const animate = order.fly && mayMove();
    if (order.bounds) map.fitBounds(order.bounds, { animate, ...CLEAR_OF_CONTROLS, maxZoom: 9 });
    else if (animate) map.flyTo([order.lat, order.lon], order.zoom, { duration: 1.1 });
    else map.setView([order.lat, order.lon], order.zoom, { animate: false });
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
    nameTools ??= window.atlasTools.start(map, { fit: fitShown, newest: highlightNewest, tiles: wantTiles }, names);
    nameTools(names);
  }

  function fitShown() {
    map.moved = true;
    fitTo(shown);
  }

  function fitTo(some, options) {
    const bounds = L.latLngBounds(some.filter(({ lat }) => lat !== null).map(({ lat, lon }) => [lat, lon]));
    if (bounds.isValid()) map.fitBounds(bounds, { ...CLEAR_OF_CONTROLS, maxZoom: 9, ...options });
  }

  function highlightNewest(on) {
    newestWanted = on;
    newest = on && wanted ? wanted.newest : null;
    redraw();
  }

  function wantTiles(on) {
    host.showStreets(map, on, words, notify);
  }

  /* ---- members ---- */

  function unpack({ id, name, lat, lon, region, country, countries: called, year, note, rank: ranks }) {
    return id.map((each, i) => ({ id: each, name: name[i], lat: lat[i], lon: lon[i], region: Number(region[i]),
      country: called[country[i]], year: year[i] || null, note: note[i], rank: Number(ranks[i]), ...inWorld(lat[i], lon[i]) }));
  }

  /* Where a member stands in a world of one by one. */
  function inWorld(lat, lon) {
    return lat === null ? {} : map.project([lat, lon], 0).divideBy(256);
  }

  /* The members come once by address; a filter is one bit per member. */
  async function load(source) {
    members = null;
    loaded = source;
    const table = await host.load(source);
    if (loaded !== source) return;
    members = unpack(table);
    nameCountries(table.names);
    draw();
  }

  async function loadCountries(address) {
    points = await host.load(address);
    nameCountries(nameCountries.called);
    redraw();
  }

  function nameCountries(called) {
    nameCountries.called = called;
    if (called) countries = window.atlasLabels.prepare(points, called, words.language);
  }

  function show(data) {
    wanted = data;
    words = data.words;
    document.documentElement.lang = words.language;
    host.entitle(words.title);
    nameControls();
    if (data.source !== loaded) load(data.source);
    else if (members) draw();
  }

  function draw() {
    const bits = Uint8Array.from(atob(wanted.mask), (letter) => letter.charCodeAt(0));
    const first = !fitting;
    fitting = members.filter((member, i) => bits[i >> 3] & (1 << (i & 7)));
    showTools(wanted.tools);
    newest = wanted.tools && newestWanted ? wanted.newest : null;
    select(wanted.selected);
    if (wanted.replay && first) fitReplay();
    if (wanted.replay) window.atlasReplay.show(wanted.replay, fitting, words.language, present); else present(fitting);
    move(wanted.move);
  }

  /* Put these on the map, of those that have a place; a replay says who among them has just arrived. */
  function present(some, justArrived = null) {
    arrived = justArrived;
    shown = some.filter(({ lat }) => lat !== null);
    drawn = new Set(shown.map(({ id }) => id));
    closeTooltip();
    redraw();
  }

  window.atlas = { start, show, reveal, describe: describeAll, ready: false, count: () => drawn.size };
})();
