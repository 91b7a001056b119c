/* Charts that are filters (atlas/ui/parts/facet_charts.py): bars by plotly, their labels as buttons beside them.
 *
 * Streamlit calls `draw` after every run with the same element. Nothing is made anew: plotly gets the new numbers, words
 * are only written where they differ, and the button that has the focus keeps it. All HTML comes from templates that
 * escape; what is pressed goes back as {filter, code}.
 */
import "./drawer.js";

const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };

let plotly = null;

function loadPlotly() {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("../plotly/plotly-basic.min.js", import.meta.url);
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`${script.src} cannot be loaded`));
    document.head.append(script);
  });
  return plotly;
}

function makeChart(filter) {
  const section = document.createElement("section");
  section.innerHTML = '<header></header><div class="picture"><div class="labels" role="group"></div><div class="plot" role="img"></div></div><footer></footer>';
  section.dataset.filter = filter;
  return section;
}

function write(element, html) {
  if (element.written === html) return;
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.code : null;
  element.innerHTML = element.written = html;
  if (focused !== null) element.querySelector(`[data-code="${CSS.escape(focused)}"]`)?.focus();
}

/* The size is told by the observer: asking for it here would have the whole page laid out in the middle of a run. */
function redraw(section, Plotly) {
  const { figure, size } = section;
  if (!figure || !size) return;
  Plotly.react(section.querySelector(".plot"), figure.data, { ...figure.layout, ...size }, CONFIG);
}

function resize(entries, Plotly) {
  for (const { target, contentRect } of entries) {
    const section = target.closest("section");
    const size = { width: Math.floor(contentRect.width), height: Math.floor(contentRect.height) };
    if (size.width === section.size?.width && size.height === section.size?.height) continue;
    section.size = size.width && size.height ? size : null;
    redraw(section, Plotly);
    listen(section);
  }
}

/* A bar is pressed through its button, which knows whether it may be. */
function listen(section) {
  const plot = section.querySelector(".plot");
  if (plot.heard || !plot.on) return;
  plot.heard = true;
  plot.on("plotly_click", ({ points }) => {
    const { customdata } = points.find((each) => each.customdata) ?? {};
    section.querySelector(`[data-code="${CSS.escape(customdata)}"]`)?.click();
  });
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(":scope > .facets") ?? parentElement.appendChild(document.createElement("div"));
  root.className = "facets";
  root.press = (filter, code) => setTriggerValue("pressed", { filter, code });
  data.charts.forEach((chart, at) => {
    let section = root.children[at];
    if (section?.dataset.filter !== chart.filter) {
      section?.remove();
      section = makeChart(chart.filter);
      root.insertBefore(section, root.children[at] ?? null);
      section.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-code]");
        if (button) root.press(chart.filter, button.dataset.code);
      });
    }
    section.className = chart.kind;
    section.figure = chart.figure;
    write(section.querySelector("header"), chart.head);
    write(section.querySelector(".labels"), chart.rows);
    write(section.querySelector("footer"), chart.foot);
    section.querySelector(".plot").setAttribute("aria-label", chart.alt);
    section.querySelector(".labels").setAttribute("aria-label", chart.title);
  });
  while (root.children.length > data.charts.length) root.lastChild.remove();

  const Plotly = await loadPlotly();
  for (const section of root.children) redraw(section, Plotly);
  root.watch ??= new ResizeObserver((entries) => resize(entries, Plotly));
  for (const plot of root.querySelectorAll(".plot")) root.watch.observe(plot);
}
