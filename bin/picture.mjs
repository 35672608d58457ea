// Takes the picture of the README (docs/report.png) from the report of dps-2017 anew. Needs Chromium (set CHROMIUM).
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "riskshare-picture-"));
const size = { width: 1000, height: 690 };
try {
  const words = ["bin/riskshare.mjs", "compare", "dps-2017", "--out", folder];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { ...size, height: 2000 } });
  await page.goto(pathToFileURL(join(folder, "report.html")).href);
  const heading = await page.getByRole("heading", { name: "Who bears the risk", exact: true }).boundingBox();
  await page.screenshot({
    path: `${root}docs/report.png`,
    clip: { x: 0, y: heading.y, ...size },
    fullPage: true,
  });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
