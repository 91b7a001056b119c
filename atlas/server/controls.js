/* Streamlit's own controls, in the words of the Atlas: its interface speaks English alone, and some of it names parts that
 * no visitor knows. The words come with the page (atlas/words/controls.py); here they take the place of Streamlit's, in
 * the moment these come, before anything is painted or read out. What Streamlit has changed is looked at, nothing else. */
(() => {
  "use strict";
  const root = document.documentElement;

  /* Where texts of Streamlit's own stand; names (aria-label) are looked at wherever they are. */
  const PARTS = [
    ...["SkipToContent", "TopNav", "Tooltip", "TooltipContent", "Dialog", "MultiSelectDropdown", "SelectboxDropdown"],
    ...["DataFrameColumnMenu", "DataFrameColumnFormattingMenu", "DataFrameStatisticsMenu", "DataFrameColumnVisibilityMenu"],
  ].map((part) => `[data-testid="st${part}"]`);
  const TEXTS = [...PARTS, ".gdg-search-status", "[data-live-announcer]"].join();
  const [TABLE, SIDEBAR] = ['[data-testid="stDataFrameResizable"]', '[data-testid="stSidebar"]'];
  const GRID = '[role="grid"], [data-testid="data-grid-canvas"]'; // a picture that takes the keyboard, and the table in it
  const ALL = ["[aria-label]", GRID, SIDEBAR, ".menu", TEXTS].join();

  const own = new Map(); // Streamlit's text by what stands in its place, in any language
  const varying = []; // the same where a part of the text varies, as a pattern
  let words;

  function learn() {
    words = JSON.parse(document.getElementById("words").textContent);
    for (const spoken of Object.values(words)) for (const pair of Object.entries(spoken)) for (const text of pair) {
      if (text.includes("{")) varying.push([pattern(text), pair[0]]);
      else own.set(text, pair[0]);
    }
  }

  function pattern(text) {
    const plain = text.replace(/[.*+?^$()|[\]\\/]/g, "\\$&");
    return new RegExp(`^${plain.replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>${/^(number|at)$/.test(name) ? "\\d+" : ".+"})`)}$`);
  }

  /* What a text of Streamlit's is called in the language in use; any other text is what it is. */
  function inWords(text) {
    if (!text) return text;
    let [key, parts] = [own.get(text), {}];
    for (const [shape, name] of key ? [] : varying) {
      const found = shape.exec(text);
      if (found) { [key, parts] = [name, found.groups]; break; }
    }
    return key ? (words[root.lang]?.[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => parts[name]) : text;
  }

  function nameAnew(element) {
    const name = inWords(element.ariaLabel);
    if (name === element.ariaLabel) return;
    if (element.title === element.ariaLabel) element.title = name;
    element.ariaLabel = name;
  }

  function writeAnew(text) {
    const said = inWords(text.data);
    if (said !== text.data) text.data = said;
  }

  function writeWithin(part) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) writeAnew(texts.currentNode);
  }

  /* Streamlit gives the name of a table to the region round it alone. */
  function nameTable(grid) {
    const name = grid.closest(TABLE)?.ariaLabel;
    if (name && grid.ariaLabel !== name) grid.ariaLabel = name;
  }

  /* The button that shows and hides menu and filters on a phone says whether they are there. */
  function tellMenu() {
    const shown = String(document.querySelector(SIDEBAR)?.dataset.collapsed === "false");
    for (const menu of document.querySelectorAll(".menu")) if (menu.ariaExpanded !== shown) menu.ariaExpanded = shown;
  }

  function treat(element) {
    if (element.matches(".menu") || element.matches(SIDEBAR)) tellMenu();
    if (element.matches(TEXTS)) writeWithin(element);
    if (element.matches(GRID)) nameTable(element);
    else nameAnew(element);
  }

  function lookAt(node) {
    if (node instanceof Text) {
      if (node.parentElement?.closest(TEXTS)) writeAnew(node);
    } else if (node instanceof HTMLElement) {
      if (node.matches(ALL)) treat(node);
      node.querySelectorAll(ALL).forEach(treat);
      if (node.parentElement?.closest(TEXTS)) writeWithin(node);
    }
  }

  function changed(records) {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (target instanceof SVGElement || target.parentNode instanceof SVGElement) continue; // charts: thousands of parts
      if (attributeName === "data-collapsed") tellMenu();
      else if (type === "childList") addedNodes.forEach(lookAt);
      else lookAt(target);
    }
  }

  addEventListener("DOMContentLoaded", () => {
    learn();
    new MutationObserver(changed).observe(document.body, {
      childList: true, subtree: true, characterData: true, attributeFilter: ["aria-label", "data-collapsed"],
    });
    new MutationObserver(() => lookAt(document.body)).observe(root, { attributeFilter: ["lang"] });
  });
})();
