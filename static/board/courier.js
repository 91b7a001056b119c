/* What the browser has to do while a file is made, once a press (`turn`). Streamlit hands a file over when its button is
 * pressed, and the visitor has pressed one already: this presses it (`press`, its key). And Streamlit does not hear of what
 * scripts write into the address: without a button to press, this tells it. */
const PATIENCE = 120; // frames until the button is there
let last;

function press(key, left) {
  const button = document.querySelector(`.st-key-${key} button`);
  if (button) button.click();
  else if (left) requestAnimationFrame(() => press(key, left - 1));
}

export function draw({ data, setTriggerValue }) {
  if (last === data.turn) return;
  last = data.turn;
  if (data.press) press(data.press, PATIENCE);
  else setTriggerValue("address", location.search || "?");
}
