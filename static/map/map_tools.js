/* What a visitor can do with the map beside moving it: fit it to the members shown, highlight the newest, load streets.
 *
 * None of it concerns Python: buttons in a corner of the map, their state kept by the browser for the visit.
 */
(() => {
  "use strict";

  const KEPT = "atlas.map.";

  function makeButton(bar, name, press) {
    const button = L.DomUtil.create("button", `tool tool-${name}`, bar);
    button.type = "button";
    button.addEventListener("click", press);
    return button;
  }

  function makeSwitch(bar, name, turn) {
    const button = makeButton(bar, name, () => set(button.getAttribute("aria-pressed") !== "true"));
    function set(on) {
      button.setAttribute("aria-pressed", String(on));
      sessionStorage.setItem(KEPT + name, on ? "on" : "");
      turn(on);
    }
    set(sessionStorage.getItem(KEPT + name) === "on");
    return button;
  }

  /* `does` says what to do: fit(), newest(on) and tiles(on). Returns what writes the words, in the visitor's language. */
  function start(map, does) {
    const control = L.control({ position: "topright" });
    const buttons = {};
    control.onAdd = () => {
      const bar = L.DomUtil.create("div", "tools");
      L.DomEvent.disableClickPropagation(bar);
      buttons.fit = makeButton(bar, "fit", does.fit);
      buttons.newest = makeSwitch(bar, "newest", does.newest);
      buttons.tiles = makeSwitch(bar, "tiles", does.tiles);
      return bar;
    };
    control.addTo(map);
    return (words) => {
      for (const [name, button] of Object.entries(buttons)) {
        [button.textContent, button.title] = words[name];
      }
    };
  }

  window.atlasTools = { start };
})();
