// Puts the scripts and styles of a built page into the page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policyOf } from "./notebook-pages.mjs";

/** A built page as one file. Its policy lets the page's own script run, known by its hash, and nothing load. */
export function inlined(folder, page) {
  const read = (path) => readFileSync(join(folder, path), "utf8");
  const hashes = [];
  const html = read(page)
    .replaceAll(/<link rel="modulepreload"[^>]*>\s*/g, "")
    .replaceAll(/<link rel="stylesheet"[^>]*href="\.?\/?([^"]+)"[^>]*>/g, (_, path) => {
      return `<style>${read(path).replaceAll("</style", "<\\/style")}</style>`;
    })
    .replaceAll(/<script type="module"[^>]*src="\.?\/?([^"]+)"[^>]*><\/script>/g, (_, path) => {
      const code = read(path)
        .replaceAll(/<\/(script)/gi, "<\\/$1")
        .replaceAll("<!--", "<\\!--");
      hashes.push(`'sha256-${createHash("sha256").update(code).digest("base64")}'`);
      return `<script type="module">${code}</script>`;
    });
  const policy = policyOf({ scripts: hashes.join(" ") }).replace("default-src 'self'", "default-src 'none'");
  return (
    html
      .replace(/(http-equiv="content-security-policy" content=")[^"]*/i, (_, before) => `${before}${policy}`)
      // From disk the other pages do not open, as a browser loads no modules there.
      .replace(/<a href="\.\/index\.html">([^<]*)<\/a>/, "<span>$1</span>")
      .replace(/<a class="edit-link"[^>]*>[^<]*<\/a>/, "")
  );
}
