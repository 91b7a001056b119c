/* The card of a member: all that is known of it, each fact with its source, and the ways to the members beside it. */
(() => {
  "use strict";

  const { data, filled, format, link, make } = window.atlasKit;
  const words = data.words.card;
  const SIGNS = { before: "M10 3 5 8l5 5", after: "M6 3l5 5-5 5", close: "M3.5 3.5l9 9M12.5 3.5l-9 9" };

  const card = document.getElementById("card");

  function sign(name, press) {
    const made = make("button", { type: "button", title: words[name], className: name, aria: { label: words[name] }, onclick: press });
    made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SIGNS[name]}"/></svg>`;
    return made;
  }

  function ways(at, among, does) {
    const place = among.indexOf(at);
    const near = place < 0 || among.length < 2 ? [] : [
      sign("before", () => does.open(among.at(place - 1))),
      make("span", {}, filled(words.at, { number: format(place + 1), all: format(among.length) })),
      sign("after", () => does.open(among[(place + 1) % among.length])),
    ];
    return make("div", { className: "ways" }, ...near, sign("close", does.close));
  }

  /* Remarks side by side, then the way to the page. */
  function beside(source, ...remarks) {
    const page = source ? [link(words.page, source)] : [];
    const parts = [...remarks.filter(Boolean), ...page];
    return make("small", {}, ...parts.flatMap((part, at) => (at ? [" · ", part] : [part])));
  }

  function facts(known) {
    return make("dl", {}, ...known.map(([name, value, date, source, note]) =>
      make("div", {}, make("dt", {}, name), make("dd", { lang: "" }, value, " ", beside(source, date, note)))));
  }

  function statements(found) {
    if (!found.length) return [make("p", { className: "quiet" }, words.no_focus)];
    return [make("p", { className: "quiet" }, words.focus_note), make("ul", { className: "statements" },
      ...found.map(([theme, evidence, strength, year, source, note]) =>
        make("li", {}, make("b", {}, theme), make("p", { lang: "en" }, evidence), beside(source, strength, year, note))))];
  }

  function goals(found) {
    const list = make("ul", { className: "goals" }, ...found.map(([number, colour, sentence]) => {
      const badge = make("b", {}, String(number));
      badge.style.background = colour;
      return make("li", {}, badge, make("span", {}, sentence));
    }));
    return [make("p", { className: "quiet" }, words.goals_note), found.length ? list : make("p", {}, words.no_goals)];
  }

  /* `among`: the members shown, in order; `does`: open(place) and close(). */
  function show(at, among, does) {
    card.hidden = at === null;
    document.body.classList.toggle("has-card", at !== null);
    if (at === null) return;
    const { local, where, lead, facts: known, statements: found, goals: mapped } = data.cards[at];
    const name = make("h2", { id: "card-name", tabIndex: -1, lang: "" }, data.list.rows[at][0]);
    card.replaceChildren(
      ways(at, among, does), name, local ? make("p", { className: "local", lang: "" }, local) : "", make("p", { className: "where" }, where),
      among.includes(at) ? "" : make("p", { className: "left-out" }, words.left_out), make("p", { className: "lead" }, lead), facts(known),
      make("h3", {}, words.focus), ...statements(found), make("h3", {}, words.goals), ...goals(mapped),
    );
    card.scrollTop = 0;
  }

  window.atlasKit.card = { focus: () => card.querySelector("h2").focus({ preventScroll: true }), has: (element) => card.contains(element), show };
})();
