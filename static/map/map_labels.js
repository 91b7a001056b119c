/* Names on the map: of members beside their pins, of countries where there is room. No name covers a pin, a ring or
 * another name; who comes first is decided by rank. */
(() => {
  "use strict";

  const CITIES_FROM = 4;
  const COUNTRIES_FROM = 2.4;
  const CITY_FONT = "600 13px 'Atlas Sans', 'Noto Sans', sans-serif";
  const COUNTRY_FONT = "500 11px 'Atlas Sans', 'Noto Sans', sans-serif";
  const CITY_LINE = 16, COUNTRY_LINE = 13, COUNTRY_SPACING = 1;
  const TWO_LINES_FROM = 14;
  const GAP = 3;
  const SHIFTS = [0, -16, 16, -32, 32];

  const pen = document.createElement("canvas").getContext("2d");
  const measured = new Map();
  let names = new Map();

  function widthOf(text, font) {
    const key = font + text;
    if (!measured.has(key)) {
      pen.font = font;
      measured.set(key, pen.measureText(text).width);
    }
    return measured.get(key);
  }

  document.fonts.ready.then(() => measured.clear()); // measured before in the fallback's width

  class Occupied {
    constructor({ x, y }) {
      this.width = x;
      this.height = y;
      this.boxes = [];
    }

    isFree([left, top, right, bottom]) {
      const whole = left >= 0 && top >= 0 && right <= this.width && bottom <= this.height; // not cut by the frame
      return whole && this.boxes.every(([l, t, r, b]) => right <= l || left >= r || bottom <= t || top >= b);
    }

    take(box) {
      const free = this.isFree(box);
      if (free) this.boxes.push(box);
      return free;
    }
  }

  /* A name is tried right of its pin, left of it, above and below. */
  function sides({ x, y, radius }, width) {
    const far = radius + GAP, half = CITY_LINE / 2;
    return Object.entries({
      right: [x + far, y - half, x + far + width, y + half],
      left: [x - far - width, y - half, x - far, y + half],
      top: [x - width / 2, y - far - CITY_LINE, x + width / 2, y - far],
      bottom: [x - width / 2, y + far, x + width / 2, y + far + CITY_LINE],
    });
  }

  function nameCity(mark, occupied) {
    const width = widthOf(mark.members[0].name, CITY_FONT) * (mark.alone ? 1.16 : 1) + (mark.alone ? 14 : 2);
    const found = sides(mark, width).find(([, box]) => occupied.take(box));
    // The chosen member has its name in any case.
    mark.element.dataset.label = found ? found[0] : mark.alone ? "right" : "";
  }

  function lines(name) {
    const middle = name.length / 2;
    const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
    if (name.length < TWO_LINES_FROM || !spaces.length) return [name];
    const at = spaces.reduce((best, each) => (Math.abs(each - middle) < Math.abs(best - middle) ? each : best));
    return [name.slice(0, at), name.slice(at + 1)];
  }

  /* A country is named inside its land: `span` is how many degrees of longitude it is wide there. */
  function placeCountry(map, { lat, lon, span, text, longest }, occupied) {
    const room = span * 256 * 2 ** map.getZoom() / 360;
    if (longest > room * 1.05) return null;
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const half = text.length * COUNTRY_LINE / 2;
    const shift = SHIFTS.find((each) => Math.abs(each) < room / 3 + 1 &&
      occupied.take([x - longest / 2 - GAP, y + each - half, x + longest / 2 + GAP, y + each + half]));
    return shift === undefined ? null : map.containerPointToLatLng([x, y + shift]);
  }

  function countryMarker(text) {
    const icon = L.divIcon({ className: "country-name", iconSize: [0, 0], html: "<span></span>" });
    const marker = L.marker([0, 0], { icon, pane: "names", interactive: false, keyboard: false });
    marker.on("add", () => {
      marker.getElement().setAttribute("aria-hidden", "true"); // each member's name says its country
      marker.getElement().firstChild.textContent = text.join("\n");
    });
    return marker;
  }

  function nameCountries(map, countries, occupied) {
    const kept = new Map();
    if (map.getZoom() >= COUNTRIES_FROM) {
      const inView = map.getBounds();
      for (const country of countries) {
        if (!inView.contains([country.lat, country.lon])) continue;
        const place = placeCountry(map, country, occupied);
        if (!place) continue;
        kept.set(country.code, (names.get(country.code) ?? countryMarker(country.text)).setLatLng(place));
      }
    }
    for (const [code, marker] of names) if (!kept.has(code)) marker.remove();
    for (const [code, marker] of kept) if (!names.has(code)) marker.addTo(map);
    names = kept;
  }

  /* `points`: code → [lat, lon, span]; `called`: code → name in the visitor's language. Largest first. */
  function prepare(points, called, language) {
    return Object.entries(points).filter(([code]) => called[code]).map(([code, [lat, lon, span]]) => {
      const text = lines(called[code].toLocaleUpperCase(language));
      const longest = Math.max(...text.map((line) => widthOf(line, COUNTRY_FONT) + line.length * COUNTRY_SPACING));
      return { code, lat, lon, span, text, longest };
    }).sort((a, b) => b.span - a.span);
  }

  function boxesOfControls(map) {
    const { left, top } = map.getContainer().getBoundingClientRect();
    return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      return [box.left - left, box.top - top, box.right - left, box.bottom - top];
    });
  }

  /* `marks`: discs with members, element and place in the frame; `rank`: the lower, the earlier a member is named. */
  function place(map, marks, countries, rank, controls) {
    const occupied = new Occupied(map.getSize());
    occupied.boxes.push(...controls);
    for (const { x, y, radius, badge } of marks) occupied.boxes.push([x - radius, y - radius, x + radius, y + radius], ...(badge ? [badge] : []));
    const pins = marks.filter(({ members }) => members.length === 1);
    const named = pins.filter(({ alone, members: [member] }) => alone || (map.getZoom() >= CITIES_FROM && rank(member) !== null));
    for (const pin of pins) pin.element.dataset.label = "";
    for (const pin of named.sort((a, b) => rank(a.members[0]) - rank(b.members[0]))) nameCity(pin, occupied);
    nameCountries(map, countries, occupied);
  }

  window.atlasLabels = { boxesOfControls, place, prepare };
})();
