// How fast a notebook answers a lever, in a real browser on the built site: `npm run bench:notebook`. Needs Chromium (set
// CHROMIUM). Prints cold loads, charts a second while a lever is dragged, lever to chart, and the longest frame.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { tsImport } from "tsx/esm/api";
import { areFresh, buildNotebooks } from "../bin/build-notebooks.mjs";

if (!areFresh()) await buildNotebooks();
const { serveFolder } = await tsImport("../test/notebooks/served-site.ts", import.meta.url);
const { url, close } = await serveFolder(fileURLToPath(new URL("../dist/notebooks", import.meta.url)));
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});

/** Inside the page: watches frames and charts. Plain code, as it is sent there as text. */
const watch = () => {
  const state = { frames: [], charts: [], long: [], asked: 0, answered: new Map() };
  globalThis.benchState = state;
  let last = performance.now();
  const frame = (now) => {
    state.frames.push({ at: now, gap: now - last });
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  document.addEventListener("riskshare:ask", ({ detail }) => {
    state.asked = detail.id;
  });
  document.addEventListener("riskshare:answer", ({ detail }) => {
    state.newest = detail.id;
  });
  const seen = new MutationObserver((changes) => {
    if (!changes.some(({ target }) => target.matches?.("#figure-cash .chart"))) return;
    const { newest: id } = state;
    // It is on the screen when the frame that holds it was painted: a message sent from a frame comes after that.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => state.charts.push({ at: performance.now(), id });
      port2.postMessage(undefined);
    });
  });
  document.addEventListener("DOMContentLoaded", () =>
    seen.observe(document.body, { childList: true, subtree: true }),
  );
};

const drag = async (seconds) => {
  const { charts, frames } = globalThis.benchState;
  const range = document.querySelector('.lever input[type="range"]');
  const began = performance.now();
  for (let step = 0; performance.now() - began < seconds * 1000; step++) {
    range.value = String(20 + (step % 60));
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 16));
  }
  const ended = performance.now();
  const within = ({ at }) => at >= began && at <= ended;
  return {
    charts: charts.filter(within).length / ((ended - began) / 1000),
    longest: Math.max(...frames.filter(within).map(({ gap }) => gap)),
  };
};

const move = async (pause) => {
  await new Promise((done) => setTimeout(done, pause));
  const state = globalThis.benchState;
  const range = document.querySelector('.lever input[type="range"]');
  const began = performance.now();
  range.value = String((Number(range.value) + 7) % 90);
  range.dispatchEvent(new Event("input", { bubbles: true }));
  for (;;) {
    await new Promise((done) => setTimeout(done, 4));
    const chart = state.charts.find(({ at, id }) => at > began && id === state.asked && state.asked > 0);
    if (chart !== undefined) return chart.at - began;
    if (performance.now() - began > 5000) return 5000;
  }
};

const refine = () => {
  const { frames } = globalThis.benchState;
  const from = performance.now();
  return new Promise((done) => {
    const look = () => {
      const text = document.querySelector(".run-text").textContent;
      if (text.startsWith("Done") && performance.now() - from > 300)
        done({
          ms: performance.now() - from,
          longest: Math.max(...frames.filter(({ at }) => at > from).map(({ gap }) => gap)),
        });
      else setTimeout(look, 50);
    };
    look();
  });
};

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1];
const ms = (value) => `${value.toFixed(0)} ms`;
const say = (name, value) => process.stdout.write(`${name.padEnd(58)} ${value}\n`);

try {
  const loads = [];
  for (let run = 0; run < 5; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watch);
    const began = Date.now();
    await page.goto(`${url}compare-policies.html`);
    await page.waitForSelector("#figure-cash svg");
    loads.push(Date.now() - began);
    if (run < 4) {
      await context.close();
      continue;
    }
    await page.waitForFunction(
      () => document.querySelector(".run-text").textContent.startsWith("Done"),
      null,
      { timeout: 60000 },
    );
    say(
      "cold load to first chart, median of 5 (worst)",
      `${ms(quantile(loads, 0.5))} (${ms(Math.max(...loads))})`,
    );
    const dragged = await page.evaluate(drag, 2);
    say("new charts a second while a lever is dragged for 2 s", dragged.charts.toFixed(1));
    say("longest frame meanwhile", ms(dragged.longest));
    const refined = await page.evaluate(refine);
    say("refined to 200,000 futures after", ms(refined.ms));
    say("longest frame meanwhile", ms(refined.longest));
    const moves = [];
    for (let one = 0; one < 40; one++) moves.push(await page.evaluate(move, 100 + 83 * (one % 17)));
    say("lever to first chart on the screen, median (5,120 futures)", ms(quantile(moves, 0.5)));
    say("lever to first chart on the screen, p90", ms(quantile(moves, 0.9)));
    say("worst of 40 moves, most of them while a run refines", ms(Math.max(...moves)));
    const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
    say("memory of the page without its worker", `${heap.toFixed(0)} MB`);
  }
} finally {
  await browser.close();
  await close();
}
