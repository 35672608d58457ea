import { type CellDefinition, type CellState, define as defineCell } from "observable:runtime/define.js";
import * as Generators from "observable:runtime/stdlib/generators/index.js";
import { Mutable } from "observable:runtime/stdlib/mutable.js";
import { Runtime } from "@observablehq/runtime";
import { followHash } from "../url-state.ts";
import { computeAtOnce } from "./compute-at-once.ts";
import { keepViewInLinks, tellOtherVersion } from "./view-links.ts";

/**
 * What a cell can name without importing it. Notebook Kit's own list loads libraries from a public network; this one has
 * what is part of the page: `Plot`, `html`, `svg`, `md`, `d3`, `Generators`, `Mutable`, `width` and `dark`.
 */
const builtins = {
  dark: () => Generators.dark(),
  width: () => shownWidths(Generators.width(document.querySelector("main")!)),
  Generators: () => Generators,
  Mutable: () => Mutable,
  Plot: () => import("@observablehq/plot"),
  htl: () => import("htl"),
  html: () => import("htl").then(({ html }) => html),
  svg: () => import("htl").then(({ svg }) => svg),
  md: () => import("observable:runtime/stdlib/md.js").then(({ md }) => md),
};

/** Before its styles are there a page may be as wide as nothing: no chart can be drawn in it. */
async function* shownWidths(widths: AsyncGenerator<number>): AsyncGenerator<number> {
  for await (const width of widths) if (width > 0) yield width;
}

const runtime = new Runtime(builtins);
computeAtOnce(runtime);
const main = runtime.module();
const cells = new Map<number, CellState>();

/** Defines a cell, as Notebook Kit's pages ask. */
export function define(state: CellState, definition: CellDefinition): void {
  cells.set(definition.id, state);
  defineCell(main, state, definition);
}

/** Puts another definition in the place of a cell's: it and what depends on it run again. */
export function redefine(definition: CellDefinition): void {
  const state = cells.get(definition.id);
  if (state === undefined) throw new RangeError(`cell ${definition.id}: unknown`);
  for (const variable of state.variables.splice(0)) variable.delete();
  defineCell(main, state, definition);
}

followHash();
keepViewInLinks();
void tellOtherVersion();

// Editing brings a compiler of TypeScript with it: it comes only to a page that is there to be edited.
const isEdited = document.getElementById("notebook-cells") !== null;
if (isEdited) void import("riskshare:edit").then(({ offerEditing }) => offerEditing(redefine));
else if (/[?&]edit\b/.test(location.search) && location.protocol !== "file:")
  location.replace(location.pathname.replace(/\.html$/, ".edit.html") + location.hash);
