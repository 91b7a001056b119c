/* What a visitor can do with the map beside moving it: fit it to the members shown, highlight the newest, load streets.
 *
 * None of it concerns Python: buttons in a corner of the map, their state kept by the host for the visit. Which ones
 * there are the words say: a map without a network has no streets.
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
      window.atlasHost.visit.setItem(KEPT + name, on ? "on" : "");
      turn(on);
    }
    set(window.atlasHost.visit.getItem(KEPT + name) === "on");
    return button;
  }

  const MAKERS = { fit: makeButton, newest: makeSwitch, tiles: makeSwitch };

  /* `does` says what to do: fit(), newest(on) and tiles(on). Returns what writes the words, in the visitor's language. */
  function start(map, does, words) {
    const control = L.control({ position: "topright" });
    const buttons = {};
    control.onAdd = () => {
      const bar = L.DomUtil.create("div", "tools");
      L.DomEvent.disableClickPropagation(bar);
      for (const name of Object.keys(MAKERS)) if (words[name]) buttons[name] = MAKERS[name](bar, name, does[name]);
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
