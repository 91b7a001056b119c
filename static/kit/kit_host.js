/* What the map needs of the page round it, where that page is a file: its data stand in the page, its state after the "#".
 *
 * The other such host is the app's (static/map/map_app.js). `atlasKit` is what the scripts of the kit share.
 */
(() => {
  "use strict";

  const COARSE = "outlines-world";

  const dark = matchMedia("screen and (prefers-color-scheme: dark)");

  function block(name) {
    return document.getElementById(`kit-${name}`);
  }

  /* What is named, from the page itself. A browser that cannot unpack the finer outlines keeps the coarse ones. */
  async function load(name) {
    const held = block(name);
    if (held.type === "application/json") return JSON.parse(held.textContent);
    if (!("DecompressionStream" in window)) return load(COARSE);
    const bytes = Uint8Array.from(atob(held.textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  /* A file has no parameters of its own that a browser would let it change: what follows the "#" is kept by a reload. */
  const address = {
    read: () => new URLSearchParams(location.hash.slice(1)),
    write(change) {
      const query = address.read();
      change(query);
      const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
      history.replaceState(history.state, "", `#${text}`);
    },
    put(name, value) {
      address.write((query) => { if (value) query.set(name, value); else query.delete(name); });
    },
  };

  const data = JSON.parse(block("data").textContent);
  const format = new Intl.NumberFormat(data.language), rules = new Intl.PluralRules(data.language);

  /* The form of a message that fits a number, with what stands in braces filled in. */
  function counted([one, other], value, more = {}) {
    return filled(rules.select(value) === "one" ? one : other, { number: format.format(value), ...more });
  }

  function filled(message, values) {
    return message.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  }

  /* Names and sentences of the data become text, never HTML. */
  function make(tag, properties = {}, ...children) {
    const { aria = {}, dataset = {}, ...rest } = properties;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(aria)) element.setAttribute(name === "role" ? name : `aria-${name}`, value);
    Object.assign(element.dataset, dataset);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  /* A link to a page outside, or its text alone where there is none to send anybody to. */
  function link(text, to) {
    return to ? make("a", { href: to, target: "_blank", rel: "noopener noreferrer" }, text) : text;
  }

  function bits(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return data.list.rows.map((_row, at) => Boolean(bytes[at >> 3] & (1 << (at & 7))));
  }

  function mask(fits) {
    const bytes = new Uint8Array(Math.ceil(fits.length / 8));
    fits.forEach((fit, at) => { if (fit) bytes[at >> 3] |= 1 << (at & 7); });
    return btoa(String.fromCharCode(...bytes));
  }

  window.atlasKit = { address, bits, counted, data, filled, format: format.format, link, make, mask };

  /* Some browsers keep nothing for files, and say so by an error: what the map remembers lasts as long as the page. */
  const kept = new Map(), memory = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value) };

  window.atlasHost = {
    load,
    isDark: () => dark.matches,
    onRender: (again) => dark.addEventListener("change", again),
    entitle: (title) => document.getElementById("board").setAttribute("aria-label", title),
    choose: (city) => window.atlasKit.choose(city),
    close: () => window.atlasKit.close(),
    remember: (view) => address.put("view", view),
    onward: () => document.getElementById("after-the-map").focus(),
    wheelIsPages: () => true, // the page scrolls until the map is pressed
    showStreets: () => {},
    ground: (map) => map.getContainer(),
    visit: memory, ever: memory,
  };
})();
