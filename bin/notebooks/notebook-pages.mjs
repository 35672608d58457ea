// Notebook Kit on our own template, for the pages that are notebooks, under our content security policy.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { observable } from "@observablehq/notebook-kit/vite";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const notebooksFolder = `${root}notebooks`;

/** The notebooks by name, with their titles and what each answers. */
export function listNotebooks() {
  return readdirSync(notebooksFolder)
    .filter((file) => file.endsWith(".html") && file !== "index.html")
    .map((file) => {
      const text = readFileSync(`${notebooksFolder}/${file}`, "utf8");
      return {
        name: file.replace(/\.html$/, ""),
        title: /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? file,
        about: /<notebook[^>]*\bdata-about="([^"]*)"/.exec(text)?.[1] ?? "",
      };
    });
}

const strict = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
  "worker-src": "'self' blob:",
};

/** The content security policy of a page: strict, but that a page whose cells are edited may evaluate them. */
export function policyOf({ edit = false, scripts = "'self'" } = {}) {
  const own = { ...strict, "script-src": `${scripts} 'wasm-unsafe-eval'${edit ? " 'unsafe-eval'" : ""}` };
  return Object.entries(own)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

const policyMark = "<!-- policy -->";
const policyMeta = (options) => `<meta http-equiv="content-security-policy" content="${policyOf(options)}">`;

const nameOf = (path) => path.replace(/^.*\//, "").replace(/\.html$/, "");
/** The cells of each notebook as they were read last. */
const cellsOf = new Map();

/** Turns pages that hold a notebook into pages that run it, and leaves others as they are. */
export function notebookPages() {
  const kit = observable({
    template: `${root}bin/notebooks/template.html`,
    transformNotebook: (notebook, { path }) => {
      const cells = notebook.cells.map(({ id, mode, value, hidden }) => ({ id, mode, value, hidden }));
      cellsOf.set(nameOf(path), cells);
      return notebook;
    },
    transformTemplate: (text, { path }) =>
      text.replace(policyMark, policyMeta()).replaceAll("%NAME%", nameOf(path)),
  });
  const { handler } = kit.transformIndexHtml;
  const isAskedToEdit = ({ originalUrl = "" }) => /[?&]edit\b/.test(originalUrl);
  return {
    ...kit,
    transformIndexHtml: {
      order: "pre",
      handler: async (html, context) => {
        if (!html.includes("<notebook")) return indexPage(html);
        const page = await handler.call(kit, html, context);
        return isAskedToEdit(context) ? editPage(page, nameOf(context.path)) : page;
      },
    },
  };
}

/** A notebook's page with the sources of its cells in it and a policy that lets them be evaluated. */
export function editPage(page, name) {
  const sources = cellsOf.get(name);
  const data = JSON.stringify(sources).replaceAll("<", "\\u003c");
  return page
    .replace(policyOf(), policyOf({ edit: true }))
    .replace("</body>", () => `<script type="application/json" id="notebook-cells">${data}</script></body>`);
}

/** Fills the list of notebooks into the index page. */
function indexPage(html) {
  const items = listNotebooks().map(
    ({ name, title, about }) => `<li><a href="./${name}.html">${title}</a><p>${about}</p></li>`,
  );
  return html.replace(policyMark, policyMeta()).replace("<!-- notebooks -->", items.join("\n"));
}
