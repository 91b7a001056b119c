/* The panel "Share" (atlas/templates/share.html): link, embed code and citation of what is on the screen.
 *
 * All of it follows from the address, which the page keeps true; nobody is asked. What is copied stands in a field, too,
 * for the keyboard and for browsers that keep pages from the clipboard.
 */
const HEIGHT = 600;

let panel = null;

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
const readable = (address) => address.href.replaceAll("%2C", ",").replaceAll("%3A", ":");

function here() {
  const address = new URL(location.href);
  address.hash = "";
  return address;
}

/* The map of this page, or of the map page with the same filters; in the language that is read, whoever opens it. */
function embedded({ maps, map, carried }) {
  const address = here();
  const page = document.documentElement.dataset.page;
  if (!maps.split(" ").includes(page)) {
    address.pathname = address.pathname.replace(/[^/]*$/, map);
    const kept = carried.split(" ");
    for (const name of new Set(address.searchParams.keys())) if (!kept.includes(name)) address.searchParams.delete(name);
  }
  address.searchParams.set("lang", document.documentElement.lang);
  address.searchParams.set("embed", "true");
  return address;
}

function code(data) {
  const title = escaped(document.title);
  const style = "width: 100%; border: 0";
  return `<iframe src="${escaped(readable(embedded(data)))}" title="${title}" height="${HEIGHT}" style="${style}" loading="lazy"></iframe>`;
}

function citation({ citation: text, locale, first }) {
  const day = new Date().toLocaleDateString(locale, { dateStyle: "long" }).replace(/^1(?= )/, first);
  return text.replace("{date}", () => day).replace("{address}", () => readable(here()));
}

async function copy(field, button) {
  const said = panel.querySelector(".said");
  said.textContent = "";
  field.focus();
  field.select();
  const done = await navigator.clipboard?.writeText(field.value).then(() => true, () => false) || document.execCommand("copy");
  if (done) button.focus();
  said.textContent = done ? button.dataset.copied : panel.dataset.byHand;
}

function make(language) {
  const template = document.querySelector(`template[data-share="${CSS.escape(language)}"]`);
  const made = template.content.firstElementChild.cloneNode(true);
  made.addEventListener("click", ({ target }) => {
    const field = target.closest(".part button")?.parentElement.querySelector("textarea");
    if (field) copy(field, target);
    else if (target === made || target.closest(".close")) made.close(); // beside the panel, or its cross
    else if (target.matches("textarea")) target.select();
  });
  made.addEventListener("keydown", (event) => event.stopPropagation()); // Streamlit's single keys mean nothing here
  made.addEventListener("close", () => made.remove());
  return made;
}

addEventListener("popstate", () => panel?.close());

export function open() {
  panel?.remove();
  panel = make(document.documentElement.lang);
  document.body.append(panel);
  panel.style.colorScheme = getComputedStyle(document.querySelector('[data-testid="stApp"]')).colorScheme;
  const texts = { link: readable(here()), embed: code(panel.dataset), citation: citation(panel.dataset) };
  for (const [name, text] of Object.entries(texts)) panel.querySelector(`#share-${name}`).value = text;
  panel.querySelector(".other-map").hidden = panel.dataset.maps.split(" ").includes(document.documentElement.dataset.page);
  panel.showModal();
}
