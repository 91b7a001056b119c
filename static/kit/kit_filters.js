/* The filters: who fits, how many each choice would leave, and the fields that ask. Their names in the address are the app's.
 *
 * Regions are switches on the map and may be several; every other filter is a list of which one is chosen. A filter that
 * would leave nobody out is not in the data at all.
 */
(() => {
  "use strict";

  const { address, bits, counted, data, filled, format, make } = window.atlasKit;
  const words = data.words.filters;
  const SWITCHES = "region";
  const LONGEST = 80; // letters of what an address says that are repeated

  const filters = data.filters.map((each) => ({
    ...each,
    options: each.options.map((option) => ({ ...option, has: bits(option.has) })),
  }));
  const everybody = data.list.rows.map(() => true);
  let chosen = {};

  /* What the address says, as far as the kit knows it; returns what it asks for in vain. */
  function read() {
    const query = address.read(), unknown = [];
    chosen = {};
    for (const { code, title, options } of filters) {
      const asked = query.getAll(code), known = options.map((option) => option.code).filter((each) => asked.includes(each));
      chosen[code] = code === SWITCHES ? known : known.slice(0, 1);
      unknown.push(...asked.filter((each) => !known.includes(each)).map((value) => ({ filter: title, value: value.slice(0, LONGEST) })));
    }
    return unknown;
  }

  function write() {
    address.write((query) => {
      for (const { code } of filters) {
        query.delete(code);
        for (const each of chosen[code]) query.append(code, each);
      }
    });
  }

  /* Who fits all filters, or all but one: what a choice of that one would leave is counted among those. */
  function fits(without = null) {
    return filters.reduce((kept, { code, options }) => {
      if (code === without || !chosen[code].length) return kept;
      const those = options.filter((option) => chosen[code].includes(option.code));
      return kept.map((fit, at) => fit && those.some(({ has }) => has[at]));
    }, everybody);
  }

  function count(mask) {
    return mask.reduce((sum, each) => sum + each, 0);
  }

  /* Every code of a filter with its name and its number of members; empty for a filter that the kit does without. */
  function facet(name) {
    const among = fits(name), found = filters.find(({ code }) => code === name);
    return (found?.options ?? []).map(({ code, label, has }) => ({
      code, label, chosen: chosen[name].includes(code), members: has.reduce((sum, each, at) => sum + (each && among[at]), 0),
    }));
  }

  function toggle(name, code) {
    const there = chosen[name].includes(code), others = name === SWITCHES ? chosen[name].filter((each) => each !== code) : [];
    chosen[name] = there ? others : [...others, code];
    write();
  }

  function reset() {
    for (const { code } of filters) chosen[code] = [];
    write();
  }

  /* The filter whose removal brings back the most members, for when nobody fits. */
  function advice() {
    const gains = filters.filter(({ code }) => chosen[code].length).map(({ code, title }) => ({ title, gain: count(fits(code)) }));
    const best = gains.reduce((most, each) => (each.gain > most.gain ? each : most), { gain: 0 });
    return best.gain ? counted(words.without, best.gain, { filter: best.title }) : words.together;
  }

  const isSet = () => Object.values(chosen).some((codes) => codes.length);

  /* ---- the fields ---- */

  const fields = new Map();
  let more = null;

  function start(changed) {
    const place = document.getElementById("filters");
    const lists = filters.filter(({ code }) => code !== SWITCHES);
    place.append(...lists.filter(({ primary }) => primary).map((each) => field(each, changed)));
    const others = lists.filter(({ primary }) => !primary);
    if (others.length) {
      more = make("summary", {}, words.more);
      const fold = make("details", {}, more, make("div", {}, ...others.map((each) => field(each, changed))));
      place.append(fold);
      closeBy(fold);
    }
  }

  /* What lies over the map goes when one turns to something else. */
  function closeBy(fold) {
    document.addEventListener("pointerdown", ({ target }) => { if (!fold.contains(target)) fold.open = false; });
    fold.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !fold.contains(relatedTarget)) fold.open = false; });
    fold.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !fold.open) return;
      event.preventDefault();
      fold.open = false;
      more.focus();
    });
  }

  function field({ code, title, options }, changed) {
    const select = make("select", { id: `filter-${code}`, onchange: () => {
      chosen[code] = select.value ? [select.value] : [];
      write();
      changed();
    } }, make("option", { value: "" }, words.any), ...options.map((option) => make("option", { value: option.code })));
    fields.set(code, select);
    return make("div", { className: "field" }, make("label", { htmlFor: select.id }, title), select);
  }

  function show() {
    for (const [name, select] of fields) {
      facet(name).forEach(({ label, members, chosen: held }, at) => {
        const option = select.options[at + 1];
        option.textContent = filled(words.option, { name: label, number: format(members) });
        option.disabled = !members && !held;
      });
      select.value = chosen[name][0] ?? "";
      select.classList.toggle("set", Boolean(chosen[name].length));
    }
    if (!more) return;
    const set = filters.filter(({ code, primary }) => !primary && chosen[code].length).length;
    more.textContent = set ? counted(words.chosen, set) : words.more;
  }

  window.atlasKit.filters = { advice, count, facet, fits, isSet, read, reset, show, start, toggle };
})();
