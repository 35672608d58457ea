/** The parts of the house (design.md, section 3): what each may import of the others and of packages. */
export const house: Readonly<Record<string, { parts: readonly string[]; packages: readonly RegExp[] }>> = {
  engine: { parts: [], packages: [/^zod$/, /^yaml$/] },
  sim: { parts: ["engine"], packages: [/^zod$/] },
  award: { parts: ["sim", "engine"], packages: [/^zod$/] },
  offer: { parts: ["sim", "engine"], packages: [/^zod$/] },
  report: { parts: ["offer", "award", "sim", "engine"], packages: [] },
  host: { parts: ["sim", "engine"], packages: [/^node:/] },
  workbook: {
    parts: ["offer", "engine"],
    packages: [/^(read|write)-excel-file\/universal$/, /^fflate$/],
  },
  notebook: {
    parts: ["host", "workbook", "report", "offer", "award", "sim", "engine"],
    // `riskshare:` modules are made by the build, `observable:` ones are the inside of Notebook Kit.
    packages: [/^@observablehq\/(plot|runtime|notebook-kit)$/, /^htl$/, /^yaml$/, /^(riskshare|observable):/],
  },
  cli: {
    parts: ["host", "workbook", "report", "offer", "award", "sim", "engine"],
    packages: [/^node:/, /^commander$/, /^picocolors$/],
  },
  // The front door.
  index: { parts: ["host", "report", "offer", "award", "sim", "engine"], packages: [] },
};

/** Files that alone may import a package. */
export const doors: Readonly<Record<string, string>> = {
  "json-rules-engine": "src/engine/evaluate.ts",
  "seedrandom/lib/alea.js": "src/sim/random/stream.ts",
};

/** Parts above the line: nothing in them names Node, the DOM, the clock or luck of its own. */
export const pure = ["engine", "sim", "offer", "award", "report"];

/** Parts whose numbers are the same bytes on every JavaScript engine. */
export const exact = ["engine", "sim", "award"];

/** What nothing above the line may name, unless it is a name of its own. */
export const outside = [
  "Date",
  "process",
  "console",
  "document",
  "window",
  "globalThis",
  "global",
  "self",
  "performance",
  "crypto",
  "fetch",
  "Buffer",
  "TextEncoder",
  "TextDecoder",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "structuredClone",
  "require",
  "eval",
  "Function",
];

/** Functions of Math whose result is the same bits everywhere: they are exact or rounded correctly. */
export const exactMath = [
  "floor",
  "ceil",
  "round",
  "trunc",
  "abs",
  "sign",
  "min",
  "max",
  "sqrt",
  "imul",
  "clz32",
];

/** Files that reach json-rules-engine, which drags in Node's `vm`: sim takes them as arguments. */
export const notInSim = ["src/engine/evaluate.ts", "src/engine/evaluate-contract.ts"];

export const longest = 300;
