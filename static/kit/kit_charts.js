/* What answers the map and filters it: the key of the regions, stated themes as bars, years of joining as columns.
 *
 * None heeds its own filter, so that every bar stays within reach of a second press; every label is a button.
 */
(() => {
  "use strict";

  const { counted, data, filled, filters, format, make } = window.atlasKit;
  const words = data.words.charts;
  const NO_STATEMENT = "none", UNKNOWN_YEAR = "unknown";
  const ROWS = 10; // bars that the screen of a laptop has room for, the one without a statement among them
  const IN_A_TITLE = 2;
  const SVG = "http://www.w3.org/2000/svg";
  const ABOVE_PX = 18, SHARE = 0.76; // room for the number above a column, and what of its place a column takes

  let press = () => {}, plot = null, columns = [];

  /* `pressed(filter, code)` after a bar was pressed; its button keeps the focus although it is made anew. */
  function start(pressed) {
    press = (name, code) => {
      pressed(name, code);
      document.querySelector(`[data-filter="${name}"][data-code="${CSS.escape(code)}"]`)?.focus();
    };
    new ResizeObserver(drawColumns).observe(document.getElementById("charts"));
  }

  /* What is seen is what it is called; a label alone is called with its number, too. */
  function button(name, { code, label, members, chosen }, spoken, ...seen) {
    return make("button", {
      type: "button", disabled: !members && !chosen, title: spoken, dataset: { filter: name, code }, onclick: () => press(name, code),
      aria: { pressed: String(chosen), ...(seen.length ? {} : { label: spoken }) },
    }, ...(seen.length ? seen : [label]));
  }

  function spoken(label, members) {
    return counted(words.bar, members, { name: label });
  }

  function draw(tag, attributes) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  /* ---- the key ---- */

  function shape(region) {
    const sign = draw("svg", { viewBox: "4 4 16 16", "aria-hidden": "true", class: `region-${region}` });
    sign.append(draw("path", { d: window.atlasClusters.SHAPES[region] }));
    return sign;
  }

  function showKey() {
    const place = document.getElementById("key"), rows = filters.facet("region");
    place.hidden = !rows.length;
    place.replaceChildren(...rows.map((row) => button("region", row, spoken(row.label, row.members),
      shape(data.regions.indexOf(row.code)), make("span", {}, row.label), " ", make("b", {}, format(row.members)))));
  }

  /* ---- themes ---- */

  function themesTitle(known) {
    const most = Math.max(0, ...known.map(({ members }) => members)), first = known.filter(({ members }) => members === most);
    if (!most) return words.themes.none;
    if (first.length > 1) return most === 1 ? words.themes.once : filled(words.themes.tie, { number: format(first.length) });
    return filled(words.themes.first, { theme: first[0].label });
  }

  function themes() {
    const rows = filters.facet("focus");
    if (!rows.length) return null;
    const known = rows.filter(({ code }) => code !== NO_STATEMENT), unknown = rows.filter(({ code }) => code === NO_STATEMENT);
    const ranked = [...known].sort((a, b) => b.chosen - a.chosen || b.members - a.members);
    const kept = ranked.slice(0, ROWS - unknown.length).filter(({ members, chosen }) => members || chosen).sort((a, b) => b.members - a.members);
    const shown = [...kept, ...unknown], longest = Math.max(1, ...shown.map(({ members }) => members));
    const stated = filters.count(filters.fits("focus")) - (unknown[0]?.members ?? 0);
    return chart("rows", themesTitle(known), filled(words.themes.subtitle, { number: format(stated) }),
      make("div", { className: "bars" }, ...shown.map((row) => bar(row, longest))));
  }

  function bar(row, longest) {
    const length = make("i", { className: row.code === NO_STATEMENT ? "hollow" : "solid" });
    length.style.width = `${100 * row.members / longest}%`;
    return button("focus", row, spoken(row.label, row.members), make("span", {}, row.label), " ", make("em", {}, row.members ? length : "", make("b", {}, format(row.members))));
  }

  /* ---- years ---- */

  function yearsTitle(known) {
    const most = Math.max(0, ...known.map(({ members }) => members)), first = known.filter(({ members }) => members === most);
    if (!most) return words.years.none;
    const years = first.map(({ label }) => label);
    if (first.length > IN_A_TITLE) return filled(words.years.many, { number: format(most) });
    if (first.length > 1) return filled(words.years.tie, { years: new Intl.ListFormat(data.language).format(years), number: format(most) });
    return counted(words.years.first, most, { year: years[0] });
  }

  /* Every year from the first to the last, gaps included, the unknown one last. */
  function everyYear(rows) {
    const known = rows.filter(({ code }) => code !== UNKNOWN_YEAR).map(({ code }) => Number(code)), found = [];
    for (let year = Math.min(...known); year <= Math.max(...known); year += 1) {
      const code = String(year);
      found.push(rows.find((row) => row.code === code) ?? { code, label: code, members: 0, chosen: false });
    }
    return [...found, ...rows.filter(({ code }) => code === UNKNOWN_YEAR)
      .map((row) => ({ ...row, label: words.years.unknown, name: words.years.unknown_name }))];
  }

  function years() {
    const rows = filters.facet("year");
    if (!rows.length) return null;
    const shown = everyYear(rows);
    plot = make("div", { className: "plot" });
    columns = shown;
    return chart("columns", yearsTitle(shown.filter(({ code }) => code !== UNKNOWN_YEAR)), words.years.subtitle, plot,
      make("div", { className: "years" }, ...shown.map((row) => button("year", row, spoken(row.name ?? row.label, row.members)))));
  }

  /* In pixels of the screen, so that every column stands above its label: drawn once its place has a size. */
  function drawColumns() {
    if (!plot?.clientWidth) return;
    const { clientWidth: width, clientHeight: height } = plot, step = width / columns.length;
    const most = Math.max(1, ...columns.map(({ members }) => members));
    const values = columns.map((row) => filled(words.years.value, { name: row.name ?? row.label, value: format(row.members) }));
    const picture = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": filled(words.years.alt, { values: values.join(words.years.between) }) });
    const isChosen = columns.some(({ chosen }) => chosen);
    columns.forEach(({ code, members, chosen }, at) => {
      const tall = members / most * (height - ABOVE_PX - 1), x = step * (at + (1 - SHARE) / 2);
      const kind = `${code === UNKNOWN_YEAR ? "hollow" : "solid"}${isChosen && !chosen ? " pale" : ""}`;
      const column = draw("rect", { x, y: height - 1 - tall, width: step * SHARE, height: tall, class: kind });
      const room = draw("rect", { x: step * at, y: 0, width: step, height, class: "room" });
      room.addEventListener("click", () => { if (members || chosen) press("year", code); });
      const number = draw("text", { x: step * (at + 0.5), y: height - 6 - tall, "text-anchor": "middle" });
      number.textContent = members ? format(members) : "";
      picture.append(column, number, room);
    });
    picture.append(draw("line", { x1: 0, x2: width, y1: height - 0.5, y2: height - 0.5 }));
    plot.replaceChildren(picture);
  }

  function chart(kind, title, subtitle, ...drawn) {
    return make("section", { className: kind }, make("h2", {}, title), make("p", {}, subtitle), ...drawn);
  }

  function show() {
    showKey();
    document.getElementById("charts").replaceChildren(...[themes(), years()].filter(Boolean));
    drawColumns();
  }

  window.atlasKit.charts = { show, start };
})();
