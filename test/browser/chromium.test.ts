import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openNodePort } from "../../src/host/node-port.ts";
import type { RunSpec } from "../../src/sim/run-spec.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";
import type { Asked } from "./page.ts";
import { resultHash } from "./result-hash.ts";
import { servePage } from "./served-page.ts";

// Law 7 for web workers, and the same bytes in a real browser. Without one here there is nothing to ask.
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined)
  process.stdout.write("no Chromium here: the browser is not tested (set CHROMIUM, or install it)\n");

const specOf = (name: string): RunSpec => ({
  name: `${name}.yaml`,
  text: shippedText(name),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  seed: "browser",
});
const asked: readonly Asked[] = [
  { spec: specOf("standard-workload"), paths: 5000, threads: 2 },
  { spec: specOf("dps-2017"), paths: 1500, threads: 1 },
  { spec: { ...specOf("standard-workload"), sampling: "quasi" }, paths: 8192, threads: 2 },
];

describe.skipIf(executablePath === undefined)("web workers in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
      ],
    });
  }, 120_000);
  afterAll(() => browser?.close());

  // What Node leaves is asked for once, and compared with both.
  const hashes = new Map<Asked, Promise<string>>();
  const hashOf = (one: Asked) => {
    if (!hashes.has(one)) hashes.set(one, resultHash(one.spec, one.paths, 1, openNodePort));
    return hashes.get(one);
  };

  for (const [allowed, script] of [
    [true, "script-src 'self' 'wasm-unsafe-eval'"],
    // The strictest policy under which a script runs at all: the plain loops take over.
    [false, "script-src 'self'"],
  ] as const) {
    it(`leave the bytes that Node leaves, ${allowed ? "in" : "without"} WebAssembly`, async () => {
      const { url, close } = await servePage(`default-src 'none'; ${script}; worker-src 'self'`);
      try {
        const page = await browser.newPage();
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(String(error)));
        await page.goto(url);
        await page.waitForFunction("globalThis.riskshareHash !== undefined");
        for (const one of asked) {
          const found = await page.evaluate(
            (what) =>
              (globalThis as unknown as { riskshareHash: (a: Asked) => Promise<unknown> }).riskshareHash(
                what,
              ),
            one,
          );
          const hash = await hashOf(one);
          expect(found).toEqual({ hash, isNative: allowed });
        }
        expect(errors).toEqual([]);
        await page.close();
      } finally {
        await close();
      }
    }, 240_000);
  }
});
