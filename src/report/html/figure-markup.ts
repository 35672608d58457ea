import type { ReportFigure } from "../figures/report-figure.ts";
import { element, type Markup } from "../markup.ts";
import { dataTable } from "./data-table.ts";

const wide = 820;
const narrow = 350;

/** A chart under the sentence that it shows, drawn for wide and for narrow screens, with the data behind it. */
export function figureMarkup(figure: ReportFigure): Markup {
  const { id, title, note, draw, table } = figure;
  const caption = element(
    "figcaption",
    {},
    element("h3", {}, title),
    note === "" ? undefined : element("p", {}, note),
  );
  const data = element(
    "details",
    {},
    element("summary", {}, "The data behind this chart"),
    dataTable(`Data: ${title}`, table),
  );
  return element("figure", { id }, caption, bothWidths(id, draw), data);
}

/** A chart drawn for wide and for narrow screens; styles show the one that fits. */
export function bothWidths(id: string, draw: ReportFigure["draw"]): Markup[] {
  return [withClass(draw(`${id}-wide`, wide), "wide"), withClass(draw(`${id}-narrow`, narrow), "narrow")];
}

function withClass({ markup }: Markup, name: string): Markup {
  return { markup: markup.replace("<svg ", `<svg class="${name}" `) };
}
