import { defineConfig } from "vitest/config";

const all = ["test/**/*.test.ts"];
// Files that open a browser wait for pages, which others on the same cores would slow down.
const pages = ["test/browser/**/*.test.ts", "test/notebooks/**/*.test.ts"];
// Files that say how long something takes would time what runs beside them.
const timed = ["test/bench/{award,standard-workload,start}.test.ts", "test/cli/interrupted.test.ts"];
// Files that leave a process as they found it share one, so that what they import is loaded and warmed up once. The rest
// have one each: they fill its native memory, or ask whether it has any, or simulate for so long that code warmed up on
// other scenarios is slower than their own.
const sharing = [
  "test/{award,calibrate,models,offer,report,schema,workbook}/**/*.test.ts",
  "test/engine/{*,!(native)/**/*}.test.ts",
  "test/sim/{*,{random,risk,special}/**/*}.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    pool: "forks",
    // json-rules-engine copies its facts for every rule: with more room for what is short-lived it is collected less often.
    execArgv: ["--max-semi-space-size=64"],
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "side by side",
          include: all,
          exclude: [...sharing, ...pages, ...timed],
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "in one process",
          include: sharing,
          isolate: false,
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "pages",
          include: pages,
          // Those of one process share a browser.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: { name: "one by one", include: timed, maxWorkers: 1, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
