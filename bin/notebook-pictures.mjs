// Takes the pictures of the notebooks (docs/notebooks/NAME.jpg) anew from their single files. Needs Chromium (set CHROMIUM).
import { mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { areFresh, buildNotebooks } from "./build-notebooks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const single = `${root}dist/notebooks/single/`;
const size = { width: 1100, height: 1500 };
/** Runs refine meanwhile, so that intervals in the picture are narrow. */
const restMs = 9000;

if (!areFresh()) await buildNotebooks();
mkdirSync(`${root}docs/notebooks`, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
for (const file of readdirSync(single).filter((name) => name.endsWith(".html"))) {
  const page = await browser.newPage({ viewport: size });
  await page.goto(pathToFileURL(single + file).href);
  await page.waitForTimeout(restMs);
  const path = `${root}docs/notebooks/${file.replace(/html$/, "jpg")}`;
  await page.screenshot({ path, type: "jpeg", quality: 70 });
  await page.close();
}
await browser.close();
