/* The talk (atlas/ui/present/page.py): what is told and in which order, and the slides themselves.
 *
 * The server, or the file that this is in, has all slides from the start; nothing here asks for anything. Which steps are
 * told, in which order, under which titles and at which one the talk stands is in the address, so that a reload loses
 * nothing and a colleague opens the same slide. The talk is a modal dialog: it covers everything, and the rest of the page is out of reach meanwhile.
 */
const STEPS = "steps";
const AT = "at";
const TITLE = "title.";
const EVERY_MS = 12000;
const REST_MS = 2500;
const SWIPE_PX = 50;

/* What the address says, and how it is changed: in the app by its parameters, in a file by what follows the "#". */
const PARAMETERS = {
  read: () => new URLSearchParams(location.search),
  write(change) {
    const query = this.read();
    change(query);
    const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
    history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  },
};

function put(query, name, value) {
  if (value === null || value === "") query.delete(name);
  else query.set(name, value);
}

/* What the address says of the steps: those told come first, in its order; the others follow, switched off. */
function arrange(steps, query) {
  const named = query.get(STEPS)?.split(",") ?? steps.map((each) => each.code);
  const known = new Map(steps.map((each) => [each.code, each]));
  const told = [...new Set(named)].filter((code) => known.has(code));
  const rest = steps.map((each) => each.code).filter((code) => !told.includes(code));
  return [...told, ...rest].map((code) => ({
    ...known.get(code),
    told: told.includes(code),
    own: query.get(TITLE + code)?.slice(0, 120) ?? "",
  }));
}

function make(tag, properties = {}, ...children) {
  const { data, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, data ?? {});
  element.append(...children);
  return element;
}

/* Lines on a field of 16 × 16: no font has all of these signs. */
const SIGNS = {
  back: "M13 8H3M7 4 3 8l4 4",
  next: "M3 8h10M9 4l4 4-4 4",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  loop: "M13 5.5A5.5 5.5 0 1 0 13.5 9M13.5 2v4h-4",
  black: "M3 3h10v10H3zM3 10 10 3M4 13l9-9M8 13l5-5",
  full: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  leave: "M3 3l10 10M13 3 3 13",
};

function button(name, sign, press) {
  const made = make("button", { type: "button", title: name, onclick: press });
  made.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SIGNS[sign]}"/></svg>`;
  made.setAttribute("aria-label", name);
  return made;
}

class Talk {
  constructor(root, address) {
    this.root = root;
    this.address = address;
    this.list = make("ol", { className: "steps" });
    this.begin = make("button", { type: "button", className: "begin", onclick: () => this.start(this.told[0].code) });
    this.dialog = make("dialog", { className: "talk", tabIndex: -1 });
    root.append(this.begin, this.list, this.dialog);
    this.dialog.addEventListener("keydown", (event) => this.press(event));
    this.dialog.addEventListener("cancel", (event) => { event.preventDefault(); this.leave(); });
    this.dialog.addEventListener("pointerdown", ({ target }) => { if (!target.closest("nav")) this.pause(); });
    this.dialog.addEventListener("pointermove", () => this.wake());
    this.dialog.addEventListener("touchstart", ({ touches }) => { this.from = touches[0].clientX; }, { passive: true });
    this.dialog.addEventListener("touchend", ({ changedTouches }) => this.swipe(changedTouches[0].clientX - this.from));
    document.addEventListener("fullscreenchange", () => this.raise());
  }

  get told() {
    return this.steps.filter((each) => each.told);
  }

  /* What the server sends again after a run is the same story, or that of other filters or another language. */
  tell(data) {
    if (this.html === data.html) return;
    this.html = data.html;
    this.words = data.words;
    this.given = data.steps;
    this.dialog.innerHTML = data.html;
    this.dialog.setAttribute("aria-label", data.words.talk);
    this.said = make("p", { className: "said" });
    this.said.setAttribute("aria-live", "polite");
    this.dialog.append(this.said, this.controls());
    this.arrange();
    const at = this.address.read().get(AT);
    if (at && this.told.some((each) => each.code === at)) this.start(at);
  }

  arrange() {
    this.steps = arrange(this.given, this.address.read());
    for (const step of this.steps) this.head(step);
    this.begin.textContent = this.words.begin;
    this.begin.disabled = !this.told.length;
    this.list.replaceChildren(...this.steps.map((step, at) => this.row(step, at)));
  }

  row(step, at) {
    const { words } = this;
    const told = make("input", { type: "checkbox", checked: step.told, onchange: () => this.turn(step) });
    told.setAttribute("aria-label", words.tell.replace("{step}", step.title));
    const title = make("input", { type: "text", value: step.own, placeholder: step.title, maxLength: 120 });
    title.setAttribute("aria-label", words.title.replace("{step}", step.title));
    title.addEventListener("change", () => this.call(step, title.value.trim()));
    title.addEventListener("keydown", (event) => event.stopPropagation());
    const up = button(words.up.replace("{step}", step.title), "up", () => this.move(step, at - 1));
    const down = button(words.down.replace("{step}", step.title), "down", () => this.move(step, at + 1));
    up.disabled = !step.told || at === 0;
    down.disabled = !step.told || at === this.told.length - 1;
    const message = make("p", {}, step.message);
    return make("li", { className: step.told ? "" : "off", data: { code: step.code } }, told, title, up, down, message);
  }

