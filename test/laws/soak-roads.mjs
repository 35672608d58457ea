// Law 1 with other luck and more of it: `npm run soak:roads [-- times [seed]]`. The seed is printed, so that what fails can be repeated.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

const [times = "35", seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
console.log(`seed ${seed}, ${times} times as many as in the tests`);
const { status } = spawnSync("npx", ["vitest", "run", "test/laws/two-roads.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, ROADS_SEED: seed, ROADS_TIMES: times },
});
process.exitCode = status ?? 1;
