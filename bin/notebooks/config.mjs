// How Vite serves and builds the notebooks.
import { fileURLToPath } from "node:url";
import { config as kitConfig } from "@observablehq/notebook-kit/vite";
import { localPackages, noRemoteAddresses } from "./local-packages.mjs";
import { listNotebooks, notebookPages, notebooksFolder } from "./notebook-pages.mjs";
import { shippedModules } from "./shipped.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = (path) => fileURLToPath(new URL(`../../src/notebook/${path}`, import.meta.url));

/** Notebook Kit's makers of addresses: part of editing, where the page's policy loads nothing from them. */
const unreachable = [/^https:\/\/(esm\.sh\/jsr|cdn\.jsdelivr\.net\/npm)\/\$\{/];

/**
 * The configuration of Vite: for the site with all notebooks, or for one notebook that becomes a single file.
 * `pages` are the files of the site, named as they are addressed; `kept` is a map in which builds one after the other keep
 * what they share.
 */
export function notebooksConfig({
  single = false,
  pages = defaultPages(),
  outDir = `${root}dist/notebooks`,
  kept,
} = {}) {
  const kit = kitConfig().resolve.alias.find(({ find }) => find.source.startsWith("^observable:"));
  const plugins = () => [localPackages(), shippedModules({ single, kept })];
  return {
    configFile: false,
    root: notebooksFolder,
    base: "./",
    appType: "mpa",
    publicDir: false,
    logLevel: "warn",
    cacheDir: `${root}node_modules/.vite/notebooks`,
    resolve: {
      alias: [
        // The page's own runtime stands in for Notebook Kit's, which brings thirty libraries with it.
        { find: /^observable:runtime$/, replacement: source("runtime/notebook-runtime.ts") },
        kit,
        { find: /^\/src\/notebook\//, replacement: source("") },
      ],
    },
    plugins: [...plugins(), notebookPages(), noRemoteAddresses(unreachable)],
    worker: { format: single ? "iife" : "es", plugins },
    optimizeDeps: {
      exclude: ["@observablehq/notebook-kit"],
      include: [
        "@observablehq/notebook-kit > typescript",
        "@observablehq/plot",
        "@observablehq/runtime",
        "@observablehq/inspector",
        "htl",
        "yaml",
        "zod",
      ],
    },
    server: { fs: { allow: [root] }, open: false },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      cssCodeSplit: !single,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: pages, ...(single && { output: { codeSplitting: false } }) },
    },
  };
}

function defaultPages() {
  return [
    `${notebooksFolder}/index.html`,
    ...listNotebooks().map(({ name }) => `${notebooksFolder}/${name}.html`),
  ];
}
