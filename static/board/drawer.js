/* The search on the map and the card that it opens, for hands that stay on the keyboard.
 *
 * Enter takes the first match, once the matches of what was typed are there; a card that was asked for from outside the
 * map gets the focus, so that the next Tab is inside it and a screen reader reads it out. Escape closes it.
 */
const FIELD = ".st-key-board .st-key-search input";
const CARD = ".st-key-city_card h2.city";

let wanted = null; // a query whose first match is to be opened
let asked = false; // a card was asked for and is not there yet
let card = null;

function openFirst() {
  const matches = document.querySelector(".st-key-matches");
  const first = matches?.querySelector("button");
  if (wanted === null || !first || matches.querySelector("[data-query]").dataset.query !== wanted) return;
  wanted = null;
  asked = true;
  first.click();
}

function focusCard() {
  const heading = document.querySelector(CARD);
  const name = heading?.textContent ?? null;
  if (asked && heading && name !== card) {
    asked = false;
    heading.focus();
  }
  card = name;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.(FIELD) && event.target.value) {
    wanted = event.target.value;
    openFirst();
  }
  if (event.key === "Escape" && event.target.closest?.(".st-key-city_card")) {
    document.querySelector(".st-key-close_card button").click();
    document.querySelector(FIELD).focus();
  }
}, true);
document.addEventListener("click", ({ target }) => {
  if (target.closest?.(".st-key-matches button, .st-key-members_shown")) asked = true;
}, true);

new MutationObserver(() => { openFirst(); focusCard(); }).observe(document.body, { childList: true, subtree: true, characterData: true });
