import { csvOf, dataTable, type TableData } from "./data-table.ts";
import { download, svgText } from "./download.ts";
import { element } from "./element.ts";

export type FigureContent = {
  /** States the finding, in ten words or so. */
  readonly title: string;
  readonly chart: Element;
  /** The measure, its unit, the futures and the source. */
  readonly caption: string;
  /** What a reader who cannot see the chart needs: its form and what it shows. */
  readonly alt: string;
  /** Called when the reader asks for the data. */
  readonly data: () => TableData;
};

/** A figure that stays where it is while what it shows changes: display `element` once, call `show` with every answer. */
export type Figure = { readonly element: HTMLElement; readonly show: (content: FigureContent) => void };

/**
 * A figure: a title that states the finding, the chart with a text alternative, a caption, the data as a table on demand
 * and as CSV, the chart as SVG. `name` is that of the files.
 */
export function openFigure(name: string): Figure {
  const title = element("h3", { class: "figure-title" });
  const place = element("div", { class: "chart" });
  const caption = element("p");
  const table = element("div");
  const details = element("details", { class: "data" }, element("summary", {}, "Data as a table"), table);
  const csv = element("button", { type: "button" }, "Data as CSV");
  const svg = element("button", { type: "button" }, "Chart as SVG");
  const root = element(
    "figure",
    { class: "figure", id: `figure-${name}`, hidden: true },
    title,
    place,
    element("figcaption", {}, caption, element("div", { class: "figure-tools" }, csv, svg), details),
  );
  let content: FigureContent | undefined;
  const fill = () => {
    if (content !== undefined && details.open)
      table.replaceChildren(dataTable(content.title, content.data()));
  };
  details.addEventListener("toggle", fill);
  csv.addEventListener("click", () => content && download(`${name}.csv`, "text/csv", csvOf(content.data())));
  svg.addEventListener("click", () => {
    const chart = place.querySelector("svg");
    if (chart) download(`${name}.svg`, "image/svg+xml", svgText(chart));
  });
  printsOpen(details, fill);
  return {
    element: root,
    show: (next) => {
      content = next;
      // With nothing in it yet, there is nothing to take away.
      root.hidden = false;
      title.textContent = next.title;
      caption.textContent = next.caption;
      place.replaceChildren(named(next.chart, next.alt));
      fill();
    },
  };
}

/** A chart as one picture with one text: the names that its parts have would be read one by one, out of context. */
function named(chart: Element, alt: string): Element {
  const picture = chart instanceof SVGSVGElement ? chart : (chart.querySelector("svg") ?? chart);
  for (const part of picture.querySelectorAll("[aria-label], [aria-description]")) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  }
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", alt);
  return chart;
}

/** Print shows all data. */
function printsOpen(details: HTMLDetailsElement, fill: () => void): void {
  let before = false;
  addEventListener("beforeprint", () => {
    before = details.open;
    details.open = true;
    fill();
  });
  addEventListener("afterprint", () => {
    details.open = before;
  });
}