  head({ code, own, title }) {
    this.slide(code).querySelector("[data-title]").textContent = own || title;
  }

  /* The list stays as it is: the press that left the field is meant for something that must still be there. */
  call(step, own) {
    step.own = own;
    this.address.write((query) => put(query, TITLE + step.code, own));
    this.head(step);
  }

  keep(codes) {
    const all = this.given.map((each) => each.code);
    this.address.write((query) => put(query, STEPS, codes.join() === all.join() ? null : codes.join()));
    this.arrange();
  }

  turn(step) {
    const codes = this.told.map((each) => each.code);
    if (step.told) this.keep(codes.filter((code) => code !== step.code));
    else this.keep([...codes, step.code]);
    this.list.querySelector(`[data-code="${step.code}"] input`).focus();
  }

  move(step, to) {
    const codes = this.told.map((each) => each.code).filter((code) => code !== step.code);
    codes.splice(to, 0, step.code);
    this.keep(codes);
    const [up, down] = this.list.querySelectorAll(`[data-code="${step.code}"] button`);
    (up.disabled ? down : up).focus();
  }

  slide(code) {
    return this.dialog.querySelector(`.slide[data-code="${code}"]`);
  }

  controls() {
    const { words } = this;
    this.place = make("span", { className: "place" });
    this.looping = button(words.loop, "loop", () => this.loop(!this.timer));
    this.looping.setAttribute("aria-pressed", "false");
    return make(
      "nav", {},
      button(words.back, "back", () => this.step(-1)), this.place, button(words.next, "next", () => this.step(1)),
      this.looping, button(words.black, "black", () => this.black()), button(words.full, "full", () => this.full()),
      button(words.leave, "leave", () => this.leave()),
    );
  }

  start(code) {
    if (!this.dialog.open) this.open();
    this.show(code);
    this.wake();
  }

  show(code) {
    for (const each of this.dialog.querySelectorAll(".slide")) each.hidden = each.dataset.code !== code;
    this.dialog.classList.remove("black");
    this.code = code;
    const at = this.told.findIndex((each) => each.code === code);
    this.place.textContent = this.words.place.replace("{number}", at + 1).replace("{all}", this.told.length);
    this.said.textContent = `${this.place.textContent}: ${this.told[at].own || this.told[at].title}`;
    this.address.write((query) => put(query, AT, code));
  }

  step(by) {
    const told = this.told;
    const at = told.findIndex((each) => each.code === this.code);
    this.show(told[Math.min(Math.max(at + by, 0), told.length - 1)].code);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target.closest("button");
    const take = {
      ArrowRight: () => this.step(1), PageDown: () => this.step(1), " ": onButton ? null : () => this.step(1),
      ArrowLeft: () => this.step(-1), PageUp: () => this.step(-1), Backspace: () => this.step(-1),
      Home: () => this.step(-this.steps.length), End: () => this.step(this.steps.length),
      b: () => this.black(), ".": () => this.black(), l: () => this.loop(!this.timer), f: () => this.full(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    event.stopPropagation(); // Streamlit has single keys of its own
    if (event.key !== "l") this.pause();
    if (!take) return;
    event.preventDefault();
    take();
  }

  swipe(by) {
    if (Math.abs(by) >= SWIPE_PX) this.step(by < 0 ? 1 : -1);
  }

  black() {
    this.dialog.classList.toggle("black");
  }

  loop(on) {
    clearInterval(this.timer);
    this.timer = on ? setInterval(() => this.around(), EVERY_MS) : null;
    this.looping.setAttribute("aria-pressed", String(on));
  }

  around() {
    const last = this.told.at(-1).code === this.code;
    if (last) this.show(this.told[0].code);
    else this.step(1);
  }

  pause() {
    if (this.timer) this.loop(false);
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  /* What fills the screen lies above every dialog that was there before it. */
  raise() {
    if (!this.dialog.open) return;
    this.dialog.close();
    this.open();
  }

  /* The first button would have the focus, and a space would press it instead of going on. */
  open() {
    this.dialog.showModal();
    this.dialog.focus();
  }

  wake() {
    this.dialog.classList.remove("resting");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.dialog.classList.add("resting"), REST_MS);
  }

  leave() {
    this.pause();
    if (document.fullscreenElement) document.exitFullscreen();
    this.dialog.close();
    this.address.write((query) => put(query, AT, null));
    this.begin.focus();
  }
}

export function draw({ data, parentElement }, address = PARAMETERS) {
  let root = parentElement.querySelector(":scope > .presenting");
  if (!root) {
    root = parentElement.appendChild(make("div", { className: "presenting" }));
    root.talk = new Talk(root, address);
  }
  root.talk.tell(data);
}
