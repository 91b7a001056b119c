/* The kit: one state, kept after the "#" of the address, and all parts that show it. */
const { address, card, charts, counted, data, filled, filters, format, list, make, mask, search } = window.atlasKit;
const CITY = "city", VIEW = "view";
const CITY_ZOOM = 6;

const placed = JSON.parse(document.getElementById("kit-members").textContent), ids = placed.id;
const [count, reset, nobody] = ["count", "reset", "nobody"].map((id) => document.getElementById(id));

/* A single member has its card open: there is nothing to look for or to choose. */
const isAlone = ids.length === 1;

let chosen = null, opener = null, order = 0, move = null;

/* ---- the map ---- */

const map = L.map("map_div", data.map.options);
window.map = map; // as in the app, where the component holds it under this name

function startMap() {
  window.atlas.start(map, {
    outlines: { world: "outlines-world", near: "outlines-near", close: "outlines-close" },
    countries: "countries", attribution: data.map.credit, replay: null,
  });
  go(read(VIEW) ? view(read(VIEW)) : chosen === null ? data.start : where(chosen), { remember: Boolean(read(VIEW)) });
}

function read(name) {
  return address.read().get(name) ?? "";
}

/* A view is a place of the world and a zoom of the map; anything else is none. */
function view(text) {
  const parts = text.split(",").map(Number), [lat, lon, zoom] = parts;
  const isView = parts.length === 3 && parts.every(Number.isFinite) && Math.abs(lat) <= 90 && Math.abs(lon) <= 360 && zoom >= 0 && zoom <= 18;
  return isView ? { lat, lon, zoom } : null;
}

function where(at) {
  return placed.lat[at] === null ? null : { lat: placed.lat[at], lon: placed.lon[at], zoom: Math.max(CITY_ZOOM, map.getZoom()) };
}

function go(to, how = {}) {
  if (!to) return;
  order += 1;
  move = { number: order, fly: false, remember: true, ...to, ...how };
}

function showMap(fits, places) {
  const { texts, tools, newest } = data.map;
  window.atlas.show({
    source: "members", mask: mask(fits), words: { ...texts, language: data.language, title: alt() },
    selected: chosen === null ? null : ids[chosen], newest, tools, move, replay: null,
  });
  nobody.hidden = places.length > 0;
  if (!places.length) nobody.querySelector("span").textContent = filters.advice();
}

function alt() {
  const { value, between } = data.words.charts.years;
  const regions = data.regions.map((code, region) => {
    const members = here.filter((at) => Number(placed.region[at]) === region).length;
    return members ? filled(value, { name: data.map.texts.regions[region], value: format(members) }) : "";
  });
  return filled(data.words.map_alt, { values: regions.filter(Boolean).join(between) });
}

/* ---- what is shown ---- */

let here = [];

function show() {
  const fits = filters.fits();
  here = fits.flatMap((fit, at) => (fit ? [at] : []));
  const { all, some } = data.words.count;
  const text = counted(here.length === fits.length ? all : some, here.length, { whole: format(fits.length) });
  if (count.textContent !== text) count.textContent = text;
  reset.hidden = !filters.isSet();
  filters.show();
  charts.show();
  list.show(here, text);
  showMap(fits, here);
  showCard();
}

function showCard() {
  card.show(chosen, list.inOrder(), { open: (at) => open(at), close });
}

/* ---- the chosen member ---- */

function open(at, { moved = true } = {}) {
  if (!card.has(document.activeElement)) opener = document.activeElement;
  chosen = at;
  address.put(CITY, ids[at]);
  if (moved) go(where(at), { fly: true });
  show();
  keepInSight();
  card.focus();
}

/* Map and card, wherever the member was pressed. On a phone the card is a sheet over the lower part of the screen. */
function keepInSight() {
  if (matchMedia("(max-width: 767px)").matches) map.getContainer().scrollIntoView({ block: "start" });
  else document.querySelector(".plates").scrollIntoView({ block: "nearest" });
}

/* Returns whether there was a card to be closed. */
function close() {
  if (chosen === null || isAlone) return false;
  const back = opener?.isConnected ? opener : document.getElementById("search");
  chosen = null;
  address.put(CITY, "");
  show();
  back.focus();
  return true;
}

function readCity() {
  const at = ids.indexOf(read(CITY));
  chosen = isAlone ? 0 : at < 0 ? null : at;
}

Object.assign(window.atlasKit, { choose: (id) => open(ids.indexOf(id), { moved: false }), close });

/* ---- the page ---- */

/* What an address asks for in vain is said; the rest of it applies. */
function readAll() {
  const unknown = filters.read().map((each) => filled(data.words.unknown_code, each));
  list.read();
  readCity();
  if (read(CITY) && ids[chosen] !== read(CITY)) unknown.push(filled(data.words.unknown_city, { city: read(CITY).slice(0, 80) }));
  document.getElementById("notices").replaceChildren(...unknown.map((text) => make("p", {}, text)));
}

function toggle(name, code) {
  filters.toggle(name, code);
  show();
}

function clear() {
  filters.reset();
  show();
  document.getElementById("search").focus({ preventScroll: true });
}

/* The ways on the page are no part of the state after the "#". */
function goTo(event) {
  const part = document.querySelector(event.currentTarget.getAttribute("href"));
  event.preventDefault();
  part.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  part.focus({ preventScroll: true });
}

/* A browser that prints draws neither map nor charts anew (kit.css). */
const SHEET_PX = 1030;
addEventListener("beforeprint", () => {
  const plates = document.querySelector(".plates"), { clientWidth: width, clientHeight: height } = plates;
  const noted = { width: `${width}px`, tall: `${height}px`, columns: getComputedStyle(plates).gridTemplateColumns, zoom: Math.min(1, SHEET_PX / width) };
  for (const [name, value] of Object.entries(noted)) plates.style.setProperty(`--print-${name}`, value);
});

for (const way of document.querySelectorAll("[data-way]")) way.addEventListener("click", goTo);
reset.addEventListener("click", clear);
nobody.querySelector("button").addEventListener("click", clear);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]") && card.has(document.activeElement)) close();
});
addEventListener("hashchange", () => { readAll(); show(); });

search.start((at) => open(at));
filters.start(show);
charts.start(toggle);
list.start((at) => open(at));
readAll();
startMap();
show();
document.body.classList.toggle("alone", isAlone);
if (chosen !== null && !isAlone) keepInSight();
window.atlasTalk({ data: data.talk, parentElement: document.getElementById("tour") }, address);
