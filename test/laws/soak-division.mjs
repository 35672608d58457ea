// Law 3 on more futures: `npm run soak:division [-- times]`.
import { spawnSync } from "node:child_process";

const [times = "4"] = process.argv.slice(2);
console.log(`${times} times as many futures as in the tests`);
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "test/laws/division.test.ts", "--testTimeout=3600000"],
  {
    stdio: "inherit",
    env: { ...process.env, DIVISION_TIMES: times },
  },
);
process.exitCode = status ?? 1;
