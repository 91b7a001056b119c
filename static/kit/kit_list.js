/* The members shown as a table: what the map says, for everyone. A heading sorts, a name opens the card. */
(() => {
  "use strict";

  const { address, data, filled, link, make } = window.atlasKit;
  const { columns, rows, sources } = data.list;
  const words = data.words.list;
  const SORT = "sort";

  const collator = new Intl.Collator(data.language, { numeric: true, sensitivity: "base" });
  const made = rows.map(row);
  let body, heads, caption, sorted = { column: null, down: false };

  function start(open) {
    heads = columns.map(head);
    body = make("tbody", { onclick: ({ target }) => {
      const name = target.closest("button[data-at]");
      if (name) open(Number(name.dataset.at));
    } });
    caption = make("caption");
    document.getElementById("list").append(make("table", {}, caption, make("thead", {}, make("tr", {}, ...heads)), body));
  }

  function head(name, at) {
    const press = make("button", { type: "button", title: filled(words.sort, { column: name }), onclick: () => turn(at) }, name);
    return make("th", { scope: "col", className: `c${at}` }, press);
  }

  function row(cells, at) {
    return make("tr", {}, ...cells.map((cell, column) => {
      const text = cell === null ? make("span", { className: "absent" }, words.absent) : String(cell);
      if (column === 0) {
        const open = make("button", { type: "button", lang: "", title: filled(words.open, { city: cell }), dataset: { at } }, cell);
        return make("th", { scope: "row", className: "c0" }, open);
      }
      return make("td", { className: `c${column}` }, column === columns.length - 1 ? link(text, sources[at]) : text);
    }));
  }

  /* ---- order ---- */

  function read() {
    const asked = address.read().get(SORT) ?? "", column = Number(asked.replace("-", ""));
    sorted = /^-?\d+$/.test(asked) && column < columns.length ? { column, down: asked.startsWith("-") } : { column: null, down: false };
  }

  /* Up, down, and then as it was. */
  function turn(column) {
    const same = sorted.column === column;
    sorted = same && sorted.down ? { column: null, down: false } : { column, down: same };
    address.put(SORT, sorted.column === null ? "" : `${sorted.down ? "-" : ""}${column}`);
    show(shown);
  }

  /* What nobody has published comes last, whichever way the others go. */
  function inOrder(places) {
    const { column, down } = sorted;
    if (column === null) return places;
    const way = down ? -1 : 1, value = (at) => rows[at][column];
    return [...places].sort((a, b) => {
      if (value(a) === null || value(b) === null) return (value(a) === null) - (value(b) === null);
      return way * collator.compare(String(value(a)), String(value(b)));
    });
  }

  let shown = [];

  function show(places, count = caption.textContent) {
    shown = places;
    caption.textContent = count;
    heads.forEach((each, at) => {
      if (sorted.column === at) each.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else each.removeAttribute("aria-sort");
    });
    body.replaceChildren(...inOrder(places).map((at) => made[at]));
    if (!places.length) body.append(make("tr", {}, make("td", { colSpan: columns.length }, words.none)));
  }

  window.atlasKit.list = { inOrder: () => inOrder(shown), read, show, start };
})();
