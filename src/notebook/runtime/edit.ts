import type { CellDefinition } from "observable:runtime/define.js";
import { transpile } from "@observablehq/notebook-kit";

/** A cell as its file has it. */
type Cell = Parameters<typeof transpile>[0] & {
  readonly id: number;
  readonly mode: string;
  readonly value: string;
  readonly hidden: boolean;
};

/**
 * Puts the source of each cell below it, in a box that can be changed and run. Cells that import files of riskshare are
 * shown and cannot be changed: what they import is part of the page.
 */
export function offerEditing(redefine: (definition: CellDefinition) => void): void {
  const cells = JSON.parse(document.getElementById("notebook-cells")!.textContent ?? "[]") as Cell[];
  for (const cell of cells) {
    const place = document.getElementById(`cell-${cell.id}`);
    if (place === null || cell.mode === "md") continue;
    // The listing of a pinned cell stands next to it.
    const listing = place.nextElementSibling?.matches("pre") ? place.nextElementSibling : undefined;
    (listing ?? place).after(editor(cell, redefine, (code) => listing?.replaceChildren(code)));
  }
}

function editor(
  cell: Cell,
  redefine: (definition: CellDefinition) => void,
  list: (code: string) => void,
): HTMLElement {
  const box = document.createElement("details");
  box.className = "cell-editor";
  const name = `Code of cell ${cell.id}`;
  const summary = document.createElement("summary");
  summary.textContent = name;
  const text = document.createElement("textarea");
  text.value = cell.value;
  text.spellcheck = false;
  text.rows = Math.min(24, cell.value.split("\n").length + 1);
  text.setAttribute("aria-label", name);
  const run = document.createElement("button");
  run.type = "button";
  run.textContent = "Run";
  const said = document.createElement("output");
  const isFixed = /^\s*import\b[^("'`]*["'`]\.\.?\//m.test(cell.value);
  text.readOnly = isFixed;
  run.hidden = isFixed;
  said.textContent = isFixed
    ? "It imports parts of the page, which are built in: it cannot be changed here."
    : "";
  const again = () => {
    try {
      redefine(definitionOf({ ...cell, value: text.value }));
      list(text.value);
      said.textContent = "This cell and those that depend on it have run.";
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  run.addEventListener("click", again);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) again();
  });
  box.append(summary, text, run, said);
  return box;
}

function definitionOf(cell: Cell): CellDefinition {
  const { body, inputs, outputs, output, autodisplay, autoview, automutable } = transpile(cell);
  // The reader's own code, in the reader's own page: the page's policy allows it here and nowhere else.
  const made = new Function(`return (${body}\n)`)();
  return {
    id: cell.id,
    body: made,
    inputs: inputs ?? [],
    outputs: outputs ?? [],
    ...(output !== undefined && { output }),
    display: cell.mode === "js" || cell.mode === "ts",
    autodisplay: autodisplay ?? false,
    autoview: autoview ?? false,
    automutable: automutable ?? false,
  };
}
