import { shownEstimate } from "../report/shown-estimate.ts";
import { shownPounds } from "../report/shown-number.ts";
import { element } from "./element.ts";
import type { FrontierPoint, Plane } from "./frontier.ts";
import { feeWords, pointWords } from "./frontier-sentences.ts";

/**
 * The grid of pairs as a table of buttons, a row a cap and a column a service fee: each button has its pair's chance of a
 * loss, a star where the pair is on the frontier, and shows its point. One stop of the Tab key; arrows go on from there.
 */
export function openPairGrid(onPick: (id: string) => void) {
  const caption = "Chance of a loss under each pair";
  const table = element("table", { class: "pair-grid" });
  const scroll = element("div", { class: "table", role: "region", "aria-label": caption }, table);
  const said = element("p", { class: "pair-told" });
  const root = element("div", {}, said, scroll);
  let cells = new Map<string, HTMLButtonElement>();
  let points: readonly FrontierPoint[] = [];
  let columns = 0;
  let shape = "";
  let picked: string | undefined;

  const build = () => {
    const fees = [...new Set(points.map(({ pair }) => pair.serviceFeeShare))];
    const caps = [...new Set(points.map(({ pair }) => pair.cancellationCap))];
    columns = fees.length;
    cells = new Map(points.map(({ id }) => [id, element("button", { type: "button", value: id })]));
    const head = (text: string, scope: "col" | "row") => element("th", { scope }, text);
    const rows = caps.map((cap) => {
      const row = points.filter(({ pair }) => pair.cancellationCap === cap);
      return element(
        "tr",
        {},
        head(cap === 0 ? "none" : `up to ${shownPounds(cap)}`, "row"),
        ...row.map(({ id }) => element("td", {}, cells.get(id)!)),
      );
    });
    const heads = fees.map((fee) => head(feeWords(fee), "col"));
    table.replaceChildren(
      element(
        "caption",
        {},
        element("span", {}, `${caption}: service fee across, cancellation fee down; ★ is on the frontier`),
      ),
      element("thead", {}, element("tr", {}, head("Cancellation fee", "col"), ...heads)),
      element("tbody", {}, ...rows),
    );
  };

  const tell = () => {
    const point = points.find(({ id }) => id === picked);
    said.textContent =
      point === undefined
        ? "Point at a point of the chart, or choose a pair in the table, to see its terms."
        : pointWords(point);
    for (const [id, cell] of cells) {
      cell.setAttribute("aria-pressed", String(id === picked));
      cell.tabIndex = id === (picked ?? points[0]?.id) ? 0 : -1;
    }
  };

  const pick = (id: string) => {
    picked = id;
    tell();
    onPick(id);
  };
  table.addEventListener("click", ({ target }) => {
    const cell = (target as Element).closest("button");
    if (cell) pick(cell.value);
  });
  table.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const at = points.findIndex(({ id }) => id === (event.target as HTMLButtonElement).value);
    const next = step === undefined ? undefined : points[at + step];
    const isSideways = step === 1 || step === -1;
    if (next === undefined || (isSideways && Math.floor(at / columns) !== Math.floor((at + step!) / columns)))
      return;
    event.preventDefault();
    pick(next.id);
    cells.get(next.id)?.focus();
  });
  return {
    element: root,
    /** Shows a point as picked; `onPick` is not called. */
    mark: (id: string | undefined) => {
      picked = id;
      tell();
    },
    show: (plane: Plane) => {
      points = plane.points;
      const now = JSON.stringify(points.map(({ id, pair }) => [id, pair]));
      if (now !== shape) build();
      shape = now;
      for (const point of points) {
        const cell = cells.get(point.id)!;
        const star = point.isOnFrontier ? "★ " : "";
        cell.textContent = `${star}${shownEstimate(point.loss).text}`;
        cell.setAttribute(
          "aria-label",
          `${shownEstimate(point.loss).text}${point.isOnFrontier ? ", on the frontier" : ""}`,
        );
        cell.style.setProperty("--share", `${Math.round(42 * (point.loss.value ?? 0))}%`);
      }
      tell();
    },
  };
}
