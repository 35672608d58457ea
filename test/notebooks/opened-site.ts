import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { askForFewer } from "./fewer-futures.ts";
import { serveFolder } from "./served-site.ts";

/** Where the build puts the notebooks. */
export const siteFolder = fileURLToPath(new URL("../../dist/notebooks", import.meta.url));

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== undefined && existsSync(path),
);

/** The built site, served, and a browser. */
export type Site = {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page and follows what goes wrong in it; its runs come to so many futures, all that they ask for if `all`. */
  readonly open: (address: string, options?: OpenOptions) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  readonly theme?: "light" | "dark";
  readonly width?: number;
  /** Two answers, the first and one that refines it, unless a test asks for more. */
  readonly futures?: number | "all";
};

export type OpenedPage = {
  readonly page: Page;
  /** Errors of the page and its console, requests to elsewhere and those that failed. */
  readonly faults: readonly string[];
};

/** Test files run side by side: one builds, and the others wait for it. A lock that was left behind is taken after a while. */
async function builtOnce(areFresh: () => boolean, build: () => Promise<void>): Promise<void> {
  const lock = `${siteFolder}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  while (!areFresh()) {
    try {
      mkdirSync(lock);
    } catch {
      const since = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (since > 200_000) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 300));
      continue;
    }
    try {
      if (!areFresh()) await build();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

let opened: Promise<Browser> | undefined;

/** The browser of this process: files share it, and each page has a profile of its own. */
export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error("no Chromium here: install it (apt-get install chromium), or set CHROMIUM to its path");
  opened ??= chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  return opened;
}

/** Builds the notebooks where they are not what their sources are, serves them and starts a browser. */
export async function openSite(): Promise<Site> {
  const builder = new URL("../../bin/build-notebooks.mjs", import.meta.url).href;
  const { areFresh, buildNotebooks } = await import(/* @vite-ignore */ builder);
  await builtOnce(areFresh, buildNotebooks);
  const { url, close } = await serveFolder(siteFolder);
  const browser = await openBrowser();
  const open = async (
    address: string,
    { theme = "light", width = 1100, futures = 20_480 }: OpenOptions = {},
  ) => {
    const faults: string[] = [];
    const page = await browser.newPage({ colorScheme: theme, viewport: { width, height: 900 } });
    // However busy the machine: a page that hangs is told by the test that waits for it.
    page.setDefaultTimeout(180_000);
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      const to = request.url();
      if (![url, "blob:", "data:", "file:"].some((own) => to.startsWith(own))) faults.push(`outside: ${to}`);
    });
    if (futures !== "all") await askForFewer(page, futures);
    await page.goto(/^(file|http):/.test(address) ? address : url + address);
    return { page, faults };
  };
  return {
    url,
    browser,
    open,
    // The browser stays for the next file of this process, and ends with it.
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await close();
    },
  };
}

/** Waits until an expression holds in a page; its policy keeps Playwright's own waiting from evaluating text. */
export async function until(page: Page, expression: string, longestMs = 180_000): Promise<void> {
  for (const end = Date.now() + longestMs; Date.now() < end; ) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(40);
  }
  throw new Error(`never held: ${expression}`);
}

/** Waits until the live run of a page has its last answer. */
export async function untilDone(page: Page): Promise<void> {
  // A lever that has just moved has not been asked about yet.
  await page.waitForTimeout(120);
  await until(page, 'document.querySelector(".run-text")?.textContent.startsWith("Done") ?? false');
}

/** Waits until a notebook shows all that it has: a first answer of its run, its future told, its rules judged. */
export async function untilShown(page: Page): Promise<void> {
  await until(page, 'document.querySelector(".run-bar, .told-bar, .verdict, .notice") !== null');
  if ((await page.locator(".run-bar").count()) > 0)
    await until(page, '/^(Refining|Done)/.test(document.querySelector(".run-text").textContent)');
  else
    await until(
      page,
      '[".which", ".verdict", ".notice"].some((one) => (document.querySelector(one)?.textContent ?? "") !== "")',
    );
  await page.waitForTimeout(600);
}
