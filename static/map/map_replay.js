/* The members shown, year by year: a bar below the map with buttons, a slider and the matching columns.
 *
 * The map has all members already and the years come once by address, so playing asks the server for nothing. Those
 * whose year nobody published are a step of their own after the last year. Nothing plays by itself, and playing ends by
 * itself. Whoever asks the system for less motion gets the same steps without anything that moves (map_replay.css).
 */
(() => {
  "use strict";

  const STEP_MS = 1400;
  const POP_MS = 500; // as long as the animation in map_replay.css
  const MOST_POPS = 80; // each is a layer of its own while it jumps
  const PARAMETER = "replay";
  const UNDATED = "unknown";
  const CHART_PX = 56, COUNTS_PX = 14, LEAST_PX = 2;
  const SVG = "http://www.w3.org/2000/svg";
  const REGIONS = [0, 1, 2, 3, 4];
  const NARROW = "(max-width: 640px)"; // as in map_replay.css
  const BADGE = { height: 15, letter: 7, padding: 8, inward: 10 }; // as in map_replay.css
  const ICONS = {
    back: "M6 5h2.6v14H6zM19 5v14L9.5 12z",
    play: "M7 4.5v15L20 12z",
    pause: "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
    on: "M15.4 5H18v14h-2.6zM5 5v14l9.5-7z",
  };

  let map, parts = null, told = null, address = null, words = null, forms, present;
  let members = [], steps = [], at = -1, timer = null, popping = null, begun = false;

  /* ---- steps ---- */

  /* Members in the order of joining, those without a year last: clusters grow by newcomers and stay where they are. */
  function inOrder(fitting) {
    return [...fitting].sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || 0);
  }

  function makeSteps() {
    const joined = new Map();
    for (const { year } of members) joined.set(year, (joined.get(year) ?? 0) + 1);
    let soFar = 0;
    const made = told.years.map(({ year, conference, happened }) => {
      const count = joined.get(year) ?? 0;
      soFar += count;
      return { year, code: String(year), label: String(year), conference, happened, count, soFar };
    });
    const undated = joined.get(null) ?? 0;
    if (undated) {
      made.push({ year: null, code: UNDATED, label: words.undated, conference: false, happened: [words.undated_note], count: undated, soFar: soFar + undated });
    }
    return made;
  }

  /* Where the address says, else at the newest year with a member, so that the map is never empty on arrival. Playing
   * goes on from a year that a link asks for, and from the newest begins at the first. */
  function arrival() {
    const asked = new URL(window.parent.location.href).searchParams.get(PARAMETER);
    const found = steps.findIndex(({ code }) => code === asked);
    const newest = steps.findLastIndex(({ year, count }) => year !== null && count);
    begun = found >= 0 && found < newest;
    return found >= 0 ? found : Math.max(newest, 0);
  }

  /* ---- words ---- */

  function number(value) {
    return forms.format(value);
  }

  function counted([one, other], value) {
    return (forms.select(value) === "one" ? one : other).replace("{number}", number(value));
  }

  /* How the language writes numbers, and when it says one. */
  function formsOf(language) {
    const [format, rules] = [new Intl.NumberFormat(language), new Intl.PluralRules(language)];
    return { format: (value) => format.format(value), select: (value) => rules.select(value) };
  }

  function countsOf({ year, count, soFar }) {
    const [first, second] = year === null ? [words.members, words.in_all] : [words.joined, words.so_far];
    return words.counts.replace("{joined}", counted(first, count)).replace("{so_far}", second.replace("{number}", number(soFar)));
  }

  function sentence(step) {
    const counts = words.step.replace("{year}", step.label).replace("{counts}", countsOf(step));
    return [counts, ...(step.year === null ? [] : step.happened)].join(words.and);
  }

  /* ---- the bar ---- */

  function element(tag, className, parent) {
    const made = document.createElement(tag);
    made.className = className;
    parent.append(made);
    return made;
  }

  function drawn(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    parent.append(made);
    return made;
  }

  function makeButton(name, parent, press) {
    const button = element("button", `replay-${name}`, parent);
    button.type = "button";
    const icon = drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, button);
    drawn("path", { d: ICONS[name] }, icon);
    button.addEventListener("click", press);
    return button;
  }

  /* `style`: address of the bar's styles; `fit`: shows the whole world in what room the bar leaves. */
  function start(leafletMap, style, fit) {
    map = leafletMap;
    const bar = document.createElement("section");
    bar.className = "replay-bar";
    bar.hidden = true;
    const sheet = Object.assign(element("link", "", document.body), { rel: "stylesheet", href: style });
    sheet.addEventListener("load", () => {
      document.documentElement.classList.add("replay");
      bar.hidden = false;
      map.invalidateSize({ animate: false });
      fit();
    });
    const now = element("div", "replay-now", bar), happened = element("p", "replay-happened", bar);
    const buttons = element("div", "replay-buttons", bar);
    const chart = element("div", "replay-chart", bar);
    parts = {
      bar, happened, year: element("strong", "", now), counts: element("span", "replay-counts", now), apart: element("span", "replay-apart", now),
      back: makeButton("back", buttons, () => { stop(); go(at - 1); }),
      play: makeButton("play", buttons, () => (timer ? stop() : play())),
      on: makeButton("on", buttons, () => { stop(); go(at + 1); }),
      svg: drawn("svg", { class: "replay-columns", "aria-hidden": "true", height: CHART_PX + COUNTS_PX }, chart),
      slider: element("input", "replay-slider", chart), labels: element("div", "replay-labels", chart),
      said: element("p", "replay-said", bar),
    };
    parts.said.setAttribute("role", "status");
    parts.labels.setAttribute("aria-hidden", "true");
    parts.playWord = element("span", "", parts.play);
    steer();
    parts.key = makeKey(bar);
    map.getContainer().after(bar);
    window.frameElement?.scrollIntoView({ block: "nearest" });
  }

  /* Which shape and colour is which region, with its members at the step: on the map where there is room. */
  function makeKey(bar) {
    const list = L.DomUtil.create("ul", "replay-key");
    if (matchMedia(NARROW).matches) bar.append(list);
    else Object.assign(L.control({ position: "bottomleft" }), { onAdd: () => list }).addTo(map);
    return REGIONS.map((region) => {
      const row = element("li", `region-${region}`, list);
      drawn("path", { d: window.atlasClusters.SHAPES[region] }, drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, row));
      return { row, name: element("span", "", row), count: element("b", "", row) };
    });
  }

  function steer() {
    Object.assign(parts.slider, { type: "range", min: 0, step: 1 });
    // What the slider says of itself is read out as it moves; the line beside it would say it twice.
    parts.slider.addEventListener("input", () => { pause(); go(Number(parts.slider.value), { quietly: true }); });
    parts.slider.addEventListener("change", remember);
    parts.svg.addEventListener("click", ({ clientX }) => {
      const { left, width } = parts.svg.getBoundingClientRect();
      stop();
      go(Math.floor((clientX - left) / width * steps.length));
    });
    // Whoever goes to a mark wants to read it, not to see it replaced.
    map.getContainer().addEventListener("focusin", ({ target }) => { if (timer && target.matches(".pin, .bunch")) stop(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && timer) stop(); });
  }

  function nameParts() {
    parts.bar.setAttribute("aria-label", words.replay);
    for (const name of ["back", "on"]) {
      parts[name].title = words[name];
      parts[name].setAttribute("aria-label", words[name]);
    }
    parts.slider.setAttribute("aria-label", words.year);
    parts.key.forEach(({ name }, region) => { name.textContent = words.regions[region]; });
    namePlay();
  }

  function namePlay() {
    parts.playWord.textContent = timer ? words.pause : words.play;
    parts.play.querySelector("path").setAttribute("d", ICONS[timer ? "pause" : "play"]);
  }

  /* ---- the columns: whoever was there before, and on top of them who joined ---- */

  function drawColumns() {
    const { svg, labels, slider, bar, happened } = parts;
    const slot = 100 / steps.length;
    const most = Math.max(...steps.map(({ year, count, soFar }) => (year === null ? count : soFar)), 1);
    const tall = (value) => (value ? Math.max(value / most * CHART_PX, LEAST_PX) : 0), ground = CHART_PX + COUNTS_PX;
    svg.replaceChildren();
    labels.replaceChildren();
    happened.replaceChildren();
    slider.max = steps.length - 1;
    bar.style.setProperty("--steps", steps.length);
    steps.forEach((step, i) => {
      const group = drawn("g", {}, svg);
      const before = tall(step.year === null ? 0 : step.soFar - step.count), fresh = tall(step.count);
      const place = { x: `${slot * (i + 0.18)}%`, width: `${slot * 0.64}%` };
      if (before) drawn("rect", { ...place, class: "before", y: ground - before, height: before }, group);
      if (fresh) drawn("rect", { ...place, class: "joined", y: ground - before - fresh, height: fresh }, group);
      const count = drawn("text", { x: `${slot * (i + 0.5)}%`, y: ground - before - fresh - 4, "text-anchor": "middle" }, group);
      if (step.count) count.textContent = number(step.count);
      step.column = group;
      step.line = element("span", "", happened); // all lie on each other, so that the longest one keeps the room
      for (const each of step.happened) element("span", "", step.line).textContent = each;
      step.mark = element("span", step.conference ? "held" : "", labels);
      const [century, rest] = step.year === null ? ["", words.undated_short] : [step.label.slice(0, -2), step.label.slice(-2)];
      element("i", "", step.mark).textContent = century;
      step.mark.append(rest);
    });
  }

  function paint() {
    const step = steps[at], undated = steps.at(-1).year === null ? steps.at(-1).count : 0;
    parts.bar.classList.toggle("at-undated", step.year === null);
    parts.year.textContent = step.label;
    parts.counts.textContent = countsOf(step);
    parts.apart.textContent = undated && step.year !== null ? words.apart.replace("{number}", number(undated)) : "";
    const inRegions = window.atlasClusters.countRegions(members.slice(0, step.soFar));
    parts.key.forEach(({ count }, region) => { count.textContent = number(inRegions[region]); });
    parts.slider.value = at;
    parts.slider.setAttribute("aria-valuetext", sentence(step));
    parts.back.setAttribute("aria-disabled", String(at === 0));
    parts.on.setAttribute("aria-disabled", String(at === steps.length - 1));
    steps.forEach(({ column, mark, line }, i) => {
      const state = i === at ? "now" : i < at ? "past" : "ahead";
      column.setAttribute("class", steps[i].year === null ? `${state} undated` : state);
      mark.classList.toggle("now", i === at);
      line.classList.toggle("now", i === at);
    });
  }

  /* ---- going from step to step ---- */

  function go(to, { quietly = false } = {}) {
    at = Math.min(Math.max(to, 0), steps.length - 1);
    pop();
    put();
    if (quietly) return;
    parts.said.textContent = sentence(steps[at]);
    remember();
  }

  function put() {
    const { year, soFar } = steps[at];
    paint();
    present(members.slice(0, soFar), (member) => member.year === year);
  }

  /* Newcomers are drawn with a little jump, but not again when the map is moved later. */
  function pop() {
    const { classList } = map.getContainer();
    classList.add("popping");
    clearTimeout(popping);
    popping = setTimeout(() => classList.remove("popping"), POP_MS);
  }

  function play() {
    const again = !begun || at === steps.length - 1;
    begun = true;
    parts.said.textContent = "";
    timer = setTimeout(next, STEP_MS);
    namePlay();
    if (again) go(0, { quietly: true });
  }

  function next() {
    const last = at + 1 >= steps.length - 1;
    timer = last ? null : setTimeout(next, STEP_MS);
    go(at + 1, { quietly: !last });
    if (last) namePlay();
  }

  function pause() {
    const played = Boolean(timer);
    clearTimeout(timer);
    timer = null;
    begun = true;
    namePlay();
    if (played) put(); // the marks get the order for the keyboard that they go without while it plays
  }

  /* Stop and say where: a screen reader hears nothing while it plays. */
  function stop() {
    if (timer) parts.said.textContent = sentence(steps[at]);
    pause();
    remember();
  }

  /* The address carries the year, so that a copied link opens it; nobody is asked to rerun. */
  function remember() {
    const page = window.parent, here = new URL(page.location.href);
    if (!here.searchParams.has(PARAMETER) || here.searchParams.get(PARAMETER) === steps[at].code) return;
    here.searchParams.set(PARAMETER, steps[at].code);
    page.history.replaceState(page.history.state, "", here.href);
  }

  /* ---- what the map hands over ---- */

  /* `source`: address of years and words; `fitting`: members that fit the filters; `draw(members, hasJustArrived)`. */
  async function show(source, fitting, spoken, draw) {
    [members, forms, present] = [inOrder(fitting), formsOf(spoken), draw];
    if (source !== address) {
      address = source;
      const found = await (await fetch(source)).json();
      if (source !== address) return;
      [told, words] = [found, found.words];
      nameParts();
    }
    if (told && members.length) renew();
  }

  /* The same year as before, counted anew. */
  function renew() {
    const before = steps[at]?.code;
    steps = makeSteps();
    drawColumns();
    const regions = window.atlasClusters.countRegions(members);
    parts.key.forEach(({ row }, region) => { row.hidden = !regions[region]; });
    const same = steps.findIndex(({ code }) => code === before);
    at = same >= 0 ? same : arrival();
    if (timer) pause(); else put();
  }

  /* What has just arrived stands out, the rest is calm; a ring says how many of its members are new. */
  function dress(marks) {
    const { year } = steps[at], taken = [];
    const arrivals = marks.filter(({ members: inside }) => inside.some((member) => member.year === year)).length;
    map.getContainer().classList.toggle("crowded", arrivals > MOST_POPS);
    for (const mark of marks) {
      const { element: drawn, members: inside } = mark, fresh = inside.filter((member) => member.year === year).length;
      drawn.classList.toggle("fresh", fresh > 0);
      drawn.classList.toggle("undated", inside.every((member) => member.year === null));
      placeBadge(mark, inside.length > 1 && fresh > 0 && fresh < inside.length ? `+${number(fresh)}` : "", marks, taken);
      const added = inside.length > 1 && fresh && year !== null ? counted(words.fresh, fresh).replace("{year}", year) : "";
      if (added === (mark.told ?? "")) continue;
      mark.told = added;
      drawn.setAttribute("aria-label", [window.atlas.describe(inside), added].filter(Boolean).join(words.and));
    }
  }

  /* The number of newcomers stands at a corner of the ring where it hides no other number, or nowhere. */
  function placeBadge(mark, text, marks, taken) {
    const { x, y, radius, element: { dataset } } = mark;
    const width = text.length * BADGE.letter + BADGE.padding, near = radius - BADGE.inward;
    const left = { right: x + near, left: x - near - width }, top = { top: y - near - BADGE.height, bottom: y + near };
    const side = text && ["top right", "top left", "bottom right", "bottom left"].find((each) => {
      const [row, column] = each.split(" ");
      mark.badge = [left[column], top[row], left[column] + width, top[row] + BADGE.height];
      return isFree(mark, marks, taken);
    });
    [dataset.added, dataset.side] = side ? [text, side] : ["", ""];
    if (side) taken.push(mark.badge); else mark.badge = null;
  }

  function isFree({ badge: [l, t, r, b], ...mark }, marks, taken) {
    const covers = ({ x, y, radius }) => Math.hypot(x - Math.min(Math.max(x, l), r), y - Math.min(Math.max(y, t), b)) < radius - 4;
    return marks.every((other) => other.element === mark.element || !covers(other)) &&
      taken.every(([ol, ot, or, ob]) => r <= ol || l >= or || b <= ot || t >= ob);
  }

  window.atlasReplay = { start, show, dress, focus: () => parts.play.focus(), playing: () => Boolean(timer) };
})();
