import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const read = (page: string) => readFileSync(join(root, page), "utf8");

describe("every relative link and anchor resolves", () => {
  it.each(pages)("in %s", (page) => {
    expect(brokenLinks(page, read(page))).toEqual([]);
  });

  it("there are links to follow", () => {
    expect(pages.flatMap((page) => linksIn(read(page))).length).toBeGreaterThan(100);
  });

  it("can fail: a file, an anchor and an anchor of another page that are not there", () => {
    const text =
      "# One\n\n[a](nowhere.md) [b](#two) [c](facts.md#three) [d](#one) [e](facts.md#more-exactly)\n";
    expect(brokenLinks("docs/made.md", text)).toEqual(["nowhere.md", "#two", "facts.md#three"]);
  });
});

describe("anchors are those that GitHub gives", () => {
  it.each([
    ["# What it costs, and when", "what-it-costs-and-when"],
    ["## `costs`: what the provider pays", "costs-what-the-provider-pays"],
    ["### [The *plan* run](model.md)", "the-plan-run"],
    ["# staged-13-26-52", "staged-13-26-52"],
  ])("%s", (heading, anchor) => {
    expect(anchorsIn(heading)).toEqual([anchor]);
  });

  it("the second of two alike is numbered, and what stands in code is no heading", () => {
    expect(anchorsIn("# Rules\n\n```\n# no heading\n```\n\n## Rules\n")).toEqual(["rules", "rules-1"]);
  });
});

function brokenLinks(page: string, text: string): string[] {
  return linksIn(text).filter((link) => {
    const [path, anchor] = link.split("#") as [string, string?];
    const target = path === "" ? page : relative(root, join(root, dirname(page), path));
    if (path !== "" && !existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    return !anchorsIn(path === "" ? text : read(target)).includes(anchor);
  });
}

/** The targets of links and pictures, but for those on the web. */
function linksIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function anchorsIn(text: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
    const words = heading!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = words.replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "").replaceAll(" ", "-");
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, "");
}

function withoutCode(text: string): string {
  return withoutBlocks(text).replaceAll(/`[^`\n]*`/g, "");
}
